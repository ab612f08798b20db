#include "ocr/faint_sign.h"

#include <gtest/gtest.h>

#include <random>

#include "drawn_text.h"

namespace juesuan {
namespace {

constexpr int kPaper = 250;

// A figure at x 80 to 150, y 20 to 44, in a cell with noise.
Raster Cell() {
  Raster grey = MakeRaster(200, 60, 1, 200, kPaper);
  for (int x = 80; x < 150; x += 14) DrawBar(&grey, x, 20, x + 5, 44, 30);
  return grey;
}

void AddNoise(Raster* grey) {
  std::mt19937 random(3);
  for (uint8_t& pixel : grey->pixels)
    pixel = static_cast<uint8_t>(std::min(255, pixel + static_cast<int>(random() % 13) - 6));
}

InkLine Line() {
  InkLine line;
  line.ink = {80, 20, 141, 44};
  line.room = {4, 4, 196, 56};
  line.tone = {kPaper, 30, false};
  line.usual_height = 24;
  line.in_cell = true;
  return line;
}

TEST(FaintSign, IsFoundAndDrawnIn) {
  for (const int darkness : {40, 80}) {
    Raster grey = Cell();
    DrawBar(&grey, 62, 32, 73, 34, static_cast<uint8_t>(kPaper - darkness));
    AddNoise(&grey);
    const InkLine line = WithFaintSign(grey, Line());
    EXPECT_NEAR(line.ink.x0, 62, 5) << darkness;
    EXPECT_EQ(line.ink.x1, 141);
  }
}

TEST(FaintSign, PaperStainsAndOtherLinesAreNone) {
  Raster plain = Cell();
  AddNoise(&plain);
  EXPECT_EQ(WithFaintSign(plain, Line()).ink.x0, 80);
  Raster stained = Cell();
  DrawBar(&stained, 60, 22, 74, 44, kPaper - 40);
  EXPECT_EQ(WithFaintSign(stained, Line()).ink.x0, 80);
  Raster underlined = Cell();
  DrawBar(&underlined, 30, 50, 78, 52, kPaper - 60);
  EXPECT_EQ(WithFaintSign(underlined, Line()).ink.x0, 80);
}

}  // namespace
}  // namespace juesuan
