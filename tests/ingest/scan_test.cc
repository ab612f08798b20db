// Scans: tilt, rulings and a burnt-in mark, on pages drawn by the test.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "ingest/scan_clean.h"
#include "ingest/scan_harm.h"
#include "ingest/scan_lid.h"
#include "ingest/scan_lift.h"
#include "ingest/scan_rulings.h"
#include "ingest/scan_tilt.h"
#include "ingest/scan_tone.h"

namespace juesuan {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kDpi = 100;
constexpr int kWidth = 800, kHeight = 1100;
constexpr int kPaper = 240, kInk = 40, kMark = 195;

// What is printed at a point of the upright page, in pixels: a grid of 5 x 12 cells with a "word"
// of strokes in each.
bool IsGrid(double x, double y) {
  if (x < 99 || x > 701 || y < 199 || y > 921) return false;
  return std::fmod(x - 99, 120) < 2 || std::fmod(y - 199, 60) < 2;
}

bool IsWord(double x, double y) {
  const double in_x = std::fmod(x - 100 + 1200, 120), in_y = std::fmod(y - 200 + 1200, 60);
  if (x < 100 || x > 700 || y < 200 || y > 920) return false;
  if (in_x < 30 || in_x > 90 || in_y < 20 || in_y > 36) return false;
  return std::fmod(in_x, 6) < 2 || (in_y > 26 && in_y < 28 && std::fmod(in_x, 20) < 12);
}

// A broad slanted band, twice broken.
bool IsMark(double x, double y) {
  const double along = (x + y) / std::sqrt(2.0), across = (y - x) / std::sqrt(2.0);
  return across > 0 && across < 120 && along > 300 && along < 1000 && std::fmod(across, 40) < 16;
}

enum class Mark { kNone, kBeneath, kAbove };

Raster Draw(double tilt, Mark mark, int noise) {
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
  const double c = std::cos(tilt * kPi / 180), s = std::sin(tilt * kPi / 180);
  std::mt19937 random(7);
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      const double dx = x - (kWidth - 1) / 2.0, dy = y - (kHeight - 1) / 2.0;
      const double ux = (kWidth - 1) / 2.0 + c * dx + s * dy;
      const double uy = (kHeight - 1) / 2.0 - s * dx + c * dy;
      double grey = IsGrid(ux, uy) || IsWord(ux, uy) ? kInk : kPaper;
      if (mark != Mark::kNone && IsMark(ux, uy) && (grey == kPaper || mark == Mark::kAbove))
        grey = kMark;
      if (noise > 0) grey += static_cast<int>(random() % (2u * noise + 1)) - noise;
      page.Row(y)[x] = static_cast<uint8_t>(grey);
    }
  }
  return page;
}

TEST(FindTilt, FindsTheLean) {
  for (const double tilt : {-2.7, -0.8, 0.35, 1.5, 2.9})
    EXPECT_NEAR(FindTilt(Draw(tilt, Mark::kNone, 6)), tilt, 0.05) << tilt;
}

TEST(FindTilt, BlankAndStraightPagesDoNotLean) {
  EXPECT_EQ(FindTilt(MakeRaster(kWidth, kHeight, 1, kDpi, kPaper)), 0);
  EXPECT_EQ(FindTilt(Draw(0, Mark::kNone, 6)), 0);
}

TEST(ScanRulings, AreTheGridAndNothingElse) {
  for (const double tilt : {0.0, 1.2}) {
    const std::vector<Ruling> rulings =
        FindScanRulings(Straighten(Draw(tilt, Mark::kNone, 8), tilt));
    ASSERT_EQ(rulings.size(), 19u) << tilt;  // 13 across, 6 down
    for (size_t i = 0; i < rulings.size(); ++i) {
      const Ruling& r = rulings[i];
      EXPECT_EQ(r.horizontal, i < 13);
      const int line = static_cast<int>(i);
      const double at = r.horizontal ? 200 + 60 * line : 100 + 120 * (line - 13);
      EXPECT_NEAR(r.at, at * 72 / kDpi, 0.6) << i;
      EXPECT_NEAR(r.from, (r.horizontal ? 100 : 200) * 72 / kDpi, 1) << i;
      EXPECT_NEAR(r.to, (r.horizontal ? 700 : 920) * 72 / kDpi, 1) << i;
    }
  }
}

TEST(ScanRulings, FeetOfTypeAreNone) {
  Raster page = Draw(0, Mark::kNone, 8);
  // Feet of letters that run into one another, from the middle of a cell to its right border.
  for (int x = 260; x < 340; ++x)
    for (int y = 442; y < 444; ++y) page.Row(y)[x] = kInk;
  EXPECT_EQ(FindScanRulings(page).size(), 19u);
}

// A code and a name whose level strokes run into one another, over the ruling between them.
TEST(ScanRulings, LongFeetOfTypeThatEndBetweenBordersAreNone) {
  Raster page = Draw(0, Mark::kNone, 8);
  for (int x = 100; x < 430; ++x)
    for (int y = 460; y < 462; ++y) page.Row(y)[x] = kInk;
  EXPECT_EQ(FindScanRulings(page).size(), 19u);
}

// Thin dots with more white than ink between them; and the dots of a list of contents, which no
// upright ruling meets.
TEST(ScanRulings, DottedOnesAreAndLeadersAreNot) {
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
  const auto dots = [&](int x0, int y0, int x1, int y1, bool across) {
    for (int y = y0; y < y1; ++y)
      for (int x = x0; x < x1; ++x)
        if ((across ? x - x0 : y - y0) % 4 < 2) page.Row(y)[x] = kInk;
  };
  for (int y = 200; y <= 400; y += 25) dots(100, y, 700, y + 1, true);
  for (const int x : {100, 300, 700}) dots(x, 200, x + 1, 402, false);
  EXPECT_EQ(FindScanRulings(page).size(), 12u);
  for (int y = 600; y <= 800; y += 50) dots(200, y, 600, y + 1, true);
  EXPECT_EQ(FindScanRulings(page).size(), 12u);
}

// A mark hides the first cell's part of a level ruling and, further on, pieces of it between which
// it is seen; and a stroke lies along another ruling that ends.
TEST(ScanRulings, GoOnUnderTheStrokesOfAMark) {
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
  Raster hidden = MakeRaster(kWidth, kHeight, 1, kDpi, 0);
  const auto bar = [](int x0, int y0, int x1, int y1, int grey, Raster* on) {
    for (int y = y0; y < y1; ++y)
      for (int x = x0; x < x1; ++x) on->Row(y)[x] = static_cast<uint8_t>(grey);
  };
  for (int y = 200; y <= 440; y += 40) bar(100, y, 702, y + 2, kInk, &page);
  for (const int x : {100, 140, 300, 500, 700}) bar(x, 200, x + 2, 442, kInk, &page);
  const auto hide = [&](int x0, int y0, int x1, int y1) {
    bar(x0, y0, x1, y1, kPaper, &page);
    bar(x0, y0, x1, y1, 255, &hidden);
  };
  hide(103, 276, 130, 288);
  for (int x = 320; x < 400; x += 20) hide(x, 276, x + 14, 288);
  bar(302, 320, 500, 322, kPaper, &page);  // ends at 300
  bar(310, 316, 490, 326, 255, &hidden);
  const auto ends = [&](double at) {
    std::string out;
    for (const Ruling& ruling : FindScanRulings(page, hidden))
      if (ruling.horizontal && std::fabs(ruling.at - at * 72 / kDpi) < 2)
        out += std::to_string(std::lround(ruling.from * kDpi / 72 / 10)) + "-" +
               std::to_string(std::lround(ruling.to * kDpi / 72 / 10)) + " ";
    return out;
  };
  EXPECT_EQ(ends(281), "10-70 ");
  EXPECT_EQ(ends(321), "10-30 50-70 ");
}

TEST(MarkTone, OfADarkMarkIsToldFromPalePrint) {
  constexpr int kDarkMark = 95;
  Raster dark = Draw(0, Mark::kNone, 4), pale = dark;
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      if (IsMark(x, y)) dark.Row(y)[x] = pale.Row(y)[x] = kDarkMark;
      if (pale.Row(y)[x] < kDarkMark) pale.Row(y)[x] = kDarkMark - 5;
    }
  const auto tone = EstimateMarkTone({dark});
  ASSERT_TRUE(tone.has_value());
  EXPECT_NEAR(tone->mark, kDarkMark, 6);
  EXPECT_FALSE(EstimateMarkTone({pale}).has_value());
}

TEST(MarkTone, IsEstimatedFromThePages) {
  const auto tone = EstimateMarkTone(
      {Draw(0, Mark::kBeneath, 4), Draw(0.5, Mark::kBeneath, 4), Draw(-1, Mark::kBeneath, 4)});
  ASSERT_TRUE(tone.has_value());
  EXPECT_NEAR(tone->mark, kMark, 6);
  EXPECT_NEAR(tone->paper, kPaper, 6);
}

// Strokes hardly thicker than print: their flat middle is next to nothing.
TEST(MarkTone, IsEstimatedFromThinStrokes) {
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x)
      if ((x + y) % 110 < 8 && (x - y + 2200) % 160 < 110) page.Row(y)[x] = kMark;
  const auto tone = EstimateMarkTone({page, page});
  ASSERT_TRUE(tone.has_value());
  EXPECT_NEAR(tone->mark, kMark, 6);
}

// Small tiles of thin strokes: next to no middles, all of one tone, in every part of the page.
TEST(MarkTone, IsEstimatedFromSmallTiles) {
  const auto tone_of = [](int foot) {
    Raster page = Draw(0, Mark::kNone, 4);
    for (int y = 30; y < foot; ++y)
      for (int x = 20; x < kWidth; ++x)
        if (x % 200 < 60 && y % 180 < 50 && (x + y) % 16 < 6 && page.Row(y)[x] > kMark)
          page.Row(y)[x] = kMark;
    return EstimateMarkTone({page, page});
  };
  ASSERT_TRUE(tone_of(kHeight).has_value());
  EXPECT_NEAR(tone_of(kHeight)->mark, kMark, 6);
  EXPECT_FALSE(tone_of(kHeight / 3).has_value()) << "a letterhead";
}

TEST(MarkTone, PagesWithoutMarkHaveNone) {
  EXPECT_FALSE(EstimateMarkTone({Draw(0, Mark::kNone, 4), Draw(0.5, Mark::kNone, 4)}).has_value());
  EXPECT_FALSE(EstimateMarkTone({}).has_value());
}

TEST(MarkTone, UnevenLightIsNone) {
  Raster page = Draw(0, Mark::kNone, 4);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x)
      page.Row(y)[x] = static_cast<uint8_t>(page.Row(y)[x] * (1 - 0.25 * x * y / kWidth / kHeight));
  EXPECT_FALSE(EstimateMarkTone({page}).has_value());
}

TEST(LiftMark, TakesTheMarkAndLeavesTheStrokes) {
  const Raster plain = Draw(0, Mark::kNone, 0);
  Raster page = Draw(0, Mark::kBeneath, 0);
  const LiftedMark lifted = LiftMark({kPaper, kMark}, &page);
  EXPECT_FALSE(lifted.box.IsEmpty());
  size_t ink = 0, thinned = 0, left = 0;
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      if (plain.Row(y)[x] == kInk) {
        ++ink;
        if (page.Row(y)[x] > kInk + 30) ++thinned;
      } else if (page.Row(y)[x] < kPaper - 20) {
        ++left;
      }
    }
  }
  EXPECT_GT(ink, 10000u);
  EXPECT_EQ(thinned, 0u);
  EXPECT_LT(left, 600u);  // of some 25,000 pixels of mark
}

// Rulings and thin strokes are blurred until they are as light as a dark mark.
TEST(LiftMark, LeavesPrintAsLightAsADarkMark) {
  constexpr int kDarkMark = 150, kThinInk = 145;
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      const double mark = IsMark(x, y) ? kDarkMark / double{kPaper} : 1;
      const double print = IsGrid(x, y) || IsWord(x, y) ? kThinInk : kPaper;
      page.Row(y)[x] = static_cast<uint8_t>(print * mark);
    }
  EXPECT_FALSE(LiftMark({kPaper, kDarkMark}, &page).harms.IsEmpty());
  size_t thin = 0, lost = 0;
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x)
      if (IsGrid(x, y) || IsWord(x, y)) {
        ++thin;
        lost += page.Row(y)[x] > kThinInk + 40 ? 1 : 0;
      }
  EXPECT_GT(thin, 10000u);
  EXPECT_LT(lost, thin / 40);
}

// A page of print with slanted strokes of a dark mark, as thin as those of serif type.
Raster WithThinMark(Mark mark) {
  constexpr int kDarkMark = 150;
  Raster page = Draw(0, Mark::kNone, 4);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      if ((x + y) % 70 >= 5 || (x - y + 2200) % 160 >= 110) continue;
      uint8_t& grey = page.Row(y)[x];
      grey = static_cast<uint8_t>(mark == Mark::kAbove ? kDarkMark : grey * kDarkMark / kPaper);
    }
  return page;
}

TEST(LiftMark, TakesThinStrokesAndLeavesPrint) {
  Raster page = WithThinMark(Mark::kBeneath);
  const auto tone = EstimateMarkTone({page});
  ASSERT_TRUE(tone.has_value());
  EXPECT_NEAR(tone->mark, 150, 6);
  const LiftedMark lifted = LiftMark(*tone, &page);
  EXPECT_TRUE(lifted.hides.IsEmpty());
  size_t ink = 0, thinned = 0, left = 0;
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      const bool print = IsGrid(x, y) || IsWord(x, y);
      ink += print ? 1 : 0;
      thinned += print && page.Row(y)[x] > kInk + 60 ? 1 : 0;
      left += !print && page.Row(y)[x] < kPaper - 40 ? 1 : 0;
    }
  EXPECT_LT(thinned, ink / 200);
  EXPECT_LT(left, 600u);  // of some 40,000 pixels of mark
}

// Characters of a dark stem and a bar that at its end is as light as the mark.
TEST(LiftMark, SaysWhereItMayTakeThinStrokes) {
  constexpr int kDarkMark = 150;
  const auto harms = [](int thin_ink) {
    Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
    for (int y = 0; y < kHeight; ++y)
      for (int x = 0; x < kWidth; ++x) {
        const bool stem = x % 120 == 41 && y % 160 > 60 && y % 160 < 80;
        const bool bar = x % 120 > 41 && x % 120 < 60 && (y % 160 == 61 || y % 160 == 62);
        const int print = stem || (bar && x % 120 < 50) ? kInk : bar ? thin_ink : kPaper;
        page.Row(y)[x] = static_cast<uint8_t>(IsMark(x, y) ? print * kDarkMark / kPaper : print);
      }
    return !LiftMark({kPaper, kDarkMark}, &page).harms.IsEmpty();
  };
  EXPECT_FALSE(harms(kInk));
  EXPECT_TRUE(harms(kDarkMark));
}

// Ink of a coloured mark in a square beside print; outside its edge a line of it stays.
TEST(RestsOfColour, AreFoundBesidePrint) {
  const auto rests = [](uint8_t left) {
    Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
    Raster ink = MakeRaster(kWidth, kHeight, 1, kDpi, 0);
    for (int i = 0; i < 60; ++i) {
      std::fill_n(ink.Row(200 + i) + 200, 60, uint8_t{255});
      page.Row(200 + i)[260] = left;
      page.Row(230)[205 + i] = kInk;
    }
    return RestsOfColour(page, ink, false);
  };
  EXPECT_TRUE(rests(kPaper).IsEmpty());
  const Raster found = rests(kPaper - 60);
  ASSERT_FALSE(found.IsEmpty());
  EXPECT_EQ(found.Row(228)[240], 255);
  EXPECT_EQ(found.Row(205)[240], 0) << "far from the print";
}

TEST(LiftMark, ThinStrokesOverPrintHideIt) {
  Raster page = WithThinMark(Mark::kAbove);
  EXPECT_FALSE(LiftMark({kPaper, 150}, &page).hides.IsEmpty());
}

TEST(LiftMark, ChangesNothingWhereThereIsNoMark) {
  const Raster plain = Draw(0, Mark::kNone, 4);
  Raster page = plain;
  EXPECT_TRUE(LiftMark({kPaper, kMark}, &page).box.IsEmpty());
  EXPECT_EQ(page.pixels, plain.pixels);
}

TEST(CleanScan, RulingsGoOnBehindAnOpaqueMark) {
  Page page;
  page.kind = PageKind::kScan;
  page.frame = {kWidth * 72 / kDpi, kHeight * 72 / kDpi, 0, 0};
  CleanScan({Draw(0.6, Mark::kAbove, 4)}, kDpi, {MarkTone{kPaper, kMark}, {}}, &page);
  ASSERT_EQ(page.rulings.size(), 19u);
  for (const Ruling& r : page.rulings) EXPECT_NEAR(r.to - r.from, r.horizontal ? 432 : 518, 3);
}

TEST(CleanScan, FillsFrameRulingsAndMarks) {
  Page page;
  page.kind = PageKind::kScan;
  page.frame = {kWidth * 72 / kDpi, kHeight * 72 / kDpi, 0, 0};
  const CleanedScan scan =
      CleanScan({Draw(1.2, Mark::kBeneath, 4)}, kDpi, {MarkTone{kPaper, kMark}, {}}, &page);
  EXPECT_NEAR(page.frame.tilt, 1.2, 0.05);
  EXPECT_EQ(page.rulings.size(), 19u);
  ASSERT_FALSE(page.watermarks.empty());
  EXPECT_EQ(page.watermarks[0].kind, "tone");
  EXPECT_FALSE(HasMark(page, kHidingMark));
  EXPECT_EQ(scan.clean.width, kWidth);
  EXPECT_EQ(!scan.marked.IsEmpty(), HasMark(page, kHarmingMark));
}

// Two edges of the lid, seen beyond a sheet that leans.
Raster WithLid(const Raster& page) {
  Raster out = page;
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x)
      if (x < 20 + y / 100 || y >= out.height - 30) out.Row(y)[x] = 30;
  return out;
}

TEST(PaintOverLid, LeavesThePageWithoutItsLid) {
  const Raster page = Draw(0, Mark::kNone, 0);
  Raster scanned = WithLid(page);
  PaintOverLid(&scanned);
  EXPECT_EQ(scanned.pixels, page.pixels);
}

TEST(PaintOverLid, LeavesPrintAndPicturesAtTheEdge) {
  Raster page = Draw(0, Mark::kNone, 0);
  for (int y = 0; y < 400; ++y)  // a picture that runs off the page, and a line
    for (int x = 0; x < 300; ++x) page.Row(y)[x] = 60;
  for (int y = 500; y < 502; ++y)
    for (int x = 700; x < kWidth; ++x) page.Row(y)[x] = kInk;
  Raster scanned = page;
  PaintOverLid(&scanned);
  EXPECT_EQ(scanned.pixels, page.pixels);
}

TEST(ChooseScanDpi, KeepsTheImagesOwnResolution) {
  struct Case {
    double image, asked, draw, result;
  };
  for (const Case& c :
       {Case{200, 200, 200, 200}, Case{300, 200, 300, 300}, Case{150, 200, 150, 200},
        Case{600, 200, 600, 300}, Case{72, 400, 72, 300}, Case{0, 200, 200, 200}}) {
    const ScanDpi dpi = ChooseScanDpi(c.image, c.asked);
    EXPECT_EQ(dpi.draw, c.draw) << c.image;
    EXPECT_EQ(dpi.result, c.result) << c.image;
  }
}

}  // namespace
}  // namespace juesuan
