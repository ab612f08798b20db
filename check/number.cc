#include "check/number.h"

#include <algorithm>

#include "base/result.h"

namespace juesuan {
namespace {

constexpr int kPlaces = 6;
constexpr Int128 kGrid = 1'000'000;

Int128 Power10(int n) {
  Int128 power = 1;
  for (int i = 0; i < n; ++i) power *= 10;
  return power;
}

// What one unit weighs on the grid.
Int128 Weight(Unit unit) {
  const int64_t fen = FenPerUnit(unit);
  return fen > 0 ? fen * kGrid : kGrid;
}

}  // namespace

std::optional<Number> ToNumber(const Decimal& printed, Unit unit) {
  if (unit == Unit::kNone || unit == Unit::kText) return std::nullopt;
  const Int128 divisor = Power10(printed.scale);
  const Int128 weight = Weight(unit);
  if (divisor > weight) return std::nullopt;  // both are powers of ten, but for counts of 10^6
  const Int128 ulp = weight / divisor;
  return Number{printed.mantissa * ulp, FenPerUnit(unit) > 0 ? ulp : 0, unit};
}

std::string ToText(Int128 value, Unit unit, int scale) {
  const Int128 weight = Weight(unit);
  int places = scale;
  while (places < 2 * kPlaces && value * Power10(places) % weight != 0) ++places;
  const Int128 scaled = Magnitude(value) * Power10(places) / weight;
  std::string digits;
  for (Int128 rest = scaled; rest > 0; rest /= 10)
    digits += static_cast<char>('0' + static_cast<int>(rest % 10));
  while (static_cast<int>(digits.size()) <= places) digits += '0';
  std::reverse(digits.begin(), digits.end());
  if (places > 0) digits.insert(digits.size() - static_cast<size_t>(places), ".");
  return value < 0 ? "-" + digits : digits;
}

bool AreComparable(Unit a, Unit b) { return a == b || (FenPerUnit(a) > 0 && FenPerUnit(b) > 0); }

Int128 Magnitude(Int128 value) { return value < 0 ? -value : value; }

}  // namespace juesuan
