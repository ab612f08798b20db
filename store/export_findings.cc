#include "store/export_findings.h"

namespace juesuan {
namespace {

// "PUB03/2080101/1 1773.39 (12); …": cell, what is printed there, page.
std::string CellsText(const std::vector<FindingCell>& cells) {
  std::string text;
  for (const FindingCell& cell : cells) {
    if (!text.empty()) text += "; ";
    std::string path = cell.form;
    for (const std::string& part : {cell.row_key, cell.col_key})
      if (!part.empty()) path += "/" + part;
    for (const std::string& part : {path, cell.raw})
      if (!part.empty()) text += part + " ";
    text += "(" + std::to_string(cell.page) + ")";
  }
  return text;
}

}  // namespace

Json FindingLine(const StoredDocument& document, const Finding& finding) {
  const Json found = ToJson(finding);
  Json json = Json::Object();
  json.Set("document", document.sha256).Set("file", document.file);
  for (const char* key : {"rule", "title", "severity", "verdict", "message", "formula", "expected",
                          "actual", "difference", "envelope", "cells", "cause", "state"})
    json.Set(key, found.At(key));
  return json;
}

CsvRow FindingCsvHead() {
  return {"document",   "file",     "rule",    "title",    "severity",
          "verdict",    "message",  "formula", "expected", "actual",
          "difference", "envelope", "cells",   "cause",    "state"};
}

CsvRow FindingCsvRow(const StoredDocument& document, const Finding& finding) {
  return {document.sha256,
          document.file,
          finding.rule,
          finding.title,
          std::string(SeverityName(finding.severity)),
          std::string(VerdictName(finding.verdict)),
          finding.message,
          finding.formula,
          finding.expected,
          finding.actual,
          finding.difference,
          finding.envelope,
          CellsText(finding.cells),
          finding.cause,
          std::string(FindingStateName(finding.state))};
}

Status ExportFindings(Database& database, const FindingFilter& filter, ExportFormat format,
                      std::ostream& out) {
  JUESUAN_TRY(const std::vector<StoredDocument> documents, database.Documents(filter.document));
  (void)documents;  // not found: not even a head is written
  const bool csv = format == ExportFormat::kCsv;
  if (csv) out << kByteOrderMark << CsvLine(FindingCsvHead());
  JUESUAN_RETURN_IF_ERROR(
      EachFinding(database, filter, [&](const StoredDocument& document, const Finding& finding) {
        if (csv) {
          out << CsvLine(FindingCsvRow(document, finding));
        } else {
          out << FindingLine(document, finding).Dump() << '\n';
        }
      }));
  if (!out.flush()) return MakeError(ErrorCode::kExternal, "cannot write the findings");
  return Ok();
}

}  // namespace juesuan
