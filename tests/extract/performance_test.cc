// Performance forms in the variants that provinces print. All names and figures are invented.
#include <gtest/gtest.h>

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

// "kind raw" of the one cell, "none" or "several".
std::string CellOf(const DocumentFacts& facts, const std::string& form, const std::string& row,
                   const std::string& column, const std::string& project = "") {
  std::string found = "none";
  for (const Record& r : facts.records) {
    if (r.form != form || r.row_key != row || r.col_key != column) continue;
    if (!project.empty() && r.project != project) continue;
    if (found != "none") return "several";
    found = std::string(CellKindName(r.kind)) + " " + r.raw;
  }
  return found;
}

std::string PanelOf(const DocumentFacts& facts, const std::string& row) {
  for (const Record& r : facts.records)
    if (r.row_key == row && r.measure == "指标名称") return r.panel;
  return "none";
}

std::string FormsOf(const DocumentFacts& facts) {
  std::string out;
  for (const TableClaim& claim : facts.tables) out += "[" + claim.form + "]";
  return out;
}

const std::vector<std::string> kHead = {"堤防维护经费项目支出绩效自评表", "(2024年度)"};

constexpr char kCentral[] = R"(
  | 项目名称 | < | 堤防维护\n经费 | < | < | < | < | < |
  | 主管部门 | < | 云州县水利局 | < | < | 实施单位 | 堤防所 | < |
  | 项目资金（万元） | < | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 得分 |
  | ^ | < | 年度资金总额 | 20 | 18.50 | 18.50 | 10 | 10 |
  | ^ | < | 其中：当年财政拨款 | 20 | 18.50 | 18.50 | — | — |
  | ^ | < | 上年结转资金 | | | | — | — |
  | 年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < | < |
  | ^ | 维护堤防3公里 | < | < | 维护了堤防\n3公里 | < | < | < |
  | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
  | ^ | 产出指标 | 数量指标 | 堤防长度 | ≥3公里 | 3公里 | 20 | 20 |
  | ^ | ^ | ^ | 巡查次数 | =12次 | 11 | 20 | 18.33 |
  | ^ | ^ | 成本指标 | 维护标准 | ≤5万元/公里 | 100% | 10 | 10 |
  | ^ | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥95% | 达成预期指标 | 40 | 40 |
  | 总分 | < | < | < | < | < | 100 | 98.33 |)";

TEST(PerformanceTest, TheCentralForm) {
  const DocumentFacts facts = FactsOf({TableFromText(kHead, kCentral)});
  EXPECT_EQ(FormsOf(facts), "[PERF.SE]");
  EXPECT_TRUE(facts.rejects.empty());
  for (const Record& r : facts.records) {
    EXPECT_EQ(r.project, "堤防维护经费");
    EXPECT_EQ(r.status, CellStatus::kRead) << r.row_key << r.doubt;
  }
  EXPECT_EQ(CellOf(facts, "PERF.SE.FUNDS", "年度资金总额", "全年执行数"), "number 18.50");
  EXPECT_EQ(CellOf(facts, "PERF.SE.FUNDS", "其中：当年财政拨款", "分值"), "dash —");
  EXPECT_EQ(CellOf(facts, "PERF.SE.FUNDS", "上年结转资金", "年初预算数"), "blank ");
  EXPECT_EQ(CellOf(facts, "PERF.SE.IND", "堤防长度", "年度指标值"), "text ≥3公里");
  EXPECT_EQ(CellOf(facts, "PERF.SE.IND", "堤防长度", "实际完成值"), "text 3公里");
  EXPECT_EQ(CellOf(facts, "PERF.SE.IND", "巡查次数", "实际完成值"), "number 11");
  EXPECT_EQ(CellOf(facts, "PERF.SE.IND", "维护标准", "实际完成值"), "number 100%");
  EXPECT_EQ(CellOf(facts, "PERF.SE.TOTAL", "总分", "得分"), "number 98.33");
  EXPECT_EQ(CellOf(facts, "PERF.SE.TEXT", "年度目标", "内容"), "text 维护堤防3公里");
  EXPECT_EQ(CellOf(facts, "PERF.SE.TEXT", "实际完成情况", "内容"), "text 维护了堤防3公里");
  EXPECT_EQ(CellOf(facts, "PERF.SE.TEXT", "实施单位", "内容"), "text 堤防所");
  EXPECT_EQ(PanelOf(facts, "巡查次数"), "产出指标/数量指标");
  EXPECT_EQ(PanelOf(facts, "群众满意度"), "满意度指标/服务对象满意度指标");
  for (const Record& r : facts.records) {
    if (r.form == "PERF.SE.FUNDS" && r.measure == "全年预算数") {
      EXPECT_EQ(r.unit, Unit::kWanYuan);
    }
    if (r.row_key == "堤防长度" && r.col_key == "年度指标值") {
      EXPECT_EQ(r.measure, "指标值");
    }
  }
}

TEST(PerformanceTest, ABudgetOfGoalsIsNoSelfEvaluation) {
  const DocumentFacts facts = FactsOf({TableFromText({"项目支出绩效目标表"}, R"(
    | 项目名称 | 堤防维护经费 | < | < | < |
    | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    | ^ | 产出指标 | 数量指标 | 堤防长度 | ≥3公里 |)")});
  EXPECT_EQ(FormsOf(facts), "[]");
  EXPECT_TRUE(facts.records.empty());
}

TEST(PerformanceTest, AFormOfAWholeDepartmentIsLeftAlone) {
  EXPECT_EQ(FormsOf(FactsOf({TableFromText({"部门整体支出绩效自评表"}, kCentral)})), "[]");
}

// Two heads were not told: their figures are no part of the label.
TEST(PerformanceTest, FiguresUnderUntoldHeadsAreRefused) {
  const DocumentFacts facts = FactsOf({TableFromText(kHead, R"(
    | 项目名称 | 堤防维护经费 | < | < | < | < |
    | 项目资金（万元） | | 年ee申报 | —— | 全年预算数 | 全年执行数 |
    | ^ | 资金总额 | 85 | 85 | 18.50 | 18.40 |)")});
  EXPECT_EQ(CellOf(facts, "PERF.SE.FUNDS", "资金总额", "全年执行数"), "number 18.40");
  ASSERT_EQ(facts.rejects.size(), 2u);
  EXPECT_EQ(facts.rejects[0].code, "unknown_column");
  EXPECT_EQ(facts.rejects[0].text, "85");
}

TEST(PerformanceTest, MoneyWithoutAUnitIsSuspect) {
  const DocumentFacts facts = FactsOf({TableFromText(kHead, R"(
    | 项目名称 | 堤防维护经费 | < | < |
    | 项目资金 | | 全年预算数 | 全年执行数 |
    | ^ | 资金总额 | 18.50 | 18.50 |)")});
  int amounts = 0;
  for (const Record& r : facts.records) {
    if (r.form != "PERF.SE.FUNDS") continue;
    ++amounts;
    EXPECT_EQ(r.status, CellStatus::kSuspect);
  }
  EXPECT_EQ(amounts, 2);
}

// The second part of a form whose rows a page's end cut in the middle of an indicator and of a
// merged cell.
TEST(PerformanceTest, PartsOnTwoPagesAreOneForm) {
  TableGrid first = TableFromText(kHead, R"(
    | 项目名称 | < | 堤防维护经费 | < | < | < |
    | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 |
    | 产出指标 | 数量指标 | 堤防 | =3公 | =3公里 | 20 |)");
  TableGrid second = GridFromText(R"(
    | | | 维护长度 | 里 | | |
    | | | 巡查次数 | =12次 | =12次 | 20 |
    | | 质量指标 | 合格率 | =100% | =100% | 50 |
    | 总分 | < | < | < | < | 90 |)");
  const DocumentFacts facts = FactsOf({first, second});
  EXPECT_EQ(FormsOf(facts), "[PERF.SE][PERF.SE]");
  EXPECT_EQ(CellOf(facts, "PERF.SE.IND", "堤防维护长度", "年度指标值"), "text =3公里");
  EXPECT_EQ(CellOf(facts, "PERF.SE.IND", "堤防维护长度", "分值"), "number 20");
  EXPECT_EQ(PanelOf(facts, "巡查次数"), "产出指标/数量指标");
  EXPECT_EQ(PanelOf(facts, "合格率"), "产出指标/质量指标");
  EXPECT_EQ(CellOf(facts, "PERF.SE.TOTAL", "总分", "分值"), "number 90");
}

// The values of a cut row stand on the second page, a level's words on both.
TEST(PerformanceTest, ValuesBehindThePagesEndBelongToTheRowBefore) {
  TableGrid first = TableFromText(kHead, R"(
    | 项目名称 | < | 堤防维护经费 | < | < | < |
    | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 |
    | 产出指标 | 数量指标 | 巡查次数 | =12次 | =12次 | 20 |
    | 效益指标 | 可持续影响 | 长效机制 | | | |)");
  TableGrid second = GridFromText(R"(
    | | 指标 | 健全程度 | 健全 | 达成预期指标 | 30 |
    | 总分 | < | < | < | < | 50 |)");
  const DocumentFacts facts = FactsOf({first, second});
  EXPECT_EQ(CellOf(facts, "PERF.SE.IND", "长效机制健全程度", "分值"), "number 30");
  EXPECT_EQ(PanelOf(facts, "长效机制健全程度"), "效益指标/可持续影响指标");
  for (const Record& r : facts.records)
    if (r.form == "PERF.SE.IND" && r.measure == "分值") {
      EXPECT_EQ(r.page, r.raw == "30" ? 2 : 1) << r.raw;
    }
}

TEST(PerformanceTest, AMisreadHeaderBetweenTwoKnownOnesIsTakenAndSuspect) {
  const std::string text = R"(
    | 项目名称 | < | 堤防维护经费 | < | < | < | < |
    | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 但八 | 偏差原因 |
    | 产出指标 | 数量指标 | 巡查次数 | =12次 | =12次 | 20 | |)";
  TableGrid scan = GridFromText(text, Reader::kPpocr, 0.95);
  scan.above = TableFromText(kHead, "| |").above;
  EXPECT_EQ(CellOf(FactsOf({scan}), "PERF.SE.IND", "巡查次数", "得分"), "none");
  std::string score = text;
  score.replace(score.find("实际完成值"), std::string("实际完成值").size(), "分值");
  score.replace(score.find("=12次"), std::string("=12次").size(), "20");
  score.replace(score.find("年度指标值"), std::string("年度指标值").size(), "实际完成值");
  scan = GridFromText(score, Reader::kPpocr, 0.95);
  scan.above = TableFromText(kHead, "| |").above;
  const DocumentFacts facts = FactsOf({scan});
  EXPECT_EQ(CellOf(facts, "PERF.SE.IND", "巡查次数", "得分"), "number 20");
  for (const Record& r : facts.records)
    if (r.col_key == "得分") {
      EXPECT_EQ(r.status, CellStatus::kSuspect);
    }
  // A text layer says what is printed: then it is another column.
  EXPECT_EQ(CellOf(FactsOf({TableFromText(kHead, score)}), "PERF.SE.IND", "巡查次数", "得分"),
            "none");
}

// A mark over 三 makes 二级指标 of 三级指标.
TEST(PerformanceTest, NamesOfIndicatorsAreFoundByPlace) {
  const std::string text = R"(
    | 项目名称 | < | 堤防维护经费 | < | < | < | < |
    | 一级指标 | 二级指标 | 二级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
    | 产出指标 | 数量指标 | 巡查次数 | =12次 | =12次 | 20 | 20 |)";
  TableGrid scan = GridFromText(text, Reader::kPpocr, 0.95);
  scan.above = TableFromText(kHead, "| |").above;
  const DocumentFacts facts = FactsOf({scan});
  EXPECT_EQ(CellOf(facts, "PERF.SE.IND", "巡查次数", "得分"), "number 20");
  EXPECT_EQ(PanelOf(facts, "巡查次数"), "产出指标/数量指标");
  EXPECT_EQ(CellOf(FactsOf({TableFromText(kHead, text)}), "PERF.SE.IND", "巡查次数", "得分"),
            "none");
}

TEST(PerformanceTest, FiguresOfAWeaklyReadIndicatorAreInDoubt) {
  const std::string text = R"(
    | 项目名称 | < | 堤防维护经费 | < | < | < | < | < |
    | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
    | 产出指标 | 数量指标 | 巡查次数 | =12次 | =12次 | 20 | 20 |)";
  TableGrid scan = GridFromText(text, Reader::kPpocr, 0.95);
  scan.above = TableFromText(kHead, "| |").above;
  const auto doubt = [&] {
    for (const Record& r : FactsOf({scan}).records)
      if (r.col_key == "得分") return r.doubt;
    return std::string("none");
  };
  EXPECT_EQ(doubt(), "");
  const auto weaken = [&](const std::string& text_of_cell, size_t cells) {
    for (GridCell& cell : scan.cells)
      if (cell.Text() == text_of_cell && cells-- > 0)
        cell.lines.front().readings.front().score = 0.3;
  };
  weaken("20", 2);
  EXPECT_NE(doubt(), "");
  EXPECT_FALSE(OutlastsProof(doubt())) << "of the figure alone";
  weaken("巡查次数", 1);
  EXPECT_TRUE(OutlastsProof(doubt())) << "of its name as well";
}

// Forms of one title on page after page may come as one grid.
TEST(PerformanceTest, APageThatBeginsWithAnotherProjectBeginsAnotherForm) {
  TableGrid grid = TableFromText({"项目支出绩效自评表"}, R"(
    | 项目名称 | 堤防维护经费 | < | < |
    | 项目资金（万元） | | 全年预算数 | 全年执行数 |
    | ^ | 资金总额 | 18.50 | 18.50 |
    | 项目名称 | 水质监测经费 | < | < |
    | 项目资金（万元） | | 全年预算数 | 全年执行数 |
    | ^ | 资金总额 | 7.00 | 6.00 |)");
  grid.parts = {{1, {0, 0, 200, 60}, 0, 3, 0}, {2, {0, 60, 200, 120}, 3, 3, 0}};
  const DocumentFacts facts = FactsOf({grid});
  EXPECT_EQ(FormsOf(facts), "[PERF.SE]");
  EXPECT_EQ(CellOf(facts, "PERF.SE.FUNDS", "资金总额", "全年执行数", "堤防维护经费"),
            "number 18.50");
  EXPECT_EQ(CellOf(facts, "PERF.SE.FUNDS", "资金总额", "全年执行数", "水质监测经费"),
            "number 6.00");
}

TEST(PerformanceTest, AMissingFirstLevelIsTheParentOfTheSecond) {
  const DocumentFacts facts = FactsOf({TableFromText(kHead, R"(
    | 项目名称 | < | 堤防维护经费 | < | < |
    | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分 |
    | 数量指标 | 堤防长度 | =3公里 | =3公里 | 20 |
    | 社会效益指标 | 防洪能力 | 提高 | 提高 | 20 |)")});
  EXPECT_EQ(PanelOf(facts, "堤防长度"), "产出指标/数量指标");
  EXPECT_EQ(PanelOf(facts, "防洪能力"), "效益指标/社会效益指标");
}

TEST(PerformanceTest, TheTransferForm) {
  const DocumentFacts facts = FactsOf({TableFromText({"水利发展资金项目绩效目标自评表"}, R"(
    | 转移支付(项目)名称 | < | 水利发展资金 | < | < | < | < |
    | 中央主管部门 | < | 水利部 | < | < | < | < |
    | 资金投入情况(万元) | | 全年预算数(A) | 全年执行数(B) | 预算执行率(B/A×100%) | < | < |
    | ^ | 年度资金总额: | 100 | 90.5 | 90.50% | < | < |
    | ^ | 其中:中央财政资金 | 100 | 90.5 | 90.50% | < | < |
    | 资金管理情况 | | 情况说明 | < | < | 存在问题和改进措施 | < |
    | ^ | 分配科学性 | 按规定分配 | < | < | 无 | < |
    | 总体目标完成情况 | 总体目标 | < | 全年实际完成情况 | < | < | < |
    | ^ | 建设水库 | < | 建成水库 | < | < | < |
    | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 全年实际完成值 | 未完成原因和改进措施 |
    | ^ | 产出指标 | 数量指标 | 水库数量 | ≥2座 | 2座 | |
    | ^ | 效益指标 | 生态效益指标 | | | | |)")});
  EXPECT_EQ(FormsOf(facts), "[TRANSFER]");
  EXPECT_EQ(CellOf(facts, "TRANSFER", "年度资金总额", "全年执行数(B)"), "number 90.5");
  EXPECT_EQ(CellOf(facts, "TRANSFER", "其中:中央财政资金", "预算执行率(B/A×100%)"),
            "number 90.50%");
  EXPECT_EQ(CellOf(facts, "TRANSFER", "水库数量", "指标值", "水利发展资金"), "text ≥2座");
  EXPECT_EQ(CellOf(facts, "TRANSFER", "", "三级指标"), "blank ");
  EXPECT_EQ(CellOf(facts, "TRANSFER.TEXT", "分配科学性", "情况说明"), "text 按规定分配");
  EXPECT_EQ(CellOf(facts, "TRANSFER.TEXT", "分配科学性", "存在问题和改进措施"), "text 无");
  EXPECT_EQ(CellOf(facts, "TRANSFER.TEXT", "年度目标", "内容"), "text 建设水库");
}

constexpr char kReport[] = R"(
  | 一级指标 | 二级指标 | 指标名称 | 年度指标 | < | 实际完成值 | 权重 | 得分 |
  | ^ | ^ | ^ | 年初指标 | 调整后指标 | ^ | ^ | ^ |
  | 产出指标 | 数量指标 | 堤坊长度 | | ≥3公里 | 3 | 20 | 20 |
  | ^ | ^ | 巡查次数 | | =12次 | 11 | 20 | 18.33 |)";

TEST(PerformanceTest, TheTablesOfAReportBelongToItsProject) {
  const DocumentFacts facts =
      FactsOf({TableFromText(kHead, kCentral), TableFromText({"（一）预算执行情况"}, R"(
      | 资金来源 | 年初预算数 | < | 全年预算数(元) | 全年执行数(元) | 执行率 |
      | ^ | 目标申报(元) | 预算编制(元) | ^ | ^ | ^ |
      | 合计 | 200,000 | 200,000 | 185,000 | 185,000 | 100 |)"),
               TableFromText({"（二）绩效指标完成情况"}, kReport)});
  EXPECT_EQ(FormsOf(facts), "[PERF.SE][PERF.REP.BUDGET][PERF.REP.IND]");
  EXPECT_EQ(CellOf(facts, "PERF.REP.BUDGET", "合计", "目标申报", "堤防维护经费"), "number 200,000");
  EXPECT_EQ(CellOf(facts, "PERF.REP.IND", "巡查次数", "调整后指标值"), "text =12次");
  // A misread character does not make another indicator of it.
  EXPECT_EQ(CellOf(facts, "PERF.REP.IND", "堤防长度", "指标名称"), "text 堤坊长度");
}

TEST(PerformanceTest, ANameInDoubtIsNoOtherTablesName) {
  TableGrid evaluation = GridFromText(kCentral, Reader::kPpocr, 0.95);
  evaluation.above = TableFromText(kHead, "| |").above;
  for (GridCell& cell : evaluation.cells)
    if (cell.Text() == "堤防长度") cell.lines.front().readings.front().score = 0.8;
  const DocumentFacts facts =
      FactsOf({evaluation, TableFromText({"（二）绩效指标完成情况"}, kReport)});
  for (const Record& r : facts.records)
    if (r.form == "PERF.REP.IND") {
      EXPECT_NE(r.row_key, "堤防长度");
    }
}

TEST(PerformanceTest, ATableOfIndicatorsWithoutAReportIsNotClaimed) {
  EXPECT_EQ(FormsOf(FactsOf({TableFromText({"三、重点工作"}, kReport)})), "[]");
}

}  // namespace
}  // namespace juesuan
