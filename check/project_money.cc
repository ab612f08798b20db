#include "check/project_money.h"

#include <algorithm>

#include "check/ratio.h"
#include "check/slip.h"

namespace juesuan {
namespace {

constexpr Int128 kTenYuan = 1'000'000'000;  // 0.001 万元 on the grid of number.h
constexpr Int128 kHundredYuan = 10 * kTenYuan;

Int128 RoundedTo(Int128 value, Int128 step) { return (value + step / 2) / step * step; }

void AddRates(const ProjectRow* row, std::vector<Rate>* out) {
  if (row == nullptr || HasDoubtfulMoney(*row)) return;
  const std::optional<Number> spent = row->NumberAt("全年执行数"), initial = InitialOf(*row),
                              budget = row->NumberAt("全年预算数");
  if (!spent) return;
  for (const std::optional<Number>& whole : {initial, budget})
    if (whole && whole->value > 0 && AreComparable(whole->unit, spent->unit))
      out->push_back({*spent, *whole});
}

}  // namespace

const ProjectRow* WholeRow(const Project& project, Block block) {
  return project.Row(block, "资金总额");
}

bool HasDoubtfulMoney(const ProjectRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const ProjectCell& cell) {
    return cell.doubtful && FenPerUnit(cell.record->unit) > 0;
  });
}

std::optional<Number> InitialOf(const ProjectRow& row) {
  for (const char* measure : {"年初预算数", "预算编制数", "目标申报数"})
    if (const auto number = row.NumberAt(measure)) return number;
  return std::nullopt;
}

std::vector<Rate> RatesOf(const Project& project) {
  std::vector<Rate> out;
  AddRates(WholeRow(project, Block::kReportFunds), &out);
  if (out.empty()) AddRates(WholeRow(project, Block::kFunds), &out);
  return out;
}

std::vector<FindingCell> RateCells(const Project& project) {
  std::vector<FindingCell> out;
  for (const Block block : {Block::kReportFunds, Block::kFunds}) {
    const ProjectRow* whole = WholeRow(project, block);
    if (whole == nullptr || !whole->NumberAt("全年执行数")) continue;
    for (const char* measure : {"年初预算数", "预算编制数", "全年预算数", "全年执行数"})
      if (whole->NumberAt(measure)) out.push_back(CellOf(*whole->At(measure)));
    break;
  }
  return out;
}

Outcome CompareRates(const std::vector<Rate>& rates, const Decimal& percent) {
  Outcome best = Outcome::kSkipped;
  for (const Rate& rate : rates) {
    const Outcome outcome = CompareRatio(rate.part, rate.whole, percent);
    if (outcome == Outcome::kHold || outcome == Outcome::kRound) return outcome;
    if (best != Outcome::kSoft && outcome != Outcome::kSkipped) best = outcome;
  }
  return best == Outcome::kViolated && IsOfRounded(rates, percent) ? Outcome::kSoft : best;
}

bool IsOfRounded(const std::vector<Rate>& rates, const Decimal& percent) {
  return std::any_of(rates.begin(), rates.end(), [&](const Rate& rate) {
    const Number part{RoundedTo(rate.part.value, kHundredYuan), 0, rate.part.unit};
    const Number whole{RoundedTo(rate.whole.value, kHundredYuan), 0, rate.whole.unit};
    return CompareRatio(part, whole, percent) == Outcome::kHold;
  });
}

std::string RatesText(const std::vector<Rate>& rates) {
  std::string out;
  for (const Rate& rate : rates)
    out += (out.empty() ? "" : "或") + PercentText(rate.part, rate.whole) + "%";
  return out;
}

std::optional<Decimal> PercentIn(const Mention& mention) { return mention.Amount(); }

StructureResult PlainResult(std::string place, Outcome outcome) {
  StructureResult out;
  out.place = std::move(place);
  out.outcome = outcome;
  return out;
}

StructureResult ProjectResult(const std::string& place, Outcome outcome, const std::string& message,
                              std::vector<FindingCell> cells) {
  StructureResult out;
  out.place = place;
  out.outcome = outcome;
  if (!IsOff(outcome)) return out;
  out.message = message;
  out.cells = std::move(cells);
  return out;
}

std::string PrintedOf(const Record& record) {
  return record.unit == Unit::kText ? record.raw : record.raw + std::string(UnitName(record.unit));
}

std::string SlipText(const Number& a, const Number& b) {
  const int64_t factor = SlipFactor(a.value, a.ulp, b.value, b.ulp);
  return factor > 1 ? "（相差" + std::to_string(factor) + "倍）" : "";
}

}  // namespace juesuan
