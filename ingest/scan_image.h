// The bridge between Raster and OpenCV, for the scan_*.cc files alone.
#pragma once

#include <opencv2/core.hpp>

#include "base/mask_runs.h"
#include "base/raster.h"

namespace juesuan {

// A matrix over the raster's own pixels: no copy. REQUIRES: one channel; the raster outlives it.
cv::Mat ViewOf(Raster* raster);
cv::Mat ViewOf(const Raster& raster);  // not to be written to

Raster RasterOf(const cv::Mat& grey, double dpi);

// REQUIRES: every pixel 0 or 255; `mask` outlives it.
MaskView MaskOf(const cv::Mat& mask);

int PixelsOf(double points, double dpi);  // at least 1

}  // namespace juesuan
