#include "corpus/invent.h"
#include "corpus/invent_forms.h"

namespace juesuan {
namespace {

// Sentences give 万元 with two decimals and separators, whatever the tables print.
std::string Wan(int64_t fen) {
  Variant text;
  text.separators = true;
  text.zero = "0";
  return PrintAmount(fen, text) + "万元";
}

// A share in percent, two decimals, rounded half up; integers only.
std::string Share(int64_t part, int64_t whole) {
  if (whole == 0) return "0.00%";
  const int64_t scaled = (part / 100 * 20000 + whole / 100) / (2 * (whole / 100));
  return std::to_string(scaled / 100) + "." + std::to_string(100 + scaled % 100).substr(1) + "%";
}

class Narrator {
 public:
  explicit Narrator(const InventContext& context)
      : ledger_(context.ledger), variant_(context.variant), year_(context.out->year + "年度") {}

  std::vector<Block> Run() {
    blocks_.push_back(Prose{ProseKind::kPart, "第三部分 情况说明", ""});
    Totals();
    Income();
    Spending();
    Fiscal();
    General();
    Basic();
    Funds();
    PublicExpenses();
    Others();
    Glossary();
    return std::move(blocks_);
  }

 private:
  void Heading(const std::string& text) {
    blocks_.push_back(Prose{ProseKind::kHeading, ChineseOrdinal(++sections_) + "、" + text, ""});
  }
  void Body(const std::string& text) { blocks_.push_back(Prose{ProseKind::kBody, text, ""}); }

  void Totals() {
    const int64_t total =
        ledger_.Sum(&LedgerItem::Income) + ledger_.balance_used + ledger_.BroughtForward();
    Heading("收入支出决算总体情况说明");
    Body(year_ + "收入总计" + Wan(total) + "，支出总计" + Wan(total) + "。");
  }

  void Income() {
    const int64_t all = ledger_.Sum(&LedgerItem::Income);
    Heading("收入决算情况说明");
    Body(year_ + "收入合计" + Wan(all) + "，其中：");
    Part("财政拨款收入", ledger_.Sum(&LedgerItem::FiscalIncome), all);
    Part("事业收入", ledger_.Sum(&LedgerItem::business), all);
    Part("其他收入", ledger_.Sum(&LedgerItem::other), all);
  }

  void Part(const std::string& name, int64_t amount, int64_t whole) {
    if (amount != 0) Body(name + Wan(amount) + "，占比" + Share(amount, whole) + "。");
  }

  void Spending() {
    const int64_t all = ledger_.Sum(&LedgerItem::Spending);
    Heading("支出决算情况说明");
    Body(year_ + "支出合计" + Wan(all) + "，其中：");
    Part("基本支出", ledger_.Sum(&LedgerItem::Basic), all);
    Part("项目支出", ledger_.Sum(&LedgerItem::Project), all);
  }

  void Fiscal() {
    const int64_t total = ledger_.Sum(&LedgerItem::FiscalIncome) +
                          ledger_.Sum(&LedgerItem::general_in) + ledger_.Sum(&LedgerItem::fund_in);
    Heading("财政拨款收支决算总体情况说明");
    Body(year_ + "财政拨款收入总计" + Wan(total) + "，支出总计" + Wan(total) + "。");
  }

  void General() {
    const int64_t all = ledger_.Sum(&LedgerItem::General);
    Heading("一般公共预算财政拨款支出决算情况说明");
    Body(year_ + "一般公共预算财政拨款支出" + Wan(all) + "，主要用于以下方面：");
    for (const Division& division : Divisions()) {
      int64_t sum = 0;
      for (const LedgerItem& item : ledger_.items) {
        if (item.code.code.compare(0, 3, division.code) == 0) sum += item.General();
      }
      Part(PrintedDivision(division.name, variant_) + "（类）", sum, all);
    }
  }

  void Basic() {
    Heading("一般公共预算财政拨款基本支出决算情况说明");
    Body(year_ + "财政拨款基本支出" + Wan(ledger_.Sum(&LedgerItem::general_basic)) +
         "，其中：人员经费" + Wan(ledger_.Personnel()) + "，公用经费" + Wan(ledger_.Operating()) +
         "。");
  }

  void Funds() {
    Heading("政府性基金预算财政拨款收支决算情况说明");
    const int64_t fund = ledger_.Sum(&LedgerItem::fund_project);
    Body(fund == 0 ? "本年度无此项收支。"
                   : year_ + "政府性基金预算财政拨款支出" + Wan(fund) + "。");
    Heading("国有资本经营预算财政拨款支出决算情况说明");
    const int64_t capital = ledger_.Sum(&LedgerItem::capital_project);
    Body(capital == 0 ? "本年度无此项支出。"
                      : year_ + "国有资本经营预算财政拨款支出" + Wan(capital) + "。");
  }

  void PublicExpenses() {
    const PublicExpense &budget = ledger_.budget, &account = ledger_.account;
    Heading("财政拨款“三公”经费支出决算情况说明");
    Body(year_ + "“三公”经费财政拨款支出全年预算" + Wan(budget.Total()) + "，支出决算" +
         Wan(account.Total()) + "，完成全年预算的" + Share(account.Total(), budget.Total()) + "。");
    Body("因公出国（境）费支出" + Wan(account.abroad) + "；公务用车购置费支出" +
         Wan(account.purchase) + "；公务用车运行维护费支出" + Wan(account.running) +
         "；公务接待费支出" + Wan(account.reception) + "。");
  }

  void Others() {
    Heading("其他重要事项情况说明");
    Body("机关运行经费支出" + Wan(ledger_.Operating()) + "。政府采购支出总额" +
         Wan(ledger_.goods + ledger_.works + ledger_.services) + "，其中：货物支出" +
         Wan(ledger_.goods) + "、工程支出" + Wan(ledger_.works) + "、服务支出" +
         Wan(ledger_.services) + "。");
    Body("年末共有车辆" + std::to_string(ledger_.vehicles) + "辆。");
  }

  void Glossary() {
    blocks_.push_back(Prose{ProseKind::kPart, "第四部分 名词解释", ""});
    Body("财政拨款收入：指单位从同级财政部门取得的财政预算资金。");
    Body("基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。");
    Body("项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。");
  }

  const Ledger& ledger_;
  const Variant& variant_;
  std::string year_;
  int sections_ = 0;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> InventProse(const InventContext& context) { return Narrator(context).Run(); }

}  // namespace juesuan
