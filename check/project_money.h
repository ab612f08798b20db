// Money of projects: rows of a form, and rates made of them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/projects.h"

namespace juesuan {

// The row of the whole project's money; nullptr if there is none.
const ProjectRow* WholeRow(const Project& project, Block block);

// What was granted at the year's beginning: 年初预算数, or one of its two columns.
std::optional<Number> InitialOf(const ProjectRow& row);

// An amount of the row is in doubt: it may be the one that a rate was made of.
bool HasDoubtfulMoney(const ProjectRow& row);

// Part and whole of 预算执行率: spent of what was granted at the beginning, and of what there was
// in the end. Of the report's table, which is the finer one, else of the self-evaluation.
struct Rate {
  Number part, whole;  // the whole above zero
};
std::vector<Rate> RatesOf(const Project& project);

// kHold or kRound if one of the rates is so printed; kSoft if it was made of amounts rounded to
// 万元 first, or cut off; kSkipped if there are none.
Outcome CompareRates(const std::vector<Rate>& rates, const Decimal& percent);
// True if amounts rounded to 万元 give the percentage and the amounts themselves do not.
bool IsOfRounded(const std::vector<Rate>& rates, const Decimal& percent);
// 60.8914%, 100.0000%
std::string RatesText(const std::vector<Rate>& rates);

// A percentage that the words of a note or text say.
std::optional<Decimal> PercentIn(const Mention& mention);

// Where the amounts of RatesOf stand: granted at the beginning, in the end, spent.
std::vector<FindingCell> RateCells(const Project& project);

// Of what holds, or cannot be judged: a place alone, since most do.
StructureResult PlainResult(std::string place, Outcome outcome);
StructureResult ProjectResult(const std::string& place, Outcome outcome, const std::string& message,
                              std::vector<FindingCell> cells);
// "12.5万元", as the record prints it with its unit.
std::string PrintedOf(const Record& record);
// "（相差10倍）" if one is ten, a hundred, … times the other, else "".
std::string SlipText(const Number& a, const Number& b);

}  // namespace juesuan
