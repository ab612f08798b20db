#include "base/facts.h"

#include "base/names.h"

namespace juesuan {
namespace {

constexpr NameTable<4> kCellKinds = {"number", "blank", "dash", "text"};
constexpr NameTable<4> kStatuses = {"proven", "read", "suspect", "corrected"};

Json RecordToJson(const Record& r) {
  Json json = Json::Object();
  json.Set("record", r.form).Set("table", r.table).Set("row", r.row).Set("col", r.col);
  if (!r.project.empty()) json.Set("project", r.project);
  json.Set("page", r.page).Set("box", r.box);
  json.Set("row_key", r.row_key).Set("row_label", r.row_label).Set("panel", r.panel);
  json.Set("col_key", r.col_key).Set("col_path", r.col_path);
  json.Set("line", r.line).Set("measure", r.measure).Set("kind", CellKindName(r.kind));
  json.Set("raw", r.raw).Set("unit", UnitName(r.unit));
  if (r.value) json.Set("value", r.value->ToString());
  json.Set("readings", ToJson(r.readings)).Set("status", CellStatusName(r.status));
  if (!r.doubt.empty()) json.Set("doubt", r.doubt);
  if (!r.evidence.empty()) json.Set("evidence", r.evidence);
  return json;
}

Result<Record> RecordFromJson(const Json& json) {
  Record r;
  r.form = json.Str("record");
  r.project = json.Str("project");
  r.table = static_cast<int>(json.Int("table"));
  r.row = static_cast<int>(json.Int("row"));
  r.col = static_cast<int>(json.Int("col"));
  r.page = static_cast<int>(json.Int("page"));
  r.box = json.GetBox("box");
  r.row_key = json.Str("row_key");
  r.row_label = json.Str("row_label");
  r.panel = json.Str("panel");
  r.col_key = json.Str("col_key");
  r.col_path = json.Strings("col_path");
  r.line = json.Str("line");
  r.measure = json.Str("measure");
  r.raw = json.Str("raw");
  r.readings = ReadingsFromJson(json.At("readings"));
  r.doubt = json.Str("doubt");
  r.evidence = json.Strings("evidence");
  const auto kind = ParseCellKind(json.Str("kind"));
  const auto status = ParseCellStatus(json.Str("status"));
  const auto unit = ParseUnit(json.Str("unit"));
  if (!kind || !status || !unit) return MakeError(ErrorCode::kMalformed, "not a record");
  r.kind = *kind;
  r.status = *status;
  r.unit = *unit;
  if (json.Has("value")) {
    r.value = ParseDecimal(json.Str("value"));
    if (!r.value) return MakeError(ErrorCode::kMalformed, "a value that is no decimal");
  }
  return r;
}

Json RejectToJson(const Reject& r) {
  Json json = Json::Object();
  json.Set("reject", r.code).Set("table", r.table).Set("row", r.row).Set("col", r.col);
  json.Set("page", r.page).Set("box", r.box);
  return json.Set("text", r.text).Set("why", r.why);
}

Reject RejectFromJson(const Json& json) {
  Reject r;
  r.code = json.Str("reject");
  r.table = static_cast<int>(json.Int("table"));
  r.row = static_cast<int>(json.Int("row", -1));
  r.col = static_cast<int>(json.Int("col", -1));
  r.page = static_cast<int>(json.Int("page"));
  r.box = json.GetBox("box");
  r.text = json.Str("text");
  r.why = json.Str("why");
  return r;
}

Json ClaimToJson(const TableClaim& c) {
  Json json = Json::Object();
  json.Set("claim", c.table).Set("form", c.form).Set("pack", c.pack).Set("score", c.score);
  json.Set("title", c.title).Set("printed_code", c.printed_code);
  json.Set("unit", UnitName(c.unit)).Set("department", c.department).Set("year", c.year);
  json.Set("first_page", c.first_page).Set("last_page", c.last_page);
  json.Set("declared_empty", c.declared_empty).Set("note", c.note);
  return json.Set("why", c.why);
}

TableClaim ClaimFromJson(const Json& json) {
  TableClaim c;
  c.table = static_cast<int>(json.Int("claim"));
  c.form = json.Str("form");
  c.pack = json.Str("pack");
  c.score = static_cast<int>(json.Int("score"));
  c.title = json.Str("title");
  c.printed_code = json.Str("printed_code");
  c.unit = ParseUnit(json.Str("unit")).value_or(Unit::kNone);
  c.department = json.Str("department");
  c.year = json.Str("year");
  c.first_page = static_cast<int>(json.Int("first_page"));
  c.last_page = static_cast<int>(json.Int("last_page"));
  c.declared_empty = json.Bool("declared_empty");
  c.note = json.Str("note");
  c.why = json.Str("why");
  return c;
}

}  // namespace

std::string_view CellKindName(CellKind kind) { return EnumName(kCellKinds, kind); }
std::optional<CellKind> ParseCellKind(std::string_view name) {
  return ParseEnum<CellKind>(kCellKinds, name);
}
std::string_view CellStatusName(CellStatus status) { return EnumName(kStatuses, status); }
std::optional<CellStatus> ParseCellStatus(std::string_view name) {
  return ParseEnum<CellStatus>(kStatuses, name);
}

bool OutlastsProof(std::string_view doubt) {
  return doubt.rfind(kKeyDoubt, 0) == 0 || doubt.rfind(kUnitDoubt, 0) == 0;
}

void AddDoubt(const std::string& doubt, std::string* doubts) {
  if (doubts->empty() || (OutlastsProof(doubt) && !OutlastsProof(*doubts))) *doubts = doubt;
}

std::vector<Json> ToJson(const DocumentFacts& facts) {
  std::vector<Json> items;
  Json document = Json::Object();
  document.Set("document", facts.kind).Set("department", facts.department);
  items.push_back(document.Set("year", facts.year));
  for (const TableClaim& claim : facts.tables) items.push_back(ClaimToJson(claim));
  for (const Record& record : facts.records) items.push_back(RecordToJson(record));
  for (const Reject& reject : facts.rejects) items.push_back(RejectToJson(reject));
  for (Json& sentence : ToJson(facts.narrative)) items.push_back(std::move(sentence));
  for (const PageFailure& failure : facts.failures) items.push_back(ToJson(failure));
  return items;
}

Result<DocumentFacts> DocumentFactsFromJson(const std::vector<Json>& items) {
  DocumentFacts facts;
  for (const Json& item : items) {
    if (const std::optional<PageFailure> failure = PageFailureFromJson(item)) {
      facts.failures.push_back(*failure);
    } else if (item.Has("document")) {
      facts.kind = item.Str("document");
      facts.department = item.Str("department");
      facts.year = item.Str("year");
    } else if (item.Has("claim")) {
      facts.tables.push_back(ClaimFromJson(item));
    } else if (item.Has("record")) {
      JUESUAN_TRY(Record record, RecordFromJson(item));
      facts.records.push_back(std::move(record));
    } else if (item.Has("reject")) {
      facts.rejects.push_back(RejectFromJson(item));
    } else if (item.Has("sentence")) {
      JUESUAN_RETURN_IF_ERROR(AddFactsFromJson(item, &facts.narrative));
    } else {
      return MakeError(ErrorCode::kMalformed, "not a line of a facts artefact");
    }
  }
  return facts;
}

}  // namespace juesuan
