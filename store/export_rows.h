// The rows of an export, one by one, before any format. Both writers take them from here.
#pragma once

#include <functional>

#include "base/facts.h"
#include "store/database.h"
#include "store/read.h"

namespace juesuan {

struct TablePart {
  int page = 0;
  Box box;  // page as displayed
  int first_row = 0, rows = 0;
};

// One table with its grid.
struct TableContent {
  TableClaim claim;
  int rows = 0, cols = 0, header_rows = 0;
  bool ruled = true;
  std::vector<TablePart> parts;
  std::vector<std::pair<int, StoredCell>> cells;  // page and cell; by row, column
};

// What a document came to.
struct DocumentCounts {
  int64_t tables = 0, records = 0, proven = 0, suspect = 0, rejects = 0, failed_pages = 0;
};

Result<DocumentCounts> CountsOf(Connection& connection, const std::string& sha256);

// Calls `take` for each row of one document, in order. A document that failed has none.
Status EachTable(Connection& connection, const std::string& sha256,
                 const std::function<void(const TableContent&)>& take);
Status EachRecord(Connection& connection, const std::string& sha256,
                  const std::function<void(const Record&)>& take);
Status EachReject(Connection& connection, const std::string& sha256,
                  const std::function<void(const Reject&)>& take);

}  // namespace juesuan
