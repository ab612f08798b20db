// What an indicator of a performance form asks or reached, as printed: an operator, a number with a
// unit, or words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/quantity.h"

namespace juesuan {

// The three words of the form for an indicator in words.
enum class Achieved { kUnsaid, kMet, kPartly, kMissed };
std::string_view AchievedName(Achieved achieved);  // "", "met", "partly", "missed"

struct IndicatorValue {
  std::string op;                 // "=", "≥", "≤", ">", "<"; "" if none is printed
  std::optional<Decimal> number;  // exact, as printed without separators
  std::string unit;               // "个", "%", "元/人/月"; may stand without a number: "≤元"
  std::string text;  // words: 及时, 第二季度, 2024年6至10月; "" with a number or a unit
  Achieved achieved = Achieved::kUnsaid;

  bool IsEmpty() const { return !number && unit.empty() && text.empty(); }
};

// Full-width signs and blanks do not matter. 不低于, 不少于, 以上 and their like are operators.
// Nothing is guessed: what is not one number with a unit that holds no digit, or is a day, a month
// or a calendar year, is words.
IndicatorValue ParseIndicatorValue(std::string_view text);

// True if a count keeps to what the value asks: 4 to =4, ≥3. REQUIRES: wanted.number.
bool Meets(int64_t count, const IndicatorValue& wanted);

}  // namespace juesuan
