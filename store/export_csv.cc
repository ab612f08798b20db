#include "store/export_csv.h"

#include "base/quantity.h"
#include "store/columns.h"

namespace juesuan {
namespace {

bool LooksLikeFormula(const std::string& text) {
  if (text.empty()) return false;
  const char first = text[0];
  if (first == '-') return !ParseDecimal(text).has_value();
  return first == '=' || first == '+' || first == '@' || first == '\t' || first == '\r';
}

std::string Join(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& item : list) {
    if (!text.empty()) text += " / ";
    text += item;
  }
  return text;
}

std::string Number(int64_t value) { return std::to_string(value); }

// A length in points with two decimals; integers only, so that no locale takes part.
std::string Points(double value) { return Decimal{ToHundredths(value), 2}.ToString(); }

// "ppocr:5061.13@0.9987"; the score without trailing digits of its own making.
std::string ReadingText(const Reading& reading) {
  return std::string(ReaderName(reading.by)) + ":" + reading.text + "@" +
         Decimal{ToTenThousandths(reading.score), 4}.ToString();
}

}  // namespace

void AddBoxColumns(const Box& box, CsvRow* row) {
  for (const double value : {box.x0, box.y0, box.x1, box.y1}) row->push_back(Points(value));
}

std::string CsvLine(const CsvRow& row) {
  std::string line;
  for (size_t i = 0; i < row.size(); ++i) {
    if (i > 0) line += ',';
    std::string field = LooksLikeFormula(row[i]) ? "'" + row[i] : row[i];
    if (field.find_first_of(",\"\r\n") == std::string::npos) {
      line += field;
      continue;
    }
    line += '"';
    for (const char c : field) {
      if (c == '"') line += '"';
      line += c;
    }
    line += '"';
  }
  return line + "\r\n";
}

CsvRow DocumentCsvHead() {
  return {"document", "file",    "names",        "kind",   "department",
          "year",     "pages",   "failed_pages", "tables", "records",
          "proven",   "suspect", "rejects",      "error",  "error_message"};
}

CsvRow DocumentCsvRow(const StoredDocument& document, const DocumentCounts& counts) {
  return {document.sha256,
          document.file,
          Join(document.names),
          document.kind,
          document.department,
          document.year,
          Number(document.pages),
          Number(counts.failed_pages),
          Number(counts.tables),
          Number(counts.records),
          Number(counts.proven),
          Number(counts.suspect),
          Number(counts.rejects),
          document.error ? std::string(ErrorCodeName(document.error->code)) : "",
          document.error ? document.error->message : ""};
}

CsvRow TableCsvHead() {
  return {"document", "file", "table", "form", "title", "unit", "row",  "col",   "row_span",
          "col_span", "page", "x0",    "y0",   "x1",    "y1",   "text", "unread"};
}

std::vector<CsvRow> TableCsvRows(const StoredDocument& document, const TableContent& table) {
  std::vector<CsvRow> rows;
  for (const auto& [page, cell] : table.cells) {
    CsvRow row = {document.sha256,       document.file,     Number(table.claim.table),
                  table.claim.form,      table.claim.title, std::string(UnitName(table.claim.unit)),
                  Number(cell.row),      Number(cell.col),  Number(cell.row_span),
                  Number(cell.col_span), Number(page)};
    AddBoxColumns(cell.box, &row);
    row.push_back(cell.text);
    row.push_back(cell.unread ? "1" : "0");
    rows.push_back(std::move(row));
  }
  return rows;
}

CsvRow RecordCsvHead() {
  return {"document", "file",      "department", "year",      "form",     "project",
          "table",    "page",      "x0",         "y0",        "x1",       "y1",
          "row_key",  "row_label", "panel",      "col_key",   "col_path", "cell_kind",
          "raw",      "unit",      "value",      "value_fen", "ulp_fen",  "readings",
          "status",   "line",      "measure",    "doubt",     "evidence"};
}

CsvRow RecordCsvRow(const StoredDocument& document, const Record& record) {
  CsvRow row = {document.sha256, document.file,  document.department,  document.year,
                record.form,     record.project, Number(record.table), Number(record.page)};
  AddBoxColumns(record.box, &row);
  for (const std::string& text :
       {record.row_key, record.row_label, record.panel, record.col_key, Join(record.col_path)})
    row.push_back(text);
  row.emplace_back(CellKindName(record.kind));
  row.push_back(record.raw);
  row.emplace_back(UnitName(record.unit));
  row.push_back(record.value ? record.value->ToString() : "");
  const std::optional<Fen> fen =
      record.value ? ToFen(*record.value, record.unit) : std::optional<Fen>();
  row.push_back(fen ? Number(fen->value) : "");
  row.push_back(fen ? Number(fen->ulp) : "");
  std::vector<std::string> readings;
  for (const Reading& reading : record.readings) readings.push_back(ReadingText(reading));
  row.push_back(Join(readings));
  row.emplace_back(CellStatusName(record.status));
  for (const std::string& text : {record.line, record.measure, record.doubt, Join(record.evidence)})
    row.push_back(text);
  return row;
}

CsvRow RejectCsvHead() {
  return {"document", "file", "table", "row",  "col",  "page", "x0",
          "y0",       "x1",   "y1",    "code", "text", "why"};
}

CsvRow RejectCsvRow(const StoredDocument& document, const Reject& reject) {
  CsvRow row = {document.sha256,    document.file,      Number(reject.table),
                Number(reject.row), Number(reject.col), Number(reject.page)};
  AddBoxColumns(reject.box, &row);
  for (const std::string& text : {reject.code, reject.text, reject.why}) row.push_back(text);
  return row;
}

}  // namespace juesuan
