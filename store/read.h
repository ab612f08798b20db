// Reading the database back: what check, show, review and status need.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/facts.h"
#include "store/database.h"

namespace juesuan {

// The facts of a document as extract gave them, without the header paths, which no rule asks for
// and which are slow to read; records in the order of their cells, and a claim for every table.
// `sha256` is whole. Errors: kNotFound; the document's own error if it failed.
Result<DocumentFacts> LoadFacts(Database& database, const std::string& sha256);

// One cell of a grid as it stands on a page.
struct StoredCell {
  int table = 0, row = 0, col = 0;
  int row_span = 1, col_span = 1;
  Box box;  // page as displayed
  std::string text;
  bool unread = false;
};

// All that is known of one page.
struct PageContent {
  Frame frame;
  std::vector<TableClaim> tables;  // those with a part on this page
  std::vector<StoredCell> cells;   // by table, row, column
  std::vector<Record> records;     // as check left them
  std::vector<Reject> rejects;
  std::vector<PageFailure> failures;
};

// Errors: kNotFound: no such document, or it has no such page.
Result<PageContent> PageRecords(Database& database, const std::string& sha256, int page);

// The counts of `juesuan status`, over all documents.
struct Summary {
  int64_t documents = 0;
  int64_t failed = 0;  // of them, as a whole
  int64_t other = 0;   // of them, read but no disclosure
  int64_t pages = 0, failed_pages = 0;
  int64_t cells = 0, unread_cells = 0;
  std::map<std::string, int64_t> tables_by_form;     // "" for grids that no form claims
  std::map<std::string, int64_t> records_by_status;  // as check left them
  std::map<std::string, int64_t> findings_by_severity, findings_by_verdict;
  std::map<std::string, int64_t> rejects_by_code;
  int64_t figures = 0;          // in sentences
  int64_t unbound_figures = 0;  // of them, such as no sentence form knows
};

Result<Summary> Summarize(Database& database);

}  // namespace juesuan
