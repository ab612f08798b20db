// The words of a document around its records, as check needs them.
#pragma once

#include <string>
#include <vector>

#include "base/tables.h"
#include "store/database.h"

namespace juesuan {

struct StoredParagraph {
  int page = 0;
  Box box;  // page as displayed
  ParagraphKind kind = ParagraphKind::kBody;
  std::vector<std::string> lines;  // told apart in a table of contents; else one
};

// A grid that no form claims.
struct StoredGrid {
  int number = 0, page = 0;
  Box box;                                     // of its first part, page as displayed
  std::vector<std::vector<std::string>> rows;  // its cells' text without line ends, by row
};

struct DocumentText {
  std::vector<StoredParagraph> paragraphs;  // in reading order
  std::vector<StoredGrid> unclaimed;        // by number
};

// Errors: kNotFound; the document's own error if it failed.
Result<DocumentText> LoadText(Database& database, const std::string& sha256);

}  // namespace juesuan
