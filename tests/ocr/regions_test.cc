#include "ocr/regions.h"

#include <gtest/gtest.h>

#include "drawn_text.h"

namespace juesuan {
namespace {

constexpr int kDpi = 144;  // two pixels a point
const LevelFrame kFrame{10, 490, {10, 200}, {}};

// Rows of figures, and what a mark left in one of their `grey`.
Raster Table(int rest) {
  Raster page = MakeRaster(1000, 420, 1, kDpi, 250);
  for (int y = 40; y < 380; y += 60)
    for (int x = 60; x < 700; x += 300) DrawText(&page, "1234.50", "Noto Sans CJK SC 26px", x, y);
  for (int x = 860; x < 900; x += 12)
    DrawBar(&page, x, 190, x + 3, 215, static_cast<uint8_t>(rest));
  return page;
}

size_t Right(const Raster& page) {
  size_t count = 0;
  for (const InkLine& line : FindInkLines(page, {}, {kFrame})) count += line.ink.x0 > 800 ? 1 : 0;
  return count;
}

TEST(Regions, InkMuchFainterThanATablesPrintIsAMarksRest) {
  EXPECT_EQ(Right(Table(175)), 0u);
  EXPECT_GT(Right(Table(90)), 0u);
}

TEST(Regions, FiguresBetweenLevelRulingsAreParted) {
  const std::vector<InkLine> lines = FindInkLines(Table(250), {}, {kFrame});
  EXPECT_EQ(lines.size(), 18u);
  for (const InkLine& line : lines) EXPECT_TRUE(line.in_frame);
}

}  // namespace
}  // namespace juesuan
