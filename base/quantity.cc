#include "base/quantity.h"

#include <array>
#include <limits>
#include <utility>

#include "base/result.h"

namespace juesuan {
namespace {

constexpr int kMaxScale = 18;

struct UnitInfo {
  Unit unit;
  std::string_view name;
  int64_t fen;
};

constexpr std::array<UnitInfo, 12> kUnits = {{
    {Unit::kNone, "", 0},
    {Unit::kYuan, "元", 100},
    {Unit::kQianYuan, "千元", 100'000},
    {Unit::kWanYuan, "万元", 1'000'000},
    {Unit::kBaiWanYuan, "百万元", 100'000'000},
    {Unit::kYiYuan, "亿元", 10'000'000'000},
    {Unit::kPercent, "%", 0},
    {Unit::kVehicle, "辆", 0},
    {Unit::kSet, "台/套", 0},
    {Unit::kPerson, "人", 0},
    {Unit::kPoints, "分", 0},
    {Unit::kText, "text", 0},
}};

// 10^n, 0 <= n <= 18.
int64_t Power10(int n) {
  int64_t power = 1;
  for (int i = 0; i < n; ++i) power *= 10;
  return power;
}

}  // namespace

std::string Decimal::ToString() const {
  JUESUAN_CHECK(scale >= 0 && scale <= kMaxScale);
  const bool negative = mantissa < 0;
  // The magnitude of the least int64 has no int64; unsigned has room for it.
  const uint64_t magnitude =
      negative ? ~static_cast<uint64_t>(mantissa) + 1 : static_cast<uint64_t>(mantissa);
  std::string digits = std::to_string(magnitude);
  const auto places = static_cast<size_t>(scale);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (scale > 0) digits.insert(digits.size() - places, ".");
  return negative ? "-" + digits : digits;
}

std::optional<Decimal> ParseDecimal(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  Decimal decimal;
  bool point = false, digit_before = false, digit_after = false;
  for (const char c : text) {
    if (c == '.') {
      if (point) return std::nullopt;
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    const int64_t digit = c - '0';
    if (decimal.mantissa > (std::numeric_limits<int64_t>::max() - digit) / 10) return std::nullopt;
    decimal.mantissa = decimal.mantissa * 10 + digit;
    if (point) {
      ++decimal.scale;
      digit_after = true;
    } else {
      digit_before = true;
    }
  }
  if (!digit_before || (point && !digit_after) || decimal.scale > kMaxScale) return std::nullopt;
  if (negative) decimal.mantissa = -decimal.mantissa;
  return decimal;
}

std::string_view UnitName(Unit unit) {
  for (const UnitInfo& info : kUnits)
    if (info.unit == unit) return info.name;
  return "";
}

std::optional<Unit> ParseUnit(std::string_view name) {
  for (const UnitInfo& info : kUnits)
    if (info.name == name) return info.unit;
  return std::nullopt;
}

int64_t FenPerUnit(Unit unit) {
  for (const UnitInfo& info : kUnits)
    if (info.unit == unit) return info.fen;
  return 0;
}

std::optional<Fen> ToFen(const Decimal& amount, Unit unit) {
  const int64_t per_unit = FenPerUnit(unit);
  if (per_unit == 0) return std::nullopt;
  const int64_t divisor = Power10(amount.scale);
  Fen fen;
  if (divisor <= per_unit) {
    fen.ulp = per_unit / divisor;
    if (fen.ulp * divisor != per_unit) return std::nullopt;
    if (__builtin_mul_overflow(amount.mantissa, fen.ulp, &fen.value)) return std::nullopt;
    return fen;
  }
  return std::nullopt;  // finer than a fen
}

}  // namespace juesuan
