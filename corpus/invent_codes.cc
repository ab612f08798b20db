#include <functional>

#include "corpus/form_sheet.h"
#include "corpus/invent_forms.h"

namespace juesuan {
namespace {

struct CodeColumn {
  std::string measure;
  std::vector<std::string> path;  // one part, or a group and its leaf
  std::function<int64_t(const LedgerItem&)> amount;
};

class CodeForm {
 public:
  CodeForm(std::string form, std::vector<CodeColumn> columns, const InventContext& context)
      : context_(context),
        columns_(std::move(columns)),
        sheet_(std::move(form), context.variant, context.out) {
    for (const LedgerItem& item : context.ledger.items) {
      for (const CodeColumn& column : columns_) {
        if (column.amount(item) == 0) continue;
        items_.push_back(&item);
        break;
      }
    }
  }

  bool IsEmpty() const { return items_.empty(); }

  Table Build() {
    Head();
    const bool last = context_.variant.total_last;
    if (!last) Total();
    for (size_t i = 0; i < items_.size(); ++i) {
      const FunctionalCode& code = items_[i]->code;
      if (Opens(i, 3))
        Row(code.code.substr(0, 3), PrintedDivision(code.division, context_.variant));
      if (Opens(i, 5)) Row(code.code.substr(0, 5), code.section);
      Row(code.code, code.name);
    }
    if (last) Total();
    return sheet_.Finish();
  }

 private:
  bool Split() const { return context_.variant.split_codes; }
  size_t KeyColumns() const { return Split() ? 4 : 2; }

  // The first item of its 类 (3 digits) or 款 (5 digits).
  bool Opens(size_t index, size_t digits) const {
    return index == 0 || items_[index]->code.code.compare(0, digits, items_[index - 1]->code.code,
                                                          0, digits) != 0;
  }

  void Head() {
    const Variant& variant = context_.variant;
    const std::string code = variant.aliases ? "功能分类科目编码" : "科目代码";
    std::vector<std::string> first(KeyColumns()), second(KeyColumns()), third(KeyColumns());
    std::vector<std::string> numbers(KeyColumns());
    first[0] = "项目";
    second[0] = code;
    second[KeyColumns() - 1] = "科目名称";
    third = {"类", "款", "项", ""};
    numbers[0] = "栏次";
    std::string group;
    for (size_t c = 0; c < columns_.size(); ++c) {
      const auto& path = columns_[c].path;
      const bool grouped = path.size() > 1;
      first.push_back(grouped && path[0] == group ? "" : path[0]);
      group = grouped ? path[0] : "";
      second.push_back(grouped ? path[1] : "");
      third.emplace_back();
      numbers.push_back(std::to_string(c + 1));
    }
    sheet_.Header(first);
    sheet_.Header(second);
    if (Split()) sheet_.Header(third);
    if (variant.numbers) sheet_.Header(numbers);
  }

  void Total() {
    sheet_.BeginRow();
    sheet_.Word("合计");
    for (size_t c = 1; c < KeyColumns(); ++c) sheet_.Word("");
    Values("合计", "合计", "");
  }

  void Row(const std::string& code, const std::string& name) {
    sheet_.BeginRow();
    if (Split()) {
      sheet_.Word(code.substr(0, 3));
      sheet_.Word(code.size() >= 5 ? code.substr(3, 2) : "");
      sheet_.Word(code.size() >= 7 ? code.substr(5, 2) : "");
    } else {
      sheet_.Word(code);
    }
    sheet_.Word(name);
    Values(code, name, code);
  }

  // The sums of all items whose code begins with `prefix`.
  void Values(const std::string& key, const std::string& label, const std::string& prefix) {
    for (size_t c = 0; c < columns_.size(); ++c) {
      int64_t sum = 0;
      for (const LedgerItem* item : items_) {
        if (item->code.code.compare(0, prefix.size(), prefix) == 0)
          sum += columns_[c].amount(*item);
      }
      sheet_.Amount(sum, {key, label},
                    {columns_[c].measure, static_cast<int>(c) + 1, "", columns_[c].path});
    }
  }

  const InventContext& context_;
  std::vector<CodeColumn> columns_;
  std::vector<const LedgerItem*> items_;
  FormSheet sheet_;
};

int64_t None(const LedgerItem&) { return 0; }

using Amount = int64_t (LedgerItem::*)() const;
std::function<int64_t(const LedgerItem&)> Of(Amount amount) {
  return [amount](const LedgerItem& item) { return (item.*amount)(); };
}
std::function<int64_t(const LedgerItem&)> Of(int64_t LedgerItem::*field) {
  return [field](const LedgerItem& item) { return item.*field; };
}

CodeColumn Plain(const std::string& measure, std::function<int64_t(const LedgerItem&)> amount) {
  return {measure, {measure}, std::move(amount)};
}

CodeColumn InYear(const std::string& measure, const std::string& leaf,
                  std::function<int64_t(const LedgerItem&)> amount) {
  return {measure, {"本年支出", leaf}, std::move(amount)};
}

}  // namespace

Table Invent02(const InventContext& context) {
  return CodeForm(
             "PUB02",
             {Plain("本年收入合计", Of(&LedgerItem::Income)),
              Plain("财政拨款收入", Of(&LedgerItem::FiscalIncome)), Plain("上级补助收入", None),
              Plain("事业收入", Of(&LedgerItem::business)), Plain("经营收入", None),
              Plain("附属单位上缴收入", None), Plain("其他收入", Of(&LedgerItem::other))},
             context)
      .Build();
}

Table Invent03(const InventContext& context) {
  return CodeForm("PUB03",
                  {Plain("本年支出合计", Of(&LedgerItem::Spending)),
                   Plain("基本支出", Of(&LedgerItem::Basic)),
                   Plain("项目支出", Of(&LedgerItem::Project)), Plain("上缴上级支出", None),
                   Plain("经营支出", None), Plain("对附属单位补助支出", None)},
                  context)
      .Build();
}

Table Invent05(const InventContext& context) {
  const std::string total = context.variant.aliases ? "合计" : "小计";
  return CodeForm("PUB05",
                  {InYear("小计", total, Of(&LedgerItem::General)),
                   InYear("基本支出", "基本支出", Of(&LedgerItem::general_basic)),
                   InYear("项目支出", "项目支出", Of(&LedgerItem::general_project))},
                  context)
      .Build();
}

Table Invent07(const InventContext& context, bool* empty) {
  CodeForm form(
      "PUB07",
      {Plain("年初结转和结余", Of(&LedgerItem::fund_in)),
       Plain("本年收入", Of(&LedgerItem::FundIncome)),
       InYear("小计", "小计", Of(&LedgerItem::fund_project)), InYear("基本支出", "基本支出", None),
       InYear("项目支出", "项目支出", Of(&LedgerItem::fund_project)),
       Plain("年末结转和结余", Of(&LedgerItem::fund_out))},
      context);
  *empty = form.IsEmpty();
  return form.Build();
}

Table Invent08(const InventContext& context, bool* empty) {
  std::vector<CodeColumn> columns = {
      InYear("合计", context.variant.capital_balance ? "小计" : "合计",
             Of(&LedgerItem::capital_project)),
      InYear("基本支出", "基本支出", None),
      InYear("项目支出", "项目支出", Of(&LedgerItem::capital_project))};
  if (context.variant.capital_balance) {
    columns.insert(columns.begin(), Plain("本年收入", Of(&LedgerItem::capital_project)));
    columns.insert(columns.begin(), Plain("年初结转和结余", None));
    columns.push_back(Plain("年末结转和结余", None));
  }
  CodeForm form("PUB08", std::move(columns), context);
  *empty = form.IsEmpty();
  return form.Build();
}

}  // namespace juesuan
