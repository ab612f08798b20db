#include "base/quantity.h"

#include <gtest/gtest.h>

#include <limits>

namespace juesuan {
namespace {

TEST(ParseDecimal, KeepsWhatWasPrinted) {
  const struct {
    const char* text;
    int64_t mantissa;
    int scale;
    const char* printed;  // the same text but for leading zeros
  } kCases[] = {
      {"0", 0, 0, "0"},
      {"8", 8, 0, "8"},
      {"5061.13", 506113, 2, "5061.13"},
      {"19.00", 1900, 2, "19.00"},
      {"-0.50", -50, 2, "-0.50"},
      {"-1234.5", -12345, 1, "-1234.5"},
      {"0.000000000000000001", 1, 18, "0.000000000000000001"},
      {"9223372036854775807", std::numeric_limits<int64_t>::max(), 0, "9223372036854775807"},
      {"007.10", 710, 2, "7.10"},
  };
  for (const auto& c : kCases) {
    const std::optional<Decimal> decimal = ParseDecimal(c.text);
    ASSERT_TRUE(decimal.has_value()) << c.text;
    EXPECT_EQ(*decimal, (Decimal{c.mantissa, c.scale})) << c.text;
    EXPECT_EQ(decimal->ToString(), c.printed);
  }
}

TEST(ParseDecimal, RefusesRatherThanGuesses) {
  for (const char* text :
       {"", "-", ".", "1.", ".5", "-.5", "+1", "--1", "1.2.3", "1,234", " 1", "1 ", "1e3", "１",
        "O.5", "9223372036854775808", "92233720368547758080", "0.0000000000000000001", "12元"})
    EXPECT_EQ(ParseDecimal(text), std::nullopt) << text;
}

TEST(Decimal, PrintsTheLeastMantissa) {
  EXPECT_EQ((Decimal{std::numeric_limits<int64_t>::min(), 2}).ToString(), "-92233720368547758.08");
  EXPECT_EQ((Decimal{-5, 3}).ToString(), "-0.005");
}

TEST(Unit, NamesLeadBack) {
  for (const Unit unit :
       {Unit::kNone, Unit::kYuan, Unit::kQianYuan, Unit::kWanYuan, Unit::kBaiWanYuan, Unit::kYiYuan,
        Unit::kPercent, Unit::kVehicle, Unit::kSet, Unit::kPerson, Unit::kPoints, Unit::kText})
    EXPECT_EQ(ParseUnit(UnitName(unit)), unit) << UnitName(unit);
  EXPECT_EQ(ParseUnit("美元"), std::nullopt);
}

TEST(ToFen, GivesValueAndWeightOfTheLastDigit) {
  const struct {
    const char* text;
    Unit unit;
    int64_t value, ulp;
  } kCases[] = {
      {"5061.13", Unit::kWanYuan, 5'061'130'000, 10'000},
      {"2.412", Unit::kWanYuan, 2'412'000, 1'000},
      {"12.34", Unit::kYuan, 1'234, 1},
      {"12", Unit::kYuan, 1'200, 100},
      {"0.000001", Unit::kWanYuan, 1, 1},
      {"-0.5", Unit::kYiYuan, -5'000'000'000, 1'000'000'000},
      {"3", Unit::kQianYuan, 300'000, 100'000},
      {"1.5", Unit::kBaiWanYuan, 150'000'000, 10'000'000},
  };
  for (const auto& c : kCases) {
    const std::optional<Fen> fen = ToFen(*ParseDecimal(c.text), c.unit);
    ASSERT_TRUE(fen.has_value()) << c.text;
    EXPECT_EQ(fen->value, c.value) << c.text;
    EXPECT_EQ(fen->ulp, c.ulp) << c.text;
  }
}

TEST(ToFen, RefusesWhatIsNoMoneyOrDoesNotFit) {
  const struct {
    const char* text;
    Unit unit;
  } kCases[] = {
      {"12", Unit::kVehicle},        {"12", Unit::kNone},
      {"100", Unit::kPercent},       {"0.001", Unit::kYuan},
      {"0.0000001", Unit::kWanYuan}, {"9223372036854775807", Unit::kYuan},
      {"922337204", Unit::kYiYuan},
  };
  for (const auto& c : kCases)
    EXPECT_FALSE(ToFen(*ParseDecimal(c.text), c.unit).has_value()) << c.text;
}

}  // namespace
}  // namespace juesuan
