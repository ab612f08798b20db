// Figures read by their shapes: what is printed again on the page, and nothing else.
#include "ocr/figure_book.h"

#include <gtest/gtest.h>

#include "drawn_text.h"
#include "ocr/figure_shapes.h"

namespace juesuan {
namespace {

constexpr char kSerif[] = "Noto Serif CJK SC 26px";
constexpr char kSans[] = "Noto Sans CJK SC 26px";

// A picture of `text` as ocr cuts lines out of pages.
Raster Line(const std::string& text, const std::string& font = kSerif) {
  Raster page = MakeRaster(420, 60, 1, 200, 255);
  DrawText(&page, text, font, 12, 4);
  int x0 = page.width, x1 = 0, y0 = page.height, y1 = 0;
  for (int y = 0; y < page.height; ++y)
    for (int x = 0; x < page.width; ++x)
      if (page.Row(y)[x] < 160) {
        x0 = std::min(x0, x);
        x1 = std::max(x1, x + 1);
        y0 = std::min(y0, y);
        y1 = std::max(y1, y + 1);
      }
  const int margin = (y1 - y0) / 4;
  Raster line = MakeRaster(x1 - x0 + 2 * margin, y1 - y0 + 2 * margin, 1, 200, 255);
  for (int y = 0; y < line.height; ++y)
    for (int x = 0; x < line.width; ++x)
      if (y0 - margin + y >= 0 && x0 - margin + x >= 0)
        line.Row(y)[x] = page.Row(y0 - margin + y)[x0 - margin + x];
  return line;
}

FigureBook TaughtBook() {
  FigureBook book;
  for (const char* figure : {"1234567890.12", "3,456,789.01", "2,345,678.90", "-97.86"})
    book.Learn(CutFigureShapes(Line(figure)), figure);
  return book;
}

TEST(FigureShapes, OneForEachCharacterOfAFigure) {
  const std::vector<std::pair<const char*, size_t>> cases = {
      {"0.00", 4},        {"1,234.56", 8}, {"-7.10", 5},
      {"11", 2},          {"7", 0},  // a lone digit has nothing to be measured by
      {"12.34 56.78", 0},            // two figures
      {"合计", 0},                   // Han characters are broader than digits
      {"2080101行政", 0},
  };
  for (const auto& [text, count] : cases)
    EXPECT_EQ(CutFigureShapes(Line(text)).size(), count) << text;
}

TEST(FigureShapes, DistanceIsSmallForOneCharacterAndLargeForTwo) {
  const std::vector<FigureShape> shapes = CutFigureShapes(Line("38387.1"));
  ASSERT_EQ(shapes.size(), 7u);
  EXPECT_LT(Distance(shapes[0], shapes[2]), 0.02);  // 3 and 3
  EXPECT_LT(Distance(shapes[1], shapes[3]), 0.02);  // 8 and 8
  EXPECT_GT(Distance(shapes[0], shapes[1]), 0.08);  // 3 and 8
  EXPECT_GT(Distance(shapes[4], shapes[6]), 0.08);  // 7 and 1
  EXPECT_LE(Distance(shapes[0], shapes[1]), UnmovedDistance(shapes[0], shapes[1]));
}

TEST(FigureBook, ReadsWhatWasReadBefore) {
  const FigureBook book = TaughtBook();
  for (const char* figure : {"0.00", "50,613.13", "-139.47", "9876543210"}) {
    const std::optional<Reading> reading = book.Read(CutFigureShapes(Line(figure)));
    ASSERT_TRUE(reading) << figure;
    EXPECT_EQ(reading->text, figure);
    EXPECT_EQ(reading->by, Reader::kPpocr);
    EXPECT_GE(reading->score, 0.9);
    ASSERT_EQ(reading->others.size(), 1u);
    EXPECT_NE(reading->others[0].text, figure);
    EXPECT_EQ(reading->others[0].text.size(), reading->text.size());
  }
}

TEST(FigureBook, SaysNothingBeforeItKnowsEveryDigit) {
  FigureBook book;
  for (int i = 0; i < 5; ++i) book.Learn(CutFigureShapes(Line("123456780.12")), "123456780.12");
  EXPECT_FALSE(book.Read(CutFigureShapes(Line("12.30"))));
  for (int i = 0; i < 2; ++i) book.Learn(CutFigureShapes(Line("990.12")), "990.12");
  EXPECT_TRUE(book.Read(CutFigureShapes(Line("12.30"))));
}

TEST(FigureBook, RefusesWhatItDoesNotKnow) {
  const FigureBook book = TaughtBook();
  EXPECT_FALSE(book.Read(CutFigureShapes(Line("12.5%"))));
  EXPECT_FALSE(book.Read(CutFigureShapes(Line("1O.00", kSans))));
  Raster blotted = Line("139.47");
  DrawBar(&blotted, blotted.width / 2 - 3, 0, blotted.width / 2 + 2, blotted.height, 60);
  EXPECT_FALSE(book.Read(CutFigureShapes(blotted)));
}

// A sign that is hardly there is for a recogniser to read, not to be passed over.
TEST(FigureBook, RefusesBesideFaintStrokes) {
  const FigureBook book = TaughtBook();
  Raster line = Line("139.47");
  Raster wide = MakeRaster(line.width + 14, line.height, 1, 200, 255);
  for (int y = 0; y < line.height; ++y) std::copy_n(line.Row(y), line.width, wide.Row(y) + 14);
  ASSERT_TRUE(book.Read(CutFigureShapes(wide)));
  DrawBar(&wide, 5, wide.height / 2, 12, wide.height / 2 + 2, 205);
  EXPECT_FALSE(book.Read(CutFigureShapes(wide)));
}

TEST(FigureBook, LearnsNothingThatContradictsIt) {
  FigureBook book = TaughtBook();
  for (int i = 0; i < 9; ++i) book.Learn(CutFigureShapes(Line("33.33")), "88.88");
  const std::optional<Reading> reading = book.Read(CutFigureShapes(Line("38.83")));
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->text, "38.83");
}

TEST(FigureBook, CorrectsAReadingItKnowsBetter) {
  const FigureBook book = TaughtBook();
  const std::vector<FigureShape> shapes = CutFigureShapes(Line("139.47"));
  EXPECT_EQ(book.Correction(shapes, "189.47"), "139.47");
  EXPECT_EQ(book.Correction(shapes, "139.47"), std::nullopt);
  EXPECT_EQ(book.Correction(shapes, "1139.47"), std::nullopt);  // not one shape a character
}

}  // namespace
}  // namespace juesuan
