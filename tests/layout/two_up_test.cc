// Sheets with two printed pages, and those that only look like it.
#include "layout/two_up.h"

#include <gtest/gtest.h>

#include "layout/build_layout.h"

namespace juesuan {
namespace {

constexpr double kWidth = 842, kHeight = 595;

Word MakeWord(double x0, double x1, double y, const std::string& text, double score = 1) {
  Word word;
  word.box = {x0, y, x1, y + 10};
  word.size = 10;
  word.readings = {{Reader::kLayer, text, score, {}}};
  return word;
}

WordPage Sheet(int number = 1, double width = kWidth, double height = kHeight) {
  WordPage page;
  page.page = number;
  page.frame = {width, height, 0, 0};
  page.kind = PageKind::kBornDigital;
  return page;
}

// A ruled table of three columns between x0 and x1, with a header and two rows from `y` on.
void AddTable(double x0, double x1, double y, const std::string& name, WordPage* page) {
  const double step = (x1 - x0) / 3;
  for (int i = 0; i <= 3; ++i) {
    page->rulings.push_back({true, y + 20 * i, x0, x1, 0.5});
    page->rulings.push_back({false, x0 + step * i, y, y + 60, 0.5});
  }
  const char* const cells[] = {"项目", "预算数", "决算数"};
  for (int c = 0; c < 3; ++c) {
    const double x = x0 + step * c + 5;
    page->words.push_back(MakeWord(x, x + 30, y + 5, cells[c]));
    for (int r = 1; r <= 2; ++r) {
      const std::string text =
          c == 0 ? name + std::to_string(r) : std::to_string(10 * r + c) + ".00";
      page->words.push_back(MakeWord(x, x + 30, y + 5 + 20 * r, text));
    }
  }
}

void AddProse(double x0, double x1, WordPage* page) {
  for (int i = 0; i < 5; ++i)
    page->words.push_back(MakeWord(x0, x1, 60 + 20 * i, "本部门主要职责是贯彻执行有关方针政策"));
}

WordPage TwoTables() {
  WordPage page = Sheet();
  page.words.push_back(MakeWord(150, 270, 40, "收入决算表"));
  page.words.push_back(MakeWord(570, 690, 40, "支出决算表"));
  AddTable(40, 380, 80, "左", &page);
  AddTable(460, 800, 80, "右", &page);
  return page;
}

size_t PagesOf(WordPage page) { return PartTwoUp({std::move(page)}).size(); }

TEST(TwoUp, TwoTablesArePartedLeftThenRight) {
  const std::vector<PrintedPage> pages = PartTwoUp({TwoTables()});
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].words.words.front().Text(), "收入决算表");
  EXPECT_EQ(pages[1].words.words.front().Text(), "支出决算表");
  EXPECT_EQ(pages[0].words.words.size() + pages[1].words.words.size(), TwoTables().words.size());
  EXPECT_EQ(pages[0].words.rulings.size(), 8u);
  EXPECT_EQ(pages[1].words.page, 1);
  EXPECT_DOUBLE_EQ(pages[0].area.x1, 420);
  EXPECT_DOUBLE_EQ(pages[1].area.x0, 420);
}

TEST(TwoUp, NothingMayCrossTheGutter) {
  WordPage title = TwoTables();
  title.words.push_back(MakeWord(350, 500, 20, "财政拨款收入支出决算总表"));
  EXPECT_EQ(PagesOf(title), 1u);
  WordPage ruling = TwoTables();
  ruling.rulings.push_back({true, 30, 40, 800, 0.5});
  EXPECT_EQ(PagesOf(ruling), 1u);
}

TEST(TwoUp, RestsOfMarksAndAFoldCrossNothing) {
  WordPage page = TwoTables();
  page.words.push_back(MakeWord(400, 440, 300, "内", 0.3));
  page.rulings.push_back({false, 421, 0, kHeight, 0.5});
  EXPECT_EQ(PagesOf(page), 2u);
}

TEST(TwoUp, AGutterStandsInTheMiddleAndIsBroad) {
  WordPage aside = Sheet();
  AddTable(40, 250, 80, "左", &aside);
  AddTable(330, 800, 80, "右", &aside);
  EXPECT_EQ(PagesOf(aside), 1u);
  WordPage narrow = Sheet();
  AddTable(40, 415, 80, "左", &narrow);
  AddTable(427, 800, 80, "右", &narrow);
  EXPECT_EQ(PagesOf(narrow), 1u);
}

TEST(TwoUp, AnUprightSheetIsOnePage) {
  WordPage page = TwoTables();
  page.frame.height = 1190;
  EXPECT_EQ(PagesOf(page), 1u);
}

TEST(TwoUp, ProseOnBothSides) {
  WordPage page = Sheet();
  AddProse(50, 370, &page);
  AddProse(470, 790, &page);
  EXPECT_EQ(PagesOf(page), 2u);
}

TEST(TwoUp, ContentsWithNumbersAtTheirEndAreOnePage) {
  WordPage page = Sheet();
  for (int i = 0; i < 8; ++i) {
    page.words.push_back(MakeWord(50, 300, 60 + 20 * i, "收入支出决算总表情况说明"));
    page.words.push_back(MakeWord(780, 790, 60 + 20 * i, std::to_string(i + 2)));
  }
  EXPECT_EQ(PagesOf(page), 1u);
}

TEST(TwoUp, ColumnsOfLabelsAndAmountsAreOnePage) {
  WordPage page = Sheet();
  for (int i = 0; i < 8; ++i)
    for (const double x : {50.0, 460.0}) {
      page.words.push_back(MakeWord(x, x + 120, 60 + 20 * i, "一般公共服务支出"));
      page.words.push_back(MakeWord(x + 260, x + 310, 60 + 20 * i, "12.00"));
    }
  EXPECT_EQ(PagesOf(page), 1u);
}

TEST(TwoUp, PageNumbersThatFollowEachOther) {
  for (const auto& [second, parts] : {std::pair("4", 2u), std::pair("5", 1u)}) {
    WordPage page = Sheet();
    page.words.push_back(MakeWord(100, 300, 60, "注：本表反映收支情况"));
    page.words.push_back(MakeWord(550, 700, 60, "支出决算表"));
    page.words.push_back(MakeWord(200, 210, 560, "3"));
    page.words.push_back(MakeWord(630, 640, 560, second));
    EXPECT_EQ(PagesOf(page), parts) << second;
  }
}

TEST(TwoUp, ACoverIsPartedWhereOtherSheetsAre) {
  WordPage cover = Sheet(1);
  cover.words.push_back(MakeWord(130, 290, 200, "部门决算公开"));
  cover.words.push_back(MakeWord(600, 640, 60, "目录"));
  EXPECT_EQ(PagesOf(cover), 1u);
  WordPage tables = TwoTables();
  tables.page = 2;
  WordPage other = cover;
  other.page = 3;
  other.frame.width = 700;
  EXPECT_EQ(PartTwoUp({cover, tables, other}).size(), 5u);
}

TEST(TwoUp, ATableGoesOnFromTheLeftPageToTheRight) {
  WordPage page = Sheet();
  page.words.push_back(MakeWord(150, 270, 40, "收入决算表"));
  AddTable(40, 380, 480, "左", &page);
  AddTable(460, 800, 50, "右", &page);
  const DocumentLayout layout = BuildLayout({page}, {});
  ASSERT_EQ(layout.pages.size(), 1u);
  ASSERT_EQ(layout.tables.size(), 1u);
  const TableGrid& grid = layout.tables.front();
  EXPECT_EQ(grid.rows, 5);
  ASSERT_EQ(grid.parts.size(), 2u);
  EXPECT_EQ(grid.parts[1].page, 1);
  EXPECT_EQ(grid.parts[1].repeated_header_rows, 1);
  EXPECT_DOUBLE_EQ(grid.parts[1].box.x0, 460);
  ASSERT_EQ(grid.above.size(), 1u);
  EXPECT_EQ(grid.above.front().Text(), "收入决算表");
  EXPECT_EQ(grid.At(4, 0)->Text(), "右2");
}

}  // namespace
}  // namespace juesuan
