#include "check/slip.h"

#include <utility>

namespace juesuan {

int64_t SlipFactor(Int128 a, Int128 ulp_a, Int128 b, Int128 ulp_b) {
  Int128 large = Magnitude(a), small = Magnitude(b), large_ulp = ulp_a, small_ulp = ulp_b;
  if (large < small) {
    std::swap(large, small);
    std::swap(large_ulp, small_ulp);
  }
  if (small == 0 || (a < 0) != (b < 0)) return 0;
  for (const int64_t factor :
       {int64_t{10}, int64_t{100}, int64_t{1000}, int64_t{10'000}, int64_t{100'000'000}}) {
    // A rounding to nothing is no slip: 0.01 is within half a digit of many a tenth.
    if (small < 10 * small_ulp) continue;
    if (2 * Magnitude(large - factor * small) <= large_ulp + factor * small_ulp) return factor;
  }
  return 0;
}

}  // namespace juesuan
