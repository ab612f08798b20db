// Seals, and what opaque marks hide, on pages drawn by the test.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "ingest/scan_clean.h"
#include "ingest/scan_grey_seal.h"
#include "ingest/scan_seal.h"

namespace juesuan {
namespace {

constexpr double kDpi = 150;
constexpr int kWidth = 900, kHeight = 900;
constexpr double kRadius = 115, kStroke = 9;  // pixels
constexpr uint8_t kRed[3] = {210, 40, 40};

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
          pixel[c] = kRed[c];
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

// Sets every pixel's colour to that of the block of 2 by 2 it is in and leaves its light, as JPEG
// does.
void CoarsenColour(Raster* page) {
  constexpr int kBlock = 2;
  const auto luma = [](const double* p) { return 0.299 * p[0] + 0.587 * p[1] + 0.114 * p[2]; };
  for (int top = 0; top < page->height; top += kBlock)
    for (int left = 0; left < page->width; left += kBlock) {
      double mean[3] = {0, 0, 0};
      for (int i = 0; i < kBlock * kBlock; ++i)
        for (int c = 0; c < 3; ++c)
          mean[c] +=
              page->Row(top + i / kBlock)[3 * (left + i % kBlock) + c] / (1.0 * kBlock * kBlock);
      for (int i = 0; i < kBlock * kBlock; ++i) {
        uint8_t* pixel = page->Row(top + i / kBlock) + 3 * (left + i % kBlock);
        const double own[3] = {1.0 * pixel[0], 1.0 * pixel[1], 1.0 * pixel[2]};
        for (int c = 0; c < 3; ++c)
          pixel[c] = static_cast<uint8_t>(std::clamp(luma(own) + mean[c] - luma(mean), 0.0, 255.0));
      }
    }
}

bool IsNearGrid(int x, int y, int reach) {
  for (int dy = -reach; dy <= reach; ++dy)
    for (int dx = -reach; dx <= reach; ++dx)
      if (IsGrid(x + dx, y + dy)) return true;
  return false;
}

TEST(TakeSealsOut, LeavesNothingInBlankCellsWhereColourIsCoarse) {
  Raster page = Draw(Seal::kStamped);
  CoarsenColour(&page);
  const Unsealed unsealed = TakeSealsOut(page);
  EXPECT_TRUE(unsealed.blurred);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      if (IsGrid(x, y)) {
        ASSERT_LT(unsealed.grey.Row(y)[x], 100) << x << " " << y;
      } else if (y > 60 && !IsNearGrid(x, y, 6)) {
        ASSERT_GT(unsealed.grey.Row(y)[x], 215) << x << " " << y;
      }
    }
}

TEST(TakeSealsOut, TakesOverlappingSealsOut) {
  Raster page = MakeRaster(kWidth, kHeight, 3, kDpi, 250);
  const auto is_seal = [](int x, int y) { return IsRing(x, y - 90) || IsRing(x, y + 90); };
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x)
      if (is_seal(x, y)) std::copy_n(kRed, 3, page.Row(y) + 3 * x);
  const Unsealed unsealed = TakeSealsOut(page);
  EXPECT_FALSE(unsealed.blurred);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) ASSERT_GT(unsealed.grey.Row(y)[x], 230) << x << " " << y;
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

// What is left of a level ruling of the grid where a seal's ink was lifted from it.
TEST(CleanScan, RulingsGoOnUnderALiftedSeal) {
  for (const bool sealed : {true, false}) {
    Unsealed drawn{MakeRaster(kWidth, kHeight, 1, kDpi, 250)};
    for (int y = 0; y < kHeight; ++y)
      for (int x = 0; x < kWidth; ++x)
        if (IsGrid(x, y) && !(y / 2 == 220 && x >= 540 && x < 600)) drawn.grey.Row(y)[x] = 30;
    if (sealed) {
      drawn.whole = drawn.grey;
      drawn.seal = MakeRaster(kWidth, kHeight, 1, kDpi, 0);
      for (int y = 430; y < 452; ++y)
        std::fill(drawn.seal.Row(y) + 538, drawn.seal.Row(y) + 602, uint8_t{255});
    }
    Page page;
    page.kind = PageKind::kScan;
    page.frame.width = kWidth * 72 / kDpi;
    page.frame.height = kHeight * 72 / kDpi;
    CleanScan(drawn, kDpi, {{}, [] { return nullptr; }}, &page);
    int pieces = 0;
    for (const Ruling& ruling : page.rulings)
      pieces += ruling.horizontal && std::fabs(ruling.at - 441 * 72 / kDpi) < 1 ? 1 : 0;
    EXPECT_EQ(pieces, sealed ? 1 : 2);
  }
}

enum class Inside { kBars, kCross };

// A seal of one grey under the print, `across` and `down` from the page's middle, with thin strokes
// as light as thin print in it.
bool IsSeal(int x, int y, int across, int down, Inside inside) {
  if (IsRing(x - across, y - down)) return true;
  const int dx = x - across - 450, dy = y - down - 450;
  if (std::hypot(dx, dy) > 80) return false;
  if (inside == Inside::kBars) return dx > -60 && dx < 30 && (dy + 100) % 25 < 3;
  return std::abs(dx + dy) < 3 || std::abs(dx - dy + 20) < 3;
}

Raster DrawGrey(int across, int down, Inside inside) {
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, 250);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      double grey = 250;
      if (IsSeal(x, y, across, down, inside)) grey *= 0.4;
      if (IsGrid(x, y)) grey *= 0.3;
      page.Row(y)[x] = static_cast<uint8_t>(grey);
    }
  return page;
}

// How many pixels of bare paper are not light, and how many of print are not dark.
int Wrong(const Raster& page) {
  int wrong = 0;
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      const int grey = page.Row(y)[x];
      wrong += IsGrid(x, y) ? grey > 150 : grey < 190;
    }
  return wrong;
}

TEST(LiftGreySeals, LiftsTheRingAndLeavesThePrint) {
  Raster page = DrawGrey(0, 0, Inside::kBars);
  const int before = Wrong(page);
  const LiftedSeals seals = LiftGreySeals({}, &page);
  ASSERT_EQ(seals.boxes.size(), 1U);
  EXPECT_NEAR(seals.boxes[0].Center().x, 450 * 72 / kDpi, 1);
  EXPECT_NEAR(seals.boxes[0].Width(), (2 * kRadius + kStroke) * 72 / kDpi, 4);
  EXPECT_LT(Wrong(page), 0.5 * before);
  for (int i = 0; i < 360; ++i) {
    const double angle = i * 3.14159265358979323846 / 180;
    const int x = static_cast<int>(std::lround(450 + kRadius * std::cos(angle)));
    const int y = static_cast<int>(std::lround(450 + kRadius * std::sin(angle)));
    if (IsGrid(x, y)) {
      EXPECT_LT(page.Row(y)[x], 130) << i;
    } else {
      EXPECT_GT(page.Row(y)[x], 190) << i;
    }
  }
}

TEST(LiftGreySeals, ChangesNothingWithoutARing) {
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, 250);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x)
      if (IsGrid(x, y)) page.Row(y)[x] = 75;
  const Raster before = page;
  EXPECT_FALSE(HasGreySeal(page));
  EXPECT_TRUE(LiftGreySeals({}, &page).boxes.empty());
  EXPECT_EQ(page.pixels, before.pixels);
}

TEST(PictureSeal, LiftsThinStrokesThatOtherPagesBearToo) {
  const std::vector<Raster> pages = {DrawGrey(0, 0, Inside::kBars),
                                     DrawGrey(71, -33, Inside::kBars),
                                     DrawGrey(-47, 55, Inside::kBars)};
  const std::optional<SealPicture> picture = PictureSeal(pages);
  ASSERT_TRUE(picture.has_value());
  for (Raster page : pages) {
    const int before = Wrong(page);
    LiftGreySeals([&] { return &*picture; }, &page);
    EXPECT_LT(Wrong(page), 0.03 * before);
  }
}

TEST(PictureSeal, IsNoneOfSealsThatDiffer) {
  EXPECT_FALSE(PictureSeal({DrawGrey(0, 0, Inside::kBars)}).has_value());
  EXPECT_FALSE(PictureSeal({DrawGrey(0, 0, Inside::kBars), DrawGrey(71, -33, Inside::kCross)}));
}

TEST(PictureSeal, LeavesAnotherSealAlone) {
  const auto picture =
      PictureSeal({DrawGrey(0, 0, Inside::kBars), DrawGrey(71, -33, Inside::kBars)});
  ASSERT_TRUE(picture.has_value());
  Raster with = DrawGrey(20, 30, Inside::kCross), without = with;
  LiftGreySeals([&] { return &*picture; }, &with);
  LiftGreySeals({}, &without);
  EXPECT_EQ(with.pixels, without.pixels);
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
    CleanScan({grey}, kDpi, {MarkTone{250, 190}, {}}, &page);
    int hiding = 0;
    for (const WatermarkMark& mark : page.watermarks) hiding += mark.kind == kHidingMark ? 1 : 0;
    EXPECT_EQ(hiding > 0, opaque);
  }
}

}  // namespace
}  // namespace juesuan
