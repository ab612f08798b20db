#include <algorithm>

#include "corpus/form_sheet.h"
#include "corpus/invent_forms.h"

namespace juesuan {
namespace {

using Panel = std::vector<EconomicCode>;

bool IsPersonnel(const std::string& code) {
  return code.compare(0, 3, "301") == 0 || code.compare(0, 3, "303") == 0;
}

// Not paid from basic spending: the form prints a dash there.
bool IsDashed(const std::string& code) {
  return code.compare(0, 3, "309") == 0 || code.compare(0, 3, "311") == 0 || code == "312" ||
         code == "31201";
}

// Personnel in the first panel, operating expenses in the rest; the two-panel form has a short
// list.
std::vector<Panel> Panels(PanelsOf06 kind) {
  constexpr size_t kRows = 28;
  std::vector<Panel> panels(2);
  for (const EconomicCode& code : EconomicCodes()) {
    if (IsPersonnel(code.code)) {
      panels[0].push_back(code);
    } else if (kind == PanelsOf06::kFour) {
      if (panels.back().size() == kRows) panels.emplace_back();
      panels.back().push_back(code);
    } else if (code.code.compare(0, 3, "302") == 0 || code.code.compare(0, 3, "310") == 0) {
      panels[1].push_back(code);
    }
  }
  return panels;
}

class EconomicForm {
 public:
  explicit EconomicForm(const InventContext& context)
      : context_(context),
        panels_(Panels(context.variant.panels)),
        sheet_("PUB06", context.variant, context.out) {}

  Table Build() {
    Head();
    size_t rows = 0;
    for (const Panel& panel : panels_) rows = std::max(rows, panel.size());
    for (size_t r = 0; r < rows; ++r) {
      sheet_.BeginRow();
      for (size_t p = 0; p < panels_.size(); ++p) PanelRow(p, r);
    }
    Totals();
    return sheet_.Finish();
  }

 private:
  // A code in columns of 类 and 款 only where there is room for them.
  bool Split() const { return context_.variant.split_codes && panels_.size() == 2; }
  size_t KeyColumns() const { return Split() ? 3 : 2; }
  const char* Side(size_t panel) const { return panel == 0 ? "人员经费" : "公用经费"; }

  ColumnName Column(size_t panel) const {
    return {"决算数", 0, Side(panel), {Side(panel), "决算数"}};
  }

  void Head() {
    std::vector<std::string> sides, names, levels;
    const std::string code = context_.variant.aliases ? "经济分类科目编码" : "科目代码";
    for (size_t p = 0; p < panels_.size(); ++p) {
      sides.push_back(p < 2 ? Side(p) : "");
      names.push_back(code);
      if (Split()) names.emplace_back();
      names.emplace_back("科目名称");
      names.emplace_back("决算数");
      levels.insert(levels.end(), {"类", "款", "", ""});
      sides.resize(names.size());
    }
    sheet_.Header(sides);
    sheet_.Header(names);
    if (Split()) sheet_.Header(levels);
  }

  void PanelRow(size_t panel, size_t row) {
    if (row >= panels_[panel].size()) {
      for (size_t c = 0; c <= KeyColumns(); ++c) sheet_.Word("");
      return;
    }
    const EconomicCode& code = panels_[panel][row];
    if (Split()) {
      sheet_.Word(code.code.substr(0, 3));
      sheet_.Word(code.code.substr(3));
    } else {
      sheet_.Word(code.code);
    }
    sheet_.Word(code.name);
    const RowName name{code.code, code.name};
    if (IsDashed(code.code)) {
      sheet_.Printed("——", context_.variant.MoneyUnit(), name, Column(panel));
      return;
    }
    const auto found = context_.ledger.economic.find(code.code);
    const bool has = found != context_.ledger.economic.end();
    sheet_.Amount(has ? found->second : 0, name, Column(panel));
  }

  void Totals() {
    sheet_.BeginRow();
    sheet_.Word("人员经费合计");
    for (size_t c = 1; c < KeyColumns(); ++c) sheet_.Word("");
    sheet_.Amount(context_.ledger.Personnel(), {"人员经费合计", "人员经费合计"}, Column(0));
    sheet_.Word("公用经费合计");
    const size_t rest = (panels_.size() - 1) * (KeyColumns() + 1) - 2;
    for (size_t c = 0; c < rest; ++c) sheet_.Word("");
    sheet_.Amount(context_.ledger.Operating(), {"公用经费合计", "公用经费合计"}, Column(1));
  }

  const InventContext& context_;
  std::vector<Panel> panels_;
  FormSheet sheet_;
};

}  // namespace

Table Invent06(const InventContext& context) { return EconomicForm(context).Build(); }

}  // namespace juesuan
