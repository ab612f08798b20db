// Rulings of a scanned page, found in its pixels.
#pragma once

#include <vector>

#include "base/geometry.h"
#include "base/raster.h"

namespace juesuan {

// Horizontal and vertical rulings of a straightened grey raster, in points, joined over breaks and
// drawn out to the rulings they meet. Order as in MergeRulings. Lines by morphological opening; a
// run of ink that is part of letters (ink on both sides) or that stands alone and short is no
// ruling. `hidden`: 255 where a mark may have covered the print, as large as `grey`, or empty: a
// ruling that breaks off there and goes on behind it is one. `opaque`: nothing shows through; where
// something does, a ruling is not drawn out to the next unless half of the way is seen.
std::vector<Ruling> FindScanRulings(const Raster& grey, const Raster& hidden = {},
                                    bool opaque = true);

}  // namespace juesuan
