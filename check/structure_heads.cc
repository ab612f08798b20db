#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "check/equation.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

// One of the tables of the account; what else was claimed has heads of its own.
bool IsAccount(const StructureInput& input, const TableClaim& claim) {
  return input.forms->count(claim.form) > 0;
}

// Every claimed form's table against one word of the document.
template <typename Get>
std::vector<StructureResult> SameEverywhere(const StructureInput& input, const std::string& wanted,
                                            const std::string& what, Get get) {
  std::vector<StructureResult> out;
  for (const TableClaim& claim : input.document->facts.tables) {
    const std::string printed = get(claim);
    if (!IsAccount(input, claim) || printed.empty() || wanted.empty()) continue;
    StructureResult result;
    result.place = NumberOf(input, claim.form);
    result.lhs = printed;
    result.rhs = wanted;
    const std::string a = MatchForm(printed), b = MatchForm(wanted);
    if (a != b) {
      // 某局 and 某局（本级) may be the same.
      const bool inside = a.find(b) != std::string::npos || b.find(a) != std::string::npos;
      result.outcome = inside ? Outcome::kSoft : Outcome::kViolated;
      result.message =
          "《" + claim.title + "》的" + what + "“" + printed + "”与本文件的“" + wanted + "”不同。";
      result.cells.push_back(HeadOf(claim, printed));
    }
    out.push_back(std::move(result));
  }
  return out;
}

bool HasAmount(const StructureInput& input, const std::string& form) {
  const auto& records = input.document->facts.records;
  return std::any_of(records.begin(), records.end(), [&](const Record& record) {
    return record.form == form && record.value && record.value->mantissa != 0;
  });
}

// What the text says under the heading that names the form's section: nothing to report?
bool TextSaysNone(const StructureInput& input, const std::string& form) {
  bool inside = false;
  for (size_t i = 0; i < input.texts->size(); ++i) {
    const CheckParagraph& paragraph = input.document->paragraphs[i];
    const std::string& text = (*input.texts)[i];
    if (paragraph.kind == ParagraphKind::kHeading) {
      inside = AnyFindsIn(Setting(input, "section_" + form), text);
    } else if (inside && paragraph.kind == ParagraphKind::kBody) {
      if (AnyFindsIn(Setting(input, "none"), text)) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<StructureResult> CheckDepartment(const StructureInput& input) {
  return SameEverywhere(input, input.document->facts.department, "部门名称",
                        [](const TableClaim& claim) { return claim.department; });
}

std::vector<StructureResult> CheckYear(const StructureInput& input) {
  return SameEverywhere(input, input.document->facts.year, "年度",
                        [](const TableClaim& claim) { return claim.year; });
}

std::vector<StructureResult> CheckUnit(const StructureInput& input) {
  std::vector<std::string> units, numbers;
  std::set<Unit> distinct;
  StructureResult result;
  for (const TableClaim& claim : input.document->facts.tables) {
    if (!IsAccount(input, claim) || FenPerUnit(claim.unit) == 0) continue;
    units.emplace_back(UnitName(claim.unit));
    numbers.push_back(NumberOf(input, claim.form));
    if (distinct.insert(claim.unit).second)
      result.cells.push_back(HeadOf(claim, std::string(UnitName(claim.unit))));
  }
  if (units.size() < 2) return {};
  std::sort(numbers.begin(), numbers.end());
  result.place = numbers.front() + "-" + numbers.back().substr(numbers.back().size() - 2);
  result.lhs = JoinTexts(units, "、");
  if (distinct.size() > 1) {
    result.outcome = Outcome::kViolated;
    result.message = "各表金额单位不一致：" + result.lhs + "。";
  }
  return {result};
}

std::vector<StructureResult> CheckEmptyTables(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const TableClaim& claim : input.document->facts.tables) {
    const auto& forms = input.rule->forms;
    if (std::find(forms.begin(), forms.end(), claim.form) == forms.end()) continue;
    StructureResult result;
    result.place = NumberOf(input, claim.form);
    const bool empty = !HasAmount(input, claim.form);
    const bool text_says_none = TextSaysNone(input, claim.form);
    result.lhs = empty ? "空表" : "有数据";
    result.rhs = claim.declared_empty ? "本表无数据" : text_says_none ? "无此项" : "";
    if (!empty && (claim.declared_empty || text_says_none)) {
      result.outcome = Outcome::kViolated;
      result.message = "《" + claim.title + "》有数据，却说明“" + result.rhs + "”。";
    } else if (empty && !claim.declared_empty && !text_says_none) {
      result.outcome = Outcome::kSoft;
      result.message = "《" + claim.title + "》没有数据，也没有说明本表无数据。";
    }
    if (IsOff(result.outcome)) result.cells.push_back(HeadOf(claim, claim.title));
    out.push_back(std::move(result));
  }
  return out;
}

}  // namespace juesuan
