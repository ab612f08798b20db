#include "extract/amount.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

struct NumberCase {
  const char* text;
  const char* value;
  Unit unit = Unit::kNone;
};

TEST(AmountTest, Numbers) {
  const NumberCase cases[] = {
      {"5061.13", "5061.13"},
      {"1,234.56", "1234.56"},
      {"12,345,678.90", "12345678.90"},
      {"123,456", "123456"},
      {"0", "0"},
      {"0.00", "0.00"},
      {"8", "8"},
      {"19.00", "19.00"},
      {"16.5", "16.5"},
      {"2.412", "2.412"},
      {"１，２３４．５６", "1234.56"},
      {"-3.20", "-3.20"},
      {"－3.20", "-3.20"},
      {"−3.20", "-3.20"},
      {"△3.20", "-3.20"},
      {"▲ 3.20", "-3.20"},
      {"(1.23)", "-1.23"},
      {"（1.23）", "-1.23"},
      {"(1,001.23)", "-1001.23"},
      {"+1.23", "1.23"},
      {"- 1.23", "-1.23"},
      {"  7.00 ", "7.00"},
      {"　7.00", "7.00"},
      {"¥7.00", "7.00"},
      {"7.00万元", "7.00", Unit::kWanYuan},
      {"7.00 元", "7.00", Unit::kYuan},
      {"-7.00元", "-7.00", Unit::kYuan},
      {"32.13%", "32.13", Unit::kPercent},
      {"32.13％", "32.13", Unit::kPercent},
      {"8辆", "8", Unit::kVehicle},
      {"3台", "3", Unit::kSet},
      {"3台（套）", "3", Unit::kSet},
      {"3台/套", "3", Unit::kSet},
  };
  for (const NumberCase& c : cases) {
    const Amount amount = ParseAmount(c.text);
    ASSERT_EQ(amount.kind, CellKind::kNumber) << c.text << ": " << amount.why;
    EXPECT_EQ(amount.value->ToString(), c.value) << c.text;
    EXPECT_EQ(amount.unit, c.unit) << c.text;
    EXPECT_EQ(amount.doubt, "") << c.text;
  }
}

TEST(AmountTest, Refused) {
  const char* const cases[] = {
      "1,23",       "12,34.5",
      "1,2345",     ",123",
      "1,,234",     "1234,567",
      "0,123",      "1.234,56",
      "5061.",      ".13",
      "5.06.13",    "50 61.13",
      "5061 .13",   "5O61.13",
      "5〇61.13",   "l2.00",
      "1l.00",      "007",
      "00.50",      "12.00)",
      "(12.00",     "--5.00",
      "1²",         "①",
      "二〇二四",   "本级",
      "12.00注",    "1。23",
      "1:23",       "12·34",
      "万元",       "元",
      "12.00-3.00", "99999999999999999999.00",
      "=5",         "≥5",
      "1e5",        "0x10",
  };
  for (const char* text : cases) {
    const Amount amount = ParseAmount(text);
    EXPECT_EQ(amount.kind, CellKind::kText) << text;
    EXPECT_FALSE(amount.value) << text;
    EXPECT_NE(amount.why, "") << text;
  }
}

TEST(AmountTest, BlankAndDash) {
  for (const char* text : {"", " ", "　", "\t\n"})
    EXPECT_EQ(ParseAmount(text).kind, CellKind::kBlank) << text;
  for (const char* text : {"—", "——", "－", "-", "--", "/", "／", "无", "–", "─", "⸺"}) {
    const Amount amount = ParseAmount(text);
    EXPECT_EQ(amount.kind, CellKind::kDash) << text;
    EXPECT_EQ(amount.doubt, "") << text;
  }
  for (const char* text : {"一", "一一", "—一"}) {
    const Amount amount = ParseAmount(text);
    EXPECT_EQ(amount.kind, CellKind::kDash) << text;
    EXPECT_NE(amount.doubt, "") << text;
  }
}

TEST(AmountTest, LongDashBeforeDigitsIsANegativeInDoubt) {
  const Amount amount = ParseAmount("—5.20");
  ASSERT_TRUE(amount.value);
  EXPECT_EQ(amount.value->ToString(), "-5.20");
  EXPECT_NE(amount.doubt, "");
}

struct WrapCase {
  std::vector<std::string> lines;
  const char* value;  // "" if refused
  bool doubtful = false;
};

TEST(AmountTest, WrappedNumbers) {
  const WrapCase cases[] = {
      {{"1,234,", "567.89"}, "1234567.89"},
      {{"12345", ".67"}, "12345.67"},
      {{"12345.", "67"}, "12345.67"},
      {{"12345.6", "7"}, "12345.67", true},
      {{"1234", "567.00"}, "1234567.00", true},
      {{"", "12.00"}, "12.00"},
      {{"12.00", ""}, "12.00"},
      {{"12.00", "13.00"}, ""},
      {{"12.00", "3"}, ""},
      {{"12", "34"}, ""},
      {{"1,234", "567.00"}, ""},
      {{"1", "2", "3.00"}, ""},
      {{"12.00", "万元"}, ""},
  };
  for (const WrapCase& c : cases) {
    const Amount amount = ParseAmount(c.lines);
    if (*c.value == '\0') {
      EXPECT_EQ(amount.kind, CellKind::kText) << c.lines[0];
      continue;
    }
    ASSERT_TRUE(amount.value) << c.lines[0] << ": " << amount.why;
    EXPECT_EQ(amount.value->ToString(), c.value);
    EXPECT_EQ(!amount.doubt.empty(), c.doubtful) << c.lines[0];
  }
  EXPECT_EQ(ParseAmount(std::vector<std::string>{}).kind, CellKind::kBlank);
}

}  // namespace
}  // namespace juesuan
