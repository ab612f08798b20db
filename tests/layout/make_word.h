// Words of a text layer, ten points high, for tests of tables without all their rulings.
#pragma once

#include <string>

#include "base/words.h"

namespace juesuan {

constexpr double kSize = 10;

// From `x0` to `x1`, its middle at height `y`.
inline Word MakeWord(double x0, double x1, double y, const std::string& text) {
  Word word;
  word.box = {x0, y - 5, x1, y + 5};
  word.size = kSize;
  word.readings = {{Reader::kLayer, text, 1, {}}};
  return word;
}

}  // namespace juesuan
