// Numbers that a ruling cut in two.
#pragma once

#include <vector>

#include "base/words.h"

namespace juesuan {

// The words of a page, with a number wider than its cell put together again: a text layer is cut at
// rulings, and "1234567.89" over a ruling came as "1" and "234567.89", each a plausible amount in a
// cell of its own. Two words of the text layer are one number where the second's first glyph stands
// right at the end of the first's last one, closer than two cells ever do, and both are digits
// there.
std::vector<Word> MendCutNumbers(const std::vector<Word>& words);

}  // namespace juesuan
