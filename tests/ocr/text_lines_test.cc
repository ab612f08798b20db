#include "ocr/text_lines.h"

#include <gtest/gtest.h>

#include "drawn_text.h"

namespace juesuan {
namespace {

constexpr double kUsual = 20;

// An ink mask with a bar for each pair of rows; a line of text is a row of square blots.
Raster Mask(int height, const std::vector<std::pair<int, int>>& bars) {
  Raster mask = MakeRaster(120, height, 1, 200, 0);
  for (const auto& [y0, y1] : bars)
    for (int x = 10; x < 100; x += 18) DrawBar(&mask, x, y0, x + 14, y1, 255);
  return mask;
}

std::vector<std::pair<int, int>> Rows(const std::vector<PixelBox>& lines) {
  std::vector<std::pair<int, int>> rows;
  for (const PixelBox& line : lines) rows.emplace_back(line.y0, line.y1);
  return rows;
}

using Pairs = std::vector<std::pair<int, int>>;

TEST(TextLines, SplitsAtWhiteRows) {
  EXPECT_EQ(Rows(SplitIntoLines(Mask(60, {{5, 25}, {30, 50}}), kUsual)),
            (Pairs{{5, 25}, {30, 50}}));
}

TEST(TextLines, StrokesOfOneCharacterStayTogether) {
  EXPECT_EQ(Rows(SplitIntoLines(Mask(60, {{5, 8}, {19, 22}}), kUsual)), (Pairs{{5, 22}}));
}

TEST(TextLines, LowStripJoinsTheNearerLine) {
  // A comma's tail below the first line.
  EXPECT_EQ(Rows(SplitIntoLines(Mask(70, {{5, 25}, {26, 29}, {36, 56}}), kUsual)),
            (Pairs{{5, 29}, {36, 56}}));
}

TEST(TextLines, TouchingLinesAreCutAtTheValley) {
  Raster mask = Mask(60, {{5, 25}, {27, 47}});
  DrawBar(&mask, 12, 25, 16, 27, 255);  // one stroke bridges them
  const std::vector<PixelBox> lines = SplitIntoLines(mask, kUsual);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_NEAR(lines[0].y1, 26, 1);
}

TEST(TextLines, LargeTypeIsOneLine) {
  EXPECT_EQ(Rows(SplitIntoLines(Mask(60, {{5, 50}}), kUsual)), (Pairs{{5, 50}}));
}

TEST(TextLines, BlankMaskHasNoLines) { EXPECT_TRUE(SplitIntoLines(Mask(30, {}), kUsual).empty()); }

TEST(TextLines, SplitsAtWideGapsOnly) {
  Raster mask = MakeRaster(200, 20, 1, 200, 0);
  DrawBar(&mask, 5, 2, 20, 18, 255);
  DrawBar(&mask, 40, 2, 50, 18, 255);
  DrawBar(&mask, 120, 4, 130, 16, 255);
  const std::vector<PixelBox> parts = SplitAtGaps(mask, {5, 2, 130, 18}, 50);
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0].x1, 50);
  EXPECT_EQ(parts[1].x0, 120);
  EXPECT_EQ(parts[1].y0, 4);
}

TEST(SplitAtColumns, CutsBesideFiguresButNotAfterALowMark) {
  Raster mask = MakeRaster(200, 30, 1, 200, 0);
  DrawBar(&mask, 5, 2, 25, 22, 255);    // 一
  DrawBar(&mask, 28, 16, 32, 22, 255);  // 、
  DrawBar(&mask, 50, 2, 70, 22, 255);
  DrawBar(&mask, 88, 2, 110, 22, 255);  // a figure
  const std::vector<PixelBox> parts = SplitAtColumns(mask, {5, 2, 110, 22}, 14, {});
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0].x1, 70);
  EXPECT_EQ(parts[1].x0, 88);
}

size_t SmallMarkBeforeGutter(const Gutter& gutter) {
  Raster mask = MakeRaster(200, 30, 1, 200, 0);
  DrawBar(&mask, 9, 9, 15, 15, 255);
  DrawBar(&mask, 25, 2, 45, 22, 255);
  return SplitAtColumns(mask, {9, 2, 45, 22}, 14, {gutter}).size();
}

TEST(SplitAtColumns, CutsAtANarrowGutterButNotBehindAPointOrA1) {
  const auto parts = [](int width, int height, const std::vector<Gutter>& gutters) {
    Raster mask = MakeRaster(200, 30, 1, 200, 0);
    DrawBar(&mask, 15 - width, 22 - height, 15, 22, 255);
    DrawBar(&mask, 25, 2, 45, 22, 255);
    return SplitAtColumns(mask, {15 - width, 2, 45, 22}, 14, gutters).size();
  };
  const Gutter gutter{15, 25, 0, 30, true, false};
  EXPECT_EQ(parts(10, 20, {gutter}), 2u);
  EXPECT_EQ(parts(10, 20, {}), 1u);
  EXPECT_EQ(parts(10, 5, {gutter}), 1u) << "a point";
  EXPECT_EQ(parts(4, 20, {gutter}), 1u) << "a 1";
  EXPECT_EQ(SmallMarkBeforeGutter(gutter), 1u) << "a 、 in the middle of its line";
  EXPECT_EQ(parts(10, 20, {Gutter{15, 25, 30, 60, true, true}}), 1u)
      << "in another part of the page";
}

// Two 1 have more white between them than other digits, and a cell's edge yet more.
TEST(SplitAtColumns, TwoOnesAreOneFigure) {
  const auto parts = [](int width, int gap) {
    Raster mask = MakeRaster(100, 30, 1, 200, 0);
    DrawBar(&mask, 5, 2, 5 + width, 22, 255);
    DrawBar(&mask, 5 + width + gap, 2, 5 + 2 * width + gap, 22, 255);
    return SplitAtColumns(mask, {5, 2, 5 + 2 * width + gap, 22}, 13, {}).size();
  };
  EXPECT_EQ(parts(3, 15), 1u);
  EXPECT_EQ(parts(3, 20), 2u);
  EXPECT_EQ(parts(12, 15), 2u);
}

// A title of blots, `dots` dots at steps of `step`, a page number.
std::vector<bool> LeadersOf(int dots, int step) {
  Raster mask = MakeRaster(120 + dots * step, 24, 1, 200, 0);
  for (int x = 10; x < 60; x += 18) DrawBar(&mask, x, 2, x + 14, 22, 255);
  for (int i = 0; i < dots; ++i) DrawBar(&mask, 66 + i * step, 18, 69 + i * step, 21, 255);
  const int end = 72 + dots * step;
  DrawBar(&mask, end, 2, end + 8, 22, 255);
  std::vector<bool> leaders;
  for (const LinePart& part : SplitAtLeaders(mask, {10, 2, end + 8, 22}, kUsual))
    leaders.push_back(part.leader);
  return leaders;
}

TEST(TextLines, LeadersAreCutOut) {
  EXPECT_EQ(LeadersOf(30, 8), (std::vector<bool>{false, true, false}));
  EXPECT_EQ(LeadersOf(8, 8), (std::vector<bool>{false, true, false}));
  EXPECT_EQ(LeadersOf(6, 8), (std::vector<bool>{false}));    // an ellipsis
  EXPECT_EQ(LeadersOf(12, 40), (std::vector<bool>{false}));  // points far apart
}

}  // namespace
}  // namespace juesuan
