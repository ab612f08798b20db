// Figures cut into their characters: what blur joins and faint strokes part, and what is no figure.
#include "ocr/figure_shapes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "drawn_text.h"

namespace juesuan {
namespace {

constexpr char kSerif[] = "Noto Serif CJK SC 26px";

TEST(FigureShapes, OneForEachCharacterOfAFigure) {
  const std::vector<std::pair<const char*, size_t>> cases = {
      {"0.00", 4},        {"1,234.56", 8}, {"-7.10", 5},
      {"11", 2},          {"7", 0},  // a lone digit has nothing to be measured by
      {"12.34 56.78", 0},            // two figures
      {"合计", 0},                   // Han characters are broader than digits
      {"2080101行政", 0},
  };
  for (const auto& [text, count] : cases)
    EXPECT_EQ(CutFigureShapes(CutText(text, kSerif)).size(), count) << text;
}

TEST(FigureShapes, DistanceIsSmallForOneCharacterAndLargeForTwo) {
  const std::vector<FigureShape> shapes = CutFigureShapes(CutText("38387.1", kSerif));
  ASSERT_EQ(shapes.size(), 7u);
  EXPECT_LT(Distance(shapes[0], shapes[2]), 0.02);  // 3 and 3
  EXPECT_LT(Distance(shapes[1], shapes[3]), 0.02);  // 8 and 8
  EXPECT_GT(Distance(shapes[0], shapes[1]), 0.08);  // 3 and 8
  EXPECT_GT(Distance(shapes[4], shapes[6]), 0.08);  // 7 and 1
  EXPECT_LE(Distance(shapes[0], shapes[1]), UnmovedDistance(shapes[0], shapes[1]));
}

// Columns with ink, as [first, end), left to right: one for each character of a figure in a
// typeface whose characters do not touch.
std::vector<std::pair<int, int>> InkColumns(const Raster& line) {
  std::vector<std::pair<int, int>> out;
  bool open = false;
  for (int x = 0; x < line.width; ++x) {
    bool ink = false;
    for (int y = 0; y < line.height; ++y) ink = ink || line.Row(y)[x] < 190;
    if (ink && !open) out.emplace_back(x, x);
    if (ink) out.back().second = x + 1;
    open = ink;
  }
  return out;
}

// Print in columns [x0, x1) is no darker than `darkness`.
void Fade(Raster* line, int x0, int x1, int darkness) {
  for (int y = 0; y < line->height; ++y)
    for (int x = x0; x < x1; ++x)
      line->Row(y)[x] = std::max(line->Row(y)[x], static_cast<uint8_t>(255 - darkness));
}

size_t CountOf(const Raster& line) { return CutFigureShapes(line).size(); }

// The left half of a 4 hangs on its stem by thin strokes, which a scanner shows faint or not at
// all.
TEST(FigureShapes, AFaintStrokeHoldsADigitTogether) {
  for (const char* font : {kSerif, "AR PL UMing CN 26px"}) {
    const Raster whole = CutText("50,413.60", font);
    const std::vector<std::pair<int, int>> ink = InkColumns(whole);
    ASSERT_EQ(ink.size(), 9u) << font;
    const auto [x0, x1] = ink[3];  // of the 4
    const int middle = (x0 + x1) / 2;
    const auto count = [&, middle = middle](int darkness) {
      Raster line = whole;
      Fade(&line, middle - 3, middle + 2, darkness);
      return CountOf(line);
    };
    for (const int darkness : {140, 62}) EXPECT_EQ(count(darkness), 9u) << font << darkness;
    for (const int darkness : {35, 0}) EXPECT_NE(count(darkness), 9u) << font << darkness;
    // It is the shape of the whole 4, not of one half.
    Raster faint = whole;
    Fade(&faint, middle - 3, middle + 2, 62);
    const std::vector<FigureShape> shapes = CutFigureShapes(faint),
                                   of_whole = CutFigureShapes(whole);
    ASSERT_EQ(shapes.size(), of_whole.size());
    EXPECT_EQ(shapes[3].width, of_whole[3].width) << font;
  }
}

// Digits as boxes of strokes, kHigh pixels high; a box as narrow as kOne is a one, kPoint a point.
constexpr int kHigh = 26, kDigit = 13, kOne = 4, kPoint = 3, kMargin = 6, kLine = 3;

struct Boxes {
  std::vector<int> widths;  // pixels
  std::vector<int> gaps;    // after each box but the last
  size_t lowered = 99;      // the box that stands lower than others
};

Raster Draw(const Boxes& boxes) {
  int width = 2 * kMargin;
  for (const int w : boxes.widths) width += w;
  for (const int gap : boxes.gaps) width += gap;
  Raster line = MakeRaster(width, kHigh + 2 * kMargin, 1, 200, 255);
  int x = kMargin;
  for (size_t i = 0; i < boxes.widths.size(); ++i) {
    const int end = x + boxes.widths[i], foot = kMargin + kHigh + (i == boxes.lowered ? 5 : 0);
    const int top = boxes.widths[i] == kPoint ? foot - kPoint : foot - kHigh;
    DrawBar(&line, x, top, end, foot, 20);
    if (end - x > 2 * kLine) DrawBar(&line, x + kLine, top + kLine, end - kLine, foot - kLine, 255);
    x = end + (i < boxes.gaps.size() ? boxes.gaps[i] : 0);
  }
  return line;
}

struct StandingCase {
  const char* name;
  Boxes boxes;
  size_t count;
};

class FigureStanding : public testing::TestWithParam<StandingCase> {};

// Where digits stand uneven, a point that went missing may have stood between them.
TEST_P(FigureStanding, TellsFiguresWhoseCharactersAreAllThere) {
  EXPECT_EQ(CountOf(Draw(GetParam().boxes)), GetParam().count);
}

INSTANTIATE_TEST_SUITE_P(
    Boxes, FigureStanding,
    testing::Values(
        StandingCase{"even", {{kDigit, kDigit, kDigit, kDigit}, {4, 4, 4}}, 4},
        StandingCase{"narrow_ones_in_even_gaps", {{kDigit, kOne, kOne, kDigit}, {4, 4, 4}}, 4},
        StandingCase{
            "narrow_ones_in_hardly_uneven_gaps", {{kDigit, kOne, kOne, kDigit}, {4, 5, 7}}, 4},
        StandingCase{"narrow_ones_at_even_steps", {{kDigit, kOne, kOne, kDigit}, {9, 14, 9}}, 4},
        StandingCase{"room_of_a_point", {{kDigit, kPoint, kDigit, kDigit}, {4, 3, 4}}, 4},
        StandingCase{"point_lost", {{kDigit, kDigit, kDigit}, {10, 4}}, 0},
        StandingCase{"point_lost_in_a_long_figure",
                     {{kDigit, kDigit, kDigit, kDigit, kDigit, kDigit}, {4, 4, 4, 10, 4}},
                     0},
        StandingCase{"point_lost_beside_narrow_ones",
                     {{kDigit, kOne, kOne, kDigit, kDigit}, {4, 4, 10, 4}},
                     0},
        StandingCase{
            "point_lost_between_narrow_ones", {{kDigit, kOne, kOne, kDigit}, {4, 12, 4}}, 0},
        StandingCase{"two_figures", {{kDigit, kDigit, kDigit, kDigit}, {4, 12, 4}}, 0},
        StandingCase{"even_but_too_far_apart", {{kDigit, kDigit, kDigit}, {13, 13}}, 0},
        StandingCase{"too_broad", {{kDigit, 24, kDigit}, {4, 4}}, 0},
        StandingCase{"not_on_one_line", {{kDigit, kDigit, kDigit, kDigit}, {4, 4, 4}, 2}, 0}),
    [](const auto& c) { return std::string(c.param.name); });

// A bridge of `darkness` over the gap after the box `after`.
Raster Joined(const Boxes& boxes, size_t after, int darkness) {
  Raster line = Draw(boxes);
  int x = kMargin;
  for (size_t i = 0; i <= after; ++i) x += boxes.widths[i] + (i < after ? boxes.gaps[i] : 0);
  DrawBar(&line, x, line.height / 2 - 5, x + boxes.gaps[after], line.height / 2 + 5,
          static_cast<uint8_t>(255 - darkness));
  return line;
}

TEST(FigureShapes, DigitsThatBlurJoinsAreParted) {
  const Boxes boxes = {{kDigit, kDigit, kDigit, kDigit}, {4, 4, 4}};
  for (const size_t after : {0u, 1u, 2u}) {
    const Raster line = Joined(boxes, after, 90);
    ASSERT_EQ(InkColumns(line).size(), 3u);
    const std::vector<FigureShape> shapes = CutFigureShapes(line);
    const std::vector<FigureShape> apart = CutFigureShapes(Draw(boxes));
    ASSERT_EQ(shapes.size(), apart.size()) << after;
    for (size_t i = 0; i < shapes.size(); ++i) {
      EXPECT_LT(Distance(shapes[i], apart[i]), 0.06) << after << i;
      EXPECT_NEAR(shapes[i].width, apart[i].width, 0.1) << after << i;
    }
  }
}

// A stroke is no seam; nor is a light column that does not lie between two equal halves.
TEST(FigureShapes, WhatStrokesJoinIsNotParted) {
  const Boxes even = {{kDigit, kDigit, kDigit, kDigit}, {4, 4, 4}};
  EXPECT_EQ(CountOf(Joined(even, 1, 160)), 0u);
  const Boxes uneven = {{kDigit, 20, 8, kDigit}, {4, 4, 4}};
  ASSERT_EQ(CountOf(Draw(uneven)), 4u);
  EXPECT_EQ(CountOf(Joined(uneven, 1, 90)), 0u);
}

}  // namespace
}  // namespace juesuan
