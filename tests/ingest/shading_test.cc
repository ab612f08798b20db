// Shaded cells: lifted from scans, and rulings where only their edges part rows.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <string>

#include "ingest/scan_clean.h"
#include "ingest/scan_shading.h"
#include "ingest/scan_tone.h"
#include "ingest/shaded_rows.h"
#include "small_pdf.h"

namespace juesuan {
namespace {

constexpr double kDpi = 150;
constexpr int kWidth = 1240, kHeight = 1754;
constexpr int kPaper = 246, kInk = 30;
constexpr int kLeft = 120, kRight = 1120, kTop = 300, kRow = 36, kRows = 12;

// Strokes as of letters: in each of four cells of a row.
bool IsPrint(int x, int y) {
  const int in_x = (x - kLeft) % 250, in_y = (y - kTop) % kRow;
  if (in_x < 20 || in_x > 120 || in_y < 10 || in_y > 26) return false;
  return in_x % 7 < 2 || (in_y % 8 < 2 && in_x % 20 < 14);
}

Raster DrawTable(const std::function<int(int)>& tone, const std::function<int(int)>& ink) {
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
  std::mt19937 random(11);
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      int grey = kPaper;
      if (x >= kLeft && x < kRight && y >= kTop && y < kTop + kRows * kRow) {
        const int row = (y - kTop) / kRow;
        grey = IsPrint(x, y) ? ink(row) : tone(row);
      }
      page.Row(y)[x] =
          static_cast<uint8_t>(std::clamp(grey + static_cast<int>(random() % 7) - 3, 0, 255));
    }
  }
  return page;
}

struct ShadeCase {
  const char* name;
  int header, every_second, total;  // grounds
  int header_ink;
  size_t fields;
};

class Shades : public testing::TestWithParam<ShadeCase> {
 protected:
  static Raster Draw() {
    const ShadeCase& c = GetParam();
    return DrawTable(
        [&](int row) {
          if (row < 2) return c.header;
          if (row == kRows - 1) return c.total;
          return row % 2 == 1 ? c.every_second : kPaper;
        },
        [&](int row) { return row < 2 ? c.header_ink : kInk; });
  }
};

// What is left is dark print on paper, everywhere.
TEST_P(Shades, AreLiftedAndThePrintStays) {
  Raster page = Draw();
  EXPECT_EQ(LiftShading(&page).size(), GetParam().fields);
  int print = 0, dark_print = 0, ground = 0, bare_ground = 0;
  for (int y = kTop - 10; y < kTop + kRows * kRow + 10; ++y) {
    for (int x = kLeft - 10; x < kRight + 10; ++x) {
      const bool inside =
          x >= kLeft && x < kRight && y >= kTop && y < kTop + kRows * kRow && IsPrint(x, y);
      (inside ? print : ground) += 1;
      if (inside) dark_print += page.Row(y)[x] < 120 ? 1 : 0;
      if (!inside) bare_ground += page.Row(y)[x] > 215 ? 1 : 0;
    }
  }
  EXPECT_GE(dark_print, 0.995 * print);
  EXPECT_GE(bare_ground, 0.995 * ground);
}

TEST_P(Shades, AreNoMark) { EXPECT_FALSE(EstimateMarkTone({Draw(), Draw()}).has_value()); }

INSTANTIATE_TEST_SUITE_P(Kinds, Shades,
                         testing::Values(ShadeCase{"grey_header", 217, kPaper, kPaper, kInk, 1},
                                         ShadeCase{"reverse_type", 64, kPaper, kPaper, 255, 1},
                                         ShadeCase{"reverse_on_blue", 110, 224, kPaper, 255, 5},
                                         ShadeCase{"faint_rows", 217, 230, kPaper, kInk, 5},
                                         ShadeCase{"total", 200, 225, 190, kInk, 6},
                                         ShadeCase{"rows_alone", kPaper, 225, kPaper, kInk, 4}),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(LiftShading, ChangesNothingWithoutShading) {
  const auto paper = [](int) { return kPaper; };
  const Raster page = DrawTable(paper, [](int) { return kInk; });
  Raster lifted = page;
  EXPECT_TRUE(LiftShading(&lifted).empty());
  EXPECT_EQ(lifted.pixels, page.pixels);
  EXPECT_FALSE(MayBeShaded(page));
}

// A shadow has no edge, a photograph no tone of its own.
TEST(LiftShading, LeavesShadowsAndPicturesAlone) {
  Raster page = MakeRaster(kWidth, kHeight, 1, kDpi, kPaper);
  std::mt19937 random(3);
  for (int y = 300; y < 420; ++y)
    for (int x = kLeft; x < kRight; ++x)
      page.Row(y)[x] = static_cast<uint8_t>(90 + (x - kLeft) / 8 + random() % 20);
  for (int y = 800; y < 900; ++y)
    for (int x = kLeft; x < kRight; ++x)
      page.Row(y)[x] = static_cast<uint8_t>(kPaper - std::abs(50 - std::abs(y - 850)) / 2);
  Raster lifted = page;
  EXPECT_TRUE(LiftShading(&lifted).empty());
  EXPECT_EQ(lifted.pixels, page.pixels);
}

TEST(CleanScan, EdgesOfShadedRowsAreRulings) {
  const Raster drawn = DrawTable([](int row) { return row < 2        ? 64
                                                      : row % 2 == 1 ? 225
                                                                     : kPaper; },
                                 [](int row) { return row < 2 ? 255 : kInk; });
  Page page;
  page.kind = PageKind::kScan;
  page.frame = {kWidth * 72 / kDpi, kHeight * 72 / kDpi, 0, 0};
  CleanScan({drawn}, kDpi, {}, &page);
  ASSERT_EQ(page.rulings.size(), 12u);  // around the header and ten rows
  for (size_t i = 0; i < page.rulings.size(); ++i) {
    const double row = i == 0 ? 0 : static_cast<double>(i) + 1;
    EXPECT_TRUE(page.rulings[i].horizontal);
    EXPECT_NEAR(page.rulings[i].at, (kTop + kRow * row) * 72 / kDpi, 1) << i;
    EXPECT_NEAR(page.rulings[i].from, kLeft * 72 / kDpi, 1) << i;
    EXPECT_NEAR(page.rulings[i].to, kRight * 72 / kDpi, 1) << i;
  }
}

struct EdgeCase {
  const char* name;
  std::vector<ShadedField> fields;
  std::vector<Ruling> rulings;
  std::vector<PrintLine> lines;  // of the whole page
  std::vector<double> levels;
};

class Edges : public testing::TestWithParam<EdgeCase> {};

TEST_P(Edges, AreWhereNoRulingRuns) {
  const EdgeCase& c = GetParam();
  const auto lines_in = [&](const Box& box) {
    std::vector<PrintLine> lines;
    for (const PrintLine& line : c.lines)
      if (line.y0 >= box.y0 && line.y1 <= box.y1) lines.push_back(line);
    return lines;
  };
  std::vector<double> levels;
  for (const Ruling& edge : EdgesOfShading(c.fields, c.rulings, 800, lines_in)) {
    EXPECT_TRUE(edge.horizontal);
    EXPECT_EQ(edge.from, 50);
    EXPECT_EQ(edge.to, 550);
    levels.push_back(edge.at);
  }
  std::sort(levels.begin(), levels.end());
  EXPECT_EQ(levels, c.levels);
}

ShadedField Row(double y0, double y1, int tone = 220) { return {{50, y0, 550, y1}, tone}; }

INSTANTIATE_TEST_SUITE_P(
    Tables, Edges,
    testing::Values(
        EdgeCase{"banner_over_prose", {Row(100, 130)}, {}, {{140, 150, 1}, {156, 166, 1}}, {}},
        // Three rows below a header, a note, and text far below.
        EdgeCase{"header_alone",
                 {Row(100, 130)},
                 {},
                 {{134, 144, 4}, {152, 162, 4}, {170, 180, 3}, {188, 198, 1}, {260, 270, 2}},
                 {100, 130, 184}},
        EdgeCase{"header_over_ruling",
                 {Row(100, 130)},
                 {{true, 130.5, 50, 550, 1}, {true, 190, 50, 550, 1}},
                 {{134, 144, 4}, {152, 162, 4}},
                 {100}},
        // The ruling that ends the table stands far below its first rows.
        EdgeCase{"ruling_at_the_foot",
                 {Row(100, 130)},
                 {{true, 700, 50, 550, 1}},
                 {{134, 144, 4}, {152, 162, 4}, {220, 230, 4}},
                 {100, 130}},
        // The label of the last row wraps: its figures stand between its two lines.
        EdgeCase{"wrapped_label",
                 {Row(100, 130)},
                 {},
                 {{134, 144, 4}, {152, 162, 1}, {158, 168, 3}, {164, 174, 1}, {181, 191, 1}},
                 {100, 130, 175}},
        EdgeCase{"in_a_grid",
                 {Row(100, 130)},
                 {{false, 200, 100, 300, 1}},
                 {{134, 144, 4}, {152, 162, 4}},
                 {}},
        // Every second row, the last one bare; a note below it.
        EdgeCase{"every_second",
                 {Row(100, 130, 120), Row(150, 170), Row(190, 210), Row(230, 250)},
                 {},
                 {{255, 265, 4}, {275, 285, 1}},
                 {100, 130, 150, 170, 190, 210, 230, 250, 270}},
        EdgeCase{"note_below_the_last",
                 {Row(100, 130, 120), Row(150, 170), Row(190, 210), Row(230, 250)},
                 {},
                 {{255, 265, 1}},
                 {100, 130, 150, 170, 190, 210, 230, 250}},
        // A page that goes on with a bare row.
        EdgeCase{"bare_row_first",
                 {Row(150, 170), Row(190, 210), Row(230, 250)},
                 {},
                 {{135, 145, 4}},
                 {130, 150, 170, 190, 210, 230, 250}}),
    [](const auto& c) { return std::string(c.param.name); });

// A header whose cells are filled one by one, and a table row below it.
TEST(Page, EdgesOfFilledCellsAreRulings) {
  const std::string header =
      "0.2 0.4 0.7 rg 100 680 100 30 re f 200 680 150 15 re f 200 695 150 15 re f "
      "350 680 150 30 re f 0 g ";
  const std::string row = ShowText("12", 120, 662, 10) + ShowText("34.50", 300, 662, 10) +
                          ShowText("67.80", 450, 662, 10);
  const IngestedPages pages = ReadSmall(SmallPdf({{header + row, "", ""}}));
  ASSERT_EQ(pages.pages.size(), 1u);
  const std::vector<Ruling>& rulings = pages.pages[0].rulings;
  ASSERT_EQ(rulings.size(), 3u);
  EXPECT_NEAR(rulings[0].at, 90, 0.1);
  EXPECT_NEAR(rulings[1].at, 120, 0.1);
  EXPECT_GT(rulings[2].at, 136);
  for (const Ruling& ruling : rulings) {
    EXPECT_TRUE(ruling.horizontal);
    EXPECT_NEAR(ruling.from, 100, 0.1);
    EXPECT_NEAR(ruling.to, 500, 0.1);
  }
}

}  // namespace
}  // namespace juesuan
