#include <algorithm>
#include <utility>

#include "corpus/form_sheet.h"
#include "corpus/invent_forms.h"

namespace juesuan {
namespace {

// One line of a side: canonical name, label as printed, amounts. An empty name is a line left
// blank.
struct Line {
  std::string name, label;
  std::vector<int64_t> amounts;
};

std::string Numbered(size_t index, const std::string& name) {
  return ChineseOrdinal(static_cast<int>(index) + 1) + "、" + name;
}

// Two sides of lines as rows. With numbers, the left side is numbered first.
class BalanceSheet {
 public:
  BalanceSheet(std::string form, const InventContext& context)
      : context_(context), sheet_(std::move(form), context.variant, context.out) {}

  void Head(const std::vector<std::string>& right_columns) {
    const Variant& variant = context_.variant;
    std::vector<std::string> sides = {"收入", ""}, names = {"项目"}, numbers = {"栏次"};
    right_ = right_columns;
    if (variant.numbers) {
      sides.emplace_back();
      names.emplace_back("行次");
      numbers.emplace_back();
    }
    names.push_back(variant.amount_word);
    numbers.emplace_back("1");
    sides.emplace_back("支出");
    names.emplace_back("项目");
    numbers.emplace_back("栏次");
    if (variant.numbers) {
      sides.emplace_back();
      names.emplace_back("行次");
      numbers.emplace_back();
    }
    for (size_t i = 0; i < right_columns.size(); ++i) {
      sides.emplace_back();
      names.push_back(right_columns[i]);
      numbers.push_back(std::to_string(i + 2));
    }
    sheet_.Header(sides);
    sheet_.Header(names);
    if (variant.numbers) sheet_.Header(numbers);
  }

  Table Rows(const std::vector<Line>& left, const std::vector<Line>& right) {
    for (size_t i = 0; i < left.size(); ++i) {
      sheet_.BeginRow();
      const std::string number = std::to_string(i + 1);
      Side(left[i], number, "收入", {context_.variant.amount_word}, {"金额"}, 1);
      Side(right[i], std::to_string(i + 1 + left.size()), "支出", right_, measures_, 2);
    }
    return sheet_.Finish();
  }

  void set_measures(std::vector<std::string> measures) { measures_ = std::move(measures); }

 private:
  void Side(const Line& line, const std::string& number, const std::string& panel,
            const std::vector<std::string>& columns, const std::vector<std::string>& measures,
            int first) {
    const bool numbers = context_.variant.numbers;
    sheet_.Word(line.label);
    if (numbers) sheet_.Word(number);
    const RowName row{numbers ? number : line.name, line.label};
    for (size_t c = 0; c < columns.size(); ++c) {
      const ColumnName column{measures[c], first + static_cast<int>(c), panel, {panel, columns[c]}};
      if (line.name.empty()) {
        sheet_.Printed("", context_.variant.MoneyUnit(), row, column);
      } else {
        sheet_.Amount(line.amounts[c], row, column);
      }
    }
  }

  const InventContext& context_;
  FormSheet sheet_;
  std::vector<std::string> right_, measures_;
};

const std::string& TotalLabel(const Variant& variant, const std::string& own) {
  static const std::string kTotal = "总计";
  return variant.aliases ? own : kTotal;
}

// Spending of one 类 by fund.
int64_t Spent(const Ledger& ledger, const std::string& division,
              int64_t (*amount)(const LedgerItem&)) {
  int64_t sum = 0;
  for (const LedgerItem& item : ledger.items) {
    if (item.code.code.compare(0, 3, division) == 0) sum += amount(item);
  }
  return sum;
}

int64_t AllOf(const LedgerItem& item) { return item.Spending(); }
int64_t GeneralOf(const LedgerItem& item) { return item.General(); }
int64_t FundOf(const LedgerItem& item) { return item.fund_project; }
int64_t CapitalOf(const LedgerItem& item) { return item.capital_project; }

// Blank lines between the sources and the totals are dropped where lines carry no number.
void Pad(const std::vector<Line>& tail, size_t to, std::vector<Line>* lines) {
  while (lines->size() < to) lines->push_back({});
  lines->insert(lines->end(), tail.begin(), tail.end());
}

std::vector<Line> Fiscal(const Ledger& ledger) {
  const int64_t general = ledger.Sum(&LedgerItem::GeneralIncome);
  const int64_t fund = ledger.Sum(&LedgerItem::FundIncome);
  const int64_t capital = ledger.Sum(&LedgerItem::capital_project);
  return {{"一般公共预算财政拨款", "", {general}},
          {"政府性基金预算财政拨款", "", {fund}},
          {"国有资本经营预算财政拨款", "", {capital}}};
}

}  // namespace

std::string PrintedDivision(const std::string& name, const Variant& variant) {
  for (const Division& division : Divisions()) {
    if (division.name == name && variant.older_names && !division.older.empty()) {
      return division.older;
    }
  }
  return name;
}

Table Invent01(const InventContext& context) {
  const Ledger& ledger = context.ledger;
  const Variant& variant = context.variant;
  std::vector<Line> left = Fiscal(ledger), right;
  for (Line& line : left) line.name += "收入";
  left.push_back({"上级补助收入", "", {0}});
  left.push_back({"事业收入", "", {ledger.Sum(&LedgerItem::business)}});
  left.push_back({"经营收入", "", {0}});
  left.push_back({"附属单位上缴收入", "", {0}});
  left.push_back({"其他收入", "", {ledger.Sum(&LedgerItem::other)}});
  for (size_t i = 0; i < left.size(); ++i) left[i].label = Numbered(i, left[i].name);
  for (size_t i = 0; i < Divisions().size(); ++i) {
    const Division& division = Divisions()[i];
    right.push_back({division.name,
                     Numbered(i, PrintedDivision(division.name, variant)),
                     {Spent(ledger, division.code, AllOf)}});
  }
  const int64_t income = ledger.Sum(&LedgerItem::Income);
  const int64_t spending = ledger.Sum(&LedgerItem::Spending);
  const int64_t total = income + ledger.balance_used + ledger.BroughtForward();
  const std::string used =
      variant.older_names ? "使用非财政拨款结余" : "使用非财政拨款结余（含专用结余）";
  std::vector<Line> left_tail = {{"本年收入合计", "本年收入合计", {income}},
                                 {"使用非财政拨款结余", used, {ledger.balance_used}},
                                 {"年初结转和结余", "年初结转和结余", {ledger.BroughtForward()}},
                                 {},
                                 {"收入总计", TotalLabel(variant, "收入总计"), {total}}};
  std::vector<Line> right_tail = {{"本年支出合计", "本年支出合计", {spending}},
                                  {"结余分配", "结余分配", {ledger.allocated}},
                                  {"年末结转和结余", "年末结转和结余", {ledger.CarriedForward()}},
                                  {},
                                  {"支出总计",
                                   TotalLabel(variant, "支出总计"),
                                   {spending + ledger.allocated + ledger.CarriedForward()}}};
  if (!variant.numbers) {
    left_tail.erase(left_tail.begin() + 3);
    right_tail.erase(right_tail.begin() + 3);
  }
  Pad(left_tail, right.size(), &left);
  Pad(right_tail, right.size(), &right);
  BalanceSheet sheet("PUB01", context);
  sheet.set_measures({"金额"});
  sheet.Head({variant.amount_word});
  return sheet.Rows(left, right);
}

Table Invent04(const InventContext& context) {
  const Ledger& ledger = context.ledger;
  const Variant& variant = context.variant;
  std::vector<Line> left = Fiscal(ledger), right;
  for (size_t i = 0; i < left.size(); ++i) left[i].label = Numbered(i, left[i].name);
  std::vector<int64_t> spent(4), carried(4);
  for (size_t i = 0; i < Divisions().size(); ++i) {
    const Division& division = Divisions()[i];
    const int64_t general = Spent(ledger, division.code, GeneralOf);
    const int64_t fund = Spent(ledger, division.code, FundOf);
    const int64_t capital = Spent(ledger, division.code, CapitalOf);
    const std::vector<int64_t> amounts = {general + fund + capital, general, fund, capital};
    for (size_t c = 0; c < 4; ++c) spent[c] += amounts[c];
    right.push_back({division.name, Numbered(i, PrintedDivision(division.name, variant)), amounts});
  }
  const int64_t general_in = ledger.Sum(&LedgerItem::general_in);
  const int64_t fund_in = ledger.Sum(&LedgerItem::fund_in);
  carried[1] = ledger.Sum(&LedgerItem::general_out);
  carried[2] = ledger.Sum(&LedgerItem::fund_out);
  carried[0] = carried[1] + carried[2];
  const int64_t income = ledger.Sum(&LedgerItem::FiscalIncome);
  const std::string before = "年初财政拨款结转和结余";
  std::vector<int64_t> total(4);
  for (size_t c = 0; c < 4; ++c) total[c] = spent[c] + carried[c];
  const std::vector<Line> left_tail = {
      {"本年收入合计", "本年收入合计", {income}},
      {before, before, {general_in + fund_in}},
      {before + "：一般公共预算财政拨款", "一般公共预算财政拨款", {general_in}},
      {before + "：政府性基金预算财政拨款", "政府性基金预算财政拨款", {fund_in}},
      {before + "：国有资本经营预算财政拨款", "国有资本经营预算财政拨款", {0}},
      {"收入总计", TotalLabel(variant, "收入总计"), {income + general_in + fund_in}}};
  const std::vector<Line> right_tail = {
      {"本年支出合计", "本年支出合计", spent},
      {"年末财政拨款结转和结余", "年末财政拨款结转和结余", carried},
      {},
      {},
      {},
      {"支出总计", TotalLabel(variant, "支出总计"), total}};
  Pad(left_tail, right.size(), &left);
  Pad(right_tail, right.size(), &right);
  BalanceSheet sheet("PUB04", context);
  sheet.set_measures(
      {"合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"});
  sheet.Head(
      {"合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"});
  return sheet.Rows(left, right);
}

}  // namespace juesuan
