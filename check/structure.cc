#include "check/structure.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "check/structure_checks.h"

namespace juesuan {
namespace {

struct Predicate {
  std::string_view name;
  std::vector<StructureResult> (*run)(const StructureInput&);
  std::array<std::string_view, 7> settings;
};

constexpr std::array<Predicate, 58> kPredicates = {{
    {"table_order", CheckTableOrder, {"entry", "table_entry", "code", "contents_title"}},
    {"department", CheckDepartment, {}},
    {"year", CheckYear, {}},
    {"unit", CheckUnit, {}},
    {"contents", CheckContents, {"entry", "sections", "contents_title", ""}},
    {"row_numbers", CheckRowNumbers, {}},
    {"empty_tables", CheckEmptyTables, {"none", "section_PUB07", "section_PUB08", ""}},
    {"codes", CheckCodes, {}},
    {"attachments", CheckAttachments, {"attachment", "", "", ""}},
    {"stated_counts", CheckStatedCounts, {"counts", "indicators", "", ""}},
    {"changes", CheckChanges, {"changes", "", "", ""}},
    {"shares", CheckShares, {"shares", "whole", "", ""}},
    {"completion", CheckCompletion, {"completion", "", "", ""}},
    {"text_sums", CheckTextSums, {"whole", "parts", "all", ""}},
    {"uses", CheckUses, {"uses", "", "", ""}},
    {"falling", CheckFalling, {"first", "second", "third", ""}},
    {"project_sums", CheckProjectSums, {"of"}},
    {"project_balances", CheckProjectBalances, {}},
    {"project_rates", CheckProjectRates, {"of"}},
    {"noted_rates", CheckNotedRates, {"note"}},
    {"rate_meanings", CheckRateMeanings, {"note"}},
    {"restated_money", CheckRestatedMoney, {}},
    {"weights", CheckWeights, {}},
    {"scores", CheckScores, {}},
    {"total_score", CheckTotalScore, {}},
    {"report_score", CheckReportScore, {"total", "indicators", "spending"}},
    {"missing_score", CheckMissingScore, {"rate", "unsaid"}},
    {"same_total", CheckSameTotal, {"total", "grade"}},
    {"grades", CheckGrades, {"limits"}},
    {"same_indicators", CheckSameIndicators, {}},
    {"indicator_names", CheckIndicatorNames, {}},
    {"operators", CheckOperators, {}},
    {"achieved", CheckAchieved, {}},
    {"unit_costs", CheckUnitCosts, {"not"}},
    {"monthly_costs", CheckMonthlyCosts, {"not"}},
    {"vehicle_costs", CheckVehicleCosts, {"not", "vehicles"}},
    {"same_figures", CheckSameFigures, {"form", "report"}},
    {"same_words", CheckSameWords, {"form", "report"}},
    {"near_words", CheckNearWords, {"first", "second"}},
    {"indicator_years", CheckIndicatorYears, {"date"}},
    {"text_years", CheckTextYears, {"texts", "done"}},
    {"text_money", CheckTextMoney, {"texts", "granted", "spent", "not", "subject"}},
    {"blank_money", CheckBlankMoney, {"texts", "spent"}},
    {"text_rates", CheckTextRates, {"texts", "rate", "not", "granted", "spent"}},
    {"listed_rates", CheckListedRates, {"listed"}},
    {"listed_spending", CheckListedSpending, {"listed", "of"}},
    {"stated_need", CheckStatedNeed, {"texts", "need"}},
    {"indicator_claims",
     CheckIndicatorClaims,
     {"texts", "endings", "between", "before", "asked", "met", "denied"}},
    {"source_money", CheckSourceMoney, {"of", "received", "left"}},
    {"listed_indicators", CheckListedIndicators, {"item", "of"}},
    {"listed_completion", CheckListedCompletion, {"item", "of"}},
    {"carried_money", CheckCarriedMoney, {"lines", "carried"}},
    {"evaluated", CheckEvaluated, {"evaluated", "granted", "spent"}},
    {"department_evaluated", CheckDepartmentEvaluated, {"evaluated", "granted", "spent"}},
    {"grade_tally", CheckGradeTally, {"graded"}},
    {"bettered", CheckBettered, {"bettered", "low"}},
    {"page_breaks", CheckPageBreaks, {}},
    {"equal_amounts", CheckEqualAmounts, {}},
}};

const Predicate* FindPredicate(std::string_view name) {
  for (const Predicate& predicate : kPredicates)
    if (predicate.name == name) return &predicate;
  return nullptr;
}

}  // namespace

bool IsStructure(std::string_view name) { return FindPredicate(name) != nullptr; }

bool IsStructureSetting(std::string_view structure, std::string_view key) {
  const Predicate* predicate = FindPredicate(structure);
  return predicate != nullptr && !key.empty() &&
         std::find(predicate->settings.begin(), predicate->settings.end(), key) !=
             predicate->settings.end();
}

std::vector<StructureResult> RunStructure(const StructureInput& input) {
  const Predicate* predicate = FindPredicate(input.part->structure);
  JUESUAN_CHECK(predicate != nullptr);
  return predicate->run(input);
}

std::string NumberOf(const StructureInput& input, const std::string& form) {
  const auto found = input.forms->find(form);
  const int number = found == input.forms->end() ? 0 : found->second.number;
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "公开%02d", number);
  return text.data();
}

const std::vector<Passage>& PassagesIn(const StructureInput& input) {
  if (!input.memo->passages)
    input.memo->passages = std::make_shared<const std::vector<Passage>>(
        PassagesOf(input.document->paragraphs, *input.texts));
  return *input.memo->passages;
}

FindingCell HeadOf(const TableClaim& claim, const std::string& raw) {
  FindingCell cell;
  cell.form = claim.form;
  cell.raw = raw;
  cell.page = claim.first_page;
  return cell;
}

FindingCell PlaceOf(const CheckParagraph& paragraph, const std::string& raw) {
  FindingCell cell;
  cell.raw = raw;
  cell.page = paragraph.page;
  cell.box = paragraph.box;
  return cell;
}

const Patterns& Setting(const StructureInput& input, const std::string& key) {
  static const Patterns none;
  const auto found = input.part->settings.find(key);
  return found == input.part->settings.end() ? none : found->second;
}

std::string JoinTexts(const std::vector<std::string>& texts, const std::string& between) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : between) + text;
  return out;
}

}  // namespace juesuan
