#include "store/exports.h"

#include "base/names.h"

#include "store/export_csv.h"
#include "store/export_findings.h"
#include "store/export_jsonl.h"
#include "store/export_rows.h"
#include "store/indicators.h"
#include "store/narrative.h"

namespace juesuan {
namespace {

constexpr NameTable<7> kWhats = {"documents",  "tables",   "records", "narrative",
                                 "indicators", "findings", "rejects"};
constexpr NameTable<2> kFormats = {"jsonl", "csv"};

Status JsonlOf(Connection& connection, ExportWhat what, const StoredDocument& document,
               std::ostream& out) {
  const auto write = [&out](const Json& line) { out << line.Dump() << '\n'; };
  switch (what) {
    case ExportWhat::kTables:
      return EachTable(connection, document.sha256,
                       [&](const TableContent& t) { write(TableLine(document, t)); });
    case ExportWhat::kRecords:
      return EachRecord(connection, document.sha256,
                        [&](const Record& r) { write(RecordLine(document, r)); });
    case ExportWhat::kRejects:
      return EachReject(connection, document.sha256,
                        [&](const Reject& r) { write(RejectLine(document, r)); });
    case ExportWhat::kNarrative:
      return EachFact(connection, document.sha256,
                      [&](const NarrativeFact& f) { write(NarrativeLine(document, f)); });
    case ExportWhat::kIndicators:
      return EachIndicator(connection, document.sha256,
                           [&](const Indicator& i) { write(IndicatorLine(document, i)); });
    default:
      break;
  }
  JUESUAN_CHECK(what == ExportWhat::kDocuments);
  JUESUAN_TRY(const DocumentCounts counts, CountsOf(connection, document.sha256));
  write(DocumentLine(document, counts));
  return Ok();
}

CsvRow CsvHead(ExportWhat what) {
  switch (what) {
    case ExportWhat::kTables:
      return TableCsvHead();
    case ExportWhat::kRecords:
      return RecordCsvHead();
    case ExportWhat::kRejects:
      return RejectCsvHead();
    case ExportWhat::kNarrative:
      return NarrativeCsvHead();
    case ExportWhat::kIndicators:
      return IndicatorCsvHead();
    default:
      return DocumentCsvHead();
  }
}

Status CsvOf(Connection& connection, ExportWhat what, const StoredDocument& document,
             std::ostream& out) {
  switch (what) {
    case ExportWhat::kTables:
      return EachTable(connection, document.sha256, [&](const TableContent& t) {
        for (const CsvRow& row : TableCsvRows(document, t)) out << CsvLine(row);
      });
    case ExportWhat::kRecords:
      return EachRecord(connection, document.sha256,
                        [&](const Record& r) { out << CsvLine(RecordCsvRow(document, r)); });
    case ExportWhat::kRejects:
      return EachReject(connection, document.sha256,
                        [&](const Reject& r) { out << CsvLine(RejectCsvRow(document, r)); });
    case ExportWhat::kNarrative:
      return EachFact(connection, document.sha256, [&](const NarrativeFact& f) {
        out << CsvLine(NarrativeCsvRow(document, f));
      });
    case ExportWhat::kIndicators:
      return EachIndicator(connection, document.sha256, [&](const Indicator& i) {
        out << CsvLine(IndicatorCsvRow(document, i));
      });
    default:
      break;
  }
  JUESUAN_CHECK(what == ExportWhat::kDocuments);
  JUESUAN_TRY(const DocumentCounts counts, CountsOf(connection, document.sha256));
  out << CsvLine(DocumentCsvRow(document, counts));
  return Ok();
}

}  // namespace

std::optional<ExportWhat> ParseExportWhat(std::string_view name) {
  return ParseEnum<ExportWhat>(kWhats, name);
}

std::optional<ExportFormat> ParseExportFormat(std::string_view name) {
  return ParseEnum<ExportFormat>(kFormats, name);
}

Status Export(Database& database, ExportWhat what, ExportFormat format, const std::string& document,
              std::ostream& out) {
  if (what == ExportWhat::kFindings)
    return ExportFindings(database, FindingFilter{document, "", {}, {}}, format, out);
  Connection& connection = database.connection();
  JUESUAN_TRY(const Transaction view, Transaction::Begin(connection, Transaction::Kind::kRead));
  JUESUAN_TRY(const std::vector<StoredDocument> documents, database.Documents(document));
  if (format == ExportFormat::kCsv) out << kByteOrderMark << CsvLine(CsvHead(what));
  const auto write = format == ExportFormat::kCsv ? CsvOf : JsonlOf;
  for (const StoredDocument& stored : documents) {
    JUESUAN_RETURN_IF_ERROR(write(connection, what, stored, out));
    if (!out) return MakeError(ErrorCode::kExternal, "cannot write the export");
  }
  if (!out.flush()) return MakeError(ErrorCode::kExternal, "cannot write the export");
  return Ok();
}

}  // namespace juesuan
