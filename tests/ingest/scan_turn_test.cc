// Turning a page back, against the picture that was drawn upright.
#include "ingest/scan_turn.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace juesuan {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr int kWidth = 700, kHeight = 900;

// Waves of ink: everywhere another grey, nowhere a step.
double Waves(double x, double y) {
  return 128 + 50 * std::sin(x / 3.1) + 50 * std::sin(y / 4.3 + x / 50);
}

// The waves leaning clockwise by `degrees` about the page's centre.
Raster Leaning(double degrees) {
  Raster page = MakeRaster(kWidth, kHeight, 1, 200, 255);
  const double c = std::cos(degrees * kPi / 180), s = std::sin(degrees * kPi / 180);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      const double dx = x - (kWidth - 1) / 2.0, dy = y - (kHeight - 1) / 2.0;
      const double upright_x = (kWidth - 1) / 2.0 + c * dx + s * dy;
      const double upright_y = (kHeight - 1) / 2.0 - s * dx + c * dy;
      page.Row(y)[x] = static_cast<uint8_t>(std::lround(Waves(upright_x, upright_y)));
    }
  return page;
}

TEST(TurnBack, ShowsThePageUpright) {
  constexpr int kEdge = 30;  // what leaned over the page's edge is lost
  for (const double degrees : {0.03, 0.4, -0.37, -1.2, 2.9}) {
    const Raster upright = TurnBack(Leaning(degrees), degrees, 250);
    ASSERT_EQ(upright.width, kWidth);
    ASSERT_EQ(upright.height, kHeight);
    EXPECT_EQ(upright.dpi, 200);
    int most = 0;
    double squares = 0;
    for (int y = kEdge; y < kHeight - kEdge; ++y)
      for (int x = kEdge; x < kWidth - kEdge; ++x) {
        const int off = upright.Row(y)[x] - static_cast<int>(std::lround(Waves(x, y)));
        most = std::max(most, std::abs(off));
        squares += off * off;
      }
    EXPECT_LE(most, 6) << degrees;
    EXPECT_LE(std::sqrt(squares / (kWidth * kHeight)), 1.2) << degrees;
  }
}

TEST(TurnBack, WhatComesFromBeyondIsPaper) {
  const Raster ink = MakeRaster(kWidth, kHeight, 1, 200, 20);
  for (const double degrees : {2.0, -2.0}) {
    const Raster turned = TurnBack(ink, degrees, 250);
    const int near = degrees > 0 ? kWidth / 4 : kWidth * 3 / 4, far = kWidth - near;
    EXPECT_EQ(turned.Row(0)[near], 250);
    EXPECT_EQ(turned.Row(kHeight - 1)[far], 250);
    EXPECT_EQ(turned.Row(0)[far], 20);
    EXPECT_EQ(turned.Row(kHeight - 1)[near], 20);
  }
}

}  // namespace
}  // namespace juesuan
