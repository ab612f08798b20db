#include "base/result.h"
#include "corpus/form_sheet.h"
#include "corpus/invent_forms.h"

namespace juesuan {
namespace {

// Items in rows, one amount a column.
Table ByCode(const InventContext& context, const std::vector<std::string>& columns,
             int64_t (*amount)(const LedgerItem&)) {
  FormSheet sheet("", context.variant, context.out);
  std::vector<std::string> header = {"科目代码", "科目名称"};
  header.insert(header.end(), columns.begin(), columns.end());
  sheet.Header(header);
  for (const LedgerItem& item : context.ledger.items) {
    if (amount(item) == 0) continue;
    sheet.BeginRow();
    sheet.Word(item.code.code);
    sheet.Word(item.code.name);
    for (size_t c = 0; c < columns.size(); ++c) {
      sheet.Word(PrintAmount(c == 0 ? amount(item) : amount(item) / static_cast<int64_t>(c + 1),
                             context.variant));
    }
  }
  return sheet.Finish();
}

Table Operations(const InventContext& context) {
  FormSheet sheet("", context.variant, context.out);
  sheet.Header({"项目", "行次", "统计数"});
  const std::vector<std::pair<std::string, int64_t>> lines = {{"一、机构数（个）", 3},
                                                              {"二、年末在职人员（人）", 57},
                                                              {"三、年末离退休人员（人）", 21},
                                                              {"四、公务接待批次（个）", 12},
                                                              {"五、公务接待人次（人）", 96}};
  for (size_t i = 0; i < lines.size(); ++i) {
    sheet.BeginRow();
    sheet.Word(lines[i].first);
    sheet.Word(std::to_string(i + 1));
    sheet.Word(std::to_string(lines[i].second + context.ledger.vehicles));
  }
  return sheet.Finish();
}

int64_t ProjectOf(const LedgerItem& item) { return item.Project(); }
int64_t GeneralOf(const LedgerItem& item) { return item.General(); }
int64_t GeneralProjectOf(const LedgerItem& item) { return item.general_project; }

}  // namespace

Table InventForeign(int kind, const InventContext& context, std::string* title) {
  JUESUAN_CHECK(kind >= 0 && kind < kForeignKinds);
  switch (kind) {
    case 0:
      *title = "项目支出决算表";
      return ByCode(context, {"合计", "商品和服务支出", "资本性支出"}, ProjectOf);
    case 1:
      *title = "财政拨款支出决算明细表";
      return ByCode(context, {"合计", "工资福利支出", "商品和服务支出", "对个人和家庭的补助"},
                    GeneralOf);
    case 2:
      *title = "一般公共预算财政拨款项目支出决算明细表";
      return ByCode(context, {"合计", "商品和服务支出"}, GeneralProjectOf);
    case 3:
      *title = "机构运行信息表";
      return Operations(context);
    default:
      *title = "项目收入支出决算表";
      return ByCode(context, {"本年收入", "本年支出", "年末结转和结余"}, ProjectOf);
  }
}

}  // namespace juesuan
