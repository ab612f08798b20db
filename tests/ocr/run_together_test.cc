// Cells side by side without a ruling between them.
#include "ocr/run_together.h"

#include <gtest/gtest.h>

#include <string>

#include "drawn_text.h"

namespace juesuan {
namespace {

struct Case {
  const char *text, *left, *right;
};

TEST(RunTogether, FiguresAndNamesSideBySide) {
  const Case cases[] = {
      {"0.00二、外交支出", "0.00", "二、外交支出"},
      {"-1,234.50 三、国防支出", "-1,234.50", "三、国防支出"},
      {"——四、公共安全支出", "——", "四、公共安全支出"},
      {"2,763.09总计", "2,763.09", "总计"},
      {"198.34年末结转和结余", "198.34", "年末结转和结余"},
      {"20502普通教育", "20502", "普通教育"},
      {"2040604基层司法业务", "2040604", "基层司法业务"},
      {"208 社会保障和就业支出", "208", "社会保障和就业支出"},
      {"行政单位离退休4.04", "行政单位离退休", "4.04"},
      {"6,806.225,849.02", "6,806.22", "5,849.02"},
      {"12.50 13.75", "12.50", "13.75"},
      {"1,352.65公用经费合计", "1,352.65", "公用经费合计"},
      {"33.66 —-", "33.66", "—-"},
      {"33.66 一", "33.66", "一"},
      {"12.50 13.75 —", "12.50", "13.75 —"},
  };
  for (const Case& c : cases) {
    const TwoCells cells = TwoCellsOf(c.text);
    EXPECT_EQ(cells.left, c.left) << c.text;
    EXPECT_EQ(cells.right, c.right) << c.text;
  }
}

TEST(RunTogether, OneCell) {
  for (const char* text :
       {"0.00万元，其中", "12.5平方米", "3.50公里", "2021年度部门决算", "二、外交支出", "139.47",
        "12行政运行", "0.00二", "1.二、外交支出", "", "100个股室", "21301", "1,234.567", "12.3.4",
        "比上年增加12", "208年末", "表2.1"})
    EXPECT_EQ(TwoCellsOf(text).left, "") << text;
}

// Two words `gap` pixels apart, as one line.
InkLine Line(int gap, Raster* page, const std::string& name = "二、外交支出") {
  *page = MakeRaster(500, 60, 1, 200, 255);
  DrawText(page, "139.47", "Noto Sans CJK SC 26px", 20, 5);
  int end = 0;
  for (int y = 0; y < page->height; ++y)
    for (int x = 0; x < page->width; ++x)
      if (page->Row(y)[x] < 150) end = std::max(end, x + 1);
  DrawText(page, name, "Noto Sans CJK SC 26px", end + gap, 5);
  InkLine line;
  line.ink = {page->width, page->height, 0, 0};
  for (int y = 0; y < page->height; ++y)
    for (int x = 0; x < page->width; ++x)
      if (page->Row(y)[x] < 150)
        line.ink = {std::min(line.ink.x0, x), std::min(line.ink.y0, y),
                    std::max(line.ink.x1, x + 1), std::max(line.ink.y1, y + 1)};
  line.room = {0, 0, page->width, page->height};
  line.tone = {255, 0, false};
  return line;
}

TEST(RunTogether, PartsBehindTheAmount) {
  Raster page;
  const InkLine line = Line(14, &page);
  const std::vector<InkLine> parts = PartAfterAmount(page, line);
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0].ink.x0, line.ink.x0);
  EXPECT_EQ(parts[1].ink.x1, line.ink.x1);
  EXPECT_LT(parts[0].ink.x1 + 10, parts[1].ink.x0);
  EXPECT_LT(parts[0].ink.Width(), parts[1].ink.Width());
  EXPECT_LE(parts[0].room.x1, parts[1].room.x0);
}

// A dash is told by its height, which is not that of the figure before it.
TEST(RunTogether, APartIsAsHighAsItsInk) {
  Raster page;
  const InkLine line = Line(14, &page, "—");
  const std::vector<InkLine> parts = PartAfterAmount(page, line);
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0].ink.Height(), line.ink.Height());
  EXPECT_LT(parts[1].ink.Height(), 6);
}

// Then the white of 、 is the first wide one; what stands left of it is no amount to its reader.
TEST(RunTogether, ANarrowGapIsNotTheOne) {
  Raster page;
  const std::vector<InkLine> parts = PartAfterAmount(page, Line(2, &page));
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_GT(parts[0].ink.Width(), 110);
}

// The gap between the cells is the widest, if no wider than one inside a figure may be.
TEST(RunTogether, PartsAtTheWidestWhite) {
  Raster page;
  const InkLine narrow = Line(7, &page, "年末结转");
  const std::vector<InkLine> parts = PartAtWidest(page, narrow, 0);
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_TRUE(PartAfterAmount(page, narrow).empty());
  EXPECT_EQ(parts[1].ink.x1, narrow.ink.x1);
  EXPECT_NEAR(parts[1].ink.x0 - parts[0].ink.x1, 8, 2);
}

// Of three cells the first need not end at the widest white.
TEST(RunTogether, PartsAtTheNextWhite) {
  Raster page;
  const InkLine line = Line(14, &page, "28.06    —");
  const std::vector<InkLine> last = PartAtWidest(page, line, 0),
                             first = PartAtWidest(page, line, 1);
  ASSERT_EQ(last.size(), 2u);
  ASSERT_EQ(first.size(), 2u);
  EXPECT_LT(last[1].ink.Height(), 6);
  EXPECT_NEAR(first[1].ink.x0 - first[0].ink.x1, 15, 3);
  EXPECT_TRUE(PartAtWidest(page, line, 100).empty());
}

}  // namespace
}  // namespace juesuan
