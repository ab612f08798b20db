#include "sample.h"

#include <gtest/gtest.h>

#include <map>
#include <utility>
#include <vector>

namespace juesuan {
namespace {

// Builds one table row by row.
class TableBuilder {
 public:
  TableBuilder(CheckInput* input, std::string form, std::string title, int number)
      : input_(input), form_(std::move(form)) {
    TableClaim claim;
    claim.table = table_ = number;
    claim.form = form_;
    claim.title = std::move(title);
    claim.printed_code =
        std::string("公开") + (number < 10 ? "0" : "") + std::to_string(number) + "表";
    claim.unit = Unit::kWanYuan;
    claim.department = "某县统计局";
    claim.year = "2024";
    claim.first_page = claim.last_page = number + 2;
    input->facts.tables.push_back(claim);
  }

  void Row(const std::string& line, const std::string& label, const std::string& panel,
           const std::vector<std::pair<std::string, std::string>>& cells,
           Unit unit = Unit::kWanYuan) {
    ++row_;
    int column = 1;
    for (const auto& [measure, number] : cells) {
      Record record;
      record.form = form_;
      record.table = table_;
      record.row = row_;
      record.col = column;
      record.page = table_ + 2;
      record.box = {100.0 * column, 20.0 * row_, 100.0 * column + 90, 20.0 * row_ + 15};
      record.line = line;
      record.row_key = numbered_ ? std::to_string(row_) : line;
      record.row_label = label;
      record.panel = panel;
      record.measure = measure;
      record.col_key = std::to_string(column++);
      record.unit = unit;
      Print(&record, number);
      input_->facts.records.push_back(record);
    }
  }
  void Number() { numbered_ = true; }

 private:
  CheckInput* input_;
  std::string form_;
  int table_ = 0, row_ = 0;
  bool numbered_ = false;
};

struct Code {
  const char *code, *name, *total, *basic, *project;
};
constexpr Code kGeneral[] = {{"合计", "合计", "112.00", "92.00", "20.00"},
                             {"208", "社会保障和就业支出", "99.00", "79.00", "20.00"},
                             {"20801", "人力资源管理事务", "64.00", "44.00", "20.00"},
                             {"2080101", "行政运行", "64.00", "44.00", "20.00"},
                             {"20805", "行政事业单位养老支出", "35.00", "35.00", ""},
                             {"2080501", "行政单位离退休", "10.00", "10.00", ""},
                             {"2080505", "基本养老保险缴费支出", "20.00", "20.00", ""},
                             {"2080506", "职业年金缴费支出", "5.00", "5.00", ""},
                             {"210", "卫生健康支出", "5.00", "5.00", ""},
                             {"21011", "行政事业单位医疗", "5.00", "5.00", ""},
                             {"2101101", "行政单位医疗", "3.00", "3.00", ""},
                             {"2101103", "公务员医疗补助", "2.00", "2.00", ""},
                             {"221", "住房保障支出", "8.00", "8.00", ""},
                             {"22102", "住房改革支出", "8.00", "8.00", ""},
                             {"2210201", "住房公积金", "8.00", "8.00", ""}};
constexpr Code kFund[] = {{"212", "城乡社区支出", "7.00", "", "7.00"},
                          {"21208", "国有土地使用权出让收入安排的支出", "7.00", "", "7.00"},
                          {"2120801", "征地和拆迁补偿支出", "7.00", "", "7.00"}};
constexpr Code kCapital[] = {{"223", "国有资本经营预算支出", "2.00", "", "2.00"},
                             {"22301", "解决历史遗留问题", "2.00", "", "2.00"},
                             {"2230105", "国有企业退休人员社会化管理", "2.00", "", "2.00"}};

// All codes in order: 212 and 223 stand where their numbers put them.
std::vector<Code> AllCodes() {
  std::vector<Code> out(std::begin(kGeneral), std::end(kGeneral));
  out[0] = {"合计", "合计", "121.00", "92.00", "29.00"};
  out.insert(out.end() - 3, std::begin(kFund), std::end(kFund));
  out.insert(out.end(), std::begin(kCapital), std::end(kCapital));
  return out;
}

void AddTotals(CheckInput* input) {
  TableBuilder t(input, "PUB01", "收入支出决算总表", 1);
  t.Number();
  const std::vector<std::pair<std::string, std::string>> income = {
      {"一般公共预算财政拨款收入", "112.00"},
      {"政府性基金预算财政拨款收入", "7.00"},
      {"国有资本经营预算财政拨款收入", "2.00"},
      {"上级补助收入", ""},
      {"事业收入", ""},
      {"经营收入", ""},
      {"附属单位上缴收入", ""},
      {"其他收入", ""},
      {"本年收入合计", "121.00"},
      {"使用非财政拨款结余", ""},
      {"年初结转和结余", ""},
      {"收入总计", "121.00"}};
  const std::vector<std::pair<std::string, std::string>> spent = {
      {"一般公共服务支出", ""},   {"社会保障和就业支出", "99.00"},
      {"卫生健康支出", "5.00"},   {"城乡社区支出", "7.00"},
      {"住房保障支出", "8.00"},   {"国有资本经营预算支出", "2.00"},
      {"本年支出合计", "121.00"}, {"结余分配", ""},
      {"年末结转和结余", ""},     {"支出总计", "121.00"}};
  for (const auto& [line, amount] : income) t.Row(line, line, "收入", {{"金额", amount}});
  for (const auto& [line, amount] : spent) t.Row(line, line, "支出", {{"金额", amount}});
}

void AddGrants(CheckInput* input) {
  TableBuilder t(input, "PUB04", "财政拨款收入支出决算总表", 4);
  t.Number();
  const std::string before = "年初财政拨款结转和结余";
  const std::vector<std::pair<std::string, std::string>> income = {
      {"一般公共预算财政拨款", "112.00"},
      {"政府性基金预算财政拨款", "7.00"},
      {"国有资本经营预算财政拨款", "2.00"},
      {"本年收入合计", "121.00"},
      {before, ""},
      {before + "：一般公共预算财政拨款", ""},
      {before + "：政府性基金预算财政拨款", ""},
      {before + "：国有资本经营预算财政拨款", ""},
      {"收入总计", "121.00"}};
  for (const auto& [line, amount] : income) t.Row(line, line, "收入", {{"金额", amount}});
  const auto spend = [&](const char* line, const char* all, const char* general, const char* fund,
                         const char* capital) {
    t.Row(line, line, "支出",
          {{"合计", all},
           {"一般公共预算财政拨款", general},
           {"政府性基金预算财政拨款", fund},
           {"国有资本经营预算财政拨款", capital}});
  };
  spend("社会保障和就业支出", "99.00", "99.00", "", "");
  spend("卫生健康支出", "5.00", "5.00", "", "");
  spend("城乡社区支出", "7.00", "", "7.00", "");
  spend("住房保障支出", "8.00", "8.00", "", "");
  spend("国有资本经营预算支出", "2.00", "", "", "2.00");
  spend("本年支出合计", "121.00", "112.00", "7.00", "2.00");
  spend("年末财政拨款结转和结余", "", "", "", "");
  spend("支出总计", "121.00", "112.00", "7.00", "2.00");
}

void AddEconomic(CheckInput* input) {
  TableBuilder t(input, "PUB06", "一般公共预算财政拨款基本支出决算明细表", 6);
  const std::vector<std::vector<const char*>> rows = {
      {"301", "工资福利支出", "78.00"},
      {"30101", "基本工资", "40.00"},
      {"30108", "机关事业单位基本养老保险缴费", "20.00"},
      {"30109", "职业年金缴费", "5.00"},
      {"30110", "职工基本医疗保险缴费", "3.00"},
      {"30111", "公务员医疗补助缴费", "2.00"},
      {"30113", "住房公积金", "8.00"},
      {"302", "商品和服务支出", "4.00"},
      {"30201", "办公费", "2.50"},
      {"30231", "公务用车运行维护费", "1.50"},
      {"303", "对个人和家庭的补助", "10.00"},
      {"30302", "退休费", "10.00"},
      {"人员经费合计", "人员经费合计", "88.00"},
      {"公用经费合计", "公用经费合计", "4.00"}};
  for (const auto& row : rows) t.Row(row[0], row[1], "P1", {{"决算数", row[2]}});
}

void AddCodes(CheckInput* input) {
  TableBuilder income(input, "PUB02", "收入决算表", 2);
  for (const Code& c : AllCodes())
    income.Row(c.code, c.name, "",
               {{"本年收入合计", c.total},
                {"财政拨款收入", c.total},
                {"上级补助收入", ""},
                {"事业收入", ""},
                {"经营收入", ""},
                {"附属单位上缴收入", ""},
                {"其他收入", ""}});
  TableBuilder spent(input, "PUB03", "支出决算表", 3);
  for (const Code& c : AllCodes())
    spent.Row(c.code, c.name, "",
              {{"本年支出合计", c.total},
               {"基本支出", c.basic},
               {"项目支出", c.project},
               {"上缴上级支出", ""},
               {"经营支出", ""},
               {"对附属单位补助支出", ""}});
  AddGrants(input);
  TableBuilder general(input, "PUB05", "一般公共预算财政拨款支出决算表", 5);
  for (const Code& c : kGeneral)
    general.Row(c.code, c.name, "",
                {{"小计", c.total}, {"基本支出", c.basic}, {"项目支出", c.project}});
}

void AddFunds(CheckInput* input) {
  TableBuilder fund(input, "PUB07", "政府性基金预算财政拨款收入支出决算表", 7);
  const auto row = [&](const char* code, const char* name) {
    fund.Row(code, name, "",
             {{"年初结转和结余", ""},
              {"本年收入", "7.00"},
              {"小计", "7.00"},
              {"基本支出", ""},
              {"项目支出", "7.00"},
              {"年末结转和结余", ""}});
  };
  row("合计", "合计");
  for (const Code& c : kFund) row(c.code, c.name);
  TableBuilder capital(input, "PUB08", "国有资本经营预算财政拨款支出决算表", 8);
  capital.Row("合计", "合计", "", {{"合计", "2.00"}, {"基本支出", ""}, {"项目支出", "2.00"}});
  for (const Code& c : kCapital)
    capital.Row(c.code, c.name, "", {{"合计", "2.00"}, {"基本支出", ""}, {"项目支出", "2.00"}});
}

void AddSmallTables(CheckInput* input) {
  TableBuilder three(input, "PUB09", "财政拨款“三公”经费支出决算表", 9);
  const auto half = [&](const char* name, const char* all, const char* run, const char* guests) {
    three.Row(name, "", name,
              {{"合计", all},
               {"因公出国（境）费", ""},
               {"公务用车购置及运行维护费", run},
               {"公务用车购置费", ""},
               {"公务用车运行维护费", run},
               {"公务接待费", guests}});
  };
  half("预算数", "2.50", "2.00", "0.50");
  half("决算数", "1.80", "1.50", "0.30");
  TableBuilder other(input, "PUB10", "部门决算公开相关信息统计表", 10);
  other.Number();
  const auto line = [&](const char* name, const char* number, Unit unit) {
    other.Row(name, name, "", {{"统计数", number}}, unit);
  };
  line("政府采购支出合计", "30.00", Unit::kWanYuan);
  line("政府采购货物支出", "10.00", Unit::kWanYuan);
  line("政府采购工程支出", "12.00", Unit::kWanYuan);
  line("政府采购服务支出", "8.00", Unit::kWanYuan);
  line("行政单位机关运行经费", "4.00", Unit::kWanYuan);
  line("参照公务员法管理事业单位机关运行经费", "", Unit::kWanYuan);
  line("车辆数合计", "2", Unit::kVehicle);
  line("其他用车", "2", Unit::kVehicle);
}

void AddText(CheckInput* input) {
  const auto add = [&](ParagraphKind kind, const std::string& text) {
    CheckParagraph paragraph;
    paragraph.page = 2;
    paragraph.box = {50, 20.0 * static_cast<double>(input->paragraphs.size()), 500,
                     20.0 * static_cast<double>(input->paragraphs.size()) + 15};
    paragraph.kind = kind;
    paragraph.lines = {text};
    input->paragraphs.push_back(paragraph);
  };
  const char* numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  for (size_t i = 0; i < input->facts.tables.size(); ++i)
    add(ParagraphKind::kContents, std::string(numerals[i]) + "、" + input->facts.tables[i].title +
                                      "......" + std::to_string(i + 1));
  add(ParagraphKind::kContents, "第三部分 情况说明......12");
  add(ParagraphKind::kContents, "一、收入决算情况说明......12");
  add(ParagraphKind::kHeading, "一、收入决算情况说明");
  add(ParagraphKind::kBody, "本局内设3个股室，分别为：办公室、核算股、普查股。");
  add(ParagraphKind::kBody, "公务用车保有量2辆。");
  for (const auto& [heading, text] : ProjectParagraphs())
    add(heading ? ParagraphKind::kHeading : ParagraphKind::kBody, text);
  input->paragraphs.back().page = 3;
  add(ParagraphKind::kHeading, "附件1");
  add(ParagraphKind::kHeading, "附件2");
}

}  // namespace

RulePacks TestPacks() {
  auto packs = RulePacks::Load(JUESUAN_RULES, JUESUAN_FORMS);
  EXPECT_TRUE(packs.ok()) << (packs.ok() ? "" : packs.error().ToString());
  return packs.ok() ? *packs : RulePacks();
}

CheckInput SampleInput() {
  CheckInput input;
  input.facts.kind = "final_account";
  input.facts.department = "某县统计局";
  input.facts.year = "2024";
  AddTotals(&input);
  AddCodes(&input);
  AddEconomic(&input);
  AddFunds(&input);
  AddSmallTables(&input);
  AddText(&input);
  AddProjects(&input);
  input.facts.narrative = SampleNarrative();
  return input;
}

Record& At(CheckInput* input, const std::string& form, const std::string& line,
           const std::string& measure) {
  for (Record& record : input->facts.records)
    if (record.form == form && record.line == line && record.measure == measure) return record;
  ADD_FAILURE() << "no cell " << form << "/" << line << "/" << measure;
  return input->facts.records.front();
}

void Print(Record* record, const std::string& number) {
  record->raw = number;
  record->value = ParseDecimal(number);
  record->kind = number.empty() ? CellKind::kBlank : CellKind::kNumber;
  record->readings.clear();
  if (!number.empty()) record->readings.push_back({Reader::kLayer, number, 1, {}});
}

int Count(const CheckReport& report, const std::string& rule, Outcome outcome) {
  int count = 0;
  for (const RuleInstance& instance : report.instances)
    if (instance.rule == rule && instance.outcome == outcome) ++count;
  return count;
}

}  // namespace juesuan
