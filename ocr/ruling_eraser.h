// Takes the printed rulings out of a page's picture.
#pragma once

#include <vector>

#include "base/geometry.h"
#include "base/raster.h"

namespace juesuan {

// A copy of `grey` with paper where `rulings` (points) run. A ruling may lie up to 1.5 points off
// its stated axis and drift along it, as those of a scan do; ink beside it, however near, stays.
// REQUIRES: `grey` has one channel and a dpi.
//
// Method: along each half inch, the rows whose median grey is dark are the ruling's: text beside it
// is dark in less than half of the places.
Raster EraseRulings(const Raster& grey, const std::vector<Ruling>& rulings);

}  // namespace juesuan
