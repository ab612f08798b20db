// The predicates behind structure.h, by subject.
#pragma once

#include <string>
#include <vector>

#include "check/passages.h"
#include "check/structure.h"

namespace juesuan {

// structure_contents.cc: the 目录 against the tables and headings.
std::vector<StructureResult> CheckTableOrder(const StructureInput& input);
std::vector<StructureResult> CheckContents(const StructureInput& input);

// structure_heads.cc: what stands above the tables.
std::vector<StructureResult> CheckDepartment(const StructureInput& input);
std::vector<StructureResult> CheckYear(const StructureInput& input);
std::vector<StructureResult> CheckUnit(const StructureInput& input);
std::vector<StructureResult> CheckEmptyTables(const StructureInput& input);

// structure_rows.cc: row keys.
std::vector<StructureResult> CheckRowNumbers(const StructureInput& input);
std::vector<StructureResult> CheckCodes(const StructureInput& input);

// structure_text.cc: counts in the text.
std::vector<StructureResult> CheckAttachments(const StructureInput& input);
std::vector<StructureResult> CheckStatedCounts(const StructureInput& input);

// structure_narrative.cc: figures of sentences against each other.
std::vector<StructureResult> CheckChanges(const StructureInput& input);
std::vector<StructureResult> CheckShares(const StructureInput& input);
std::vector<StructureResult> CheckCompletion(const StructureInput& input);
std::vector<StructureResult> CheckTextSums(const StructureInput& input);
std::vector<StructureResult> CheckUses(const StructureInput& input);
std::vector<StructureResult> CheckFalling(const StructureInput& input);

// structure_project_money.cc: money in the forms of projects.
std::vector<StructureResult> CheckProjectSums(const StructureInput& input);
std::vector<StructureResult> CheckProjectBalances(const StructureInput& input);
std::vector<StructureResult> CheckProjectRates(const StructureInput& input);
std::vector<StructureResult> CheckNotedRates(const StructureInput& input);
std::vector<StructureResult> CheckRateMeanings(const StructureInput& input);
std::vector<StructureResult> CheckRestatedMoney(const StructureInput& input);

// structure_project_points.cc: points and grades.
std::vector<StructureResult> CheckWeights(const StructureInput& input);
std::vector<StructureResult> CheckScores(const StructureInput& input);
std::vector<StructureResult> CheckTotalScore(const StructureInput& input);
std::vector<StructureResult> CheckReportScore(const StructureInput& input);
std::vector<StructureResult> CheckMissingScore(const StructureInput& input);
std::vector<StructureResult> CheckSameTotal(const StructureInput& input);
std::vector<StructureResult> CheckGrades(const StructureInput& input);

// structure_indicators.cc: indicators, asked, reached and scored.
std::vector<StructureResult> CheckSameIndicators(const StructureInput& input);
std::vector<StructureResult> CheckIndicatorNames(const StructureInput& input);
std::vector<StructureResult> CheckOperators(const StructureInput& input);
std::vector<StructureResult> CheckAchieved(const StructureInput& input);

// structure_indicator_costs.cc: what they cost.
std::vector<StructureResult> CheckUnitCosts(const StructureInput& input);
std::vector<StructureResult> CheckMonthlyCosts(const StructureInput& input);
std::vector<StructureResult> CheckVehicleCosts(const StructureInput& input);

// structure_indicator_claims.cc: what texts say of them.
std::vector<StructureResult> CheckIndicatorClaims(const StructureInput& input);

// structure_project_words.cc: texts against each other.
std::vector<StructureResult> CheckSameFigures(const StructureInput& input);
std::vector<StructureResult> CheckSameWords(const StructureInput& input);
std::vector<StructureResult> CheckNearWords(const StructureInput& input);
std::vector<StructureResult> CheckIndicatorYears(const StructureInput& input);
std::vector<StructureResult> CheckTextYears(const StructureInput& input);

// structure_project_claims.cc: money that texts say.
std::vector<StructureResult> CheckTextMoney(const StructureInput& input);
std::vector<StructureResult> CheckBlankMoney(const StructureInput& input);
std::vector<StructureResult> CheckTextRates(const StructureInput& input);
std::vector<StructureResult> CheckListedRates(const StructureInput& input);
std::vector<StructureResult> CheckListedSpending(const StructureInput& input);
std::vector<StructureResult> CheckStatedNeed(const StructureInput& input);

// structure_transfer.cc: the report on a transfer payment.
std::vector<StructureResult> CheckSourceMoney(const StructureInput& input);
std::vector<StructureResult> CheckListedIndicators(const StructureInput& input);
std::vector<StructureResult> CheckListedCompletion(const StructureInput& input);
std::vector<StructureResult> CheckCarriedMoney(const StructureInput& input);

// structure_evaluations.cc: all projects together.
std::vector<StructureResult> CheckEvaluated(const StructureInput& input);
std::vector<StructureResult> CheckDepartmentEvaluated(const StructureInput& input);
std::vector<StructureResult> CheckGradeTally(const StructureInput& input);
std::vector<StructureResult> CheckBettered(const StructureInput& input);

// structure_repeats.cc: what is printed twice.
std::vector<StructureResult> CheckPageBreaks(const StructureInput& input);
std::vector<StructureResult> CheckEqualAmounts(const StructureInput& input);

// "公开07" of a form: its number in the national set.
std::string NumberOf(const StructureInput& input, const std::string& form);
const std::vector<Passage>& PassagesIn(const StructureInput& input);
// Place of a table's head, for findings.
FindingCell HeadOf(const TableClaim& claim, const std::string& raw);
FindingCell PlaceOf(const CheckParagraph& paragraph, const std::string& raw);
// The patterns of a setting; {} if the pack does not give it.
const Patterns& Setting(const StructureInput& input, const std::string& key);
std::string JoinTexts(const std::vector<std::string>& texts, const std::string& between);

}  // namespace juesuan
