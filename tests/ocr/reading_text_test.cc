#include "ocr/reading_text.h"

#include <gtest/gtest.h>

#include <vector>

namespace juesuan {
namespace {

TEST(ReadingText, TidiesHabitsOnly) {
  struct Case {
    const char *read, *tidy;
  };
  for (const Case& c : {
           Case{" 合计 ", "合计"},
           Case{"医疗丶卫生", "医疗、卫生"},
           Case{"１２．５０", "12.50"},
           Case{"－３．１", "-3.1"},
           Case{"９５％", "95%"},
           Case{"－", "－"},  // a lone stroke is not guessed at
           Case{"一", "一"},
           Case{"5 061.13", "5 061.13"},  // nor is a number joined
           Case{"9746. 50", "9746.50"},   // but a space beside its point parts nothing
           Case{"1, 035 .20", "1,035.20"},
           Case{"28 ,064,559.06 一", "28,064,559.06 一"},
           Case{"第1. 2条", "第1. 2条"},
           Case{". 5 6", ".5 6"},
           Case{"项目，名称", "项目，名称"},
           Case{"", ""},
       })
    EXPECT_EQ(TidyReading(c.read), c.tidy) << c.read;
}

TEST(ReadingText, LooksNumeric) {
  for (const char* text : {"5061.13", "-0.5", "95%", "1,035.00", "２０"})
    EXPECT_TRUE(LooksNumeric(text)) << text;
  for (const char* text : {"", "合计", "2024年度部门决算", "—", "-"})
    EXPECT_FALSE(LooksNumeric(text)) << text;
  EXPECT_TRUE(HasDigit("2024年度"));
  EXPECT_FALSE(HasDigit("年度"));
}

TEST(ReadingText, IsFigure) {
  for (const char* text : {"5061.13", "-0.5", "95%", "1,035.00", "7"}) EXPECT_TRUE(IsFigure(text));
  for (const char* text : {"", "-", "2024年", "l", "17.37—"}) EXPECT_FALSE(IsFigure(text)) << text;
  for (const char* text : {"l", "T", "O"}) EXPECT_TRUE(IsLoneLetter(text)) << text;
  for (const char* text : {"", "7", "ll", "年"}) EXPECT_FALSE(IsLoneLetter(text)) << text;
}

TEST(ReadingText, MarksAreTold) {
  for (const char* told : {"0.00", "1,234.56", "2,225,017", "-7.1", "35", "476.4038", "86.21%"})
    EXPECT_TRUE(MarksAreTold(told)) << told;
  for (const char* untold : {"333.585", "2.225.017", "1,23", "12.34.56", "1,2345", "1.234,56"})
    EXPECT_FALSE(MarksAreTold(untold)) << untold;
}

TEST(ReadingText, PreferToldMarks) {
  struct Case {
    const char* read;
    std::vector<const char*> others;
    const char *preferred, *first_other;
    double score = 0.9;
  };
  for (const Case& c : {
           Case{
               "333.585", {"333,585", "338.585"}, "333,585", "333.585", 0.25},  // or three decimals
           Case{"2.225.017", {"2.226,017", "2,225,017"}, "2,225,017", "2.226,017"},
           Case{"2.225.017", {"2,225.017", "2,225,017"}, "2,225,017", "2,225.017"},
           Case{"12,34", {"1234", "12.34"}, "12.34", "1234"},  // none is lost
           Case{"1.234.56", {"1.23456", "1,234.56"}, "1,234.56", "1.23456"},
           Case{"-12.345", {"12,345", "-12,345"}, "-12,345", "12,345", 0.125},
           Case{"333.585", {"333,535"}, "333.585", "333,535"},     // other digits
           Case{"333.585", {"333.585 "}, "333.585", "333.585 "},   // no figure
           Case{"33.58", {"33,580", "3,358"}, "33.58", "33,580"},  // can stand so
       }) {
    Reading reading{Reader::kPpocr, c.read, 0.9, {}};
    double score = 0.5;
    for (const char* other : c.others) reading.others.push_back({other, score /= 2});
    PreferToldMarks(&reading);
    EXPECT_EQ(reading.text, c.preferred);
    EXPECT_EQ(reading.others[0].text, c.first_other) << c.read;
    EXPECT_EQ(reading.score, c.score) << c.read;
  }
  Reading alone{Reader::kPpocr, "333.585", 0.9, {}};
  PreferToldMarks(&alone);
  EXPECT_EQ(alone.text, "333.585");
}

TEST(ReadingText, HasPartedDigits) {
  for (const char* text : {"852 053", "32, 852 05"}) EXPECT_TRUE(HasPartedDigits(text)) << text;
  for (const char* text : {"1, 035.00", "2024 年", "", "12 "})
    EXPECT_FALSE(HasPartedDigits(text)) << text;
}

}  // namespace
}  // namespace juesuan
