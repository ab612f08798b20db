#include "ocr/ruling_rests.h"

#include <gtest/gtest.h>

#include "drawn_text.h"

namespace juesuan {
namespace {

constexpr double kDpi = 144;  // two pixels a point

TEST(RulingRests, FlatInkBesideALevelRulingIsOne) {
  const auto is_dropped = [](int x0, int y0, int x1, int y1) {
    Raster mask = MakeRaster(400, 200, 1, kDpi, 0);
    DrawBar(&mask, x0, y0, x1, y1, 255);
    DropLevelRests({{10, 190, {10, 50, 90}, {{true, 30, 10, 100, 0.5}}}}, &mask);
    return mask.Row(y0)[x0] == 0;
  };
  EXPECT_TRUE(is_dropped(100, 97, 130, 99));
  EXPECT_TRUE(is_dropped(100, 102, 130, 104));
  EXPECT_TRUE(is_dropped(60, 62, 90, 64)) << "beside a shorter ruling";
  EXPECT_FALSE(is_dropped(100, 79, 130, 82)) << "a dash in its row";
  EXPECT_FALSE(is_dropped(100, 97, 105, 103)) << "a point";
  EXPECT_FALSE(is_dropped(385, 97, 399, 99)) << "outside the frame";
}

TEST(RulingRests, FlatInkAtACellsEdgeIsOne) {
  const auto is_dropped = [](int x0, int y0, int x1, int y1) {
    Raster mask = MakeRaster(200, 40, 1, kDpi, 0);
    DrawBar(&mask, x0, y0, x1, y1, 255);
    DropCellRests(&mask);
    return mask.Row(y0)[x0] == 0;
  };
  EXPECT_TRUE(is_dropped(60, 0, 100, 2));
  EXPECT_TRUE(is_dropped(0, 10, 2, 30));
  EXPECT_TRUE(is_dropped(0, 4, 20, 6)) << "in a corner";
  EXPECT_FALSE(is_dropped(60, 18, 80, 21)) << "a dash";
  EXPECT_FALSE(is_dropped(60, 10, 70, 40)) << "a letter that touches the edge";
}

TEST(RulingRests, InkAlongTwoEdgesIsOne) {
  const auto is_dropped = [](int level_end, int thick, int upright_end) {
    Raster mask = MakeRaster(200, 40, 1, kDpi, 0);
    DrawBar(&mask, 1, 0, level_end, thick, 255);
    DrawBar(&mask, 1, 0, 2, upright_end, 255);
    DropCellRests(&mask);
    return mask.Row(0)[1] == 0;
  };
  EXPECT_TRUE(is_dropped(14, 2, 40));
  EXPECT_TRUE(is_dropped(14, 2, 12));
  EXPECT_FALSE(is_dropped(14, 9, 30)) << "print that fills the corner";
}

}  // namespace
}  // namespace juesuan
