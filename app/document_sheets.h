// A document as sheets: one a table, and what the summary says of it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/sheet.h"
#include "app/sheet_names.h"
#include "store/database.h"
#include "store/findings.h"

namespace juesuan {

// A line of the summary.
struct DocumentSummary {
  StoredDocument document;
  int tables = 0, claimed = 0, rejects = 0;
  std::map<CellStatus, int> records;
  std::map<Severity, int> findings;
  std::vector<PageFailure> failures;
  std::string link;  // to its first sheet, or to its workbook; "": it has none
};

struct ListedFinding {
  std::string file;
  Finding finding;
  std::string link;  // to the sheet of its first cell; "": it points at no table
};

struct DocumentSheets {
  DocumentSummary summary;
  std::vector<ListedFinding> findings;
  std::vector<Sheet> sheets;
};

struct WorkbookChoice {
  FindingFilter filter;             // the findings that are shown
  bool only_with_findings = false;  // the tables that none of them points at have no sheet
};

// `number`: of the document among several, part of its sheets' names; 0: it stands alone. `back`:
// where its sheets lead back to. REQUIRES: the caller's transaction. Errors: as the store's.
Result<DocumentSheets> MakeDocumentSheets(Connection& connection, const StoredDocument& document,
                                          const WorkbookChoice& choice, int number,
                                          const std::string& back, UniqueNames* names);

}  // namespace juesuan
