// What is ink, and what is a speck.
#include "ocr/ink.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace juesuan {
namespace {

constexpr int kPaper = 245, kInk = 40;
constexpr double kHigh = 18;  // of a line, pixels

// Two digits' bars that stand on row 30, 18 pixels apart, on a page of 200 dpi.
Raster TwoDigits() {
  Raster page = MakeRaster(80, 50, 1, 200, kPaper);
  for (int y = 12; y < 30; ++y)
    for (const int x : {20, 42}) std::fill_n(page.Row(y) + x, 4, uint8_t{kInk});
  return page;
}

bool IsInkAt(const Raster& page, int x, int y, double figures) {
  const PixelBox all{0, 0, page.width, page.height};
  return InkMask(page, all, MeasureTone(page, all), figures).Row(y)[x] != 0;
}

Raster WithSpeck(int x, int y) {
  Raster page = TwoDigits();
  for (int row = y; row < y + 2; ++row) std::fill_n(page.Row(row) + x, 2, uint8_t{kInk});
  return page;
}

TEST(InkMask, APointBetweenDigitsIsNoSpeck) {
  EXPECT_FALSE(IsInkAt(WithSpeck(32, 28), 32, 28, 0));
  EXPECT_TRUE(IsInkAt(WithSpeck(32, 28), 32, 28, kHigh));
  EXPECT_FALSE(IsInkAt(WithSpeck(32, 16), 32, 16, kHigh)) << "not at their feet";
  EXPECT_FALSE(IsInkAt(WithSpeck(52, 28), 52, 28, kHigh)) << "a digit on one side only";
  EXPECT_TRUE(IsInkAt(TwoDigits(), 21, 20, kHigh));
}

}  // namespace
}  // namespace juesuan
