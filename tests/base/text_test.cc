#include "base/text.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

TEST(MatchForm, FoldsWhatDoesNotMatter) {
  const struct {
    const char* a;
    const char* b;
  } kCases[] = {
      {"一丶一般公共预算", "一、一般公共预算"},
      {"（类）", "(类)"},
      {"〔2024〕", "(2024)"},
      {"１２３．４５", "123.45"},
      {"－5", "-5"},
      {"——", "--"},
      {"⸺", "-"},
      {"公开 01\n表", "公开01表"},
      {"公开　０１表", "公开01表"},
      {"“三公”经费", "\"三公\"经费"},
      {"GDP", "gdp"},
  };
  for (const auto& c : kCases) EXPECT_EQ(MatchForm(c.a), MatchForm(c.b)) << c.a;
  EXPECT_NE(MatchForm("财政"), MatchForm("贬政"));
  EXPECT_NE(MatchForm("1.0"), MatchForm("10"));
}

TEST(Squeeze, LeavesSingleBlanks) {
  EXPECT_EQ(Squeeze("  收　入 \n 合计  "), "收 入 合计");
  EXPECT_EQ(Squeeze(" \t "), "");
}

TEST(Text, TrimAndSplit) {
  EXPECT_EQ(Trim(" \ta b\r\n"), "a b");
  EXPECT_EQ(Trim(" \n "), "");
  EXPECT_EQ(Split("a,,b", ','), (std::vector<std::string>{"a", "", "b"}));
  EXPECT_EQ(Split("", ','), (std::vector<std::string>{""}));
}

// What is common takes a short way past ICU: both ways lead to the same text. An é sends the whole
// text the long way.
TEST(Text, TheShortWayIsTheLongWay) {
  const std::string rare = "é";
  for (char32_t c = 1; c <= 0xFFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const bool combines = MatchForm("é" + ToUtf8(std::u32string(1, c))).rfind(rare, 0) != 0;
    if (combines) continue;
    const std::string text = "决" + ToUtf8(std::u32string(1, c)) + "算";
    ASSERT_EQ(MatchForm(text) + rare, MatchForm(text + rare)) << static_cast<uint32_t>(c);
    ASSERT_EQ(Squeeze(text) + rare, Squeeze(text + rare)) << static_cast<uint32_t>(c);
    ASSERT_EQ(ToUtf8(ToCodePoints(text)), text) << static_cast<uint32_t>(c);
    ASSERT_EQ(ToCodePoints(text + "\U00020000").substr(0, 3), ToCodePoints(text));
  }
}

TEST(Text, CodePointsLeadBack) {
  const std::string text = "决算 A\U00020000";
  EXPECT_EQ(ToCodePoints(text).size(), 5u);
  EXPECT_EQ(ToUtf8(ToCodePoints(text)), text);
  EXPECT_EQ(ToCodePoints("\xFF"), std::u32string(1, 0xFFFD));
}

TEST(EditDistance, CountsCodePointsUpToALimit) {
  const struct {
    const char32_t* a;
    const char32_t* b;
    int limit, distance;
  } kCases[] = {
      {U"", U"", 3, 0},
      {U"支出决算表", U"支出决算表", 0, 0},
      {U"支出决算表", U"支出决篁表", 3, 1},
      {U"支出决算表", U"出决算表", 3, 1},
      {U"收入决算表", U"支出决算表", 3, 2},
      {U"收入决算表", U"支出决算表", 1, 2},
      {U"甲", U"乙丙丁戊己", 2, 3},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(EditDistance(c.a, c.b, c.limit), c.distance);
    EXPECT_EQ(EditDistance(c.b, c.a, c.limit), c.distance);
  }
}

TEST(DisplayWidth, CountsChineseTwice) {
  EXPECT_EQ(DisplayWidth("决算ab"), 6);
  EXPECT_EQ(DisplayWidth("e\u0301"), 1);
  EXPECT_EQ(DisplayWidth(""), 0);
}

TEST(IsCjk, KnowsHanAndFullWidth) {
  for (const char32_t c : {U'决', U'（', U'、', U'１'}) EXPECT_TRUE(IsCjk(c));
  for (const char32_t c : {U'a', U'1', U'-'}) EXPECT_FALSE(IsCjk(c));
}

}  // namespace
}  // namespace juesuan
