#include "corpus/invent.h"

#include <functional>

#include "corpus/invent_forms.h"
#include "corpus/random.h"

namespace juesuan {
namespace {

// What makes one form: its title in two wordings and its grid.
struct FormMaker {
  std::string title, alias, note;
  std::function<Table(const InventContext&, bool*)> make;
};

template <Table (*kMake)(const InventContext&)>
Table Full(const InventContext& context, bool* empty) {
  *empty = false;
  return kMake(context);
}

std::vector<FormMaker> TenForms() {
  return {
      {"收入支出决算总表", "收入支出决算表", "注：本表反映本年度的总收支和年末结转结余情况。",
       Full<Invent01>},
      {"收入决算表", "收入决算表", "注：本表反映本年度取得的各项收入情况。", Full<Invent02>},
      {"支出决算表", "支出决算表", "注：本表反映本年度各项支出情况。", Full<Invent03>},
      {"财政拨款收入支出决算总表", "财政拨款收入支出决算表",
       "注：本表反映本年度财政拨款的总收支情况。", Full<Invent04>},
      {"一般公共预算财政拨款支出决算表", "一般公共预算财政拨款支出决算表",
       "注：本表反映本年度一般公共预算财政拨款支出情况。", Full<Invent05>},
      {"一般公共预算财政拨款基本支出决算明细表", "一般公共预算财政拨款基本支出决算表",
       "注：本表反映本年度一般公共预算财政拨款基本支出明细情况。", Full<Invent06>},
      {"政府性基金预算财政拨款收入支出决算表", "政府性基金预算财政拨款收入支出决算表",
       "注：本表反映本年度政府性基金预算财政拨款收入、支出及结转和结余情况。", Invent07},
      {"国有资本经营预算财政拨款支出决算表", "国有资本经营预算财政拨款收入支出决算表",
       "注：本表反映本年度国有资本经营预算财政拨款支出情况。", Invent08},
      {"财政拨款“三公”经费支出决算表", "一般公共预算财政拨款“三公”经费支出决算表",
       "注：本表反映本年度“三公”经费支出预决算情况。", Full<Invent09>},
      {"部门决算公开相关信息统计表", "部门决算公开相关信息统计表",
       "注：本表反映本年度政府采购、机关运行经费和国有资产占用情况。", Full<Invent10>},
  };
}

class Author {
 public:
  Author(uint32_t seed, const Variant& variant)
      : seed_(seed),
        random_(seed, "author"),
        variant_(variant),
        ledger_(InventLedger(variant.shape, seed)) {}

  Disclosure Run() {
    Name();
    const std::string report = variant_.unit_report ? "单位决算" : "部门决算";
    out_.title = out_.department + out_.year + "年度" + report;
    const InventContext context{ledger_, variant_, &out_};
    std::vector<Block> tables = {
        Prose{ProseKind::kPart, "第二部分 " + out_.year + "年度" + report + "表", ""}};
    MakeTables(context, &tables);
    const std::vector<Block> text = InventProse(context);
    std::vector<Block> body = Overview(report);
    const auto& first = variant_.tables_last ? text : tables;
    const auto& second = variant_.tables_last ? tables : text;
    body.insert(body.end(), first.begin(), first.end());
    body.insert(body.end(), second.begin(), second.end());
    const std::vector<Block> performance = InventPerformance(context, seed_);
    body.insert(body.end(), performance.begin(), performance.end());
    Front(report, body);
    out_.blocks.insert(out_.blocks.end(), body.begin(), body.end());
    return std::move(out_);
  }

 private:
  void Name() {
    static const std::vector<std::string> kPlaces = {"云岭县", "清溪区", "临河市", "望江县",
                                                     "石桥区", "北湖县", "东岭市", "青禾自治县"};
    static const std::vector<std::string> kOffices = {
        "财政局",       "农业农村局", "住房和城乡建设局", "教育体育局", "民政局",
        "文化和旅游局", "应急管理局", "卫生健康局",       "交通运输局", "城市管理综合行政执法局"};
    out_.department = random_.Pick(kPlaces) + random_.Pick(kOffices);
    out_.year = std::to_string(
        random_.Between(variant_.older_names ? 2016 : 2019, variant_.older_names ? 2018 : 2025));
  }

  std::vector<FormMaker> Ordered() const {
    std::vector<FormMaker> forms = TenForms();
    if (!variant_.statistics) forms.pop_back();
    if (variant_.public_before_funds) {  // 09 stands before 07
      FormMaker moved = forms[8];
      forms.erase(forms.begin() + 8);
      forms.insert(forms.begin() + 6, std::move(moved));
    }
    return forms;
  }

  void MakeTables(const InventContext& context, std::vector<Block>* blocks) {
    int number = 0;
    for (const FormMaker& form : Ordered()) {
      bool empty = false;
      Table table = form.make(context, &empty);
      table.notes.push_back(form.note);
      if (empty) AddEmptyNote(form.title, &table);
      const bool capital = form.title.find("国有资本") != std::string::npos;
      const bool alias = capital ? variant_.capital_balance : variant_.aliases;
      AddHead(alias ? form.alias : form.title, ++number, &table);
      blocks->push_back(std::move(table));
    }
    for (int kind = 0; kind < variant_.foreign; ++kind) {
      std::string title;
      Table table = InventForeign(kind % kForeignKinds, context, &title);
      AddHead(title, ++number, &table);
      blocks->push_back(std::move(table));
    }
  }

  void AddEmptyNote(const std::string& title, Table* table) const {
    if (variant_.empty_note == EmptyNoteKind::kShort) {
      table->notes.push_back("说明：本表无数据");
    } else if (variant_.empty_note == EmptyNoteKind::kLong) {
      const std::string kind = title.substr(0, title.find("财政拨款"));
      table->notes.push_back("说明：" + out_.department + out_.year + "年度没有" + kind +
                             "财政拨款收入和支出，故本表无数据。");
    }
  }

  void AddHead(const std::string& title, int number, Table* table) const {
    table->title = title;
    if (variant_.numbering == NumberingKind::kPublic) {
      table->code = "公开" + std::to_string(100 + number).substr(1) + "表";
    } else if (variant_.numbering == NumberingKind::kChinese) {
      table->code = "表" + ChineseOrdinal(number);
    }
    table->department = (variant_.unit_report ? "单位名称：" : "部门名称：") + out_.department;
    table->year = out_.year + "年度";
    table->unit = std::string(variant_.aliases ? "单位：" : "金额单位：") +
                  std::string(UnitName(variant_.MoneyUnit()));
  }

  std::vector<Block> Overview(const std::string& report) const {
    std::vector<Block> blocks = {PageBreak{1}, Prose{ProseKind::kPart, "第一部分 概况", ""},
                                 Prose{ProseKind::kHeading, "一、主要职责", ""}};
    const auto body = [&blocks](const std::string& text) {
      blocks.push_back(Prose{ProseKind::kBody, text, ""});
    };
    body(
        "贯彻执行国家有关法律法规和方针政策，拟订本行业发展规划并组织实施，承担本行政区域内的监督管"
        "理和"
        "公共服务工作，完成上级交办的其他任务。");
    blocks.push_back(Prose{ProseKind::kHeading, "二、机构设置情况", ""});
    body("纳入" + out_.department + out_.year + "年度" + report +
         "编制范围的单位包括局机关及所属事业单位。");
    return blocks;
  }

  void Front(const std::string& report, const std::vector<Block>& body) {
    out_.blocks.push_back(Prose{ProseKind::kCover, out_.department, ""});
    out_.blocks.push_back(Prose{ProseKind::kCoverLine, out_.year + "年度" + report, ""});
    out_.blocks.push_back(PageBreak{});
    out_.blocks.push_back(Prose{ProseKind::kContentsTitle, "目 录", ""});
    for (const Block& block : body) {
      if (const auto* prose = std::get_if<Prose>(&block)) {
        if (prose->kind == ProseKind::kPart || prose->kind == ProseKind::kHeading) {
          out_.blocks.push_back(Prose{ProseKind::kContents, prose->text, ""});
        }
      } else if (const auto* table = std::get_if<Table>(&block);
                 table != nullptr && !table->title.empty()) {
        out_.blocks.push_back(Prose{ProseKind::kContents, table->title, ""});
      }
    }
  }

  const uint32_t seed_;
  Random random_;
  const Variant& variant_;
  Ledger ledger_;
  Disclosure out_;
};

}  // namespace

Disclosure Invent(uint32_t seed, const Variant& variant) { return Author(seed, variant).Run(); }

}  // namespace juesuan
