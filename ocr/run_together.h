// Two cells side by side that were taken for one line.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/raster.h"
#include "ocr/regions.h"

namespace juesuan {

// What was read as one text and is two cells side by side, where no upright rulings part a table:
// an amount, a dash or a code and the name in the next column (0.00二、外交支出, 20502普通教育), a
// name and an amount, or two amounts. Both empty for any other text; a unit or a year is no name.
struct TwoCells {
  std::string left, right;
};
TwoCells TwoCellsOf(std::string_view text);

// The two lines left and right of the first gap in `line`'s ink that is wider than those inside a
// figure; none if there is no such gap. `grey`: the picture `line` was found in.
std::vector<InkLine> PartAfterAmount(const Raster& grey, const InkLine& line);

// The same at the widest white of the line but `rank`, which may be narrower than that between two
// cells: the figures read beside it must be those that were read. Empty where there is no such
// white.
std::vector<InkLine> PartAtWidest(const Raster& grey, const InkLine& line, size_t rank);

}  // namespace juesuan
