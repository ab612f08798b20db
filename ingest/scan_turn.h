// Turning a page by a small angle.
#pragma once

#include "base/raster.h"

namespace juesuan {

// The picture turned clockwise by -`degrees` about its centre; its size stays, and what comes from
// beyond its edges is `beyond`. Resampled by cubic filters in two passes, along rows and then along
// columns (Catmull and Smith, "3-D transformations of images in scanline order", 1980): a fifth of
// the time of one filter in both directions. Places are kept to 1/32 pixel. REQUIRES: grey; at most
// a few degrees.
Raster TurnBack(const Raster& grey, double degrees, uint8_t beyond);

}  // namespace juesuan
