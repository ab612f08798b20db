#include "base/indicator_value.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

// op|number|unit|words|achieved
std::string Parsed(const std::string& text) {
  const IndicatorValue value = ParseIndicatorValue(text);
  return value.op + "|" + (value.number ? value.number->ToString() : "") + "|" + value.unit + "|" +
         value.text + "|" + std::string(AchievedName(value.achieved));
}

struct Case {
  const char *text, *parsed;
};

TEST(IndicatorValueTest, NumbersWithUnits) {
  for (const Case& each : std::initializer_list<Case>{{"≥150人", "≥|150|人||"},
                                                      {"=1980元/人/月", "=|1980|元/人/月||"},
                                                      {"= 15000 元 /辆", "=|15000|元/辆||"},
                                                      {"≤1047.9平方米", "≤|1047.9|平方米||"},
                                                      {"＝100％", "=|100|%||"},
                                                      {"＞95.00%", ">|95.00|%||"},
                                                      {">=3次", "≥|3|次||"},
                                                      {"≧3次", "≥|3|次||"},
                                                      {"＜2小时", "<|2|小时||"},
                                                      {"不低于90%", "≥|90|%||"},
                                                      {"不超过12月", "≤|12|月||"},
                                                      {"95%以上", "≥|95|%||"},
                                                      {"10天以内", "≤|10|天||"},
                                                      {"1,500户", "|1500|户||"},
                                                      {"12,345.60元", "|12345.60|元||"},
                                                      {"150人", "|150|人||"},
                                                      {"90%", "|90|%||"},
                                                      {"1", "|1|||"},
                                                      {"0", "|0|||"},
                                                      {"1年", "|1|年||"},
                                                      {"6个月", "|6|个月||"},
                                                      {"-5%", "|-5|%||"},
                                                      {"1元/平米/天", "|1|元/平米/天||"}})
    EXPECT_EQ(Parsed(each.text), each.parsed) << each.text;
}

TEST(IndicatorValueTest, UnitsWithoutANumber) {
  for (const Case& each : std::initializer_list<Case>{
           {"=个", "=||个||"}, {"≤元/人/天", "≤||元/人/天||"}, {"=%", "=||%||"}})
    EXPECT_EQ(Parsed(each.text), each.parsed) << each.text;
}

TEST(IndicatorValueTest, Words) {
  for (const Case& each : std::initializer_list<Case>{
           {"及时", "|||及时|"},
           {"第二季度", "|||第二季度|"},
           {"2024年6至10月", "|||2024年6至10月|"},
           {"11月", "|||11月|"},
           {"12月份", "|||12月份|"},
           {"2024年", "|||2024年|"},
           {"25日前", "|||25日前|"},
           {"2024年12月31日前", "|||2024年12月31日前|"},
           {"1:3", "|||1:3|"},
           {"90%-95%", "|||90%-95%|"},
           {"1,23人", "|||1,23人|"},
           {"12,34", "|||12,34|"},
           {"1.2.3", "|||1.2.3|"},
           {"≥90%且≤95%", "|||≥90%且≤95%|"},
           {"", "||||"},
           {"达成预期指标", "|||达成预期指标|met"},
           {"达到预期目标", "|||达到预期目标|met"},
           {"部分达成预期指标并具有一定效果", "|||部分达成预期指标并具有一定效果|partly"},
           {"未完成预期指标且效果较差", "|||未完成预期指标且效果较差|missed"}})
    EXPECT_EQ(Parsed(each.text), each.parsed) << each.text;
}

TEST(IndicatorValueTest, CountsAgainstWhatIsAsked) {
  EXPECT_TRUE(Meets(4, ParseIndicatorValue("=4个")));
  EXPECT_TRUE(Meets(4, ParseIndicatorValue("4.0个")));
  EXPECT_FALSE(Meets(5, ParseIndicatorValue("=4个")));
  EXPECT_TRUE(Meets(5, ParseIndicatorValue("≥4个")));
  EXPECT_FALSE(Meets(3, ParseIndicatorValue("≥4个")));
  EXPECT_TRUE(Meets(4, ParseIndicatorValue("≤4个")));
  EXPECT_FALSE(Meets(5, ParseIndicatorValue("≤4个")));
  EXPECT_FALSE(Meets(4, ParseIndicatorValue(">4个")));
  EXPECT_TRUE(Meets(3, ParseIndicatorValue("<4个")));
}

}  // namespace
}  // namespace juesuan
