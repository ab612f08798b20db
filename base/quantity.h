// Exact printed numbers. A printed amount is an integer count of its last printed digit, so that
// "5061.13" is 506113 at scale 2: what was printed, with its precision, and nothing more. No
// floating point touches money anywhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace juesuan {

// mantissa * 10^-scale. Keeps trailing zeros: 19.00 is {1900, 2}, not {19, 0}.
struct Decimal {
  int64_t mantissa = 0;
  int scale = 0;  // digits after the point, 0…18

  std::string ToString() const;  // "-0.50", "5061.13", "8"
  bool operator==(const Decimal& o) const { return mantissa == o.mantissa && scale == o.scale; }
};

// Parses "-1234.50": an optional '-', digits, an optional point and digits. No separators, no
// spaces. nullopt for anything else, and for what does not fit.
std::optional<Decimal> ParseDecimal(std::string_view text);

// What a number counts. Money units have a weight in fen.
enum class Unit {
  kNone,
  kYuan,        // 元
  kQianYuan,    // 千元
  kWanYuan,     // 万元
  kBaiWanYuan,  // 百万元
  kYiYuan,      // 亿元
  kPercent,     // %
  kVehicle,     // 辆
  kSet,         // 台/套
  kPerson,      // 人
  kPoints,      // 分
  kText,        // a cell of words
};

std::string_view UnitName(Unit unit);  // as in the contract's `unit`: "万元", "辆", "" for kNone
std::optional<Unit> ParseUnit(std::string_view name);
// Fen in one unit; 0 for what is not money.
int64_t FenPerUnit(Unit unit);

// The integer fen of an amount and the weight of its last printed digit in fen. nullopt when `unit`
// is not money, when the amount is finer than a fen, or when it does not fit in 64 bits.
struct Fen {
  int64_t value = 0;
  int64_t ulp = 0;
};
std::optional<Fen> ToFen(const Decimal& amount, Unit unit);

}  // namespace juesuan
