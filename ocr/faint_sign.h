// A minus fainter than the figure it stands before.
#pragma once

#include "base/raster.h"
#include "ocr/regions.h"

namespace juesuan {

// `line`, its ink drawn out to the left over a faint level stroke at the middle of its height,
// where one stands close by with nothing above or below it: too light to be ink by itself, it may
// still be the sign. The line as it is where there is none, or outside cells.
InkLine WithFaintSign(const Raster& grey, const InkLine& line);

}  // namespace juesuan
