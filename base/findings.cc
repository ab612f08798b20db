#include "base/findings.h"

#include "base/names.h"

namespace juesuan {
namespace {

constexpr NameTable<4> kSeverities = {"high", "medium", "low", "info"};
constexpr NameTable<4> kVerdicts = {"source", "extraction", "rounding", "undecided"};
constexpr NameTable<4> kStates = {"open", "accepted", "dismissed", "corrected"};
constexpr NameTable<6> kOutcomes = {"HOLD", "ROUND", "VIOL", "SOFT", "VAC", "SKIP"};

Json CellToJson(const FindingCell& cell) {
  Json json = Json::Object();
  json.Set("form", cell.form).Set("row_key", cell.row_key).Set("col_key", cell.col_key);
  json.Set("raw", cell.raw).Set("page", cell.page).Set("box", cell.box);
  if (cell.table > 0) json.Set("table", cell.table).Set("row", cell.row).Set("col", cell.col);
  return json;
}

FindingCell CellFromJson(const Json& json) {
  FindingCell cell;
  cell.form = json.Str("form");
  cell.row_key = json.Str("row_key");
  cell.col_key = json.Str("col_key");
  cell.raw = json.Str("raw");
  cell.table = static_cast<int>(json.Int("table"));
  cell.row = static_cast<int>(json.Int("row", -1));
  cell.col = static_cast<int>(json.Int("col", -1));
  cell.page = static_cast<int>(json.Int("page"));
  cell.box = json.GetBox("box");
  return cell;
}

Json ChangeToJson(const RecordChange& change) {
  Json json = Json::Object();
  json.Set("record", change.record).Set("status", CellStatusName(change.status));
  if (!change.doubt.empty()) json.Set("doubt", change.doubt);
  if (!change.evidence.empty()) json.Set("evidence", change.evidence);
  if (!change.repair) return json;
  json.Set("readings", ToJson(std::vector<Reading>{*change.repair}));
  json.Set("kind", CellKindName(change.kind));
  if (change.value) json.Set("value", change.value->ToString());
  return json;
}

Result<RecordChange> ChangeFromJson(const Json& json) {
  const Error malformed = MakeError(ErrorCode::kMalformed, "not a change of a record");
  RecordChange change;
  change.record = static_cast<int>(json.Int("record", -1));
  const auto status = ParseCellStatus(json.Str("status"));
  if (change.record < 0 || !status) return malformed;
  change.status = *status;
  change.doubt = json.Str("doubt");
  change.evidence = json.Strings("evidence");
  if (!json.Has("readings")) return change;
  const std::vector<Reading> readings = ReadingsFromJson(json.At("readings"));
  const auto kind = ParseCellKind(json.Str("kind"));
  if (readings.size() != 1 || !kind) return malformed;
  change.repair = readings.front();
  change.kind = *kind;
  if (!json.Has("value")) return change;
  change.value = ParseDecimal(json.Str("value"));
  if (!change.value) return malformed;
  return change;
}

Result<RuleInstance> InstanceFromJson(const Json& json) {
  const auto outcome = ParseOutcome(json.Str("outcome"));
  if (!outcome) return MakeError(ErrorCode::kMalformed, "not an instance of a rule");
  return RuleInstance{json.Str("rule"), json.Str("place"), *outcome, json.Str("lhs"),
                      json.Str("rhs")};
}

}  // namespace

std::string_view SeverityName(Severity s) { return EnumName(kSeverities, s); }
std::optional<Severity> ParseSeverity(std::string_view name) {
  return ParseEnum<Severity>(kSeverities, name);
}
std::string_view VerdictName(Verdict v) { return EnumName(kVerdicts, v); }
std::optional<Verdict> ParseVerdict(std::string_view name) {
  return ParseEnum<Verdict>(kVerdicts, name);
}
std::string_view FindingStateName(FindingState s) { return EnumName(kStates, s); }
std::optional<FindingState> ParseFindingState(std::string_view name) {
  return ParseEnum<FindingState>(kStates, name);
}
std::string_view OutcomeName(Outcome o) { return EnumName(kOutcomes, o); }
std::optional<Outcome> ParseOutcome(std::string_view name) {
  return ParseEnum<Outcome>(kOutcomes, name);
}

Json ToJson(const Finding& f) {
  Json json = Json::Object();
  json.Set("rule", f.rule).Set("title", f.title).Set("severity", SeverityName(f.severity));
  json.Set("verdict", VerdictName(f.verdict)).Set("message", f.message);
  json.Set("formula", f.formula).Set("expected", f.expected).Set("actual", f.actual);
  json.Set("difference", f.difference).Set("envelope", f.envelope);
  Json cells = Json::Array();
  for (const FindingCell& cell : f.cells) cells.Push(CellToJson(cell));
  json.Set("cells", std::move(cells)).Set("cause", f.cause);
  return json.Set("state", FindingStateName(f.state));
}

Result<Finding> FindingFromJson(const Json& json) {
  Finding f;
  const auto severity = ParseSeverity(json.Str("severity"));
  const auto verdict = ParseVerdict(json.Str("verdict"));
  const auto state = ParseFindingState(json.Str("state"));
  if (!severity || !verdict || !state) return MakeError(ErrorCode::kMalformed, "not a finding");
  f.severity = *severity;
  f.verdict = *verdict;
  f.state = *state;
  f.rule = json.Str("rule");
  f.title = json.Str("title");
  f.message = json.Str("message");
  f.formula = json.Str("formula");
  f.expected = json.Str("expected");
  f.actual = json.Str("actual");
  f.difference = json.Str("difference");
  f.envelope = json.Str("envelope");
  f.cause = json.Str("cause");
  for (const Json& cell : json.Items("cells")) f.cells.push_back(CellFromJson(cell));
  return f;
}

Json ToJson(const RuleInstance& instance) {
  Json json = Json::Object();
  json.Set("rule", instance.rule).Set("place", instance.place);
  json.Set("outcome", OutcomeName(instance.outcome)).Set("lhs", instance.lhs);
  return json.Set("rhs", instance.rhs);
}

std::vector<Json> ToJson(const CheckReport& report) {
  std::vector<Json> items;
  for (const Finding& finding : report.findings) items.push_back(ToJson(finding));
  for (const RuleInstance& instance : report.instances) items.push_back(ToJson(instance));
  for (const RecordChange& change : report.statuses) items.push_back(ChangeToJson(change));
  return items;
}

Result<CheckReport> CheckReportFromJson(const std::vector<Json>& items) {
  CheckReport report;
  for (const Json& item : items) {
    if (item.Has("record")) {
      JUESUAN_TRY(RecordChange change, ChangeFromJson(item));
      report.statuses.push_back(std::move(change));
    } else if (item.Has("outcome")) {
      JUESUAN_TRY(RuleInstance instance, InstanceFromJson(item));
      report.instances.push_back(std::move(instance));
    } else {
      JUESUAN_TRY(Finding finding, FindingFromJson(item));
      report.findings.push_back(std::move(finding));
    }
  }
  return report;
}

}  // namespace juesuan
