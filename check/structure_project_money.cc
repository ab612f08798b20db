// Money in the forms of a project: sums, balances, rates, and the report against the form.
#include <algorithm>

#include "base/text.h"
#include "check/project_money.h"
#include "check/ratio.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

constexpr Block kMoney[] = {Block::kFunds, Block::kReportFunds};

// Measures of a row that are amounts.
std::vector<std::string_view> AmountsOf(const ProjectRow& row) {
  std::vector<std::string_view> out;
  for (const ProjectCell& cell : row.cells)
    if (FenPerUnit(cell.record->unit) > 0) out.push_back(cell.measure);
  return out;
}

bool IsBlank(const Record* record) {
  return record == nullptr || record->kind == CellKind::kBlank || record->kind == CellKind::kDash;
}

// A 其中 below another part: its rows are parts of a part.
bool IsNested(const std::vector<ProjectRow>& rows) {
  for (size_t i = 2; i < rows.size(); ++i)
    if (MatchForm(rows[i].label).rfind("其中", 0) == 0) return true;
  return false;
}

StructureResult SumOf(const Project& project, Block block, const ProjectRow& whole,
                      std::string_view measure) {
  const std::string place =
      project.name + " " + std::string(BlockName(block)) + " " + std::string(measure);
  const Record* total = whole.At(measure);
  const std::optional<Number> printed = whole.NumberAt(measure);
  Int128 sum = 0, ulps = printed ? printed->ulp : 0;
  int counted = 0;
  std::vector<FindingCell> cells = {CellOf(*total)};
  for (const ProjectRow& row : project.In(block)) {
    if (&row == &whole || (IsBlank(row.At(measure)) && !row.IsInDoubt(measure))) continue;
    const std::optional<Number> part = row.NumberAt(measure);
    if (!part || !printed || !AreComparable(part->unit, printed->unit))
      return ProjectResult(place, Outcome::kSkipped, "", {});
    sum += part->value;
    ulps += part->value == 0 ? 0 : part->ulp;
    counted += part->value == 0 ? 0 : 1;
    cells.push_back(CellOf(*row.At(measure)));
  }
  if (!printed || cells.size() == 1)
    return ProjectResult(place, IsBlank(total) ? Outcome::kVacuous : Outcome::kSkipped, "", {});
  const Int128 off = Magnitude(sum - printed->value);
  const Outcome outcome = off == 0                         ? Outcome::kHold
                          : counted > 1 && off <= ulps / 2 ? Outcome::kRound
                                                           : Outcome::kViolated;
  StructureResult result =
      ProjectResult(place, outcome,
                    "“" + project.name + "”" + std::string(BlockName(block)) + "的" +
                        std::string(measure) + "：" + std::string(whole.label) + PrintedOf(*total) +
                        "，各项资金之和为" + ToText(sum, printed->unit, total->value->scale) +
                        std::string(UnitName(total->unit)) + "。",
                    std::move(cells));
  result.lhs = total->raw;
  result.rhs = ToText(sum, printed->unit, total->value->scale);
  return result;
}

}  // namespace

std::vector<StructureResult> CheckProjectSums(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input))
    for (const Block block : kMoney) {
      const ProjectRow* whole = WholeRow(project, block);
      if (whole == nullptr || project.IsLost(block) || IsNested(project.In(block))) continue;
      if (project.In(block).size() < 2 || !IsOfKind(input, project)) continue;
      for (const std::string_view measure : AmountsOf(*whole))
        out.push_back(SumOf(project, block, *whole, measure));
    }
  return out;
}

std::vector<StructureResult> CheckProjectBalances(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input))
    for (const Block block : kMoney)
      for (const ProjectRow& row : project.In(block)) {
        const auto budget = row.NumberAt("全年预算数"), spent = row.NumberAt("全年执行数"),
                   left = row.NumberAt("资金结转(余)");
        if (!budget || !spent || !left) continue;
        const Int128 off = Magnitude(budget->value - spent->value - left->value);
        const Int128 envelope = (budget->ulp + spent->ulp + left->ulp) / 2;
        const Outcome outcome = off == 0          ? Outcome::kHold
                                : off <= envelope ? Outcome::kRound
                                                  : Outcome::kViolated;
        const Record &b = *row.At("全年预算数"), &s = *row.At("全年执行数"),
                     &l = *row.At("资金结转(余)");
        out.push_back(
            ProjectResult(project.name + " " + std::string(row.line) + " 结转", outcome,
                          "“" + project.name + "”" + std::string(BlockName(block)) + "：" +
                              PrintedOf(b) + "减去" + PrintedOf(s) + "，应结转（余）" +
                              ToText(budget->value - spent->value, budget->unit, b.value->scale) +
                              std::string(UnitName(b.unit)) + "，表中为" + PrintedOf(l) + "。",
                          {CellOf(l), CellOf(b), CellOf(s)}));
      }
  return out;
}

namespace {

// 执行率 of a row against its own amounts.
void AddRate(const Project& project, const ProjectRow& row, std::vector<StructureResult>* out) {
  const auto spent = row.NumberAt("全年执行数"), budget = row.NumberAt("全年预算数"),
             initial = InitialOf(row);
  const Record* rate = row.At("执行率");
  if (!spent || rate == nullptr || !row.NumberAt("执行率") || HasDoubtfulMoney(row)) return;
  std::vector<Rate> rates;
  for (const auto& whole : {budget, initial})
    if (whole && whole->value > 0 && AreComparable(whole->unit, spent->unit))
      rates.push_back({*spent, *whole});
  // 0.8 without a sign may be 80 %.
  const Decimal hundredfold{rate->value->mantissa * 100, rate->value->scale};
  const bool is_share = rate->raw.find('%') == std::string::npos &&
                        CompareRates(rates, hundredfold) == Outcome::kHold;
  const Outcome outcome = is_share ? Outcome::kHold : CompareRates(rates, *rate->value);
  if (outcome == Outcome::kSkipped) return;
  std::vector<FindingCell> cells = {CellOf(*rate), CellOf(*row.At("全年执行数"))};
  if (budget) cells.push_back(CellOf(*row.At("全年预算数")));
  out->push_back(ProjectResult(project.name + " " + std::string(row.line) + " 执行率", outcome,
                               "“" + project.name + "”" + std::string(row.label) + "的执行率为" +
                                   rate->raw + "，按表中金额计算应为" + RatesText(rates) + "。",
                               std::move(cells)));
}

// Points for money spent, of 10 or of those printed, against the share spent.
void AddRatePoints(const Project& project, const ProjectRow& row,
                   std::vector<StructureResult>* out) {
  constexpr Int128 kPoint = 1'000'000;
  const auto points = row.NumberAt("得分"), rate = row.NumberAt("执行率"),
             most = row.NumberAt("分值");
  if (!points || !rate) return;
  const Int128 whole = most ? most->value : 10 * kPoint;
  const Int128 share = std::min<Int128>(rate->value, 100 * kPoint);
  const Int128 off = Magnitude(whole * share / (100 * kPoint) - points->value);
  const Outcome outcome = off <= kPoint / 100 ? Outcome::kHold : Outcome::kSoft;
  out->push_back(ProjectResult(project.name + " 执行得分", outcome,
                               "“" + project.name + "”预算执行得分" + row.At("得分")->raw +
                                   "分，与执行率" + row.At("执行率")->raw + "不成比例。",
                               {CellOf(*row.At("得分")), CellOf(*row.At("执行率"))}));
}

}  // namespace

std::vector<StructureResult> CheckProjectRates(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    if (!IsOfKind(input, project)) continue;
    for (const Block block : kMoney) {
      for (const ProjectRow& row : project.In(block)) AddRate(project, row, &out);
      if (const ProjectRow* whole = WholeRow(project, block)) AddRatePoints(project, *whole, &out);
    }
  }
  return out;
}

namespace {

// A note beside the money that says a rate.
struct NotedRate {
  const Record* note = nullptr;
  const Record* printed = nullptr;  // 执行率 of the same row, or of the whole; nullptr if none
  Decimal percent;
};

std::vector<NotedRate> NotedRates(const StructureInput& input, const Project& project) {
  std::vector<NotedRate> out;
  for (const Block block : kMoney) {
    const ProjectRow* whole = WholeRow(project, block);
    for (const ProjectRow& row : project.In(block)) {
      const Record* note = row.TextAt("偏差原因");
      if (note == nullptr) continue;
      for (const Mention& mention : MentionsIn(MatchForm(note->raw), Setting(input, "note"))) {
        const std::optional<Decimal> percent = PercentIn(mention);
        if (!percent) continue;
        const Record* printed = row.NumberAt("执行率") ? row.At("执行率")
                                : whole != nullptr && whole->NumberAt("执行率")
                                    ? whole->At("执行率")
                                    : nullptr;
        out.push_back({note, printed, *percent});
      }
    }
  }
  return out;
}

}  // namespace

namespace {

std::vector<FindingCell> Noted(const Record& note, const Project& project) {
  std::vector<FindingCell> cells = RateCells(project);
  cells.insert(cells.begin(), CellOf(note));
  return cells;
}

}  // namespace

// What the note beside the money says of 预算执行率.
std::vector<StructureResult> CheckNotedRates(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    const std::vector<Rate> rates = RatesOf(project);
    for (const NotedRate& each : NotedRates(input, project)) {
      const Outcome outcome = CompareRates(rates, each.percent);
      const bool rounded = outcome == Outcome::kSoft && IsOfRounded(rates, each.percent);
      out.push_back(ProjectResult(project.name, outcome,
                                  "“" + project.name + "”偏差原因中的执行率" +
                                      each.percent.ToString() + "%与表中金额不符，应为" +
                                      RatesText(rates) +
                                      (rounded ? "（是用四舍五入到万元后的金额算的）。" : "。"),
                                  Noted(*each.note, project)));
    }
  }
  return out;
}

// Two rates side by side that mean different wholes: one finding for all projects.
std::vector<StructureResult> CheckRateMeanings(const StructureInput& input) {
  std::vector<FindingCell> cells;
  std::string names;
  int count = 0;
  for (const Project& project : ProjectsOf(input)) {
    const size_t before = cells.size();
    for (const NotedRate& each : NotedRates(input, project)) {
      if (each.printed == nullptr || IsSame(*each.printed->value, each.percent)) continue;
      cells.push_back(CellOf(*each.note));
      cells.push_back(CellOf(*each.printed));
    }
    if (cells.size() == before) continue;
    ++count;
    names += (names.empty() ? "" : "、") + project.name;
  }
  if (count == 0) return {};
  return {ProjectResult(
      "执行率口径", Outcome::kSoft,
      std::to_string(count) + "个项目的执行率栏与偏差原因中的执行率口径不同（" + names + "）。",
      std::move(cells))};
}

std::vector<StructureResult> CheckRestatedMoney(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input))
    for (const ProjectRow& row : project.In(Block::kFunds)) {
      const ProjectRow* other = project.Row(Block::kReportFunds, row.line);
      if (other == nullptr) continue;
      Outcome worst = Outcome::kVacuous;
      std::string message;
      std::vector<FindingCell> cells;
      for (const std::string_view measure : AmountsOf(row)) {
        const auto here = row.NumberAt(measure), there = other->NumberAt(measure);
        if (!here || !there || !AreComparable(here->unit, there->unit)) continue;
        const Int128 off = Magnitude(here->value - there->value);
        if (worst == Outcome::kVacuous) worst = Outcome::kHold;
        if (off == 0) continue;
        if (off <= (here->ulp + there->ulp) / 2) {
          if (worst == Outcome::kHold) worst = Outcome::kRound;
          continue;
        }
        worst = Outcome::kViolated;
        message += std::string(measure) + "自评表为" + PrintedOf(*row.At(measure)) + "、报告为" +
                   PrintedOf(*other->At(measure)) + SlipText(*here, *there) + "；";
        cells.push_back(CellOf(*row.At(measure)));
        cells.push_back(CellOf(*other->At(measure)));
      }
      out.push_back(ProjectResult(
          project.name + " " + std::string(row.line), worst,
          "“" + project.name + "”（" + std::string(row.label) + "）" + message + "两处不一致。",
          std::move(cells)));
    }
  return out;
}

}  // namespace juesuan
