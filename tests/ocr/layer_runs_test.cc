#include "ocr/layer_runs.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace juesuan {
namespace {

// Each character of `text` as a glyph of 10 points, half as broad where it is ASCII.
void Print(const std::string& text, double x, double y, int font, Page* page) {
  for (const char32_t c : ToCodePoints(text)) {
    Glyph glyph;
    glyph.text = ToUtf8(std::u32string(1, c));
    const double width = c < 0x80 ? 5 : 10;
    glyph.box = {x, y, x + width, y + 10};
    glyph.size = 10;
    glyph.font = font;
    glyph.code = static_cast<uint32_t>(c);
    x += width;
    page->glyphs.push_back(glyph);
  }
}

Page PageWithFonts() {
  Page page;
  page.fonts = {{"A", false, true, true, 31}, {"B", false, true, true, 32}};
  return page;
}

std::vector<std::string> TextsOf(const Page& page) {
  std::vector<std::string> texts;
  for (const LayerRun& run : FindLayerRuns(page)) texts.push_back(run.Text());
  return texts;
}

TEST(LayerRuns, FiguresStandApartFromWords) {
  Page page = PageWithFonts();
  Print("本年收入合计1,204.37万元", 50, 100, 0, &page);
  EXPECT_EQ(TextsOf(page), (std::vector<std::string>{"本年收入合计", "1,204.37"}));
}

TEST(LayerRuns, NameTheFontsObjectAndTheCode) {
  Page page = PageWithFonts();
  Print("42", 50, 100, 1, &page);
  const std::vector<LayerRun> runs = FindLayerRuns(page);
  ASSERT_EQ(runs.size(), 1u);
  EXPECT_EQ(runs[0].keys[0], GlyphKey(32, '4'));
  EXPECT_EQ(runs[0].box.x1, 60);
  EXPECT_FALSE(runs[0].is_words);
}

TEST(LayerRuns, EndAtGapsLinesAndFonts) {
  Page page = PageWithFonts();
  Print("12", 50, 100, 0, &page);
  Print("34", 80, 100, 0, &page);
  Print("56", 90, 100, 1, &page);
  Print("78", 100, 120, 1, &page);
  EXPECT_EQ(TextsOf(page), (std::vector<std::string>{"12", "34", "56", "78"}));
}

TEST(LayerRuns, LeaveOutWhatTellsNothing) {
  Page page = PageWithFonts();
  Print("........", 50, 100, 0, &page);
  Print("；", 50, 120, 0, &page);
  Print("%", 50, 140, 0, &page);
  Print("73", 50, 160, 0, &page);
  for (size_t i = page.glyphs.size() - 2; i < page.glyphs.size(); ++i)
    page.glyphs[i].render_mode = 3;
  EXPECT_TRUE(TextsOf(page).empty());
}

}  // namespace
}  // namespace juesuan
