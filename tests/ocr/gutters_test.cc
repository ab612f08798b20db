#include "ocr/gutters.h"

#include <gtest/gtest.h>

#include "drawn_text.h"

namespace juesuan {
namespace {

constexpr int kDpi = 144;  // two pixels a point
constexpr double kHigh = 20;

// Rows 40 pixels apart from 80 on: a figure that ends at 200, a name that begins at 210 and ends
// anywhere, and a figure that ends at 480.
Raster Table(int rows) {
  Raster mask = MakeRaster(520, 1000, 1, kDpi, 0);
  for (int row = 0; row < rows; ++row) {
    const int y = 80 + 40 * row;
    DrawBar(&mask, 140 - row, y, 200, y + 20, 255);
    DrawBar(&mask, 210, y, 240 + 7 * row, y + 20, 255);
    DrawBar(&mask, 472 - 6 * row, y, 480, y + 20, 255);
  }
  return mask;
}

const LevelFrame kFrame{10, 250, {20, 36, 480}, {}};

TEST(Gutters, RunBetweenColumnsOfATable) {
  const std::vector<Gutter> gutters = FindGutters(Table(16), kFrame, 480, kHigh);
  ASSERT_EQ(gutters.size(), 1u) << "ragged ends on both sides make none";
  EXPECT_EQ(gutters[0].x0, 200);
  EXPECT_EQ(gutters[0].x1, 210);
  EXPECT_TRUE(gutters[0].straight0);
  EXPECT_TRUE(gutters[0].straight1);
}

TEST(Gutters, AFewLinesMayCrossOne) {
  Raster mask = Table(16);
  DrawBar(&mask, 150, 80, 400, 100, 255);
  EXPECT_EQ(FindGutters(mask, kFrame, 480, kHigh).size(), 1u);
  for (int row = 0; row < 6; ++row) DrawBar(&mask, 150, 80 + 40 * row, 400, 100 + 40 * row, 255);
  EXPECT_TRUE(FindGutters(mask, kFrame, 480, kHigh).empty());
}

TEST(Gutters, AFewRowsTellNothing) {
  EXPECT_TRUE(FindGutters(Table(3), kFrame, 480, kHigh).empty());
}

// The header's words lie between levels of their own and cross what is white below.
TEST(Gutters, TheHeaderIsAnotherPart) {
  Raster mask = Table(16);
  for (int y = 44; y < 70; y += 8) DrawBar(&mask, 150, y, 300, y + 6, 255);
  EXPECT_EQ(FindGutters(mask, kFrame, 480, kHigh).size(), 1u);
}

TEST(Gutters, WhiteIsOneIfItEndsAtAStraightEdge) {
  const std::vector<Gutter> gutters = {{100, 160, 0, 500, true, false}};
  EXPECT_TRUE(IsGutter(gutters, 101, 110, 50, kHigh));
  EXPECT_FALSE(IsGutter(gutters, 120, 160, 50, kHigh)) << "the other edge is ragged";
  EXPECT_FALSE(IsGutter(gutters, 101, 105, 50, kHigh)) << "too narrow";
  EXPECT_FALSE(IsGutter(gutters, 101, 110, 600, kHigh)) << "below the part";
}

}  // namespace
}  // namespace juesuan
