#include "store/export_jsonl.h"

namespace juesuan {
namespace {

Json Head(const StoredDocument& document) {
  Json json = Json::Object();
  return json.Set("document", document.sha256).Set("file", document.file);
}

Json PartsJson(const std::vector<TablePart>& parts) {
  Json array = Json::Array();
  for (const TablePart& part : parts) {
    Json item = Json::Object();
    item.Set("page", part.page).Set("box", part.box).Set("first_row", part.first_row);
    array.Push(item.Set("rows", part.rows));
  }
  return array;
}

Json CellsJson(const std::vector<std::pair<int, StoredCell>>& cells) {
  Json array = Json::Array();
  for (const auto& [page, cell] : cells) {
    Json item = Json::Object();
    item.Set("row", cell.row).Set("col", cell.col);
    item.Set("row_span", cell.row_span).Set("col_span", cell.col_span);
    item.Set("page", page).Set("box", cell.box).Set("text", cell.text);
    if (cell.unread) item.Set("unread", true);
    array.Push(std::move(item));
  }
  return array;
}

}  // namespace

Json DocumentLine(const StoredDocument& document, const DocumentCounts& counts) {
  Json json = Head(document);
  json.Set("names", document.names).Set("kind", document.kind);
  json.Set("department", document.department).Set("year", document.year);
  json.Set("pages", document.pages).Set("failed_pages", counts.failed_pages);
  json.Set("tables", counts.tables).Set("records", counts.records);
  json.Set("proven", counts.proven).Set("suspect", counts.suspect);
  json.Set("rejects", counts.rejects);
  if (!document.error) return json.Set("error", nullptr).Set("error_message", nullptr);
  json.Set("error", ErrorCodeName(document.error->code));
  return json.Set("error_message", document.error->message);
}

Json TableLine(const StoredDocument& document, const TableContent& table) {
  const TableClaim& claim = table.claim;
  Json json = Head(document);
  json.Set("department", claim.department).Set("year", claim.year);
  json.Set("table", claim.table).Set("form", claim.form).Set("pack", claim.pack);
  json.Set("score", claim.score).Set("title", claim.title);
  json.Set("printed_code", claim.printed_code).Set("unit", UnitName(claim.unit));
  json.Set("first_page", claim.first_page).Set("last_page", claim.last_page);
  json.Set("declared_empty", claim.declared_empty).Set("note", claim.note);
  json.Set("why", claim.why).Set("rows", table.rows).Set("cols", table.cols);
  json.Set("header_rows", table.header_rows).Set("ruled", table.ruled);
  json.Set("parts", PartsJson(table.parts));
  return json.Set("cells", CellsJson(table.cells));
}

Json RecordLine(const StoredDocument& document, const Record& record) {
  Json json = Head(document);
  json.Set("department", document.department).Set("year", document.year);
  json.Set("form", record.form).Set("project", record.project);
  json.Set("table", record.table).Set("page", record.page).Set("box", record.box);
  json.Set("row_key", record.row_key).Set("row_label", record.row_label);
  json.Set("panel", record.panel).Set("col_key", record.col_key);
  json.Set("col_path", record.col_path).Set("cell_kind", CellKindName(record.kind));
  json.Set("raw", record.raw).Set("unit", UnitName(record.unit));
  std::optional<int64_t> value_fen, ulp_fen;
  if (record.value) {
    json.Set("value", record.value->ToString());
    if (const std::optional<Fen> fen = ToFen(*record.value, record.unit)) {
      value_fen = fen->value;
      ulp_fen = fen->ulp;
    }
  } else {
    json.Set("value", nullptr);
  }
  json.Set("value_fen", value_fen).Set("ulp_fen", ulp_fen);
  json.Set("readings", ToJson(record.readings)).Set("status", CellStatusName(record.status));
  json.Set("line", record.line).Set("measure", record.measure);
  return json.Set("doubt", record.doubt).Set("evidence", record.evidence);
}

Json RejectLine(const StoredDocument& document, const Reject& reject) {
  Json json = Head(document);
  json.Set("table", reject.table).Set("row", reject.row).Set("col", reject.col);
  json.Set("page", reject.page).Set("box", reject.box);
  json.Set("code", reject.code).Set("text", reject.text);
  return json.Set("why", reject.why);
}

}  // namespace juesuan
