// Two cells side by side that were taken for one line.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/raster.h"
#include "ocr/regions.h"

namespace juesuan {

// The amount or dash that `text` begins with, if it goes on with Han characters that are no unit of
// it: 0.00二、外交支出. In a table without upright rulings that is an amount and the name in the
// next column. "" if it does not.
std::string AmountBeforeName(std::string_view text);

// The two lines left and right of the first gap in `line`'s ink that is wider than those inside a
// figure; none if there is no such gap. `grey`: the picture `line` was found in.
std::vector<InkLine> PartAfterAmount(const Raster& grey, const InkLine& line);

// The same at the widest white of the line, which may be narrower than that between two cells: what
// is read left of it must be the amount that was read. Empty where there is no white.
std::vector<InkLine> PartAtWidest(const Raster& grey, const InkLine& line);

}  // namespace juesuan
