// Takes the printed rulings out of a page's picture.
#pragma once

#include <vector>

#include "base/geometry.h"
#include "base/raster.h"

namespace juesuan {

// A copy of `grey` with paper where `rulings` (points) run. Strokes of text that touch or cross a
// ruling stay, less the ruling's own thickness. A ruling may lie up to 1.5 points off its stated
// axis, as those of a scan do. REQUIRES: `grey` has one channel and a dpi.
Raster EraseRulings(const Raster& grey, const std::vector<Ruling>& rulings);

}  // namespace juesuan
