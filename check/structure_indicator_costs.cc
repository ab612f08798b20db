// What indicators say things cost, times their number, against the money that was spent.
#include <algorithm>

#include "base/text.h"
#include "check/indicator_pairs.h"
#include "check/project_money.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

// 10000 元/辆: money a unit of it costs; "" as denominator: money alone.
struct Cost {
  const ProjectRow* row = nullptr;
  Number money;
  bool at_most = false;  // ≤ is printed before it
  std::vector<std::string> per;
};

std::optional<Cost> CostOf(const ProjectRow& row, std::string_view measure) {
  const IndicatorValue* value = row.ValueAt(measure);
  if (!value || !value->number || value->number->mantissa <= 0) return std::nullopt;
  std::vector<std::string> parts = Split(value->unit, '/');
  const Unit unit = ParseUnit(parts.front()).value_or(Unit::kNone);
  const auto money = FenPerUnit(unit) > 0 ? ToNumber(*value->number, unit) : std::nullopt;
  if (!money) return std::nullopt;
  parts.erase(parts.begin());
  return Cost{&row, *money, value->op == "≤" || value->op == "<", std::move(parts)};
}

struct Count {
  const ProjectRow* row = nullptr;
  Decimal number;
};

bool Contains(std::string_view text, std::string_view part) {
  return !part.empty() && text.find(part) != std::string_view::npos;
}

// How many of what a cost is a unit of: the count of that unit whose name the cost's name holds,
// or the only one.
std::optional<Count> CountFor(const Cost& cost, const Project& project) {
  std::vector<Count> counts;
  for (const ProjectRow& row : IndicatorsOf(project)) {
    const IndicatorValue *value = row.ValueAt("实际完成值"), *asked = row.ValueAt("指标值");
    if (!value || !value->number || row.panel.find("数量") == std::string_view::npos) continue;
    const std::string unit = value->unit.empty() && asked ? asked->unit : value->unit;
    if (unit == cost.per.front()) counts.push_back({&row, *value->number});
  }
  for (const Count& count : counts)
    if (Contains(cost.row->label, count.row->label)) return count;
  return counts.size() == 1 ? std::optional(counts.front()) : std::nullopt;
}

// Amount times count; nullopt where the count is no small whole number.
std::optional<Int128> Times(const Number& money, const Decimal& count) {
  constexpr int64_t kMost = 100'000'000;
  if (count.scale > 4 || count.mantissa < 0 || count.mantissa > kMost) return std::nullopt;
  Int128 product = money.value * count.mantissa;
  for (int i = 0; i < count.scale; ++i) product /= 10;
  return product;
}

std::optional<Number> SpentOn(const Project& project) {
  for (const Block block : {Block::kReportFunds, Block::kFunds})
    if (const ProjectRow* whole = WholeRow(project, block))
      if (const auto spent = whole->NumberAt("全年执行数")) return spent;
  return std::nullopt;
}

FindingCell SpentCell(const Project& project) {
  for (const Block block : {Block::kReportFunds, Block::kFunds})
    if (const ProjectRow* whole = WholeRow(project, block))
      if (whole->NumberAt("全年执行数")) return CellOf(*whole->At("全年执行数"));
  return {};
}

// Costs added up, and where they stand. What costs at most so much may have cost less.
struct Added {
  Int128 sum = 0, sure = 0;
  int terms = 0;
  std::string words;
  std::vector<FindingCell> cells;

  void Add(Int128 amount, bool at_most, const std::string& term,
           const std::vector<const Record*>& records) {
    sum += amount;
    sure += at_most ? 0 : amount;
    words += (terms++ == 0 ? "" : "+") + term;
    for (const Record* record : records) cells.push_back(CellOf(*record));
  }
};

std::vector<Cost> CostsOf(const StructureInput& input, const Project& project,
                          std::string_view measure) {
  std::vector<Cost> out;
  for (const ProjectRow& row : IndicatorsOf(project)) {
    if (row.panel.find("成本") == std::string_view::npos) continue;
    if (AnyFindsIn(Setting(input, "not"), MatchForm(row.label))) continue;
    if (auto cost = CostOf(row, measure)) out.push_back(std::move(*cost));
  }
  return out;
}

void AddProduct(const Project& project, const Cost& cost, Added* out) {
  const std::optional<Count> count = CountFor(cost, project);
  const auto product = count ? Times(cost.money, count->number) : std::nullopt;
  if (!product) return;
  const Record &price = *cost.row->At("实际完成值"), &number = *count->row->At("实际完成值");
  out->Add(*product, cost.at_most, price.raw + "×" + number.raw, {&price, &number});
}

Outcome CompareCosts(const Added& added, const Number& limit) {
  const Int128 most = limit.value + limit.ulp;
  return added.sure > most  ? Outcome::kViolated
         : added.sum > most ? Outcome::kSoft
                            : Outcome::kHold;
}

StructureResult CostResult(const Project& project, const Added& added, const Number& spent) {
  std::vector<FindingCell> cells = added.cells;
  cells.push_back(SpentCell(project));
  StructureResult out = ProjectResult(project.name, CompareCosts(added, spent),
                                      "“" + project.name + "”按成本指标计算" + added.words + "=" +
                                          ToText(added.sum, Unit::kYuan, 0) + "元，超过全年执行数" +
                                          ToText(spent.value, Unit::kYuan, 0) + "元。",
                                      std::move(cells));
  out.lhs = ToText(added.sum, Unit::kYuan, 0);
  out.rhs = ToText(spent.value, Unit::kYuan, 0);
  return out;
}

bool IsAmountOf(const Project& project, const Cost& cost) {
  for (const Block block : {Block::kFunds, Block::kReportFunds})
    for (const ProjectRow& row : project.In(block))
      for (const ProjectCell& cell : row.cells) {
        const auto amount = row.NumberAt(cell.measure);
        if (amount && amount->value > 0 && AreComparable(amount->unit, cost.money.unit) &&
            2 * Magnitude(amount->value - cost.money.value) <= amount->ulp)
          return true;
      }
  return false;
}

}  // namespace

// Unit costs times counts, and costs that are whole amounts, each do not exceed what was spent.
std::vector<StructureResult> CheckUnitCosts(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    const std::optional<Number> spent = SpentOn(project);
    if (!spent) continue;
    Added products, amounts;
    for (const Cost& cost : CostsOf(input, project, "实际完成值")) {
      if (cost.per.size() == 1) AddProduct(project, cost, &products);
      if (!cost.per.empty() || IsAmountOf(project, cost)) continue;
      const Record& amount = *cost.row->At("实际完成值");
      amounts.Add(cost.money.value, cost.at_most, amount.raw, {&amount});
    }
    if (products.terms > 0) out.push_back(CostResult(project, products, *spent));
    if (amounts.terms > 1) out.push_back(CostResult(project, amounts, *spent));
  }
  return out;
}

// A standard a person and month, for all persons and twelve months: they may have come and gone.
std::vector<StructureResult> CheckMonthlyCosts(const StructureInput& input) {
  constexpr int kMonths = 12;
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    const std::optional<Number> spent = SpentOn(project);
    Added added;
    for (Cost cost : CostsOf(input, project, "指标值")) {
      const auto month = std::find(cost.per.begin(), cost.per.end(), "月");
      if (!spent || cost.per.size() != 2 || month == cost.per.end()) continue;
      cost.per.erase(month);
      const std::optional<Count> count = CountFor(cost, project);
      const auto product = count ? Times(cost.money, count->number) : std::nullopt;
      if (!product) continue;
      const Record &price = *cost.row->At("指标值"), &number = *count->row->At("实际完成值");
      added.Add(*product * kMonths, true, price.raw + "×" + number.raw + "×12", {&price, &number});
    }
    if (added.terms > 0) out.push_back(CostResult(project, added, *spent));
  }
  return out;
}

// What all projects say their official vehicles cost against 公务用车运行维护费 of PUB09.
std::vector<StructureResult> CheckVehicleCosts(const StructureInput& input) {
  const FormTable* table = input.index->Find("PUB09");
  const int at = table == nullptr ? -1 : table->Find("决算数", "公务用车运行维护费");
  if (at < 0) return {};
  const Record& record = input.document->facts.records[static_cast<size_t>(at)];
  const auto limit = record.value ? ToNumber(*record.value, record.unit) : std::nullopt;
  if (!limit || FenPerUnit(record.unit) == 0) return {};
  Added added;
  for (const Project& project : ProjectsOf(input))
    for (const Cost& cost : CostsOf(input, project, "实际完成值"))
      if (cost.per == std::vector<std::string>{"辆"} &&
          AnyFindsIn(Setting(input, "vehicles"), MatchForm(cost.row->label)))
        AddProduct(project, cost, &added);
  if (added.terms == 0) return {};
  added.cells.push_back(CellOf(record));
  return {ProjectResult("Σ", CompareCosts(added, *limit),
                        "各项目公务用车运行维护费按每辆成本计算" + added.words + "=" +
                            ToText(added.sum, Unit::kYuan, 0) + "元，超过“三公”经费表中的" +
                            PrintedOf(record) + "。",
                        std::move(added.cells))};
}

}  // namespace juesuan
