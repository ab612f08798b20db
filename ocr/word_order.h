// Reading order of words.
#pragma once

#include <vector>

#include "base/words.h"

namespace juesuan {

// Sorts top to bottom, left to right: words whose centres differ by less than 0.4 of their size
// stand in one row. Deterministic for any input order of distinct words.
void SortInReadingOrder(std::vector<Word>* words);

}  // namespace juesuan
