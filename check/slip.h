// Unit slips: one number is ten, a hundred, … times the other.
#pragma once

#include <cstdint>

#include "check/number.h"

namespace juesuan {

// 10, 100, 1000, 10^4 or 10^8 if one magnitude is that many times the other within half a last
// digit of each (`ulp_a`, `ulp_b` are the weights of their last digits), else 0.
int64_t SlipFactor(Int128 a, Int128 ulp_a, Int128 b, Int128 ulp_b);

}  // namespace juesuan
