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

FigureBook TaughtBook(const std::string& font = kSerif) {
  FigureBook book;
  for (const char* figure : {"1234567890.12", "3,456,789.01", "2,345,678.90", "-97.86"})
    book.Learn(CutFigureShapes(Line(figure, font)), figure);
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

// Without the points, as a scanner loses them; the gaps they leave are `closer` columns narrower,
// as in narrow typefaces.
Raster WithoutPoints(const Raster& line, int closer) {
  std::vector<int> columns;
  int left = 0;  // of a point's columns, still to be left out
  for (int x = 0; x < line.width; ++x) {
    int first = line.height;
    for (int y = line.height - 1; y >= 0; --y)
      if (line.Row(y)[x] < 200) first = y;
    const bool of_point = first >= 0.6 * line.height && first < line.height;
    if (!of_point) left = closer;
    if (of_point && left-- > 0) continue;
    columns.push_back(of_point ? 0 : x);  // column 0 is margin
  }
  Raster out = MakeRaster(static_cast<int>(columns.size()), line.height, 1, line.dpi, 255);
  for (int y = 0; y < line.height; ++y)
    for (size_t i = 0; i < columns.size(); ++i)
      out.Row(y)[i] = line.Row(y)[static_cast<size_t>(columns[i])];
  return out;
}

// A scanner that loses a point must not make a hundred times as much of an amount.
TEST(FigureBook, RefusesWhereAPointWasLost) {
  for (const char* font : {kSerif, kSans, "AR PL UMing CN 26px", "AR PL SungtiL GB 26px"}) {
    const FigureBook book = TaughtBook(font);
    for (const char* figure : {"104.41", "494.25", "1322.22", "2222.33"})
      for (const int closer : {0, 1, 2}) {
        const auto reading = book.Read(CutFigureShapes(WithoutPoints(Line(figure, font), closer)));
        EXPECT_FALSE(reading) << font << ": " << figure << " read " << reading->text << closer;
      }
  }
}

// Whatever else two shapes have in common: a point that touches a digit makes it broader.
TEST(FigureBook, RefusesABroaderShape) {
  const FigureBook book = TaughtBook();
  std::vector<FigureShape> shapes = CutFigureShapes(Line("104.41"));
  ASSERT_TRUE(book.Read(shapes));
  shapes[2].width += 0.25;
  EXPECT_FALSE(book.Read(shapes));
}

// Tables in 万元 print no comma; a later form in 元 does, and its commas are nearer to the points
// than to any digit.
TEST(FigureBook, DoesNotTakeACommaForAPoint) {
  for (const char* font : {kSerif, kSans, "AR PL UMing CN 26px", "AR PL SungtiL GB 26px"}) {
    FigureBook book;
    for (const char* figure : {"1234567890.12", "3456789.01", "2345678.90", "97.86"})
      book.Learn(CutFigureShapes(Line(figure, font)), figure);
    const std::vector<FigureShape> with_comma = CutFigureShapes(Line("333,585", font));
    ASSERT_TRUE(book.Read(CutFigureShapes(Line("333.58", font)))) << font;
    EXPECT_FALSE(book.Read(with_comma)) << font;
    EXPECT_FALSE(book.Correction(with_comma, "333,585")) << font;
    for (int i = 0; i < 2; ++i) book.Learn(with_comma, "333,585");
    const std::optional<Reading> reading = book.Read(with_comma);
    EXPECT_TRUE(!reading || reading->text == "333,585") << font;
  }
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
