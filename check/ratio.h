// Printed percentages against the amounts that they are made of.
#pragma once

#include "base/findings.h"
#include "base/quantity.h"
#include "check/number.h"

namespace juesuan {

// Whether `percent` is 100 * part / whole: kHold if it is so rounded half up at its own precision,
// kRound if the numbers as they may have been before they were rounded could give it, kSoft if it
// is one last digit off (cut off instead of rounded), else kViolated. kSkipped where the whole is
// not above zero.
Outcome CompareRatio(const Number& part, const Number& whole, const Decimal& percent);

// 100 * part / whole with four decimals. REQUIRES: the whole is above zero.
std::string PercentText(const Number& part, const Number& whole);

}  // namespace juesuan
