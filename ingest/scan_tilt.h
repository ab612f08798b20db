// How far a scanned page leans, and setting it straight.
#pragma once

#include "base/raster.h"

namespace juesuan {

constexpr double kMostTilt = 3;  // degrees either way that are looked for

// Degrees clockwise, in hundredths, by which the content leans; 0 where there is too little to
// tell, or too little lean to matter. The angle at which the upper edges of ink fall into the
// fewest rows, and the left edges into the fewest columns (projection profile). REQUIRES: grey.
double FindTilt(const Raster& grey);

// Turns the content back by `tilt` about the page's centre; the size stays. The inverse of the lean
// in ToDisplayed (base/geometry.h).
Raster Straighten(const Raster& grey, double tilt);

}  // namespace juesuan
