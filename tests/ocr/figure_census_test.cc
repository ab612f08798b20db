// Figures of one type that vote on what their characters are.
#include "ocr/figure_census.h"

#include <gtest/gtest.h>

#include "drawn_text.h"

namespace juesuan {
namespace {

std::vector<FigureShape> Shapes(const std::string& text) {
  Raster page = MakeRaster(420, 50, 1, 200, 255);
  DrawText(&page, text, "AR PL UMing CN 26px", 12, 6);
  return CutFigureShapes(page);
}

// Every character several times, once with a 3 taken for an 8 and once with a point lost.
FigureCensus Voted() {
  FigureCensus census;
  for (const char* figure : {"1234567.89", "9876543.21", "3050607.98", "4182.30", "12034.05"})
    census.Count(Shapes(figure), figure);
  for (const char* figure : {"135.79", "246.80", "975.31", "864.20", "1,357.90", "2,468.00"})
    census.Count(Shapes(figure), figure);
  census.Count(Shapes("1353.00"), "1858.00");
  census.Count(Shapes("126.27"), "12627");
  return census;
}

TEST(FigureCensus, TheMajorityReads) {
  const FigureCensus census = Voted();
  for (const char* figure : {"1353.00", "126.27", "50.96", "778.84"}) {
    const std::optional<Reading> reading = census.Read(Shapes(figure), Reader::kTesseract);
    ASSERT_TRUE(reading) << figure;
    EXPECT_EQ(reading->text, figure);
    EXPECT_EQ(reading->by, Reader::kTesseract);
  }
  EXPECT_LT(census.Read(Shapes("33"), Reader::kTesseract)->score, 1);
  EXPECT_EQ(census.Read(Shapes("44"), Reader::kTesseract)->score, 1);
}

TEST(FigureCensus, SaysNothingOfWhatItHardlyKnows) {
  const FigureCensus census = Voted();
  EXPECT_FALSE(census.Read(Shapes("12%"), Reader::kTesseract)) << "never seen";
  EXPECT_FALSE(census.Read(Shapes("合计"), Reader::kTesseract));
  EXPECT_FALSE(census.Read(Shapes("7"), Reader::kTesseract)) << "nothing to measure it by";
  EXPECT_FALSE(census.Read(Shapes("12.345"), Reader::kTesseract)) << "its mark may be a comma";
  EXPECT_FALSE(FigureCensus().Read(Shapes("12.34"), Reader::kTesseract));
}

TEST(FigureCensus, ShapesThatAreReadInTwoWaysReadNothing) {
  FigureCensus census = Voted();
  for (int i = 0; i < 4; ++i) census.Count(Shapes("33.33"), "88.88");
  EXPECT_FALSE(census.Read(Shapes("35.13"), Reader::kTesseract));
  EXPECT_TRUE(census.Read(Shapes("45.12"), Reader::kTesseract));
}

}  // namespace
}  // namespace juesuan
