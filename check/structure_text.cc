#include <algorithm>
#include <map>
#include <set>

#include "base/indicator_value.h"
#include "base/text.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

size_t ItemsIn(const std::string& list) {
  size_t items = 1;
  for (const char32_t c : ToCodePoints(list))
    if (c == U'、' || c == U',') ++items;
  return items;
}

// A count that the text states, and which of the patterns found it.
struct StatedCount {
  size_t pattern = 0;
  int64_t count = 0;
  std::string words;  // "13个股室"
  const CheckParagraph* paragraph = nullptr;
};

// What an indicator asks for, by project and name; of the self-evaluation if there is one.
struct CountIndicator {
  std::string project, name;
  const Record* target = nullptr;
  IndicatorValue value;
};

std::vector<CountIndicator> CountIndicators(const StructureInput& input) {
  std::vector<CountIndicator> out;
  std::set<std::pair<std::string, std::string>> seen;
  for (const Record& record : input.document->facts.records) {
    if (record.measure != "指标值" || record.kind == CellKind::kBlank) continue;
    if (!seen.emplace(record.project, MatchForm(record.line)).second) continue;
    CountIndicator each{record.project, record.line, &record, ParseIndicatorValue(record.raw)};
    if (each.value.number) out.push_back(std::move(each));
  }
  return out;
}

FindingCell CellOf(const Record& record) {
  FindingCell cell{record.form, record.row_key, record.col_key, record.raw, record.table,
                   record.row,  record.col,     record.page,    record.box};
  return cell;
}

// The counts against the indicators of one project that name the same thing.
void CheckIndicators(const StructureInput& input, const std::vector<StatedCount>& counts,
                     std::vector<StructureResult>* out) {
  const Patterns& names = Setting(input, "indicators");
  std::vector<std::string> projects;
  std::map<std::string, StructureResult> results;
  const std::vector<CountIndicator> indicators =
      counts.empty() ? std::vector<CountIndicator>{} : CountIndicators(input);
  for (const StatedCount& stated : counts) {
    if (stated.pattern >= names.size()) continue;
    for (const CountIndicator& each : indicators) {
      if (!names[stated.pattern].Matches(MatchForm(each.name))) continue;
      const auto [found, is_new] = results.try_emplace(each.project);
      if (is_new) projects.push_back(each.project);
      StructureResult& result = found->second;
      const std::string printed = each.value.op + each.value.number->ToString();
      result.place += (is_new ? each.project + ": " : ", ") + each.name + " " + printed;
      result.lhs += (is_new ? "" : ", ") + std::to_string(stated.count);
      result.rhs += (is_new ? "" : ", ") + printed;
      if (Meets(stated.count, each.value)) continue;
      result.outcome = Outcome::kViolated;
      result.message += "文中称" + stated.words + "，“" + each.project + "”的指标“" + each.name +
                        "”为" + each.target->raw + "。";
      result.cells.push_back(PlaceOf(*stated.paragraph, stated.words));
      result.cells.push_back(CellOf(*each.target));
    }
  }
  for (const std::string& project : projects) out->push_back(std::move(results[project]));
}

}  // namespace

std::vector<StructureResult> CheckAttachments(const StructureInput& input) {
  std::map<int, const CheckParagraph*> numbers;
  for (size_t i = 0; i < input.texts->size(); ++i) {
    const CheckParagraph& paragraph = input.document->paragraphs[i];
    const std::string& text = (*input.texts)[i];
    if (paragraph.kind == ParagraphKind::kContents) continue;
    for (const Pattern& pattern : Setting(input, "attachment")) {
      const std::vector<std::string> groups = pattern.GroupsOfWhole(text);
      const auto number = groups.empty() ? std::nullopt : ParseDecimal(groups.front());
      if (number && number->mantissa > 0 && number->mantissa < 100)
        numbers.emplace(static_cast<int>(number->mantissa), &paragraph);
    }
  }
  if (numbers.empty()) return {};
  StructureResult result;
  std::vector<std::string> names, digits;
  for (const auto& [number, paragraph] : numbers) {
    digits.push_back(std::to_string(number));
    names.push_back("附件" + digits.back());
  }
  result.place = JoinTexts(names, ", ");
  result.lhs = JoinTexts(digits, ",");
  result.rhs = "1..n";
  if (numbers.rbegin()->first != static_cast<int>(numbers.size())) {
    result.outcome = Outcome::kSoft;
    result.place += " only";
    result.message = "附件编号不连续：只有" + JoinTexts(names, "、") + "。";
    for (const auto& [number, paragraph] : numbers)
      result.cells.push_back(PlaceOf(*paragraph, "附件" + std::to_string(number)));
  }
  return {result};
}

// A pattern has three groups: the number, its unit, and the list; or the list, the number, its
// unit. The indicators that name the same count are those whose name is the pattern of `indicators`
// at the same place.
std::vector<StructureResult> CheckStatedCounts(const StructureInput& input) {
  std::vector<StructureResult> out;
  std::vector<StatedCount> counts;
  const Patterns& patterns = Setting(input, "counts");
  for (const Passage& passage : PassagesIn(input)) {
    for (size_t i = 0; i < patterns.size(); ++i) {
      auto groups = patterns[i].NamedGroupsIn(passage.text);
      if (groups.empty()) continue;
      const std::string number = groups["number"], unit = groups["unit"], list = groups["list"];
      StructureResult result;
      result.place = number + unit;
      result.lhs = number;
      result.rhs = std::to_string(ItemsIn(list));
      const auto stated = ParseDecimal(number);
      if (stated) counts.push_back({i, stated->mantissa, number + unit, passage.start});
      if (stated && stated->mantissa != static_cast<int64_t>(ItemsIn(list))) {
        result.outcome = Outcome::kViolated;
        result.message =
            "文中称" + number + unit + "，所列为" + result.rhs + "项，相差" +
            std::to_string(std::llabs(stated->mantissa - static_cast<int64_t>(ItemsIn(list)))) +
            "项。";
        result.cells.push_back(PlaceOf(*passage.start, number + unit));
      }
      out.push_back(std::move(result));
    }
  }
  CheckIndicators(input, counts, &out);
  return out;
}

}  // namespace juesuan
