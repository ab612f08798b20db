// Lines that may be rulings or type, dashes and marks, on pages drawn by the test.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ingest/scan_rulings.h"

namespace juesuan {
namespace {

constexpr double kDpi = 100;
constexpr int kWidth = 800, kHeight = 1100;
constexpr int kPaper = 240, kInk = 40;

TEST(ScanRulings, AShortOneBetweenLevelOnesIsOneUnlessItIsTheFeetOfType) {
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
  const auto bar = [&](int x0, int y0, int x1, int y1) {
    for (int y = y0; y < y1; ++y)
      for (int x = x0; x < x1; ++x) page.Row(y)[x] = kInk;
  };
  for (const int y : {200, 320, 700}) bar(100, y, 700, y + 3);
  bar(100, 260, 160, 263);
  EXPECT_EQ(FindScanRulings(page).size(), 4u);
  for (int x = 104; x < 160; x += 12) bar(x, 245, x + 3, 260);
  EXPECT_EQ(FindScanRulings(page).size(), 3u);
}

// Dashes of cells, joined by what a mark leaves between them and at a border.
TEST(ScanRulings, DashesThatAMarkJoinsAreNone) {
  for (const auto& [x0, x1] : {std::pair{250, 330}, std::pair{235, 300}}) {
    Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
    const auto bar = [&](int from, int y0, int to, int y1) {
      for (int y = y0; y < y1; ++y)
        for (int x = from; x < to; ++x) page.Row(y)[x] = kInk;
    };
    for (int y = 200; y <= 400; y += 40) bar(100, y, 700, y + 2);
    for (int x = 100; x <= 700; x += 100) bar(x, 200, x + 2, 402);
    const size_t grid = FindScanRulings(page).size();
    bar(x0, 300, x1, 302);
    EXPECT_EQ(FindScanRulings(page).size(), grid) << x0;
  }
}

struct BrokenCase {
  const char* what;
  int first, piece, gap;  // pixels: where its pieces begin, their length and distance
  int dot;                // of so many in the middle of each gap
  bool is_one;
};

// A level ruling of a grid with cells 100 pixels wide, in pieces.
TEST(ScanRulings, BrokenOnesAreJoinedOverBreaksNarrowerThanACell) {
  for (const BrokenCase& c : {BrokenCase{"short breaks", 100, 40, 15, 0, true},
                              BrokenCase{"ends short of the border", 112, 40, 15, 0, true},
                              BrokenCase{"longer ones with dots left", 100, 40, 34, 14, true},
                              BrokenCase{"dashes of cells", 130, 40, 60, 0, false},
                              BrokenCase{"beside merged cells", 200, 100, 100, 0, false}}) {
    Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
    const auto bar = [&](int from, int y0, int to, int y1) {
      for (int y = y0; y < y1; ++y)
        for (int x = from; x < to; ++x) page.Row(y)[x] = kInk;
    };
    for (int y = 200; y <= 400; y += 40)
      if (y != 320) bar(100, y, 700, y + 2);
    for (int x = 100; x <= 700; x += 100) bar(x, 200, x + 2, 402);
    for (int x = c.first; x < 680; x += c.piece + c.gap) {
      bar(x, 320, std::min(700, x + c.piece), 322);
      bar(x + c.piece + (c.gap - c.dot) / 2, 320, x + c.piece + (c.gap + c.dot) / 2, 322);
    }
    const std::vector<Ruling> rulings = FindScanRulings(page);
    const bool is_one = std::any_of(rulings.begin(), rulings.end(), [](const Ruling& ruling) {
      return ruling.horizontal && std::fabs(ruling.at - 321 * 72 / kDpi) < 1 &&
             std::fabs(ruling.from - 101 * 72 / kDpi) < 1 &&
             std::fabs(ruling.to - 701 * 72 / kDpi) < 1;
    });
    EXPECT_EQ(is_one, c.is_one) << c.what;
  }
}

// The tops of the letters of a head beside it lie on its axis.
TEST(ScanRulings, ThatEndAtABorderAreNotDrawnOutOverAHead) {
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
  const auto bar = [&](int from, int y0, int to, int y1) {
    for (int y = y0; y < y1; ++y)
      for (int x = from; x < to; ++x) page.Row(y)[x] = kInk;
  };
  for (int y = 200; y <= 400; y += 40) bar(100, y, y == 240 ? 500 : 700, y + 2);
  for (int x = 100; x <= 700; x += 100) bar(x, x < 500 ? 240 : 200, x + 2, 362);
  bar(512, 240, 588, 242);
  for (int x = 514; x < 588; x += 8) bar(x, 242, x + 4, 254);
  for (const Ruling& ruling : FindScanRulings(page)) {
    if (!ruling.horizontal || std::fabs(ruling.at - 241 * 72 / kDpi) > 1) continue;
    EXPECT_LT(ruling.to, 505 * 72 / kDpi);
  }
}

// Two columns under one head, over which a mark lies: if print shows through the mark, the ruling
// between them would be seen in the head.
TEST(ScanRulings, OfColumnsEndUnderAHeadThatAMarkCrosses) {
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper), hidden = page;
  const auto bar = [](int x0, int y0, int x1, int y1, uint8_t value, Raster* to) {
    for (int y = y0; y < y1; ++y)
      for (int x = x0; x < x1; ++x) to->Row(y)[x] = value;
  };
  for (int y = 200; y <= 400; y += 25) bar(100, y, 700, y + 2, kInk, &page);
  for (const int x : {100, 700}) bar(x, 200, x + 2, 402, kInk, &page);
  bar(300, 225, 302, 402, kInk, &page);
  std::fill(hidden.pixels.begin(), hidden.pixels.end(), uint8_t{0});
  bar(280, 196, 330, 226, 255, &hidden);
  const auto start_of_column = [&](bool opaque) {
    double start = 0;
    for (const Ruling& ruling : FindScanRulings(page, hidden, opaque))
      if (!ruling.horizontal && std::fabs(ruling.at - 301 * 72 / kDpi) < 2) start = ruling.from;
    return start;
  };
  EXPECT_NEAR(start_of_column(false), 226 * 72 / kDpi, 1);
  EXPECT_NEAR(start_of_column(true), 201 * 72 / kDpi, 1);
}

// 分值 fills its narrow cell, and its strokes end at one height in the cell's middle.
TEST(ScanRulings, FeetOfTypeThatStopShortOfBothBordersAreNone) {
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
  const auto bar = [&](int x0, int y0, int x1, int y1) {
    for (int y = y0; y < y1; ++y)
      for (int x = x0; x < x1; ++x) page.Row(y)[x] = kInk;
  };
  for (int y = 200; y <= 400; y += 40) bar(100, y, 700, y + 2);
  for (const int x : {100, 400, 436, 700}) bar(x, 200, x + 2, 402);
  bar(406, 300, 432, 302);
  EXPECT_EQ(FindScanRulings(page).size(), 11u);
  for (int x = 408; x < 432; x += 5) bar(x, 292, x + 2, 310);
  EXPECT_EQ(FindScanRulings(page).size(), 10u);
}

// Right behind the border at which a ruling ends, a stroke of type lies on its axis.
TEST(ScanRulings, AStrokeBehindItsEndCostsNoRuling) {
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
  const auto bar = [&](int x0, int y0, int x1, int y1) {
    for (int y = y0; y < y1; ++y)
      for (int x = x0; x < x1; ++x) page.Row(y)[x] = kInk;
  };
  for (int y = 200; y <= 400; y += 50) bar(100, y, 700, y + 3);
  for (const int x : {100, 300, 430, 700}) bar(x, 200, x + 2, 402);
  bar(300, 275, 432, 278);
  for (int x = 310; x < 424; x += 12) bar(x, 260, x + 3, 273);  // a head close above it
  const size_t all = FindScanRulings(page).size();
  bar(438, 275, 462, 276);
  EXPECT_EQ(FindScanRulings(page).size(), all);
}

// Broken rulings: what stands in the last row is too short to be a piece by itself.
TEST(ScanRulings, ABrokenOneGoesOnToTheNext) {
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
  const auto bar = [&](int x0, int y0, int x1, int y1) {
    for (int y = y0; y < y1; ++y)
      for (int x = x0; x < x1; ++x) page.Row(y)[x] = kInk;
  };
  for (int y = 200; y <= 400; y += 25) bar(100, y, 700, y + 2);
  for (const int x : {100, 700}) bar(x, 200, x + 2, 402);
  bar(300, 200, 302, 377);
  bar(300, 381, 302, 398);
  const auto end_of_column = [&] {
    double end = 0;
    for (const Ruling& ruling : FindScanRulings(page))
      if (!ruling.horizontal && std::fabs(ruling.at - 301 * 72 / kDpi) < 2) end = ruling.to;
    return end;
  };
  EXPECT_NEAR(end_of_column(), 401 * 72 / kDpi, 2);
  for (int y = 381; y < 390; ++y) page.Row(y)[300] = page.Row(y)[301] = kPaper;
  EXPECT_NEAR(end_of_column(), 376 * 72 / kDpi, 2) << "half a cell's height may be type";
}

}  // namespace
}  // namespace juesuan
