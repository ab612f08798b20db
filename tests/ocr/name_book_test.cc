// Names read by their pictures: what is printed again in the document, and nothing else.
#include "ocr/name_book.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "drawn_text.h"

namespace juesuan {
namespace {

constexpr char kSerif[] = "Noto Serif CJK SC 26px";
constexpr char kSans[] = "Noto Sans CJK SC 26px";

// `text` on paper with noise of its own, moved by less than a pixel's worth of a crop.
Raster Line(const std::string& text, unsigned seed, const std::string& font = kSerif) {
  const int width = 40 + 26 * static_cast<int>(std::max<size_t>(4, text.size() / 2));
  Raster line = MakeRaster(width, 44, 1, 200, 245);
  DrawText(&line, text, font, 12 + static_cast<int>(seed % 2), 3);
  std::mt19937 random(seed);
  for (uint8_t& grey : line.pixels)
    grey =
        static_cast<uint8_t>(std::clamp<int>(grey + static_cast<int>(random() % 25) - 12, 0, 255));
  return line;
}

Reading Sure(const std::string& text) { return {Reader::kPpocr, text, 0.98, {}}; }

TEST(NameBook, GivesBackWhatIsPrintedAgain) {
  NameBook book;
  for (const char* name : {"社会保障和就业支出", "行政运行", "一、一般公共预算财政拨款收入"})
    book.Learn(Line(name, 1), Sure(name));
  for (const char* name : {"社会保障和就业支出", "行政运行", "一、一般公共预算财政拨款收入"}) {
    for (const unsigned seed : {2U, 3U, 4U}) {
      const auto read = book.Read(Line(name, seed));
      ASSERT_TRUE(read.has_value()) << name;
      EXPECT_EQ(read->text, name);
      EXPECT_EQ(read->score, 0.98);
    }
  }
}

TEST(NameBook, RefusesWhatDiffersInOneCharacter) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"本年收入合计", "本年支出合计"},
      {"其他收入", "事业收入"},
      {"行政单位医疗", "事业单位医疗"},
      {"一、一般公共服务支出", "二、一般公共服务支出"},
      {"二十一、灾害防治及应急管理支出", "二十二、灾害防治及应急管理支出"},
      {"机关事业单位基本养老保险缴费支出", "机关事业单位职业年金缴费支出"},
      {"行政运行", "行政运行："},
  };
  for (const char* font : {kSerif, kSans}) {
    for (const auto& [known, shown] : cases) {
      NameBook book;
      book.Learn(Line(known, 1, font), Sure(known));
      EXPECT_FALSE(book.Read(Line(shown, 2, font)).has_value()) << known << shown;
      EXPECT_TRUE(book.Read(Line(known, 2, font)).has_value()) << known;
    }
  }
}

TEST(NameBook, RefusesAnotherTypeface) {
  NameBook book;
  book.Learn(Line("社会保障和就业支出", 1, kSerif), Sure("社会保障和就业支出"));
  EXPECT_FALSE(book.Read(Line("社会保障和就业支出", 2, kSans)).has_value());
}

TEST(NameBook, LearnsNamesOnly) {
  for (const char* text : {"2024年度", "公开03表", "合", "abcd", "——"}) {
    NameBook book;
    book.Learn(Line(text, 1), Sure(text));
    EXPECT_FALSE(book.Read(Line(text, 2)).has_value()) << text;
  }
}

// The best fit moves one picture two columns beyond the other's edge: what it has at its other end
// is no ink of the first character.
TEST(NameDistance, InkOfTheOtherEndDoesNotCount) {
  Raster a = MakeRaster(60, 30, 1, 200, 0), b = a;
  const auto bar = [](Raster* to, int x0, int x1, int y0, int y1, uint8_t ink) {
    for (int y = y0; y < y1; ++y) std::fill(to->Row(y) + x0, to->Row(y) + x1, ink);
  };
  bar(&a, 27, 37, 5, 25, 255);
  bar(&b, 25, 35, 5, 25, 255);
  bar(&a, 4, 8, 10, 20, 200);
  const double without = NameDistance(a, b, 2);
  EXPECT_GT(without, 0.5);
  bar(&b, 58, 60, 0, 30, 255);
  EXPECT_EQ(NameDistance(a, b, 2), without);
}

}  // namespace
}  // namespace juesuan
