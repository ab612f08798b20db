#include "store/indicators.h"

#include <array>
#include <tuple>
#include <utility>

#include "store/export_rows.h"

namespace juesuan {
namespace {

// Measures of the form packs.
constexpr std::string_view kName = "指标名称", kInitial = "年初指标值", kTarget = "指标值",
                           kActual = "实际完成值", kWeight = "分值", kScore = "得分",
                           kNote = "偏差原因";

void SplitPanel(const std::string& panel, Indicator* out) {
  const size_t slash = panel.find('/');
  out->first = panel.substr(0, slash);
  out->second = slash == std::string::npos ? "" : panel.substr(slash + 1);
}

void Take(const Record& record, Indicator* out) {
  if (record.measure == kName) {
    out->page = record.page;
    out->box = record.box;
  } else if (record.measure == kInitial) {
    out->initial = record.raw;
  } else if (record.measure == kTarget) {
    out->target = record.raw;
  } else if (record.measure == kActual) {
    out->actual = record.raw;
  } else if (record.measure == kWeight) {
    out->weight = record.value;
  } else if (record.measure == kScore) {
    out->score = record.value;
  } else if (record.measure == kNote) {
    out->note = record.raw;
  }
  if (record.status == CellStatus::kSuspect) out->status = record.status;
}

// Gathers records that follow each other.
class Gatherer {
 public:
  explicit Gatherer(const std::function<void(const Indicator&)>& take) : take_(take) {}

  void Add(const Record& record) {
    auto row = std::make_tuple(record.form, record.table, record.row);
    if (row != row_) {
      Flush();
      row_ = std::move(row);
      current_ = Indicator();
      current_.form = record.form;
      current_.project = record.project;
      current_.table = record.table;
      current_.name = record.row_key;
      SplitPanel(record.panel, &current_);
    }
    is_indicator_ = is_indicator_ || record.measure == kName;
    Take(record, &current_);
  }

  void Flush() {
    // A row without a name names a level that has no indicator.
    if (is_indicator_ && !current_.name.empty()) {
      current_.asked =
          ParseIndicatorValue(current_.target.empty() ? current_.initial : current_.target);
      current_.reached = ParseIndicatorValue(current_.actual);
      take_(current_);
    }
    is_indicator_ = false;
  }

 private:
  const std::function<void(const Indicator&)>& take_;
  std::tuple<std::string, int, int> row_;
  Indicator current_;
  bool is_indicator_ = false;
};

std::string Text(const std::optional<Decimal>& number) { return number ? number->ToString() : ""; }

void SetNumber(const std::string& key, const std::optional<Decimal>& number, Json* json) {
  if (number) {
    json->Set(key, number->ToString());
  } else {
    json->Set(key, nullptr);
  }
}

void SetValue(const std::string& prefix, const IndicatorValue& value, Json* json) {
  json->Set(prefix + "_op", value.op);
  SetNumber(prefix + "_num", value.number, json);
  json->Set(prefix + "_unit", value.unit).Set(prefix + "_text", value.text);
}

}  // namespace

Status EachIndicator(Connection& connection, const std::string& sha256,
                     const std::function<void(const Indicator&)>& take) {
  Gatherer gatherer(take);
  JUESUAN_RETURN_IF_ERROR(
      EachRecord(connection, sha256, [&](const Record& record) { gatherer.Add(record); }));
  gatherer.Flush();
  return Ok();
}

Json IndicatorLine(const StoredDocument& document, const Indicator& indicator) {
  Json json = Json::Object();
  json.Set("document", document.sha256).Set("file", document.file);
  json.Set("department", document.department).Set("year", document.year);
  json.Set("form", indicator.form).Set("project", indicator.project);
  json.Set("table", indicator.table).Set("page", indicator.page).Set("box", indicator.box);
  json.Set("l1", indicator.first).Set("l2", indicator.second).Set("name", indicator.name);
  json.Set("initial", indicator.initial).Set("target", indicator.target);
  json.Set("actual", indicator.actual);
  SetValue("target", indicator.asked, &json);
  SetValue("actual", indicator.reached, &json);
  json.Set("achieved", AchievedName(indicator.reached.achieved));
  SetNumber("weight", indicator.weight, &json);
  SetNumber("score", indicator.score, &json);
  return json.Set("note", indicator.note).Set("status", CellStatusName(indicator.status));
}

CsvRow IndicatorCsvHead() {
  return {"document",    "file",        "department",  "year",        "form",      "project",
          "table",       "page",        "x0",          "y0",          "x1",        "y1",
          "l1",          "l2",          "name",        "initial",     "target",    "actual",
          "target_op",   "target_num",  "target_unit", "target_text", "actual_op", "actual_num",
          "actual_unit", "actual_text", "achieved",    "weight",      "score",     "note",
          "status"};
}

CsvRow IndicatorCsvRow(const StoredDocument& document, const Indicator& indicator) {
  CsvRow row = {document.sha256,
                document.file,
                document.department,
                document.year,
                indicator.form,
                indicator.project,
                std::to_string(indicator.table),
                std::to_string(indicator.page)};
  AddBoxColumns(indicator.box, &row);
  for (const std::string& text : {indicator.first, indicator.second, indicator.name,
                                  indicator.initial, indicator.target, indicator.actual})
    row.push_back(text);
  for (const IndicatorValue* value : {&indicator.asked, &indicator.reached})
    for (const std::string& text : {value->op, Text(value->number), value->unit, value->text})
      row.push_back(text);
  row.emplace_back(AchievedName(indicator.reached.achieved));
  row.push_back(Text(indicator.weight));
  row.push_back(Text(indicator.score));
  row.push_back(indicator.note);
  row.emplace_back(CellStatusName(indicator.status));
  return row;
}

}  // namespace juesuan
