// Excel workbooks of what the database holds: `export --format xlsx` and `findings --format xlsx`.
#pragma once

#include <filesystem>

#include "app/document_sheets.h"
#include "store/database.h"

namespace juesuan {

// More sheets than this are no use to anybody in one file.
constexpr int kMostSheets = 400;

// `out` is a file: one workbook of all documents. Or a folder (it is one, or its name ends with a
// slash; made if need be): a workbook a document, written one after the other, and 汇总.xlsx that
// links to them; nothing else there is touched. A file begins with the sheets 汇总 and 疑点.
// Equal databases give equal bytes. Errors: as Database::Documents; kLimit: more than kMostSheets
// tables of several documents for one file; kExternal.
Status ExportWorkbook(Database& database, const WorkbookChoice& choice,
                      const std::filesystem::path& out);

}  // namespace juesuan
