// Tables printed in several parts, on several pages or twice. All names and figures are invented.
#include <gtest/gtest.h>

#include "tests/extract/facts_of.h"

namespace juesuan {
namespace {

TEST(ContinuationTest, PrintedTwiceByUnitAndByCode) {
  const DocumentFacts facts = FactsOf({
      TableFromText(kHeadFive, R"(
        | 项目 | < | 本年支出 | < | < |
        | 科目代码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
        | 合计 | < | 12.00 | 7.00 | 5.00 |
        | 001 | 云州县水利局本级 | 7.00 | 7.00 | |
        | 002 | 云州县水利站 | 5.00 | | 5.00 |)"),
      TableFromText(kHeadFive, kFive),
  });
  EXPECT_EQ(facts.tables[0].form, "");
  EXPECT_NE(facts.tables[0].why.find("重复"), std::string::npos);
  EXPECT_EQ(facts.tables[1].form, "PUB05");
  EXPECT_EQ(facts.records.size(), 15u);
}

TEST(ContinuationTest, APageThatRepeatsTheTotalAboveItsOneRowGoesOn) {
  const DocumentFacts facts = FactsOf({
      TableFromText(kHeadFive, kFive),
      TableFromText(kHeadFive, R"(
        | 项目 | < | 本年支出 | < | < |
        | 科目代码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
        | 合计 | < | 12.00 | 7.00 | 5.00 |
        | 2210201 | 住房公积金 | 3.00 | 3.00 | |)"),
  });
  EXPECT_EQ(facts.tables[1].form, "PUB05");
  EXPECT_EQ(At(facts, "2210201", "小计").raw, "3.00");
}

// The page ends after `rows` rows of the table; the rest stands on the next one.
DocumentFacts BrokenAfter(int rows, const std::vector<std::string>& head, const std::string& text) {
  DocumentLayout layout = LayoutOf({TableFromText(head, text)});
  layout.pages.push_back({2, layout.pages.front().frame, PageKind::kBornDigital});
  for (GridCell& cell : layout.tables[0].cells)
    if (cell.row >= rows) cell.page = 2;
  return Extract(layout, Packs());
}

TEST(ContinuationTest, AWholeLabelAfterThePageBreakIsARowOfItsOwn) {
  const DocumentFacts facts = BrokenAfter(4, {"收入支出决算总表", "单位：万元"}, R"(
    | 收入 | < | 支出 | < |
    | 项目 | 决算数 | 项目 | 决算数 |
    | 一、一般公共预算财政拨款收入 | 9.00 | 一、一般公共服务支出 | 9.00 |
    | 本年收入合计 | 9.00 | 本年支出合计 | 9.00 |
    | 使用非财政拨款结余 | | 结余分配 | |
    | 总计 | 9.00 | 总计 | 9.00 |)");
  EXPECT_EQ(At(facts, "本年收入合计", "金额").raw, "9.00");
  EXPECT_EQ(At(facts, "使用非财政拨款结余", "金额").kind, CellKind::kBlank);
  EXPECT_EQ(facts.records.size(), 8u);
}

TEST(ContinuationTest, ALabelCutByThePageBreakIsOneRow) {
  const DocumentFacts facts = BrokenAfter(4, {"收入支出决算总表", "单位：万元"}, R"(
    | 收入 | < | 支出 | < |
    | 项目 | 决算数 | 项目 | 决算数 |
    | 一、一般公共预算财政拨款收入 | 9.00 | 一、一般公共服务支出 | 9.00 |
    | 八、其他收入 | 1.00 | 十八、自然资源海洋 | |
    |  | | 气象等支出 | 3.00 |
    | 总计 | 9.00 | 总计 | 9.00 |)");
  EXPECT_EQ(At(facts, "自然资源海洋气象等支出", "金额").raw, "3.00");
}

TEST(ContinuationTest, ContinuationsLeftApart) {
  TableGrid bare = TableFromText({}, R"(
    | 2130399 | 其他水利支出 | 5.00 | | 5.00 |
    | 221 | 住房保障支出 | 1.00 | 1.00 | |)");
  TableGrid headed = TableFromText(kHeadFive, R"(
    | 项目 | < | 本年支出 | < | < |
    | 科目代码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
    | 合计 | < | 12.00 | 7.00 | 5.00 |
    | 22102 | 住房改革支出 | 1.00 | 1.00 | |
    | 2210201 | 住房公积金 | 1.00 | 1.00 | |)");
  const DocumentFacts facts = FactsOf({TableFromText(kHeadFive, R"(
    | 项目 | < | 本年支出 | < | < |
    | 科目代码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
    | 合计 | < | 12.00 | 7.00 | 5.00 |
    | 213 | 农林水支出 | 12.00 | 7.00 | 5.00 |)"),
                                       bare, headed});
  for (const TableClaim& claim : facts.tables) EXPECT_EQ(claim.form, "PUB05") << claim.why;
  EXPECT_EQ(facts.records.size(), 18u);
  const Record& cut = At(facts, "2130399", "小计");
  EXPECT_EQ(cut.table, 2);
  EXPECT_EQ(cut.row, 0);
}

}  // namespace
}  // namespace juesuan
