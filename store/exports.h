// What `juesuan export` writes. docs/formats.md shows a line of each.
//
// Order: file, sha256, table, row, column; so equal databases give equal bytes. Rows are written as
// they are read: memory stays flat, and the export sees one state of the database though a run goes
// on.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/database.h"

namespace juesuan {

enum class ExportWhat {
  kDocuments,
  kTables,
  kRecords,
  kNarrative,
  kIndicators,
  kFindings,
  kRejects
};
std::optional<ExportWhat> ParseExportWhat(std::string_view name);  // "documents", …

enum class ExportFormat { kJsonl, kCsv };
std::optional<ExportFormat> ParseExportFormat(std::string_view name);  // "jsonl", "csv"

// `document`: as the filter of Database::Documents; "" for all. Errors: kNotFound; kExternal:
// `out` failed.
Status Export(Database& database, ExportWhat what, ExportFormat format, const std::string& document,
              std::ostream& out);

}  // namespace juesuan
