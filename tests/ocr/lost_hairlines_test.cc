#include "ocr/lost_hairlines.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "drawn_text.h"

namespace juesuan {
namespace {

constexpr char kFigure[] = "2,483.96";
constexpr uint8_t kPaper = 250, kInk = 30;

// A page of figures, of which `parted` have lost the thin strokes at the middle of their height.
bool AreLost(int figures, int parted, uint8_t left_of_strokes) {
  Raster page = MakeRaster(300, 60 * figures, 1, 200, kPaper);
  HairlineCheck check;
  for (int i = 0; i < figures; ++i) {
    const int top = 60 * i;
    DrawText(&page, kFigure, "Noto Serif CJK SC 30px", 20, top);
    InkLine line;
    line.tone = {kPaper, kInk, false};
    line.ink = InkBounds(InkMask(page, {0, top, 300, top + 60}, line.tone), {0, 0, 300, 60});
    line.ink.y0 += top;
    line.ink.y1 += top;
    const int middle = (line.ink.y0 + line.ink.y1) / 2 - 2;
    if (i < parted)
      for (int y = middle; y < middle + 3; ++y)
        for (int x = line.ink.x0; x < line.ink.x1; ++x)
          page.Row(y)[x] = std::max(page.Row(y)[x], left_of_strokes);
    check.Look(page, line, kFigure);
  }
  return check.AreLost();
}

TEST(HairlineCheck, MostFiguresLieInPieces) {
  EXPECT_FALSE(AreLost(8, 0, kPaper));
  EXPECT_TRUE(AreLost(8, 8, kPaper));
  EXPECT_TRUE(AreLost(8, 6, kPaper));
  EXPECT_FALSE(AreLost(8, 3, kPaper)) << "rests of a mark beside a few";
  EXPECT_FALSE(AreLost(8, 8, kPaper - 90)) << "grey keeps traces of thin strokes";
  EXPECT_FALSE(AreLost(3, 3, kPaper)) << "too few to tell";
}

TEST(HairlineCheck, PaperInBlackAndWhiteHasNoGrain) {
  Raster page = MakeRaster(200, 200, 1, 200, 255);
  DrawText(&page, kFigure, "Noto Serif CJK SC 30px", 20, 20);
  EXPECT_TRUE(IsBlackAndWhite(page));
  for (int y = 0; y < page.height; ++y)
    for (int x = 0; x < page.width; ++x)
      page.Row(y)[x] = static_cast<uint8_t>(std::max(0, page.Row(y)[x] - (7 * x + 5 * y) % 6));
  EXPECT_FALSE(IsBlackAndWhite(page));
}

struct RefusedCase {
  const char* text;
  bool refused, doubted;
};

TEST(RefuseLostHairlines, WhatMayBeAFourIsNotRead) {
  for (const RefusedCase& c :
       {RefusedCase{"1161.67", true, false}, RefusedCase{"-0.16", true, false},
        RefusedCase{"1,000", true, false}, RefusedCase{"2739.56", false, true},
        RefusedCase{"2080501", false, true}, RefusedCase{"合计", false, false}}) {
    std::vector<Reading> readings{{Reader::kPpocr, c.text, 0.99, {}}};
    RefuseLostHairlines(&readings);
    EXPECT_EQ(readings.empty(), c.refused) << c.text;
    if (!readings.empty()) {
      EXPECT_EQ(readings.front().score < 0.5, c.doubted) << c.text;
    }
  }
}

TEST(RefuseLostHairlines, OneReaderWhoSeesAOneIsEnough) {
  std::vector<Reading> readings{{Reader::kPpocr, "4464.67", 0.6, {}},
                                {Reader::kTesseract, "4461.67", 0.7, {}}};
  RefuseLostHairlines(&readings);
  EXPECT_TRUE(readings.empty());
}

}  // namespace
}  // namespace juesuan
