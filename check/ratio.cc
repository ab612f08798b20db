#include "check/ratio.h"

namespace juesuan {
namespace {

Int128 PowerOfTen(int exponent) {
  Int128 out = 1;
  for (int i = 0; i < exponent; ++i) out *= 10;
  return out;
}

// 100 * part / whole in units of the percentage's last digit, rounded half up.
Int128 Rounded(Int128 part, Int128 whole, int scale) {
  const Int128 numerator = Magnitude(part) * 100 * PowerOfTen(scale) * 2 + whole;
  const Int128 rounded = numerator / (2 * whole);
  return part < 0 ? -rounded : rounded;
}

}  // namespace

Outcome CompareRatio(const Number& part, const Number& whole, const Decimal& percent) {
  constexpr int kMostScale = 6;  // what fits beside the amounts in 128 bits
  if (whole.value <= 0 || percent.scale > kMostScale) return Outcome::kSkipped;
  const Int128 off = Magnitude(Rounded(part.value, whole.value, percent.scale) - percent.mantissa);
  if (off == 0) return Outcome::kHold;
  // (2p ± u) / (2w ∓ v) against the printed percentage ± half a last digit.
  const Int128 scaled = 200 * PowerOfTen(percent.scale);
  const Int128 least_whole = 2 * whole.value - whole.ulp, most_whole = 2 * whole.value + whole.ulp;
  if (least_whole <= 0) return Outcome::kRound;
  const Int128 least = 2 * part.value - part.ulp, most = 2 * part.value + part.ulp;
  const Int128 printed = percent.mantissa;
  const bool above = least * scaled > (2 * printed + 1) * (least > 0 ? most_whole : least_whole);
  const bool below = most * scaled < (2 * printed - 1) * (most > 0 ? least_whole : most_whole);
  if (!above && !below) return Outcome::kRound;
  return off == 1 ? Outcome::kSoft : Outcome::kViolated;
}

std::string PercentText(const Number& part, const Number& whole) {
  constexpr int kScale = 4;
  return Decimal{static_cast<int64_t>(Rounded(part.value, whole.value, kScale)), kScale}.ToString();
}

}  // namespace juesuan
