// Tables between level rulings, part by part.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/level_frame.h"
#include "layout/complete_rulings.h"
#include "layout/level_columns.h"
#include "layout/level_header.h"
#include "layout/level_rows.h"
#include "layout/level_words.h"
#include "layout/text_class.h"
#include "tests/layout/make_word.h"

namespace juesuan {
namespace {

Ruling Level(double at, double from, double to) { return {true, at, from, to, 0.5}; }

Word Low(Word word) {
  word.box.y0 += 2.5;
  word.box.y1 -= 2.5;
  return word;
}

LevelWord Number(double x0, double x1, double y) {
  return {{x0, y - 5, x1, y + 5}, kSize, true, true, nullptr};
}

LevelWord Code(double x0, double x1, double y) {
  return {{x0, y - 5, x1, y + 5}, kSize, true, false, nullptr};
}

LevelWord Label(double x0, double x1, double y) {
  return {{x0, y - 5, x1, y + 5}, kSize, false, false, nullptr};
}

std::vector<LevelRow> Rows(const std::vector<LevelWord>& words) { return RowsOfWords(words); }

std::vector<const LevelRow*> Pointers(const std::vector<LevelRow>& rows) {
  std::vector<const LevelRow*> pointers;
  for (const LevelRow& row : rows) pointers.push_back(&row);
  return pointers;
}

TEST(LevelFrame, RulingsThatEndTogetherAndTheShorterOnesBetween) {
  const auto frames =
      FindLevelFrames({Level(10, 50, 300), Level(30, 50, 170), Level(50, 50.5, 299),
                       Level(200, 50, 180), Level(200, 181, 300), Level(250, 60, 90)});
  ASSERT_EQ(frames.size(), 1u);
  EXPECT_EQ(frames[0].levels, (std::vector<double>{10, 50, 200}));
  ASSERT_EQ(frames[0].parts.size(), 1u);
  EXPECT_EQ(frames[0].parts[0].at, 30);
}

TEST(LevelFrame, ALoneRulingMayEndATableOfThePageBefore) {
  const auto frames = FindFramesOfColumns({Level(300, 50, 500)});
  ASSERT_EQ(frames.size(), 1u);
  EXPECT_EQ(frames[0].levels, (std::vector<double>{0, 300}));
  EXPECT_TRUE(FindFramesOfColumns({Level(300, 50, 200)}).empty()) << "a note's";
  EXPECT_TRUE(FindFramesOfColumns({Level(300, 50, 500), {false, 50, 20, 300, 0.5}}).empty());
  EXPECT_EQ(FindFramesOfColumns({Level(300, 50, 500), Level(340, 50, 500)}).size(), 1u);
}

TEST(LevelFrame, OnlyAHeadersMayBeOpen) {
  EXPECT_TRUE((LevelFrame{50, 500, {100, 160}, {}}).MayBeOpen());
  EXPECT_TRUE((LevelFrame{50, 500, {100, 120, 160}, {}}).MayBeOpen());
  EXPECT_FALSE((LevelFrame{50, 500, {100, 400}, {}}).MayBeOpen());
  EXPECT_FALSE((LevelFrame{50, 500, {100, 160, 400}, {}}).MayBeOpen());
}

TEST(LevelColumns, FiguresStandUnderTheirHeads) {
  const auto rows = Rows({Label(52, 100, 20), Number(150, 190, 20), Number(250, 290, 20),
                          Label(52, 90, 40), Number(160, 190, 40)});
  const auto columns = FindLevelColumns(
      50, 300, {{70, 90, 50, 300}, {150, 170, 50, 300}, {240, 270, 50, 300}}, {}, Pointers(rows));
  ASSERT_TRUE(columns);
  EXPECT_EQ(columns->xs, (std::vector<double>{50, 125, 215, 300}));
}

TEST(LevelColumns, AHeadWithoutFiguresHasAColumnOfBlanks) {
  const auto rows =
      Rows({Label(52, 100, 20), Number(250, 290, 20), Label(52, 90, 40), Number(260, 290, 40)});
  const auto columns = FindLevelColumns(
      50, 300, {{70, 90, 50, 300}, {150, 170, 50, 300}, {240, 270, 50, 300}}, {}, Pointers(rows));
  ASSERT_TRUE(columns);
  EXPECT_EQ(columns->xs, (std::vector<double>{50, 125, 205, 300}));
}

TEST(LevelColumns, FiguresAsNearToTwoHeadsAreNobodys) {
  const auto rows =
      Rows({Label(52, 100, 20), Number(195, 215, 20), Label(52, 90, 40), Number(195, 215, 40)});
  EXPECT_FALSE(FindLevelColumns(
      50, 300, {{70, 90, 50, 300}, {150, 170, 50, 300}, {240, 260, 50, 300}}, {}, Pointers(rows)));
}

TEST(LevelColumns, AKnownEdgeSaysWhoseTheFiguresAre) {
  const auto rows =
      Rows({Label(52, 100, 20), Number(195, 215, 20), Label(52, 90, 40), Number(195, 215, 40)});
  const auto columns =
      FindLevelColumns(50, 300, {{70, 90, 50, 120}, {150, 170, 120, 220}, {240, 260, 220, 300}},
                       {120, 220}, Pointers(rows));
  ASSERT_TRUE(columns);
  EXPECT_EQ(columns->xs, (std::vector<double>{50, 120, 220, 300}));
}

TEST(LevelColumns, FiguresThatRunIntoEachOtherAreLeftAlone) {
  const auto rows = Rows({Label(52, 100, 20), Number(150, 210, 20), Number(212, 290, 20),
                          Label(52, 100, 40), Number(150, 190, 40), Number(200, 290, 40)});
  EXPECT_FALSE(FindLevelColumns(
      50, 300, {{70, 90, 50, 300}, {150, 170, 50, 300}, {240, 270, 50, 300}}, {}, Pointers(rows)));
}

TEST(LevelColumns, ATotalRunsOverCodeAndName) {
  const auto rows =
      Rows({Label(80, 130, 20), Number(250, 290, 20), Code(52, 90, 40), Label(100, 160, 40),
            Number(250, 290, 40), Code(52, 90, 60), Label(100, 150, 60), Number(250, 290, 60)});
  const auto columns = FindLevelColumns(
      50, 300, {{60, 85, 50, 300}, {130, 150, 50, 300}, {250, 270, 50, 300}}, {}, Pointers(rows));
  ASSERT_TRUE(columns);
  EXPECT_EQ(columns->xs, (std::vector<double>{50, 95, 205, 300}));
}

TEST(LevelColumns, ATotalMayStandOverAKnownEdge) {
  std::vector<LevelWord> words = {Label(88, 108, 20), Number(250, 290, 20)};
  for (const double y : {40.0, 60.0, 80.0})
    words.insert(words.end(), {Code(52, 80, y), Label(102, 160, y), Number(250, 290, y)});
  const auto rows = Rows(words);
  const auto columns =
      FindLevelColumns(50, 300, {{60, 75, 50, 98}, {130, 150, 98, 205}, {240, 260, 205, 300}},
                       {98, 205}, Pointers(rows));
  ASSERT_TRUE(columns);
  EXPECT_EQ(columns->xs.size(), 4u);
}

TEST(LevelColumns, OneHeadOverCodeAndNameButNotOverTwoAmounts) {
  const std::vector<ColumnHead> heads = {{90, 110, 50, 300}, {250, 270, 50, 300}};
  const auto keys = Rows({Code(52, 90, 20), Label(100, 160, 20), Number(250, 290, 20)});
  const auto columns = FindLevelColumns(50, 300, heads, {}, Pointers(keys));
  ASSERT_TRUE(columns);
  EXPECT_EQ(columns->head, (std::vector<size_t>{0, 0, 1}));
  const auto amounts = Rows({Number(52, 90, 20), Number(100, 160, 20), Number(250, 290, 20)});
  EXPECT_FALSE(FindLevelColumns(50, 300, heads, {}, Pointers(amounts)));
}

TEST(LevelColumns, CentredHeadsTellTheirEdges) {
  const std::vector<ColumnHead> heads = {
      {70, 90, 50, 300}, {155, 165, 50, 300}, {245, 275, 50, 300}};
  const auto edges = EdgesOfCentredHeads(50, 310, heads, {}, kSize);
  ASSERT_TRUE(edges);
  EXPECT_EQ(*edges, (std::vector<double>{50, 110, 210, 310}));
  EXPECT_FALSE(EdgesOfCentredHeads(50, 330, heads, {}, kSize));
}

// Between two columns a recogniser read a dash in one of the rows; a text layer's dash is a figure.
TEST(LevelColumns, AMarksRestIsNoColumn) {
  Word dash = MakeWord(126, 132, 40, "—");
  const auto columns = [&](Reader by) {
    dash.readings.front().by = by;
    LevelWord rest = Number(126, 132, 40);
    rest.word = &dash;
    const auto rows = Rows({Label(52, 100, 20), Number(160, 190, 20), Number(250, 290, 20),
                            Label(52, 90, 40), rest, Number(160, 190, 40), Number(250, 290, 40)});
    return FindLevelColumns(50, 300, {{70, 100, 50, 300}, {158, 175, 50, 300}, {250, 270, 50, 300}},
                            {}, Pointers(rows));
  };
  EXPECT_TRUE(columns(Reader::kPpocr));
  EXPECT_FALSE(columns(Reader::kLayer));
}

struct RowCase {
  const char* name;
  std::vector<LevelWord> words;
  std::vector<size_t> want;  // words of each row
};

TEST(LevelRows, LabelsThatWrap) {
  const RowCase cases[] = {
      {"two lines around the figures",
       {Label(50, 120, 20), Number(200, 240, 26), Label(50, 90, 32), Label(50, 80, 52),
        Number(200, 240, 52)},
       {3, 2}},
      {"three lines",
       {Label(50, 120, 20), Label(50, 120, 32), Number(200, 240, 32), Label(50, 90, 44),
        Label(50, 80, 64), Number(200, 240, 64)},
       {4, 2}},
      {"figures on the first line",
       {Label(50, 120, 20), Number(200, 240, 20), Label(50, 90, 32), Label(50, 80, 52),
        Number(200, 240, 52)},
       {3, 2}},
      {"a label without figures",
       {Label(50, 80, 20), Number(200, 240, 20), Label(50, 120, 40), Label(50, 90, 52),
        Label(50, 80, 72), Number(200, 240, 72)},
       {2, 2, 2}},
      {"rows of labels at the pitch of all rows",
       {Label(50, 120, 20), Number(200, 240, 20), Label(50, 120, 40), Label(50, 120, 60),
        Label(50, 80, 80), Number(200, 240, 80), Label(50, 80, 100), Number(200, 240, 100)},
       {2, 1, 1, 2, 2}},
      {"short lines do not wrap",
       {Label(50, 120, 20), Number(200, 240, 20), Label(50, 80, 40), Label(50, 80, 52),
        Label(50, 80, 72), Number(200, 240, 72)},
       {2, 1, 1, 2}},
  };
  const std::vector<double> xs = {45, 150, 250};
  const std::vector<ColumnText> texts = {{120, {}, {}}, {240, {}, {}}};
  for (const RowCase& c : cases) {
    const LevelStrip strip{0, 120, RowsOfWords(c.words)};
    const auto rows = RowsOfStrip(strip, xs, texts, StyleOfRows({&strip}));
    ASSERT_TRUE(rows) << c.name;
    std::vector<size_t> sizes;
    for (const LevelRow& row : *rows) sizes.push_back(row.words.size());
    EXPECT_EQ(sizes, c.want) << c.name;
  }
}

// On a scan what a mark left stands between two rows; a text layer's rows are printed so.
TEST(LevelRows, ThatReachIntoEachOtherAreOneOnAScan) {
  const auto rows = [](Reader by) {
    Word word = MakeWord(0, 10, 0, "7");
    word.readings.front().by = by;
    LevelStrip strip{0, 60, RowsOfWords({Number(200, 240, 20), Number(260, 290, 24)})};
    for (LevelRow& row : strip.rows)
      for (LevelWord& figure : row.words) figure.word = &word;
    const std::vector<ColumnText> texts = {{120, {}, {}}, {240, {}, {}}, {290, {}, {}}};
    const auto found = RowsOfStrip(strip, {45, 150, 250, 300}, texts, StyleOfRows({&strip}));
    return found ? found->size() : 0;
  };
  EXPECT_EQ(rows(Reader::kPpocr), 1u);
  EXPECT_EQ(rows(Reader::kLayer), 0u);
}

HeaderBlock Head(double x0, double x1, const Word& word) {
  HeaderBlock block;
  block.box = {x0, 10, x1, 20};
  block.words = {&word};
  block.size = kSize;
  block.below = 25;
  block.from = 50;
  block.to = 290;
  return block;
}

// The rest of a mark made the ruling under 项目 reach over a column more.
TEST(LevelHeader, ALoneHeadStandsInTheMiddleOfItsColumns) {
  const Word word = MakeWord(0, 10, 15, "项目");
  LevelHeader header;
  header.groups = {Head(130, 150, word)};
  const auto last = [&](const std::vector<double>& xs) {
    const auto groups = GroupColumns(header, xs, {0, 1, 2, 3});
    return groups ? groups->front().last : 0;
  };
  EXPECT_EQ(last({50, 110, 170, 230, 290}), 3u);
  EXPECT_EQ(last({50, 100, 140, 180, 290}), 4u) << "in the middle of none";
}

TEST(LevelHeader, HeadsOverOneRulingStandInTheMiddleOfTheirColumns) {
  const Word word = MakeWord(0, 10, 15, "收入");
  LevelHeader header;
  header.groups = {Head(100, 120, word), Head(220, 240, word)};
  const std::vector<double> xs = {50, 110, 170, 230, 290};
  const auto groups = GroupColumns(header, xs, {0, 1, 2, 3});
  ASSERT_TRUE(groups);
  ASSERT_EQ(groups->size(), 2u);
  EXPECT_EQ((*groups)[0].last, 2u);
  EXPECT_EQ((*groups)[1].first, 2u);
  header.groups = {Head(85, 105, word), Head(205, 225, word)};
  EXPECT_FALSE(GroupColumns(header, {50, 110, 170, 230, 290}, {0, 1, 2, 3}));
}

// Each head on two lines, a level as far below the one above as two rows of the body.
TEST(LevelHeader, RowsOfTheBodyTellLinesFromLevels) {
  const auto header = [](double row) {
    const std::vector<Word> heads = {
        MakeWord(150, 190, 110, "本年支出"), MakeWord(100, 140, 127, "基本支"),
        MakeWord(110, 130, 142, "出"),       MakeWord(200, 240, 127, "项目支"),
        MakeWord(210, 230, 142, "出"),       MakeWord(60, 80, 126, "合计")};
    std::vector<LevelWord> words;
    for (const Word& word : heads) words.push_back({word.box, kSize, false, false, &word});
    LevelTable table;
    table.box = {50, 100, 250, 300};
    table.header_end = 152;
    table.header = {{100, 152, Rows(words)}};
    const std::vector<Word> figures = {MakeWord(60, 80, 160, "12.00"),
                                       MakeWord(60, 80, 160 + row, "13.00")};
    std::vector<LevelWord> body;
    for (const Word& word : figures) body.push_back({word.box, kSize, true, true, &word});
    table.strips = {{152, 300, Rows(body)}};
    const auto found = ReadLevelHeader(table);
    return found ? found->leaves.size() * 10 + found->groups.size() : 0;
  };
  EXPECT_EQ(header(17), 31u);
  EXPECT_EQ(header(14), 33u) << "each line is a level";
}

// 小计 stands over the white between the heads of its two columns, and has no 栏次; 合计 stands
// beside a column that has none.
TEST(LevelHeader, AShortHeadOverTwoColumnsIsAGroup) {
  const std::vector<Word> heads = {MakeWord(60, 80, 130, "合计"), MakeWord(105, 135, 140, "预算数"),
                                   MakeWord(142, 158, 120, "小计"),
                                   MakeWord(165, 195, 140, "决算数")};
  const std::vector<Word> numbers = {MakeWord(118, 122, 160, "1"), MakeWord(178, 182, 160, "2")};
  std::vector<LevelWord> words, figures;
  for (const Word& word : heads) words.push_back({word.box, kSize, false, false, &word});
  for (const Word& word : numbers) figures.push_back({word.box, kSize, true, false, &word});
  LevelTable table;
  table.box = {45, 105, 215, 300};
  table.header_end = 152;
  table.header = {{105, 152, Rows(words)}};
  table.strips = {{152, 170, Rows(figures)}};
  const auto header = ReadLevelHeader(table);
  ASSERT_TRUE(header);
  EXPECT_EQ(header->leaves.size(), 3u);
  ASSERT_EQ(header->groups.size(), 1u);
  EXPECT_EQ(header->groups[0].words.front()->Text(), "小计");
}

// 决算数 over five columns, 公务用车费 over three of them.
TEST(LevelHeader, AGroupInsideAGroupHasItsOwnColumns) {
  const std::vector<Word> heads = {
      MakeWord(155, 195, 110, "决算数"), MakeWord(145, 205, 130, "公务用车费"),
      MakeWord(60, 80, 140, "合计"),     MakeWord(105, 125, 150, "小计"),
      MakeWord(160, 190, 150, "购置费"), MakeWord(225, 255, 150, "运行费"),
      MakeWord(275, 305, 140, "接待费")};
  std::vector<LevelWord> words;
  for (const Word& word : heads) words.push_back({word.box, kSize, false, false, &word});
  LevelTable table;
  table.box = {45, 100, 315, 300};
  table.header_end = 160;
  table.header = {{100, 160, Rows(words)}};
  const auto header = ReadLevelHeader(table);
  ASSERT_TRUE(header);
  const auto groups = GroupColumns(*header, {45, 95, 145, 205, 265, 315}, {0, 1, 2, 3, 4});
  ASSERT_TRUE(groups);
  ASSERT_EQ(groups->size(), 2u);
  EXPECT_EQ((*groups)[0].first, 0u);
  EXPECT_EQ((*groups)[0].last, 5u);
  EXPECT_EQ((*groups)[1].first, 1u);
  EXPECT_EQ((*groups)[1].last, 4u);
}

// 三公 in turns: 合计 over two columns and two levels, 公务用车费 over three groups of two.
TEST(LevelHeader, GroupsOfSeveralLevelsAreLaidLevelUponLevel) {
  std::vector<Word> heads = {MakeWord(75, 105, 125, "合计"), MakeWord(225, 275, 115, "公务用车费"),
                             MakeWord(150, 190, 135, "小计"), MakeWord(235, 265, 135, "购置费"),
                             MakeWord(315, 345, 135, "运行费")};
  std::vector<double> xs = {50};
  std::vector<size_t> head_of;
  for (size_t c = 0; c < 8; ++c) {
    const double x = 50 + 40 * static_cast<double>(c);
    heads.push_back(MakeWord(x + 5, x + 30, 155, c % 2 == 0 ? "预算数" : "决算数"));
    xs.push_back(x + 40);
    head_of.push_back(c);
  }
  std::vector<LevelWord> words;
  for (const Word& word : heads) words.push_back({word.box, kSize, false, false, &word});
  LevelTable table;
  table.box = {50, 105, 370, 300};
  table.header_end = 165;
  table.header = {{105, 165, Rows(words)}};
  const auto header = ReadLevelHeader(table);
  ASSERT_TRUE(header);
  ASSERT_EQ(header->groups.size(), 5u);
  const auto groups = TileColumns(*header, xs, head_of);
  ASSERT_TRUE(groups);
  std::vector<std::string> found;
  for (size_t i = 0; i < groups->size(); ++i)
    found.push_back(header->groups[i].words.front()->Text() + std::to_string((*groups)[i].first) +
                    "-" + std::to_string((*groups)[i].last));
  std::sort(found.begin(), found.end());
  EXPECT_EQ(found, (std::vector<std::string>{"公务用车费2-8", "合计0-2", "小计2-4", "购置费4-6",
                                             "运行费6-8"}));
}

WordPage ThreeLines(double second) {
  WordPage page;
  page.page = 1;
  page.rulings = {Level(10, 50, 300), Level(30, 50, 300), Level(100, 50, 300)};
  page.words = {MakeWord(70, 90, 20, "项目"), MakeWord(160, 190, 20, "预算数"),
                MakeWord(250, 280, 20, "决算数")};
  for (const double y : {40.0, 60.0, 80.0}) {
    page.words.push_back(MakeWord(52, 100, y, "人员经费"));
    page.words.push_back(MakeWord(150, 190, y, "12.00"));
    page.words.push_back(MakeWord(second, second + 30, y, "13.00"));
  }
  return page;
}

struct HeadCase {
  const char* name;
  std::vector<Word> words;
  size_t leaves, groups;
};

class UnruledHeads : public testing::TestWithParam<HeadCase> {};

// A header from 100 to 160 that no ruling parts.
TEST_P(UnruledHeads, AreToldByTheirHeights) {
  LevelTable table;
  table.box = {50, 100, 450, 300};
  table.header_end = 160;
  std::vector<LevelWord> words;
  for (const Word& word : GetParam().words)
    words.push_back({word.box, word.size, false, false, &word});
  table.header = {{100, 160, Rows(words)}};
  const auto header = ReadLevelHeader(table);
  ASSERT_TRUE(header);
  EXPECT_EQ(header->leaves.size(), GetParam().leaves);
  EXPECT_EQ(header->groups.size(), GetParam().groups);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, UnruledHeads,
    testing::Values(
        // Heads over the whole height beside two levels.
        HeadCase{"beside_two_levels",
                 {MakeWord(110, 130, 115, "项目"), MakeWord(60, 100, 145, "科目代码"),
                  MakeWord(140, 180, 145, "科目名称"), MakeWord(220, 260, 130, "本年支出"),
                  MakeWord(300, 340, 130, "经营支出")},
                 4,
                 1},
        // The group's head stands right over the middle one of its three columns.
        HeadCase{"over_the_middle_one",
                 {MakeWord(110, 130, 122, "项目"), MakeWord(60, 100, 138, "科目代码"),
                  MakeWord(140, 180, 138, "科目名称"), MakeWord(300, 340, 122, "本年支出"),
                  MakeWord(240, 260, 138, "小计"), MakeWord(300, 340, 138, "基本支出"),
                  MakeWord(360, 400, 138, "项目支出")},
                 5,
                 2},
        // A second level between the others, right in the header's middle.
        HeadCase{"three_levels",
                 {MakeWord(150, 190, 110, "决算数"), MakeWord(140, 200, 130, "公务用车费"),
                  MakeWord(60, 80, 140, "合计"), MakeWord(100, 130, 150, "小计"),
                  MakeWord(150, 190, 150, "购置费"), MakeWord(210, 250, 150, "运行费"),
                  MakeWord(300, 340, 140, "接待费")},
                 5,
                 2},
        // The second line of 财政拨款收入 was not read.
        HeadCase{"without_its_last_line",
                 {MakeWord(60, 80, 115, "项目"), MakeWord(55, 95, 140, "科目代码"),
                  MakeWord(140, 180, 123, "本年收入"), MakeWord(150, 170, 136, "合计"),
                  MakeWord(220, 260, 123, "财政拨款收"), MakeWord(300, 340, 130, "其他收入")},
                 4,
                 1},
        // Heads of two lines beside one of a line.
        HeadCase{"wrapped",
                 {MakeWord(60, 100, 130, "科目代码"), MakeWord(220, 260, 123, "上级补助"),
                  MakeWord(230, 250, 136, "收入"), MakeWord(300, 350, 123, "附属单位上"),
                  MakeWord(305, 345, 136, "缴收入")},
                 3,
                 0},
        // The ink of 入 is half as high as its line.
        HeadCase{"wrapped_before_a_low_letter",
                 {MakeWord(60, 100, 130, "科目代码"), MakeWord(300, 350, 123, "附属单位上缴收"),
                  Low(MakeWord(320, 330, 139, "入"))},
                 2,
                 0}),
    [](const auto& c) { return std::string(c.param.name); });

TEST(CompleteRulings, AThreeLineTableIsRuledAndADoubtfulOneIsNot) {
  const auto added = CompleteRulings({ThreeLines(260)});
  ASSERT_EQ(added[0].tables.size(), 1u);
  EXPECT_EQ(added[0].tables[0], (Box{50, 10, 300, 100}));
  EXPECT_FALSE(added[0].rulings.empty());
  EXPECT_TRUE(CompleteRulings({ThreeLines(180)})[0].rulings.empty());
}

// Between the heads stand signs that a recogniser made of a mark's rests.
TEST(CompleteRulings, WhatAMarkLeftInTheHeaderIsNoHead) {
  const auto is_ruled = [](const std::string& text, double height) {
    WordPage page = ThreeLines(260);
    page.kind = PageKind::kScan;
    for (Word& word : page.words) word.readings.front().by = Reader::kPpocr;
    Word rest = MakeWord(215, 219, 20, text);
    rest.box.y1 = rest.box.y0 + height;
    rest.size = height;
    rest.readings.front().by = Reader::kPpocr;
    page.words.push_back(rest);
    return !CompleteRulings({page})[0].rulings.empty();
  };
  EXPECT_TRUE(is_ruled("P", 8));
  EXPECT_TRUE(is_ruled("9", 3));
  EXPECT_FALSE(is_ruled("9", 8)) << "as high as a figure of the table";
}

void ReadByRecogniser(WordPage* page) {
  page->kind = PageKind::kScan;
  for (Word& word : page->words) word.readings.front().by = Reader::kPpocr;
}

// A mark cut a figure in two: its cell holds both. Two such rows of three are no accident.
TEST(CompleteRulings, AFigureCutInTwoCostsNoTableOnAScan) {
  const auto is_ruled = [](const std::vector<double>& rows, bool scan) {
    WordPage page = ThreeLines(260);
    for (Word& word : page.words)
      if (word.Text() == "12.00" && std::count(rows.begin(), rows.end(), word.box.Center().y) > 0)
        word = MakeWord(150, 168, word.box.Center().y, "12");
    for (const double y : rows) page.words.push_back(MakeWord(172, 190, y, "00.00"));
    if (scan) ReadByRecogniser(&page);
    return !CompleteRulings({page})[0].rulings.empty();
  };
  EXPECT_TRUE(is_ruled({60}, true));
  EXPECT_FALSE(is_ruled({60, 80}, true));
  EXPECT_FALSE(is_ruled({60}, false));
}

// Between rows of data, the rims of a mark stand upright from ruling to ruling.
TEST(CompleteRulings, UprightsInOneRowOfDataPartNoTable) {
  WordPage page = ThreeLines(260);
  page.rulings = {Level(10, 50, 300), Level(30, 50, 300), Level(50, 50, 300), Level(70, 50, 300),
                  Level(90, 50, 300)};
  for (const double x : {50.0, 125.0, 215.0, 300.0})
    page.rulings.push_back({false, x, 50, 70, 0.5});
  ReadByRecogniser(&page);
  const auto added = CompleteRulings({page});
  ASSERT_EQ(added[0].tables.size(), 1u);
  EXPECT_EQ(added[0].tables[0], (Box{50, 10, 300, 90}));
}

TEST(LevelWords, HaveTheSizeThatIsUsualForThem) {
  WordPage page;
  page.kind = PageKind::kScan;
  const auto add = [&](const std::string& text, double height) {
    Word word = MakeWord(50, 60, 100, text);
    word.box.y1 = word.box.y0 + height;
    word.size = height;
    word.readings.front().by = Reader::kPpocr;
    page.words.push_back(word);
  };
  for (int i = 0; i < 9; ++i) add("—", 1);
  for (const char* text : {"12.00", "13.00", "208"}) add(text, 6);
  for (const char* text : {"项目", "金额", "入"}) add(text, 8);
  page.words.back().size = 5;
  add("9", 2);
  add("£", 6);
  const std::vector<LevelWord> words = LevelWordsOf(page);
  ASSERT_EQ(words.size(), page.words.size() - 1) << "a sign is a rest";
  EXPECT_EQ(words[0].size, 6) << "a dash is as large as a figure";
  EXPECT_EQ(words[14].size, 8) << "入";
  EXPECT_FALSE(words[15].number) << "too low for a digit";
  page.kind = PageKind::kBornDigital;
  EXPECT_EQ(LevelWordsOf(page)[14].size, 5);
}

TEST(CompleteRulings, ARuledTableNeedsNothing) {
  WordPage page = ThreeLines(260);
  for (const double x : {50.0, 125.0, 220.0, 300.0})
    page.rulings.push_back({false, x, 10, 100, 0.5});
  EXPECT_TRUE(CompleteRulings({page})[0].rulings.empty());
}

}  // namespace
}  // namespace juesuan
