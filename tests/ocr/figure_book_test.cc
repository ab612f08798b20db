// Figures read by their shapes: what is printed again on the page, and nothing else.
#include "ocr/figure_book.h"

#include <gtest/gtest.h>

#include <cmath>

#include "drawn_text.h"
#include "ocr/figure_shapes.h"

namespace juesuan {
namespace {

constexpr char kSerif[] = "Noto Serif CJK SC 26px";
constexpr char kSans[] = "Noto Sans CJK SC 26px";

Raster Line(const std::string& text, const std::string& font = kSerif) {
  return CutText(text, font);
}

FigureBook TaughtBook(const std::string& font = kSerif) {
  FigureBook book;
  for (const char* figure : {"1234567890.12", "3,456,789.01", "2,345,678.90", "-97.86"})
    book.Learn(CutFigureShapes(Line(figure, font)), figure);
  return book;
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

TEST(FigureBook, ReadsALoneDigitAsHighAsOthers) {
  const auto read = [](const std::string& text, const std::string& font) -> std::string {
    const std::optional<FigureShape> shape = CutLoneShape(Line(text, font));
    const std::optional<Reading> reading =
        shape ? TaughtBook().ReadLone(*shape) : std::optional<Reading>();
    return reading ? reading->text : "";
  };
  for (const char* digit : {"0", "1", "2", "5", "8", "9"}) {
    EXPECT_EQ(read(digit, kSerif), digit);
    // Of another size, and yet of the same shape.
    EXPECT_EQ(read(digit, "Noto Serif CJK SC 21px"), "") << digit;
    EXPECT_EQ(read(digit, "Noto Serif CJK SC 32px"), "") << digit;
  }
  for (const char* other : {"O", "o", "l", "S", "B", "口", "丨", "-", "。"})
    EXPECT_EQ(read(other, kSerif), "") << other;
  for (const char* more : {"10", "一", "款", "1."}) EXPECT_FALSE(CutLoneShape(Line(more))) << more;
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

// The marks of a book that knows both are alike; where they stand is not.
TEST(FigureBook, TellsMarksByTheirPlaceToo) {
  for (const char* font : {kSerif, kSans, "AR PL UMing CN 26px"}) {
    const FigureBook book = TaughtBook(font);
    for (const char* figure : {"333,585", "333.58", "3,335.85", "33,358,500"}) {
      const std::optional<Reading> reading = book.Read(CutFigureShapes(Line(figure, font)));
      ASSERT_TRUE(reading) << font << figure;
      EXPECT_EQ(reading->text, figure) << font;
    }
    for (const char* figure : {"33,58", "333.585", "3.335.85", "33,3585"})
      EXPECT_FALSE(book.Read(CutFigureShapes(Line(figure, font)))) << font << figure;
  }
}

// A shape between two others: `share` of the first.
FigureShape Between(const FigureShape& first, const FigureShape& second, double share) {
  FigureShape shape = first;
  for (size_t i = 0; i < shape.ink.size(); ++i)
    shape.ink[i] =
        static_cast<uint8_t>(std::lround(share * first.ink[i] + (1 - share) * second.ink[i]));
  return shape;
}

// It is no digit, and the figure might be another one, not the same with another mark.
TEST(FigureBook, ReadsASmudgedMarkWhereItCanStand) {
  const FigureBook book = TaughtBook();
  const std::vector<FigureShape> comma = CutFigureShapes(Line("333,585"));
  std::vector<FigureShape> shapes = CutFigureShapes(Line("333.58"));
  ASSERT_TRUE(shapes.size() == 6 && comma.size() == 7);
  const FigureShape point = shapes[3];
  ASSERT_GT(Distance(point, comma[3]), 0.03);
  shapes[3] = Between(point, comma[3], 0.6);
  const std::optional<Reading> reading = book.Read(shapes);
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->text, "333.58");
  ASSERT_EQ(reading->others.size(), 1u);
  EXPECT_NE(reading->others[0].text, "333.58");
  EXPECT_EQ(reading->others[0].text[3], '.');
  shapes[3] = Between(point, comma[3], 0.3);
  EXPECT_FALSE(book.Read(shapes));
}

TEST(FigureBook, CorrectsMarksToWhereTheyCanStand) {
  const FigureBook book = TaughtBook();
  const std::vector<FigureShape> shapes = CutFigureShapes(Line("3,335.85"));
  EXPECT_EQ(book.Correction(shapes, "3.335.85"), "3,335.85");
  EXPECT_EQ(book.Correction(shapes, "3,385.85"), "3,335.85");
  EXPECT_FALSE(book.Correction(CutFigureShapes(Line("33,58")), "33.58"));
}

// A recogniser that takes the comma of 333,585 for a point teaches no points.
TEST(FigureBook, LearnsNoMarksThatCannotStandSo) {
  FigureBook book;
  for (const char* figure : {"1234567890", "9876543210"})
    book.Learn(CutFigureShapes(Line(figure)), figure);
  ASSERT_TRUE(book.Read(CutFigureShapes(Line("33358"))));
  for (int i = 0; i < 2; ++i) book.Learn(CutFigureShapes(Line("333,585")), "333.585");
  EXPECT_FALSE(book.Read(CutFigureShapes(Line("333,58"))));
  EXPECT_FALSE(book.Read(CutFigureShapes(Line("333.58"))));
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
