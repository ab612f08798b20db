// Every form, in the variants that provinces and years print. All names and figures are invented.
#include <gtest/gtest.h>

#include <map>

#include "extract/extract.h"
#include "tests/extract/grid_from_text.h"

namespace juesuan {
namespace {

const FormPacks& Packs() {
  static const FormPacks* const packs = new FormPacks(FormPacks::Load(JUESUAN_FORMS).value());
  return *packs;
}

DocumentFacts FactsOf(std::vector<TableGrid> tables) {
  return Extract(LayoutOf(std::move(tables), {"云州县水利局2024年度部门决算"}), Packs());
}

const Record* Find(const DocumentFacts& facts, const std::string& form, const std::string& row,
                   const std::string& measure, const std::string& panel = "") {
  const Record* found = nullptr;
  for (const Record& r : facts.records) {
    if (r.form != form || r.row_key != row || r.measure != measure) continue;
    if (!panel.empty() && r.panel != panel) continue;
    EXPECT_EQ(found, nullptr) << "two records for " << form << "/" << row << "/" << measure;
    found = &r;
  }
  return found;
}

std::string ValueOf(const DocumentFacts& facts, const std::string& form, const std::string& row,
                    const std::string& measure, const std::string& panel = "") {
  const Record* r = Find(facts, form, row, measure, panel);
  if (r == nullptr) return "none";
  return r->value ? r->value->ToString() : std::string(CellKindName(r->kind));
}

std::string RejectsOf(const DocumentFacts& facts) {
  std::string out;
  for (const Reject& reject : facts.rejects) out += reject.code + ":" + reject.text + " ";
  return out;
}

const std::vector<std::string> kHead01 = {"收入支出决算总表", "公开01表", "部门名称：云州县水利局",
                                          "2024年度", "金额单位：万元"};

constexpr char kNational01[] = R"(
  | 收入 | < | < | 支出 | < | < |
  | 项目 | 行次 | 金额 | 项目 | 行次 | 金额 |
  | 栏次 | | 1 | 栏次 | | 2 |
  | 一、一般公共预算财政拨款收入 | 1 | 120.50 | 一、一般公共服务支出 | 32 | |
  | 二、政府性基金预算财政拨款收入 | 2 | | 七、文化旅游体育与传媒支出 | 33 | 20.00 |
  | | 3 | | 十二、农林水支出 | 34 | 101.00 |
  | 本年收入合计 | 27 | 120.50 | 本年支出合计 | 58 | 121.00 |
  | 使用非财政拨款结余（含专用结余） | 28 | | 结余分配 | 59 | |
  | 年初结转和结余 | 29 | 0.50 | 年末结转和结余 | 60 | |
  | 总计 | 31 | 121.00 | 总计 | 62 | 121.00 |)";

TEST(VariantsTest, TotalTableWithRowAndColumnNumbers) {
  const DocumentFacts facts = FactsOf({TableFromText(kHead01, kNational01)});
  EXPECT_EQ(facts.kind, "final_account");
  EXPECT_EQ(facts.department, "云州县水利局");
  EXPECT_EQ(facts.records.size(), 14u);
  EXPECT_EQ(RejectsOf(facts), "");
  const Record* first = Find(facts, "PUB01", "1", "金额");
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(first->line, "一般公共预算财政拨款收入");
  EXPECT_EQ(first->panel, "收入");
  EXPECT_EQ(first->col_key, "1");
  EXPECT_EQ(first->col_path, (std::vector<std::string>{"收入", "金额"}));
  EXPECT_EQ(first->unit, Unit::kWanYuan);
  EXPECT_EQ(first->status, CellStatus::kRead);
  EXPECT_EQ(ValueOf(facts, "PUB01", "3", "金额"), "blank");
  EXPECT_EQ(Find(facts, "PUB01", "28", "金额")->line, "使用非财政拨款结余");
  EXPECT_EQ(Find(facts, "PUB01", "62", "金额")->line, "支出总计");
}

TEST(VariantsTest, TotalTableWithoutNumbers) {
  const DocumentFacts facts = FactsOf({TableFromText({"收入支出决算总表", "单位：元"}, R"(
    | 收入 | < | 支出 | < |
    | 项目 | 决算数 | 项目 | 决算数 |
    | 一、一般公共预算财政拨款收入 | 1,205,000.00 | 一、一般公共服务支出 | |
    | | | 七、文化体育与传媒支出 | 0.00 |
    | | | 九、医疗卫生与计划生育支出 | 1,205,000.00 |
    | 本年收入合计 | 1,205,000.00 | 本年支出合计 | 1,205,000.00 |
    | 用事业基金弥补收支差额 | — | 结余分配 | 无 |
    | 收入总计 | 1,205,000.00 | 支出总计 | 1,205,000.00 |)")});
  EXPECT_EQ(RejectsOf(facts), "");
  EXPECT_EQ(ValueOf(facts, "PUB01", "一般公共预算财政拨款收入", "金额"), "1205000.00");
  EXPECT_EQ(ValueOf(facts, "PUB01", "文化旅游体育与传媒支出", "金额"), "0.00");
  EXPECT_EQ(ValueOf(facts, "PUB01", "卫生健康支出", "金额"), "1205000.00");
  EXPECT_EQ(ValueOf(facts, "PUB01", "使用非财政拨款结余", "金额"), "dash");
  EXPECT_EQ(ValueOf(facts, "PUB01", "结余分配", "金额"), "dash");
  EXPECT_EQ(Find(facts, "PUB01", "收入总计", "金额")->col_key, "金额");
  EXPECT_EQ(Find(facts, "PUB01", "收入总计", "金额")->unit, Unit::kYuan);
  EXPECT_EQ(facts.records.size(), 10u);
}

TEST(VariantsTest, SplitCodesTotalBesideTheLevelWords) {
  const DocumentFacts facts = FactsOf({TableFromText({"收入决算表", "单位：万元"}, R"(
    | 项目 | < | < | < | 本年收\n入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入 |
    | 支出功能分类科目编码 | < | < | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ | ^ |
    | 类 | 款 | 项 | 合计 | 12.00 | 11.00 | | | | | 1.00 |
    | 213 | | | 农林水支出 | 12.00 | 11.00 | | | | | 1.00 |
    | 213 | 03 | | 水利 | 12.00 | 11.00 | | | | | 1.00 |
    | 213 | 03 | 01 | 行政运行 | 7.00 | 7.00 | | | | | |
    | | | 99 | 其他水利支出 | 5.00 | 4.00 | | | | | 1.00 |)")});
  EXPECT_EQ(RejectsOf(facts), "");
  EXPECT_EQ(facts.records.size(), 35u);
  EXPECT_EQ(ValueOf(facts, "PUB02", "合计", "其他收入"), "1.00");
  EXPECT_EQ(ValueOf(facts, "PUB02", "2130301", "本年收入合计"), "7.00");
  EXPECT_EQ(ValueOf(facts, "PUB02", "2130399", "财政拨款收入"), "4.00");
  EXPECT_EQ(Find(facts, "PUB02", "21303", "其他收入")->row_label, "水利");
}

TEST(VariantsTest, CodeAndNameInOneCellTotalLast) {
  const DocumentFacts facts =
      FactsOf({TableFromText({"一般公共预算财政拨款支出决算表", "单位：万元"}, R"(
    | 项目 | 本年支出 | < | < |
    | ^ | 合计 | 基本支出 | 项目支出 |
    | 213 农林水支出 | 12.00 | 7.00 | 5.00 |
    | 21303 水利 | 12.00 | 7.00 | 5.00 |
    | 2130301 行政\n运行 | 7.00 | 7.00 | |
    | 2130399 其他水利支出 | 5.00 | | 5.00 |
    | 合计 | 12.00 | 7.00 | 5.00 |)")});
  EXPECT_EQ(RejectsOf(facts), "");
  EXPECT_EQ(ValueOf(facts, "PUB05", "2130301", "小计"), "7.00");
  EXPECT_EQ(Find(facts, "PUB05", "2130301", "小计")->row_label, "行政运行");
  EXPECT_EQ(ValueOf(facts, "PUB05", "合计", "项目支出"), "5.00");
}

constexpr char kTwoPanel06[] = R"(
  | 人员经费 | < | < | 公用经费 | < | < |
  | 科目代码 | 科目名称 | 决算数 | 科目代码 | 科目名称 | 决算数 |
  | 301 | 工资福利支出 | 9.00 | 302 | 商品和服务支出 | 3.00 |
  | 30101 | 基本工资 | 9.00 | 30201 | 办公费 | 1.00 |
  | 303 | 对个人和家庭的补助 | 0.00 | 30299 | 其他商品和服务支出 | 2.00 |
  | | | | 310 | 资本性支出 | —— |
  | 人员经费合计 | < | 9.00 | 公用经费合计 | < | 3.00 |)";

TEST(VariantsTest, EconomicTwoPanels) {
  const DocumentFacts facts =
      FactsOf({TableFromText({"一般公共预算财政拨款基本支出决算表", "单位：万元"}, kTwoPanel06)});
  EXPECT_EQ(RejectsOf(facts), "");
  EXPECT_EQ(facts.records.size(), 9u);
  EXPECT_EQ(Find(facts, "PUB06", "301", "决算数")->panel, "人员经费");
  EXPECT_EQ(Find(facts, "PUB06", "公用经费合计", "决算数")->panel, "公用经费");
  EXPECT_EQ(ValueOf(facts, "PUB06", "310", "决算数"), "dash");
}

TEST(VariantsTest, EconomicSplitCodesWithoutPanelWordsAndALabelOverPanels) {
  const DocumentFacts facts =
      FactsOf({TableFromText({"一般公共预算财政拨款基本支出决算明细表", "单位：万元"}, R"(
    | 经济分类科目编码 | < | 科目名称 | 决算数 | 经济分类科目编码 | < | 科目名称 | 决算数 | 经济分类科目编码 | < | 科目名称 | 决算数 |
    | 类 | 款 | ^ | ^ | 类 | 款 | ^ | ^ | 类 | 款 | ^ | ^ |
    | 301 | | 工资福利支出 | 9.00 | 302 | | 商品和服务支出 | 3.00 | 310 | | 资本性支出 | |
    | 301 | 01 | 基本工资 | 9.00 | 302 | 1 | 办公费 | 3.00 | 310 | 02 | 办公设备购置 | |
    | 人员经费合计 | < | < | 9.00 | 公用经费合计 | < | < | < | < | < | < | 3.00 |)")});
  EXPECT_EQ(RejectsOf(facts), "");
  EXPECT_EQ(ValueOf(facts, "PUB06", "30201", "决算数"), "3.00");
  EXPECT_EQ(Find(facts, "PUB06", "公用经费合计", "决算数")->panel, "P2-3 公用经费");
  EXPECT_EQ(facts.records.size(), 8u);
}

// No ruling shows how far the label's cell goes.
TEST(VariantsTest, ATotalsAmountUnderALaterPanelIsTheTotals) {
  const auto value = [](const std::string& last_row) {
    return ValueOf(FactsOf({TableFromText({"一般公共预算财政拨款基本支出决算明细表", "单位：万元"},
                                          R"(
    | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 |
    | 301 | 工资福利支出 | 9.00 | 302 | 商品和服务支出 | 3.00 | 310 | 资本性支出 | |
    | 30101 | 基本工资 | 9.00 | 30201 | 办公费 | 3.00 | 31002 | 办公设备购置 | |
    )" + last_row)}),
                   "PUB06", "公用经费合计", "决算数");
  };
  EXPECT_EQ(value("| 人员经费合计 | < | 9.00 | 公用经费合计 | < | | | | 3.00 |"), "3.00");
  EXPECT_EQ(value("| 人员经费合计 | < | 9.00 | 公用经费合计 | < | | 31003 | | 3.00 |"), "blank");
}

TEST(VariantsTest, TwoLevelsOfACodeBesideTheNameAreTheCodes) {
  const DocumentFacts facts =
      FactsOf({TableFromText({"一般公共预算财政拨款基本支出决算明细表", "单位：万元"}, R"(
    | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 |
    | 301 | 工资福利支出 | 9.00 | 302 | 商品和服务支出 | 3.00 |
    | 301 | 01基本工资 | 9.00 | 302 | 01办公费 | 3.00 |)")});
  EXPECT_EQ(ValueOf(facts, "PUB06", "30101", "决算数"), "9.00");
  EXPECT_EQ(ValueOf(facts, "PUB06", "30201", "决算数"), "3.00");
  EXPECT_EQ(Find(facts, "PUB06", "30201", "决算数")->row_label, "办公费");
}

TEST(VariantsTest, ThreeExpensesInHalvesAndInTurnsAreTheSame) {
  const DocumentFacts halves =
      FactsOf({TableFromText({"财政拨款“三公”经费支出决算表", "单位：万元"}, R"(
    | 预算数 | < | < | < | < | < | 决算数 | < | < | < | < | < |
    | 合计 | 因公出国 (境) 费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | 合计 | 因公出国 (境) 费 | 公务用车购置及运行维护费 | < | < | 公务接待 费 |
    | ^ | ^ | 小计 | 公务用车 购置费 | 公务用车 运行维护 费 | ^ | ^ | ^ | 小计 | 公务用车 购置费 | 公务用车 运行维护 费 | ^ |
    | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |
    | 6.00 | | 5.00 | | 5.00 | 1.00 | 5.50 | | 5.00 | | 5.00 | 0.50 |)")});
  const DocumentFacts turns =
      FactsOf({TableFromText({"一般公共预算财政拨款“三公”经费支出决算表", "单位：万元"}, R"(
    | 财政拨款“三公”经费 | < | < | < | < | < | < | < | < | < | < | < |
    | 合计 | < | 因公出国（境）费 | < | 公务用车购置及运行费 | < | < | < | < | < | 公务接待费 | < |
    | ^ | ^ | ^ | ^ | 小计 | < | 公务用车购置费 | < | 公务用车运行费 | < | ^ | ^ |
    | 年初预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 |
    | 6.00 | 5.50 | | | 5.00 | 5.00 | | | 5.00 | 5.00 | 1.00 | 0.50 |)")});
  EXPECT_EQ(RejectsOf(halves) + RejectsOf(turns), "");
  std::map<std::string, std::string> a, b;
  for (const Record& r : halves.records) a[r.line + "/" + r.measure] = r.raw;
  for (const Record& r : turns.records) b[r.line + "/" + r.measure] = r.raw;
  EXPECT_EQ(a.size(), 12u);
  EXPECT_EQ(a, b);
  EXPECT_EQ(Find(halves, "PUB09", "1", "公务用车运行维护费", "决算数")->col_key, "11");
  EXPECT_EQ(Find(turns, "PUB09", "1", "公务用车运行维护费", "决算数")->col_key,
            "公务用车运行维护费");
}

TEST(VariantsTest, StatisticsInSections) {
  const DocumentFacts facts =
      FactsOf({TableFromText({"部门决算公开相关信息统计表", "金额单位：万元"}, R"(
    | 一、政府采购情况 | < | < |
    | 项目 | 行次 | 统计数 |
    | 合计 | 1 | 9.00 |
    | 货物 | 2 | 9.00 |
    | 二、机关运行经费 | < | < |
    | 项目 | | 统计数 |
    | (一) 行政单位 | 5 | 4.00 |
    | 三、国有资产占用情况 | < | < |
    | (一) 车辆数合计(辆) | 7 | 2 |
    | 8. 其他用车 | 15 | 2 |
    | (二) 单价100万元(含)以上设备(不含车辆) | 17 | |)")});
  EXPECT_EQ(RejectsOf(facts), "");
  EXPECT_EQ(facts.records.size(), 6u);
  EXPECT_EQ(Find(facts, "PUB10", "7", "统计数")->unit, Unit::kVehicle);
  EXPECT_EQ(Find(facts, "PUB10", "17", "统计数")->unit, Unit::kSet);
  EXPECT_EQ(Find(facts, "PUB10", "5", "统计数")->panel, "二、机关运行经费");
  EXPECT_EQ(Find(facts, "PUB10", "1", "统计数")->line, "政府采购支出合计");
}

TEST(VariantsTest, StatisticsCutAtTheSections) {
  const DocumentFacts facts = FactsOf({
      TableFromText({"部门决算公开相关信息统计表", "金额单位：万元", "一、政府采购情况"},
                    "| 项目 | 行次 | 统计数 |\n| 合计 | 1 | 9.00 |"),
      TableFromText({"二、机关运行经费"}, "| 项目 | < | 统计数 |\n| （一）行政单位 | 5 | 4.00 |"),
      TableFromText({"三、国有资产占用情况"}, "| （一）车辆数合计（辆） | 7 | 2 |"),
  });
  EXPECT_EQ(RejectsOf(facts), "");
  EXPECT_EQ(facts.records.size(), 3u);
  EXPECT_EQ(Find(facts, "PUB10", "1", "统计数")->panel, "一、政府采购情况");
  EXPECT_EQ(Find(facts, "PUB10", "5", "统计数")->panel, "二、机关运行经费");
  EXPECT_EQ(Find(facts, "PUB10", "7", "统计数")->unit, Unit::kVehicle);
}

TEST(VariantsTest, LabelCutByAPageBreak) {
  TableGrid grid = TableFromText({"收入支出决算总表", "单位：元"}, R"(
    | 收入 | < | < | 支出 | < | < |
    | 项目 | 行次 | 金额 | 项目 | 行次 | 金额 |
    | 栏次 | | 1 | 栏次 | | 2 |
    | 本年收入合计 | 27 | 9.00 | 本年支出 | | |
    | 年初结转 | | | 合计 | 58 | 9.00 |
    | 和结余 | 28 | 1.00 | 结余分配 | 59 | |)");
  DocumentLayout layout = LayoutOf({std::move(grid)});
  for (GridCell& cell : layout.tables[0].cells) {
    const int last_above = cell.col < 3 ? 4 : 3;
    cell.page = cell.row <= last_above ? 1 : 2;
  }
  const DocumentFacts facts = Extract(layout, Packs());
  EXPECT_EQ(RejectsOf(facts), "");
  EXPECT_EQ(Find(facts, "PUB01", "28", "金额")->row_label, "年初结转和结余");
  EXPECT_EQ(Find(facts, "PUB01", "58", "金额")->line, "本年支出合计");
  EXPECT_EQ(facts.records.size(), 4u);
}

TEST(VariantsTest, OrderAndNumberOfTablesPlayNoPart) {
  const char* const three = R"(
    | 预算数 | < | < | < | < | < | 决算数 | < | < | < | < | < |
    | 合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 |
    | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ |
    | 6.00 | | 5.00 | | 5.00 | 1.00 | 5.50 | | 5.00 | | 5.00 | 0.50 |)";
  const DocumentFacts facts = FactsOf({
      TableFromText({"财政拨款“三公”经费支出决算表", "公开01表", "单位：元"}, three),
      TableFromText({"项目支出决算表", "公开02表", "单位：元"}, kTwoPanel06),
      TableFromText({"一般公共预算财政拨款基本支出决算表", "表九", "单位：元"}, kTwoPanel06),
      TableFromText({"收入支出决算总表", "公开08表", "单位：万元"}, kNational01),
  });
  std::string forms;
  for (const TableClaim& claim : facts.tables) forms += claim.form + ",";
  EXPECT_EQ(forms, "PUB09,,PUB06,PUB01,");
}

TEST(VariantsTest, EmptyFundTables) {
  const DocumentFacts facts = FactsOf(
      {TableFromText({"政府性基金预算财政拨款收入支出决算表", "单位：万元"}, R"(
    | 项目 | < | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余 |
    | 科目代码 | 科目名称 | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^ |
    | | 栏次 | 1 | 2 | 3 | 4 | 5 | 6 |
    | | 合计 | | | | | | |)",
                     {"说明：本表无数据"}),
       TableFromText({"国有资本经营预算财政拨款收入支出决算表", "单位：万元"}, R"(
    | 项目 | < | < | < | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余 |
    | 功能分类科目编码 | < | < | 科目名称 | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^ |
    | 类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^ |
    | | | | | | | | | | |
    | 合计 | < | < | < | | | | | | |)",
                     {"注：本单位2024年度没有国有资本经营预算收入和支出，故本表无数据。"})});
  EXPECT_EQ(RejectsOf(facts), "");
  EXPECT_EQ(facts.records.size(), 12u);
  for (const TableClaim& claim : facts.tables) EXPECT_TRUE(claim.declared_empty) << claim.form;
  EXPECT_EQ(ValueOf(facts, "PUB08", "合计", "合计"), "blank");
  EXPECT_EQ(ValueOf(facts, "PUB07", "合计", "年末结转和结余"), "blank");
}

TEST(VariantsTest, AppropriationTableTellsTheKindsApart) {
  const DocumentFacts facts = FactsOf({TableFromText({"财政拨款收入支出决算总表", "单位：万元"}, R"(
    | 收入 | < | 支出 | < | < | < | < |
    | 项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款 |
    | 一、一般公共预算财政拨款 | 9.00 | 一、一般公共服务支出 | 9.00 | 9.00 | | |
    | 本年收入合计 | 9.00 | 本年支出合计 | 9.00 | 9.00 | | |
    | 年初财政拨款结转和结余 | 1.00 | 年末财政拨款结转和结余 | 1.00 | 1.00 | | |
    | 一、一般公共预算财政拨款 | 1.00 | | | | | |
    | 总计 | 10.00 | 总计 | 10.00 | 10.00 | | |)")});
  EXPECT_EQ(RejectsOf(facts), "");
  EXPECT_EQ(ValueOf(facts, "PUB04", "一般公共预算财政拨款", "金额"), "9.00");
  EXPECT_EQ(ValueOf(facts, "PUB04", "年初财政拨款结转和结余：一般公共预算财政拨款", "金额"),
            "1.00");
  EXPECT_EQ(ValueOf(facts, "PUB04", "支出总计", "合计"), "10.00");
}

}  // namespace
}  // namespace juesuan
