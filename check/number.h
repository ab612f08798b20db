// Exact numbers for equations: 128-bit integers in units of 10^-6 fen (money) or 10^-6 of the unit
// (counts), so that 元 and 万元 meet without rounding and no sum can overflow.
#pragma once

#include <optional>
#include <string>

#include "base/quantity.h"

namespace juesuan {

__extension__ typedef __int128 Int128;

// One fen on that grid.
inline constexpr Int128 kOneFen = 1'000'000;

struct Number {
  Int128 value = 0;
  Int128 ulp = 0;  // weight of the last printed digit; 0 for counts, which are exact
  Unit unit = Unit::kNone;
};

// nullopt where `unit` is kNone or kText, or the number is finer than the grid.
std::optional<Number> ToNumber(const Decimal& printed, Unit unit);

// In `unit`, with at least `scale` decimals and as many more as it takes to be exact.
std::string ToText(Int128 value, Unit unit, int scale);

// Whether two units may stand in one equation: both money, or the same.
bool AreComparable(Unit a, Unit b);

Int128 Magnitude(Int128 value);

}  // namespace juesuan
