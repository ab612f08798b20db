// What texts of a project say of its indicators, against what their rows say.
#include <algorithm>

#include "base/text.h"
#include "check/indicator_pairs.h"
#include "check/project_money.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

// An indicator with the names that a sentence may call it by.
struct Known {
  const ProjectRow* row = nullptr;
  std::vector<std::string> names;  // its own first
  std::u32string characters;
  std::string unit;               // of what was reached, else asked
  std::optional<Int128> reached;  // in digits
  std::string asked;              // in words, MatchForm; "" if in digits
};

std::vector<Known> KnownIndicators(const StructureInput& input, const Project& project) {
  constexpr size_t kShortest = 3;
  std::vector<Known> out;
  for (const ProjectRow& row : IndicatorsOf(project)) {
    const std::string name = MatchForm(row.label);
    Known each{&row, {name}, ToCodePoints(name), "", std::nullopt, ""};
    if (each.characters.size() < 2) continue;
    each.reached = DigitsOf(row.ValueAt("实际完成值"));
    if (const IndicatorValue* asked = row.ValueAt("指标值")) each.asked = MatchForm(asked->text);
    for (const Pattern& ending : Setting(input, "endings")) {
      const std::string stem = ending.RemovedFrom(name);
      if (stem != name && ToCodePoints(stem).size() >= kShortest) each.names.push_back(stem);
    }
    for (const char* measure : {"实际完成值", "指标值"})
      if (const IndicatorValue* value = row.ValueAt(measure); value && !value->unit.empty())
        each.unit = value->unit;
    out.push_back(std::move(each));
  }
  return out;
}

// A clause of a text, and the one behind it.
struct Said {
  const Project* project = nullptr;
  const ProjectText* text = nullptr;
  Clause clause, next;

  std::string_view Words() const { return Part(clause); }
  std::string_view Next() const { return Part(next); }
  std::string_view Part(const Clause& part) const {
    return std::string_view(text->text).substr(part.begin, part.end - part.begin);
  }
};

// An indicator that a clause gives a number of.
struct Given {
  const Known* known = nullptr;
  size_t name_begin = 0, name_size = 0;
  PrintedNumber number;
  std::string between;  // words between the name and the number
};

bool IsBetween(const StructureInput& input, std::string_view words) {
  return words.empty() || AnyMatches(Setting(input, "between"), words);
}

// The indicator whose name stands before a number, the longest name first.
std::optional<Given> GivenBy(const StructureInput& input, const std::vector<Known>& indicators,
                             std::string_view words, const PrintedNumber& number) {
  std::optional<Given> best;
  const std::string_view before = words.substr(0, number.begin);
  for (const Known& known : indicators)
    for (const std::string& name : known.names) {
      const size_t at = before.rfind(name);
      if (at == before.npos || (best && best->name_size >= name.size())) continue;
      const std::string_view between = before.substr(at + name.size());
      if (!IsBetween(input, between)) continue;
      best = Given{&known, at, name.size(), number, std::string(between)};
      break;
    }
  return best;
}

bool StartsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

FindingCell ReachedCell(const ProjectRow& row) {
  const Record* record = row.At("实际完成值");
  if (record != nullptr && record->kind == CellKind::kBlank) record = row.At("指标值");
  return CellOf(record != nullptr ? *record : *row.cells.front().record);
}

StructureResult ClaimResult(const Said& said, const ProjectRow& row, Outcome outcome,
                            const std::string& why, std::vector<FindingCell> cells) {
  if (outcome == Outcome::kHold)
    return PlainResult(said.project->name + "/" + std::string(row.line), outcome);
  cells.insert(cells.begin(), said.text->PlaceOf(said.clause.begin, said.clause.end));
  const std::string words = cells.front().raw;
  StructureResult out =
      ProjectResult(said.project->name + "/" + std::string(row.line), outcome,
                    "“" + said.project->name + "”的“" + said.text->name + "”称“" + words +
                        "”，指标“" + std::string(row.label) + "”" + why + "。",
                    std::move(cells));
  out.from_pixels = said.text->from_pixels;
  return out;
}

// 每场 for what the row prints as a price of one 课时.
bool IsOfOtherThing(const Given& given, std::string_view unit) {
  constexpr std::string_view kEach = "每";
  const size_t slash = unit.find('/'), each = given.between.find(kEach);
  if (slash == unit.npos || each == std::string::npos) return false;
  const std::string_view thing = std::string_view(given.between).substr(each + kEach.size());
  return !thing.empty() && thing != unit.substr(slash + 1);
}

void CheckNumber(const StructureInput& input, const Said& said, const Given& given,
                 std::vector<StructureResult>* out) {
  const ProjectRow& row = *given.known->row;
  const std::optional<Int128>& digits = given.known->reached;
  const auto number = ToNumber(given.number.value, Unit::kPoints);
  if (!digits || !number || AnyFindsIn(Setting(input, "asked"), said.Words())) return;
  const std::string& unit = given.known->unit;
  const bool same = number->value == *digits;
  if (SaysUnit(given.number.unit, unit)) {
    const std::string_view before = said.Words().substr(0, given.name_begin);
    const bool is_whole = before.empty() || AnyMatches(Setting(input, "before"), before);
    out->push_back(ClaimResult(said, row,
                               same       ? Outcome::kHold
                               : is_whole ? Outcome::kViolated
                                          : Outcome::kSoft,
                               "的实际完成值为“" + row.At("实际完成值")->raw + "”",
                               {ReachedCell(row)}));
    return;
  }
  const bool percent = (unit == "%") != StartsWith(given.number.unit, "%");
  const bool other = percent || (same && IsOfOtherThing(given, unit));
  if (!other || given.number.unit.empty()) return;
  out->push_back(ClaimResult(said, row, Outcome::kSoft,
                             "的实际完成值为“" + row.At("实际完成值")->raw + "”，单位不同",
                             {ReachedCell(row)}));
}

// Most of an indicator's name stands in the clause.
bool IsMostlyNamed(const Known& known, std::string_view words) {
  return 10 * CommonCharacters(known.characters, ToCodePoints(words)) >=
         7 * known.characters.size();
}

// The one indicator whose value a clause repeats, number and unit or words, under most of its name.
const Known* RepeatedBy(const std::vector<Known>& indicators, std::string_view words) {
  const Known* found = nullptr;
  const std::vector<PrintedNumber> numbers = NumbersIn(words);
  for (const Known& known : indicators) {
    const bool number =
        known.reached &&
        std::any_of(numbers.begin(), numbers.end(), [&](const PrintedNumber& each) {
          const auto value = ToNumber(each.value, Unit::kPoints);
          return value && value->value == *known.reached && SaysUnit(each.unit, known.unit);
        });
    constexpr size_t kTwoCharacters = 6;
    const bool text = known.asked.size() >= kTwoCharacters && words.find(known.asked) != words.npos;
    if ((!number && !text) || !IsMostlyNamed(known, words)) continue;
    if (found != nullptr) return nullptr;
    found = &known;
  }
  return found;
}

// 达到预期指标 of an indicator that did not get all points.
void CheckClaimed(const StructureInput& input, const Said& said, const Known& known,
                  std::vector<StructureResult>* out) {
  const ProjectRow& row = *known.row;
  const auto score = ScoreOf(row);
  if (!score || !AnyFindsIn(Setting(input, "met"), said.Next())) return;
  const bool full = *score >= row.NumberAt("分值")->value;
  Said both = said;
  both.clause.end = said.next.end;
  out->push_back(ClaimResult(both, row, full ? Outcome::kHold : Outcome::kViolated,
                             "得分" + ToText(*score, Unit::kPoints, 0) + "/" + row.At("分值")->raw,
                             {ReachedCell(row), CellOf(*row.At("得分"))}));
}

// A clause that denies what an indicator with all points asks.
void CheckDenied(const Said& said, const std::vector<Known>& indicators,
                 std::vector<StructureResult>* out) {
  for (const Known& known : indicators) {
    const ProjectRow& row = *known.row;
    const auto score = ScoreOf(row);
    if (!score || said.Words().find(known.names.front()) == std::string_view::npos) continue;
    if (*score < row.NumberAt("分值")->value) continue;
    out->push_back(ClaimResult(said, row, Outcome::kSoft, "却得满分" + row.At("分值")->raw + "分",
                               {ReachedCell(row)}));
  }
}

}  // namespace

// Numbers that a text gives of an indicator, what it claims of it, and what it denies.
std::vector<StructureResult> CheckIndicatorClaims(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    const std::vector<Known> indicators = KnownIndicators(input, project);
    if (indicators.empty() || project.is_transfer) continue;
    for (const ProjectText& text : project.texts) {
      const bool tells = AnyFindsIn(Setting(input, "texts"), text.name);
      const std::vector<Clause>& clauses = text.clauses;
      const std::vector<Mention> denials =
          text.in_report ? std::vector<Mention>{} : MentionsIn(text.text, Setting(input, "denied"));
      if (!tells && denials.empty()) continue;
      for (size_t i = 0; i < clauses.size(); ++i) {
        const Clause next = i + 1 < clauses.size() ? clauses[i + 1] : Clause{};
        const Said said{&project, &text, clauses[i], next};
        const bool denies = std::any_of(denials.begin(), denials.end(), [&](const Mention& each) {
          return each.begin >= said.clause.begin && each.begin < said.clause.end;
        });
        if (denies) CheckDenied(said, indicators, &out);
        if (!tells) continue;
        const Known* claimed = RepeatedBy(indicators, said.Words());
        for (const PrintedNumber& number : NumbersIn(said.Words()))
          if (const auto given = GivenBy(input, indicators, said.Words(), number))
            CheckNumber(input, said, *given, &out);
        if (claimed != nullptr) CheckClaimed(input, said, *claimed, &out);
      }
    }
  }
  return out;
}

}  // namespace juesuan
