// Seals, and what opaque marks hide, on pages drawn by the test.
#include <gtest/gtest.h>

#include <cmath>

#include "ingest/scan_clean.h"
#include "ingest/scan_seal.h"

namespace juesuan {
namespace {

constexpr double kDpi = 150;
constexpr int kWidth = 900, kHeight = 900;
constexpr double kRadius = 115, kStroke = 9;  // pixels
constexpr int kRed[3] = {210, 40, 40};

bool IsGrid(int x, int y) {
  return x >= 60 && x <= 842 && y >= 60 && y <= 842 && (x % 130 < 2 || y % 40 < 2);
}

bool IsRing(int x, int y) {
  return std::fabs(std::hypot(x - 450.0, y - 450.0) - kRadius) < kStroke / 2;
}

bool IsRedType(int x, int y) { return y >= 20 && y < 36 && x >= 100 && x < 400 && x % 12 < 6; }

enum class Seal { kNone, kStamped, kOpaque };

Raster Draw(Seal seal) {
  Raster page = MakeRaster(kWidth, kHeight, 3, kDpi, 250);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      uint8_t* pixel = page.Row(y) + 3 * x;
      const bool ring = seal != Seal::kNone && IsRing(x, y);
      const bool ink = IsGrid(x, y) && !(ring && seal == Seal::kOpaque);
      for (int c = 0; c < 3; ++c) {
        if (ink) {
          pixel[c] = 30;
        } else if (ring || IsRedType(x, y)) {
          pixel[c] = static_cast<uint8_t>(kRed[c]);
        }
      }
    }
  return page;
}

TEST(TakeSealsOut, LeavesThePrintAndTakesTheInk) {
  const Unsealed unsealed = TakeSealsOut(Draw(Seal::kStamped));
  ASSERT_FALSE(unsealed.seal.IsEmpty());
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      if (IsGrid(x, y)) {
        ASSERT_LT(unsealed.grey.Row(y)[x], 60);
      } else if (!IsRedType(x, y)) {
        ASSERT_GT(unsealed.grey.Row(y)[x], 230) << x << " " << y;
      }
    }
}

TEST(TakeSealsOut, ColouredTypeIsNoSeal) {
  const Unsealed unsealed = TakeSealsOut(Draw(Seal::kNone));
  EXPECT_TRUE(unsealed.seal.IsEmpty());
  EXPECT_LT(unsealed.grey.Row(28)[100 - 100 % 12 + 12], 110);
}

TEST(HidingPieces, AreWhereAnOpaqueSealLies) {
  const Unsealed stamped = TakeSealsOut(Draw(Seal::kStamped));
  EXPECT_TRUE(HidingPieces(stamped.grey, stamped.seal).empty());
  const Unsealed opaque = TakeSealsOut(Draw(Seal::kOpaque));
  const std::vector<Box> pieces = HidingPieces(opaque.grey, opaque.seal);
  ASSERT_FALSE(pieces.empty());
  double area = 0;
  for (const Box& piece : pieces) {
    area += piece.Area();
    EXPECT_GT(piece.x0, (450 - kRadius - 2 * kStroke) * 72 / kDpi);
    EXPECT_LT(piece.x1, (450 + kRadius + 2 * kStroke) * 72 / kDpi);
  }
  const double points = 72 / kDpi;
  EXPECT_LT(area, 3 * 2 * 3.1416 * kRadius * kStroke * points * points);
}

TEST(FindGreySeals, FindsARingAndNothingElse) {
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, 250);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x)
      if (IsGrid(x, y)) page.Row(y)[x] = 30;
  EXPECT_TRUE(FindGreySeals(page).empty());
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x)
      if (IsRing(x, y)) page.Row(y)[x] = 90;
  const std::vector<Box> seals = FindGreySeals(page);
  ASSERT_EQ(seals.size(), 1U);
  EXPECT_NEAR(seals[0].Center().x, 450 * 72 / kDpi, 3);
  EXPECT_NEAR(seals[0].Width(), 2 * kRadius * 72 / kDpi, 10);
}

// A band of grey over a table: what it covers is reported only if the print is gone there.
TEST(CleanScan, ReportsWhatAnOpaqueMarkHides) {
  for (const bool opaque : {false, true}) {
    Raster grey = MakeRaster(kWidth, kHeight, 1, kDpi, 250);
    for (int y = 0; y < kHeight; ++y)
      for (int x = 0; x < kWidth; ++x) {
        const int across = (x + y) % 300;
        const bool band = across < 40;
        if (band) grey.Row(y)[x] = 190;
        if (IsGrid(x, y) && !(band && opaque)) grey.Row(y)[x] = 30;
      }
    Page page;
    page.kind = PageKind::kScan;
    page.frame = {kWidth * 72 / kDpi, kHeight * 72 / kDpi, 0, 0};
    CleanScan(grey, {}, kDpi, MarkTone{250, 190}, &page);
    int hiding = 0;
    for (const WatermarkMark& mark : page.watermarks) hiding += mark.kind == kHidingMark ? 1 : 0;
    EXPECT_EQ(hiding > 0, opaque);
  }
}

}  // namespace
}  // namespace juesuan
