#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "check/passages.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

size_t ItemsIn(const std::string& list) {
  size_t items = 1;
  for (const char32_t c : ToCodePoints(list))
    if (c == U'、' || c == U',') ++items;
  return items;
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
// unit.
std::vector<StructureResult> CheckStatedCounts(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Passage& passage : PassagesOf(input.document->paragraphs, *input.texts)) {
    for (const Pattern& pattern : Setting(input, "counts")) {
      auto groups = pattern.NamedGroupsIn(passage.text);
      if (groups.empty()) continue;
      const std::string number = groups["number"], unit = groups["unit"], list = groups["list"];
      StructureResult result;
      result.place = number + unit;
      result.lhs = number;
      result.rhs = std::to_string(ItemsIn(list));
      const auto stated = ParseDecimal(number);
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
  return out;
}

}  // namespace juesuan
