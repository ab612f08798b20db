#include "ocr/layer_words.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace juesuan {
namespace {

constexpr double kSize = 10;

// Draws text glyph by glyph from `x` on: Latin half an em wide, CJK a whole em, `spacing` between.
// Gives where the last character ends.
double Draw(Page* page, const std::string& text, double x, double y, double spacing = 0) {
  for (const char32_t c : ToCodePoints(text)) {
    Glyph glyph;
    glyph.text = c == U'\uFFFD' ? "" : ToUtf8(std::u32string_view(&c, 1));
    const double width = c < 0x80 ? kSize / 2 : kSize;
    glyph.box = {x, y, x + width, y + kSize};
    glyph.size = kSize;
    page->glyphs.push_back(glyph);
    x += width + spacing;
  }
  return x;
}

Page NewPage() {
  Page page;
  page.number = 3;
  page.frame = {400, 300, 0, 0};
  page.kind = PageKind::kBornDigital;
  page.layer_sound = true;
  page.fonts.resize(1);
  return page;
}

std::vector<std::string> Texts(const WordPage& page) {
  std::vector<std::string> out;
  for (const Word& word : page.words) out.push_back(word.Text());
  return out;
}

using Strings = std::vector<std::string>;

TEST(LayerWords, KeepsPageFacts) {
  Page page = NewPage();
  Draw(&page, "合计", 10, 20);
  const WordPage words = ReadLayer(page);
  EXPECT_EQ(words.page, 3);
  EXPECT_EQ(words.frame.width, 400);
  ASSERT_EQ(words.words.size(), 1u);
  EXPECT_EQ(words.words[0].box, (Box{10, 20, 30, 30}));
  EXPECT_EQ(words.words[0].size, kSize);
  ASSERT_EQ(words.words[0].readings.size(), 1u);
  EXPECT_EQ(words.words[0].readings[0].by, Reader::kLayer);
  EXPECT_EQ(words.words[0].readings[0].score, 1);
}

TEST(LayerWords, CutsAtWideGaps) {
  struct Case {
    const char *left, *right;
    double gap;  // an em is 10
    Strings words;
  };
  const Case cases[] = {{"ab", "cd", 0, {"abcd"}},       {"ab", "cd", 5.5, {"abcd"}},
                        {"ab", "cd", 6.5, {"ab", "cd"}}, {"12", "34", 3.5, {"1234"}},
                        {"12", "34", 5.5, {"1234"}},     {"合", "34", 6.5, {"合", "34"}}};
  for (const Case& c : cases) {
    Page page = NewPage();
    const double end = Draw(&page, c.left, 10, 20);
    Draw(&page, c.right, end + c.gap, 20);
    EXPECT_EQ(Texts(ReadLayer(page)), c.words) << c.left << c.gap;
  }
}

TEST(LayerWords, BetweenLevelRulingsColumnsMayStandCloser) {
  Page page = NewPage();
  Draw(&page, "12.50", 10, 20);
  Draw(&page, "支出", 39, 20);
  Draw(&page, "20", 10, 260);
  Draw(&page, "年", 24, 260);
  EXPECT_EQ(Texts(ReadLayer(page)), (Strings{"12.50支出", "20年"}));
  page.rulings = {{true, 10, 5, 200, 0.5}, {true, 40, 5, 200, 0.5}, {true, 200, 5, 200, 0.5}};
  EXPECT_EQ(Texts(ReadLayer(page)), (Strings{"12.50", "支出", "20年"}));
}

// Of a table that the page's end cuts only the header is between rulings.
TEST(LayerWords, BelowALoneHeaderColumnsMayStandCloserToo) {
  Page page = NewPage();
  Draw(&page, "12.50", 10, 260);
  Draw(&page, "支出", 39, 260);
  page.rulings = {{true, 10, 5, 200, 0.5}, {true, 40, 5, 200, 0.5}};
  EXPECT_EQ(Texts(ReadLayer(page)), (Strings{"12.50", "支出"}));
  page.rulings.back().at = 240;
  EXPECT_EQ(Texts(ReadLayer(page)), (Strings{"12.50支出"})) << "too high for a header";
}

TEST(LayerWords, SpreadDigitsStayOneNumber) {
  Page page = NewPage();
  Draw(&page, "5061.13", 10, 20, 3);
  EXPECT_EQ(Texts(ReadLayer(page)), (Strings{"5061.13"}));
}

TEST(LayerWords, SpaceGlyphIsKeptInNarrowGapsOnly) {
  Page page = NewPage();
  Draw(&page, "ab cd", 10, 20);
  Draw(&page, "合\u3000计", 10, 60);
  Draw(&page, " x ", 10, 100);
  EXPECT_EQ(Texts(ReadLayer(page)), (Strings{"ab cd", "合", "计", "x"}));
}

TEST(LayerWords, CutsAtARulingHoweverNarrowTheGap) {
  Page page = NewPage();
  Draw(&page, "12", 10, 20);
  Draw(&page, "34", 20, 20);
  page.rulings.push_back({false, 20, 0, 100, 0.5});
  EXPECT_EQ(Texts(ReadLayer(page)), (Strings{"12", "34"}));
  page.rulings.back().from = 60;  // does not reach the line
  EXPECT_EQ(Texts(ReadLayer(page)), (Strings{"1234"}));
}

TEST(LayerWords, LinesOfNeighbouringCellsDoNotMix) {
  // The left cell has two lines, the right one a line at half height between them.
  Page page = NewPage();
  for (const double x : {5.0, 45.0, 90.0}) page.rulings.push_back({false, x, 10, 50, 0.5});
  for (const double y : {10.0, 50.0}) page.rulings.push_back({true, y, 5, 90, 0.5});
  Draw(&page, "公务", 23, 17);
  Draw(&page, "用车", 23, 28);
  Draw(&page, "12.30", 46, 23);
  EXPECT_EQ(Texts(ReadLayer(page)), (Strings{"公务", "12.30", "用车"}));
}

TEST(LayerWords, DoubledGlyphsAreOneAndBold) {
  Page page = NewPage();
  Draw(&page, "11.10", 10, 20);
  Draw(&page, "11.10", 10.4, 20);
  const WordPage words = ReadLayer(page);
  EXPECT_EQ(Texts(words), (Strings{"11.10"}));
  EXPECT_TRUE(words.words[0].bold);
}

TEST(LayerWords, ContentOrderDoesNotMatter) {
  Page page = NewPage();
  Draw(&page, "科目", 100, 50);
  Draw(&page, "第二行", 10, 80);
  Draw(&page, "项目", 10, 51);
  EXPECT_EQ(Texts(ReadLayer(page)), (Strings{"项目", "科目", "第二行"}));
}

TEST(LayerWords, UnmappedGlyphIsUnreadAndNeverDropped) {
  Page page = NewPage();
  Draw(&page, "12\uFFFD4", 10, 20);
  const WordPage words = ReadLayer(page);
  EXPECT_EQ(Texts(words), (Strings{"12\uFFFD4"}));
  ASSERT_EQ(words.unread.size(), 1u);
  EXPECT_EQ(words.unread[0].box, (Box{20, 20, 30, 30}));
}

TEST(LayerWords, TurnedGlyphsAreApartAndInTheirOwnOrder) {
  Page page = NewPage();
  Draw(&page, "页", 100, 100);
  // Text read downwards (90 degrees clockwise).
  double y = 90;
  for (const char* c : {"7", "8", "9"}) {
    Glyph glyph;
    glyph.text = c;
    glyph.box = {110, y, 120, y + 5};
    glyph.size = kSize;
    glyph.angle = 90;
    page.glyphs.push_back(glyph);
    y += 5;
  }
  EXPECT_EQ(Texts(ReadLayer(page)), (Strings{"789", "页"}));
}

TEST(LayerWords, CombiningMarkFollowsItsBase) {
  Page page = NewPage();
  Draw(&page, "ab", 10, 20);
  Glyph mark;
  mark.text = "\u0301";
  mark.box = {14, 20, 14, 30};
  mark.size = kSize;
  page.glyphs.insert(page.glyphs.begin() + 1, mark);
  EXPECT_EQ(Texts(ReadLayer(page)), (Strings{"a\u0301b"}));
}

TEST(LayerWords, InvisibleGlyphsAmongVisibleOnesAreLeftOut) {
  Page page = NewPage();
  Draw(&page, "12", 10, 20);
  page.glyphs[1].render_mode = 3;
  EXPECT_EQ(Texts(ReadLayer(page)), (Strings{"1"}));
  page.glyphs[0].render_mode = 3;
  EXPECT_EQ(Texts(ReadLayer(page)), (Strings{"12"}));
}

}  // namespace
}  // namespace juesuan
