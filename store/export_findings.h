// Findings as lines of an export: JSON Lines and CSV as the other exports (export_jsonl.h,
// export_csv.h).
#pragma once

#include <ostream>

#include "base/json.h"
#include "store/export_csv.h"
#include "store/exports.h"
#include "store/findings.h"

namespace juesuan {

Json FindingLine(const StoredDocument& document, const Finding& finding);
CsvRow FindingCsvHead();
CsvRow FindingCsvRow(const StoredDocument& document, const Finding& finding);

// What `juesuan findings` writes for machines. Errors: as Export.
Status ExportFindings(Database& database, const FindingFilter& filter, ExportFormat format,
                      std::ostream& out);

}  // namespace juesuan
