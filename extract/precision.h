// Amounts that lost their point, or a digit behind it.
#pragma once

#include <vector>

#include "base/facts.h"

namespace juesuan {

// A document prints its amounts of one unit to the same decimal place, or to any. Where it is the
// same, a recogniser that passed over a point or a last digit (96.40 read 9640 or 96.4) is told by
// it, whatever its score: such an amount, read from pixels, becomes suspect. Noughts have
// precisions of their own. Where some amounts (one in twenty) have another precision, or there are
// few, nothing is said.
void DoubtPrecision(std::vector<Record>* records);

}  // namespace juesuan
