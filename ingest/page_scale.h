// Scans whose page was made a point a pixel: many times larger than the paper was.
#pragma once

#include "ingest/painted_page.h"

namespace juesuan {

// Whether a page of these points is too large for the paper that offices print on.
bool MayBePointAPixel(double width, double height);

// By what to multiply the points of `page` to have those of the paper: 1 unless it is so large and
// coarse pictures are all that is seen on it.
double ScaleOfScan(const PaintedPage& page);

}  // namespace juesuan
