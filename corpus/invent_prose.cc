#include <map>

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

// How a province words its sentences.
enum class Wording { kPlain, kByItem, kList };

Wording WordingOf(const Variant& variant) {
  if (variant.interleaved_public) return Wording::kByItem;
  return variant.aliases ? Wording::kList : Wording::kPlain;
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
      : ledger_(context.ledger),
        variant_(context.variant),
        wording_(WordingOf(context.variant)),
        department_(context.out->department),
        out_year_(context.out->year),
        year_(context.out->year + "年度") {}

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

  // What another year or the budget had: so many percent of this year's.
  static int64_t Other(int64_t fen, int64_t percent) { return fen / 100 * percent; }

  std::string YearBefore() const { return std::to_string(std::stoi(out_year_) - 1); }

  // ，比上年增加1.00万元，增长5.00%
  std::string Change(int64_t now, int64_t before) const {
    if (now == before) return "，与上年相同";
    const bool more = now > before;
    const int64_t delta = more ? now - before : before - now;
    return (wording_ == Wording::kByItem ? "。与" + YearBefore() + "年度相比，"
                                         : std::string("，比上年")) +
           (more ? "增加" : "减少") + Wan(delta) + (more ? "，增长" : "，下降") +
           Share(delta, before);
  }

  void Totals() {
    const int64_t total =
        ledger_.Sum(&LedgerItem::Income) + ledger_.balance_used + ledger_.BroughtForward();
    Heading("收入支出决算总体情况说明");
    if (wording_ == Wording::kByItem) {
      Body(department_ + year_ + "收入支出总计" + Wan(total) + Change(total, Other(total, 96)) +
           "。主要原因：人员增减变化。");
    } else {
      Body(year_ + "收入总计" + Wan(total) + Change(total, Other(total, 107)) + "；支出总计" +
           Wan(total) + "。主要原因是" + out_year_ + "年设备购置费50000元，较" + YearBefore() +
           "年的80000元，减少30000元，同比下降37.5%。");
    }
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
    if (amount == 0) return;
    std::string share = Share(amount, whole);
    // A sign that was left out.
    if (wording_ == Wording::kList) share.pop_back();
    Body(name + Wan(amount) + (wording_ == Wording::kPlain ? "，占比" : "，占") + share + "；");
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
    Blocks("（一）一般公共预算财政拨款支出决算总体情况");
    const int64_t spent = ledger_.Sum(&LedgerItem::Spending);
    Body(year_ + "一般公共预算财政拨款支出" + Wan(all) + "，占本年支出合计的" + Share(all, spent) +
         Change(all, Other(all, 106)) + "。");
    Blocks("（二）一般公共预算财政拨款支出决算结构情况");
    Body(year_ + "一般公共预算财政拨款支出" + Wan(all) + "，主要用于以下方面：");
    for (const Division& division : Divisions()) {
      int64_t sum = 0;
      for (const LedgerItem& item : ledger_.items) {
        if (item.code.code.compare(0, 3, division.code) == 0) sum += item.General();
      }
      Part(PrintedDivision(division.name, variant_) + "（类）", sum, all);
    }
    Blocks("（三）一般公共预算财政拨款支出决算具体情况");
    wording_ == Wording::kByItem ? Items(all) : Classes(all);
  }

  void Blocks(const std::string& heading) {
    blocks_.push_back(Prose{ProseKind::kHeading, heading, ""});
  }

  // The budget of the whole is that of its parts.
  void Whole(int64_t all, int64_t budget) {
    Body("一般公共预算财政拨款支出年初预算为" + Wan(budget) + "，支出决算为" + Wan(all) +
         "，完成年初预算的" + Share(all, budget) + "。其中：");
  }

  void Classes(int64_t all) {
    std::map<std::string, int64_t> sums;
    for (const LedgerItem& item : ledger_.items)
      if (item.General() != 0) sums[item.code.code.substr(0, 3)] += item.General();
    int64_t budget = 0;
    for (const auto& [code, sum] : sums) budget += Other(sum, 104);
    Whole(all, budget);
    for (const Division& division : Divisions()) {
      const auto found = sums.find(division.code);
      if (found == sums.end()) continue;
      const int64_t planned = Other(found->second, 104);
      Body(PrintedDivision(division.name, variant_) + "年初预算" + Wan(planned) + "，支出决算" +
           Wan(found->second) + "，完成年初预算的" + Share(found->second, planned) +
           "，用于人员工资及日常办公支出。较上年决算减少" + Wan(Other(found->second, 8)) +
           "，下降" + Share(Other(found->second, 8), found->second + Other(found->second, 8)) +
           "，主要原因是人员减少2人。");
    }
  }

  void Items(int64_t all) {
    int64_t budget = 0;
    for (const LedgerItem& item : ledger_.items) budget += Other(item.General(), 102);
    Whole(all, budget);
    int number = 0;
    for (const LedgerItem& item : ledger_.items) {
      if (item.General() == 0) continue;
      const int64_t planned = Other(item.General(), 102);
      Body(std::to_string(++number) + "、" + PrintedDivision(item.code.division, variant_) +
           "（类）" + item.code.section + "（款）" + item.code.name +
           "（项）。主要用于：开展日常工作。年初预算为" + Wan(planned) + "，支出决算为" +
           Wan(item.General()) + "，完成年初预算的" + Share(item.General(), planned) +
           "。决算数小于预算数的主要原因：厉行节约。");
    }
  }

  void Basic() {
    Heading("一般公共预算财政拨款基本支出决算情况说明");
    Body(year_ + "财政拨款基本支出" + Wan(ledger_.Sum(&LedgerItem::general_basic)) + "，其中：");
    Body("人员经费" + Wan(ledger_.Personnel()) + Economic(true));
    Body("公用经费" + Wan(ledger_.Operating()) + Economic(false));
  }

  // ，主要包括：办公费1.00万元、印刷费2.00万元。
  std::string Economic(bool personnel) const {
    if (wording_ == Wording::kByItem) return "，主要包括：工资、补贴和办公费等。";
    std::string list;
    for (const EconomicCode& code : EconomicCodes()) {
      const auto found = ledger_.economic.find(code.code);
      const bool of_panel = (code.code[2] == '1' || code.code[2] == '3') == personnel;
      if (found == ledger_.economic.end() || found->second == 0 || code.code.size() != 5 ||
          !of_panel)
        continue;
      list += (list.empty() ? "" : "、") + code.name + Wan(found->second);
    }
    return list.empty() ? "。" : "，主要包括" + list + "。";
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
         Wan(account.Total()) + "，完成全年预算的" + Share(account.Total(), budget.Total()) +
         Change(account.Total(), Other(account.Total(), 125)) + "。其中：");
    Body("因公出国（境）费支出" + Wan(account.abroad) + "；公务用车购置费支出" +
         Wan(account.purchase) + "；公务用车运行维护费支出" + Wan(account.running) +
         "；公务接待费支出" + Wan(account.reception) + "。");
  }

  void Others() {
    Heading("其他重要事项情况说明");
    const int64_t bought = ledger_.goods + ledger_.works + ledger_.services;
    Blocks("（一）机关运行经费支出情况说明");
    Body("机关运行经费支出" + Wan(ledger_.Operating()) +
         Change(ledger_.Operating(), Other(ledger_.Operating(), 103)) + "。");
    Blocks("（二）政府采购支出情况说明");
    Body("政府采购支出总额" + Wan(bought) + "，其中：政府采购货物支出" + Wan(ledger_.goods) +
         "、政府采购工程支出" + Wan(ledger_.works) + "、政府采购服务支出" + Wan(ledger_.services) +
         "。政府采购授予中小企业合同金额" + Wan(Other(bought, 60)) +
         (bought == 0 ? "" : "，占政府采购支出总额的" + Share(Other(bought, 60), bought)) + "。");
    Blocks("（三）国有资产占用情况说明");
    const int64_t duty = ledger_.vehicles / 2;
    Body("截至" + out_year_ + "年12月31日，本部门（单位）共有车辆" +
         std::to_string(ledger_.vehicles) + "辆，其中：执法执勤用车" + std::to_string(duty) +
         "辆、其他用车" + std::to_string(ledger_.vehicles - duty) +
         "辆。单价100万元（含）以上设备（不含车辆）" + std::to_string(ledger_.equipment) +
         "台（套）。");
  }

  void Glossary() {
    blocks_.push_back(Prose{ProseKind::kPart, "第四部分 名词解释", ""});
    Body("财政拨款收入：指单位从同级财政部门取得的财政预算资金。");
    Body("基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。");
    Body("项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。");
  }

  const Ledger& ledger_;
  const Variant& variant_;
  const Wording wording_;
  const std::string department_, out_year_, year_;
  int sections_ = 0;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> InventProse(const InventContext& context) { return Narrator(context).Run(); }

}  // namespace juesuan
