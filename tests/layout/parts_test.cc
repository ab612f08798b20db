// The parts of layout, each on small inputs.
#include <gtest/gtest.h>

#include "layout/build_layout.h"
#include "layout/column_match.h"
#include "layout/cut_numbers.h"
#include "layout/stitch.h"
#include "layout/text_class.h"
#include "layout/text_lines.h"

namespace juesuan {
namespace {

Word MakeWord(double x, double y, const std::string& text, double width = 0) {
  Word word;
  word.box = {x, y, x + (width > 0 ? width : 5 * static_cast<double>(text.size())), y + 10};
  word.size = 10;
  word.readings = {{Reader::kLayer, text, 1, {}}};
  return word;
}

TEST(TextClass, Numbers) {
  for (const char* text : {"12", "1,234.50", "-5", "12.3%", "(3.00)", "１２．５０", "－0.10"})
    EXPECT_TRUE(IsNumber(text)) << text;
  for (const char* text : {"", "-", "——", "12.", ".5", "1.2.3", "12元", "12 a", "%", "公开01表"})
    EXPECT_FALSE(IsNumber(text)) << text;
  EXPECT_TRUE(IsAmount("12.00"));
  EXPECT_FALSE(IsAmount("2080505"));
  EXPECT_EQ(SmallInteger("07"), 7);
  EXPECT_FALSE(SmallInteger("1234"));
  EXPECT_TRUE(IsPlaceholder("——"));
  EXPECT_FALSE(IsPlaceholder(""));
}

TEST(TextClass, PageNumbersAndNumbering) {
  for (const char* text : {"3", "- 12 -", "第3页", "第 3 页 共 20 页", "3/20", "—4—"})
    EXPECT_TRUE(IsPageNumber(text)) << text;
  for (const char* text : {"", "12345", "3.5", "页", "第一页", "1/2/3"})
    EXPECT_FALSE(IsPageNumber(text)) << text;
  for (const char* text : {"第二部分 情况说明", "一、概况", "（三）其他", "附件2：说明"})
    EXPECT_TRUE(HasHeadingNumber(text)) << text;
  for (const char* text : {"一般公共预算", "第二名", "（略）", "2024年度"})
    EXPECT_FALSE(HasHeadingNumber(text)) << text;
  EXPECT_TRUE(HasItemNumber("3.负责"));
  EXPECT_FALSE(HasItemNumber("3.5万元"));
  EXPECT_TRUE(SameText("一般公共预算财政拨款", "一般公其预算财政拨款"));
  EXPECT_FALSE(SameText("合计", "合汁"));
}

TEST(TextLines, BlanksStandBetweenLatinWordsOnly) {
  const Word a = MakeWord(0, 0, "A4"), b = MakeWord(30, 0, "80g"), c = MakeWord(60, 1, "纸", 10);
  EXPECT_EQ(JoinWords(1, {&a, &b, &c}).Text(), "A4 80g纸");
}

TEST(TextLines, ReadingsAreJoinedForEachEngineThatReadEveryWord) {
  Word a = MakeWord(0, 0, "支"), b = MakeWord(15, 0, "出");
  a.readings = {{Reader::kPpocr, "支", 0.9, {}}, {Reader::kTesseract, "文", 0.5, {}}};
  b.readings = {{Reader::kPpocr, "出", 0.8, {{"山", 0.1}}}};
  const TextLine line = JoinWords(1, {&a, &b});
  ASSERT_EQ(line.readings.size(), 1u);
  EXPECT_EQ(line.readings[0].text, "支出");
  EXPECT_EQ(line.readings[0].score, 0.8);
  ASSERT_EQ(line.readings[0].others.size(), 1u);
  EXPECT_EQ(line.readings[0].others[0].text, "支山");
  b.readings.push_back({Reader::kTesseract, "出", 0.7, {}});
  const TextLine both = JoinWords(1, {&a, &b});
  ASSERT_EQ(both.readings.size(), 2u);
  EXPECT_EQ(both.readings[1].text, "文出");
  EXPECT_EQ(both.readings[1].score, 0.5);
}

// What stood in the white between them may be lost.
TEST(TextLines, AFigureOfTwoWordsThatARecogniserReadIsInDoubt) {
  Word a = MakeWord(0, 0, "4033051", 40), b = MakeWord(43, 0, "1.88", 20);
  EXPECT_EQ(JoinWords(1, {&a, &b}).readings[0].score, 1);
  for (Word* word : {&a, &b}) word->readings[0].by = Reader::kPpocr;
  EXPECT_EQ(JoinWords(1, {&a, &b}).Text(), "40330511.88");
  EXPECT_EQ(JoinWords(1, {&a, &b}).readings[0].score, 0.5);
  b.readings[0].text = "项目";
  EXPECT_EQ(JoinWords(1, {&a, &b}).readings[0].score, 1);
}

TEST(CutNumbers, HalvesOfOneNumberAreJoinedAndNeighboursAreNot) {
  const auto mended = MendCutNumbers({MakeWord(0, 0, "12", 10), MakeWord(10, 0, "34.50", 25)});
  ASSERT_EQ(mended.size(), 1u);
  EXPECT_EQ(mended[0].Text(), "1234.50");
  EXPECT_EQ(MendCutNumbers({MakeWord(0, 0, "12", 10), MakeWord(13, 0, "34.50", 25)}).size(), 2u);
  EXPECT_EQ(MendCutNumbers({MakeWord(0, 0, "1.50", 20), MakeWord(20, 0, "34.50", 25)}).size(), 2u);
  EXPECT_EQ(MendCutNumbers({MakeWord(0, 0, "公", 10), MakeWord(10, 0, "34.50", 25)}).size(), 2u);
}

TEST(ColumnMatch, ShiftedAndScaledColumnsAgree) {
  const auto match = MatchColumns({100, 200, 250, 400}, {90, 192, 243, 396});
  ASSERT_TRUE(match);
  EXPECT_TRUE(match->Equal());
}

TEST(ColumnMatch, OneColumnMoreMapsOnlyWhereTheOthersAgree) {
  const auto match = MatchColumns({100, 200, 400}, {100, 200, 300, 400});
  ASSERT_TRUE(match);
  EXPECT_FALSE(match->Equal());
  EXPECT_EQ(match->of_a, (std::vector<int>{0, 1, 3}));
  EXPECT_FALSE(MatchColumns({100, 200, 400}, {100, 250, 300, 400}));
  EXPECT_FALSE(MatchColumns({100, 200, 400}, {100, 200, 460}));
}

// Two cells side by side, 100 pt wide; `words` in them.
WordPage TwoCells(std::vector<Word> words) {
  WordPage page;
  page.page = 1;
  page.frame = {595, 842, 0, 0};
  page.rulings = {{true, 100, 100, 300, 1},
                  {true, 120, 100, 300, 1},
                  {false, 100, 100, 120, 1},
                  {false, 200, 100, 120, 1},
                  {false, 300, 100, 120, 1}};
  page.words = std::move(words);
  return page;
}

// A page with a table of the given rows, header rows above, three columns.
PageParts PageWith(int page, const std::vector<std::vector<std::string>>& rows) {
  PageParts parts;
  parts.frame.page = page;
  parts.frame.frame.width = 595;
  parts.frame.frame.height = 842;
  PageTable table;
  table.page = page;
  table.header_rows = 2;
  table.xs = {50, 150, 250, 350};
  for (size_t r = 0; r <= rows.size(); ++r) table.ys.push_back(60 + 20.0 * static_cast<double>(r));
  table.box = {50, 60, 350, table.ys.back()};
  for (size_t r = 0; r < rows.size(); ++r) {
    for (size_t c = 0; c < 3; ++c) {
      GridCell cell;
      cell.row = static_cast<int>(r);
      cell.col = static_cast<int>(c);
      cell.page = page;
      cell.box = {table.xs[c], table.ys[r], table.xs[c + 1], table.ys[r + 1]};
      const Word word = MakeWord(table.xs[c] + 2, table.ys[r] + 2, rows[r][c]);
      if (!rows[r][c].empty()) cell.lines = {JoinWords(page, {&word})};
      table.cells.push_back(std::move(cell));
    }
  }
  parts.tables = {table};
  return parts;
}

TEST(Stitch, AHeaderWithOtherWordsIsNotTheOnePrintedAgain) {
  const std::vector<std::vector<std::string>> first = {{"项目名称", "堤防维护经费", "主管部门"},
                                                       {"年初预算数", "全年预算数", "全年执行数"},
                                                       {"20.00", "18.00", "18.00"},
                                                       {"30.00", "28.00", "28.00"}};
  auto second = first;
  const auto tables = [&] { return StitchTables({PageWith(1, first), PageWith(2, second)}); };
  ASSERT_EQ(tables().size(), 1u);
  EXPECT_EQ(tables()[0].grid.rows, 6);
  second[0][1] = "堤坊维护经费";
  ASSERT_EQ(tables().size(), 1u);
  EXPECT_EQ(tables()[0].grid.rows, 6);
  second[0][1] = "法律顾问服务费";
  int rows = 0;
  for (const StitchedTable& table : tables()) rows += table.grid.rows;
  EXPECT_EQ(rows, 8);
}

TextLine LineOf(int page, double y, const std::string& text, Reader by) {
  Word word = MakeWord(60, y, text);
  word.readings = {{by, text, 0.4, {}}};
  return JoinWords(page, {&word});
}

// Above the rest of a table stands what a mark left there, and in its header too.
TEST(Stitch, WhatAMarkLeftDoesNotPartATable) {
  const std::vector<std::vector<std::string>> first = {
      {"科目名称", "财政拨款收入", "上级补助收入"}, {"栏次", "1", "2"}, {"水利", "20.00", "18.00"}};
  auto second = first;
  second[0] = {"科目名称", "一财政拨款收入", "上级补助收入:"};
  const auto count = [&](const std::string& above, Reader by) {
    PageParts next = PageWith(2, second);
    for (GridCell& cell : next.tables[0].cells)
      for (TextLine& line : cell.lines) line.readings.front().by = by;
    PageParts start = PageWith(1, first);
    for (GridCell& cell : start.tables[0].cells)
      for (TextLine& line : cell.lines) line.readings.front().by = by;
    if (!above.empty()) next.lines = {LineOf(2, 40, above, by)};
    return StitchTables({start, next}).size();
  };
  EXPECT_EQ(count("", Reader::kPpocr), 1u);
  EXPECT_EQ(count("4", Reader::kPpocr), 1u);
  EXPECT_EQ(count("支出决算表", Reader::kPpocr), 2u);
  EXPECT_EQ(count("", Reader::kLayer), 2u) << "a text layer does not misread";
}

TEST(BuildLayout, AWordOverARulingGoesToTheCellThatHoldsMostOfIt) {
  const DocumentLayout layout =
      BuildLayout({TwoCells({MakeWord(150, 105, "项目支出决算", 70)})}, {});
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].At(0, 0)->Text(), "项目支出决算");
  EXPECT_EQ(layout.tables[0].At(0, 1)->Text(), "");
}

TEST(BuildLayout, ANumberThatARulingCutsIsOneNumber) {
  const DocumentLayout layout = BuildLayout(
      {TwoCells({MakeWord(190, 105, "12", 10), MakeWord(200, 105, "34567.89", 40)})}, {});
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].At(0, 1)->Text(), "1234567.89");
  EXPECT_EQ(layout.tables[0].At(0, 0)->Text(), "");
}

TEST(BuildLayout, UnreadInkMarksItsCell) {
  WordPage page = TwoCells({MakeWord(110, 105, "合计", 20)});
  page.unread.push_back({{250, 104, 280, 115}, "no engine read it"});
  const DocumentLayout layout = BuildLayout({page}, {});
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_FALSE(layout.tables[0].At(0, 0)->unread);
  EXPECT_TRUE(layout.tables[0].At(0, 1)->unread);
}

TEST(BuildLayout, FailuresAndFramesArePassedOn) {
  const DocumentLayout layout =
      BuildLayout({TwoCells({})}, {{2, ErrorCode::kDamaged, "broken content"}});
  ASSERT_EQ(layout.pages.size(), 1u);
  ASSERT_EQ(layout.failures.size(), 1u);
  EXPECT_EQ(layout.failures[0].page, 2);
}

}  // namespace
}  // namespace juesuan
