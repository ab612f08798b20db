#include "corpus/form_sheet.h"
#include "corpus/invent_forms.h"

namespace juesuan {
namespace {

constexpr char kVehicles[] = "公务用车购置及运行维护费";

struct Expense {
  std::string measure;
  std::vector<std::string> path;
  int64_t budget = 0, account = 0;
};

std::vector<Expense> Expenses(const Ledger& ledger) {
  const PublicExpense &budget = ledger.budget, &account = ledger.account;
  return {
      {"合计", {"合计"}, budget.Total(), account.Total()},
      {"因公出国（境）费", {"因公出国（境）费"}, budget.abroad, account.abroad},
      {kVehicles, {kVehicles, "小计"}, budget.Vehicles(), account.Vehicles()},
      {"公务用车购置费", {kVehicles, "公务用车购置费"}, budget.purchase, account.purchase},
      {"公务用车运行维护费", {kVehicles, "公务用车运行维护费"}, budget.running, account.running},
      {"公务接待费", {"公务接待费"}, budget.reception, account.reception}};
}

// Each item's budget and account side by side, under the item.
Table Interleaved(const InventContext& context) {
  FormSheet sheet("PUB09", context.variant, context.out);
  std::vector<std::string> first, second, third, numbers;
  std::string group;
  const std::vector<Expense> expenses = Expenses(context.ledger);
  for (const Expense& expense : expenses) {
    const bool nested = expense.path.size() > 1;
    first.push_back(nested && group == expense.path[0] ? "" : expense.path[0]);
    group = expense.path[0];
    second.push_back(nested ? expense.path[1] : "");
    first.emplace_back();
    second.emplace_back();
    third.insert(third.end(), {"预算数", "决算数"});
    numbers.push_back(std::to_string(numbers.size() + 1));
    numbers.push_back(std::to_string(numbers.size() + 1));
  }
  sheet.Header(first);
  sheet.Header(second);
  sheet.Header(third);
  if (context.variant.numbers) sheet.Header(numbers);
  sheet.BeginRow();
  int number = 0;
  for (const Expense& expense : expenses) {
    std::vector<std::string> path = expense.path;
    path.emplace_back("预算数");
    sheet.Amount(expense.budget, {"1", ""}, {expense.measure, ++number, "预算数", path});
    path.back() = "决算数";
    sheet.Amount(expense.account, {"1", ""}, {expense.measure, ++number, "决算数", path});
  }
  return sheet.Finish();
}

// All budgets, then all accounts.
Table Halves(const InventContext& context) {
  FormSheet sheet("PUB09", context.variant, context.out);
  const std::vector<Expense> expenses = Expenses(context.ledger);
  std::vector<std::string> first, second, third, numbers;
  for (const char* half : {"预算数", "决算数"}) {
    std::string group;
    for (const Expense& expense : expenses) {
      const bool nested = expense.path.size() > 1;
      first.push_back(&expense == &expenses[0] ? half : "");
      second.push_back(nested && group == expense.path[0] ? "" : expense.path[0]);
      group = expense.path[0];
      third.push_back(nested ? expense.path[1] : "");
      numbers.push_back(std::to_string(numbers.size() + 1));
    }
  }
  sheet.Header(first);
  sheet.Header(second);
  sheet.Header(third);
  if (context.variant.numbers) sheet.Header(numbers);
  sheet.BeginRow();
  int number = 0;
  for (const bool budget : {true, false}) {
    for (const Expense& expense : expenses) {
      std::vector<std::string> path = expense.path;
      path.insert(path.begin(), budget ? "预算数" : "决算数");
      sheet.Amount(budget ? expense.budget : expense.account, {"1", ""},
                   {expense.measure, ++number, path[0], path});
    }
  }
  return sheet.Finish();
}

// The form of sections: procurement, operating expenses, assets.
class StatisticsForm {
 public:
  explicit StatisticsForm(const InventContext& context)
      : context_(context), sheet_("PUB10", context.variant, context.out) {}

  Table Build() {
    const Ledger& ledger = context_.ledger;
    Section("一、政府采购情况");
    Names("行次");
    Money("合计", 1, ledger.goods + ledger.works + ledger.services);
    Money("货物", 2, ledger.goods);
    Money("工程", 3, ledger.works);
    Money("服务", 4, ledger.services);
    Section("二、机关运行经费");
    Names("");
    Money("（一）行政单位", 5, ledger.Operating());
    Money("（二）参照公务员法管理事业单位", 6, 0);
    Section("三、国有资产占用情况");
    Count("（一）车辆数合计（辆）", 7, ledger.vehicles, Unit::kVehicle);
    static const std::vector<std::string> kKinds = {"1．副部（省）级及以上领导用车",
                                                    "2．主要负责人用车",
                                                    "3．机要通信用车",
                                                    "4．应急保障用车",
                                                    "5．执法执勤用车",
                                                    "6．特种专业技术用车",
                                                    "7．离退休干部服务用车",
                                                    "8．其他用车"};
    const int64_t duty = ledger.vehicles / 2;
    for (size_t i = 0; i < kKinds.size(); ++i) {
      const int64_t count = i == 4 ? duty : i == 7 ? ledger.vehicles - duty : 0;
      Count(kKinds[i], static_cast<int>(i) + 8, count, Unit::kVehicle);
    }
    Count("（二）单价100万元（含）以上设备（不含车辆）", 17, ledger.equipment, Unit::kSet);
    return sheet_.Finish();
  }

 private:
  void Section(const std::string& name) {
    section_ = name;
    sheet_.BeginRow();
    sheet_.Word(name);
    sheet_.Word("");
    sheet_.Word("");
  }

  void Names(const std::string& number) {
    sheet_.BeginRow();
    sheet_.Word("项目");
    sheet_.Word(number);
    sheet_.Word("统计数");
  }

  ColumnName Column() const { return {"统计数", 0, section_, {section_, "统计数"}}; }

  void Money(const std::string& label, int number, int64_t fen) {
    Begin(label, number);
    sheet_.Amount(fen, {std::to_string(number), label}, Column());
  }

  void Count(const std::string& label, int number, int64_t count, Unit unit) {
    Begin(label, number);
    sheet_.Printed(count == 0 ? "" : std::to_string(count), unit, {std::to_string(number), label},
                   Column());
  }

  void Begin(const std::string& label, int number) {
    sheet_.BeginRow();
    sheet_.Word(label);
    sheet_.Word(std::to_string(number));
  }

  const InventContext& context_;
  FormSheet sheet_;
  std::string section_;
};

}  // namespace

Table Invent09(const InventContext& context) {
  return context.variant.interleaved_public ? Interleaved(context) : Halves(context);
}

Table Invent10(const InventContext& context) { return StatisticsForm(context).Build(); }

}  // namespace juesuan
