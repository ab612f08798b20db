#include "corpus/truth.h"

#include "base/files.h"
#include "base/text.h"

namespace juesuan {
namespace {

std::string WithoutSeparators(const std::string& text) {
  std::string plain;
  for (const char c : text) {
    if (c != ',') plain += c;
  }
  return plain;
}

bool IsDash(const std::string& text) {
  return text == "—" || text == "——" || text == "-" || text == "--" || text == "－";
}

// The gold numbers its projects (PERF03.SE.IND); the contract names them instead.
std::string FormOfGold(const std::string& table) {
  if (table == "ATT2") return "TRANSFER";
  const bool numbered = table.rfind("PERF", 0) == 0 && table.find('.') != std::string::npos;
  return numbered ? "PERF" + table.substr(table.find('.')) : table;
}

TruthRecord RecordOfGold(const Json& json, Doubted doubted) {
  TruthRecord record;
  record.form = FormOfGold(json.Str("table_id"));
  record.project = json.Str("project");
  record.row_key = json.Str("row_key");
  record.row_label = json.Str("row_label");
  record.panel = json.Str("panel");
  record.col_key = json.Str("col_key");
  record.col_path = json.Strings("col_path");
  record.cell_kind = json.Str("cell_kind");
  const bool believed = json.Has("best") && doubted == Doubted::kAsBelieved;
  record.raw = believed ? json.Str("best") : json.Str("raw");
  record.unit = json.Str("unit");
  record.value = ParseDecimal(json.Str("value"));
  record.value_fen = json.MaybeInt("value_fen");
  record.ulp_fen = json.MaybeInt("ulp_fen");
  if (json.Has("best") && !believed)
    SetPrinted(record.raw, ParseUnit(record.unit).value_or(Unit::kNone), &record);
  return record;
}

}  // namespace

void SetPrinted(const std::string& raw, Unit unit, TruthRecord* record) {
  record->raw = raw;
  record->unit = UnitName(unit);
  record->value.reset();
  record->value_fen.reset();
  record->ulp_fen.reset();
  if (raw.empty()) {
    record->cell_kind = "blank";
  } else if (IsDash(raw)) {
    record->cell_kind = "dash";
  } else if (const auto value = ParseDecimal(WithoutSeparators(raw))) {
    record->cell_kind = "number";
    record->value = value;
    if (const auto fen = ToFen(*value, unit)) {
      record->value_fen = fen->value;
      record->ulp_fen = fen->ulp;
    }
  } else {
    record->cell_kind = "text";
  }
}

Json ToJson(const TruthRecord& record) {
  Json json = Json::Object();
  json.Set("form", record.form);
  if (!record.project.empty()) json.Set("project", record.project);
  json.Set("page", record.page).Set("box", record.box);
  json.Set("row_key", record.row_key).Set("row_label", record.row_label);
  json.Set("panel", record.panel).Set("col_key", record.col_key);
  json.Set("col_path", record.col_path).Set("cell_kind", record.cell_kind);
  json.Set("raw", record.raw).Set("unit", record.unit);
  if (record.value) {
    json.Set("value", record.value->ToString());
  } else {
    json.Set("value", nullptr);
  }
  json.Set("value_fen", record.value_fen).Set("ulp_fen", record.ulp_fen);
  json.Set("department", record.department).Set("year", record.year);
  return json;
}

Status WriteTruth(const std::vector<TruthRecord>& records, const std::filesystem::path& path) {
  std::string lines;
  for (const TruthRecord& record : records) {
    if (record.page > 0) lines += ToJson(record).Dump() + "\n";
  }
  return WriteFileAtomically(path, lines);
}

Result<SeedGold> ReadGold(const std::filesystem::path& path, Doubted doubted) {
  JUESUAN_TRY(const std::string text, ReadFile(path));
  SeedGold gold;
  for (const std::string& line : Split(text, '\n')) {
    if (line.empty()) continue;
    JUESUAN_TRY(const Json json, Json::Parse(line));
    TruthRecord record = RecordOfGold(json, doubted);
    const Json source = json.At("source");
    const int row = static_cast<int>(source.Int("seed_line"));
    if (source.Has("seed_col")) {
      gold.placed[{row, static_cast<int>(source.Int("seed_col"))}] = std::move(record);
    } else {
      gold.of_line[row].push_back(static_cast<int>(gold.unplaced.size()));
      gold.unplaced.push_back(std::move(record));
    }
  }
  return gold;
}

}  // namespace juesuan
