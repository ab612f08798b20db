#include "ingest/scan_image.h"

#include <algorithm>
#include <cmath>

namespace juesuan {

cv::Mat ViewOf(Raster* raster) {
  JUESUAN_CHECK(raster->channels == 1);
  return cv::Mat(raster->height, raster->width, CV_8UC1, raster->pixels.data());
}

cv::Mat ViewOf(const Raster& raster) { return ViewOf(const_cast<Raster*>(&raster)); }

Raster RasterOf(const cv::Mat& grey, double dpi) {
  Raster raster = MakeRaster(grey.cols, grey.rows, 1, dpi, 255);
  grey.copyTo(ViewOf(&raster));
  return raster;
}

MaskView MaskOf(const cv::Mat& mask) { return {mask.data, mask.cols, mask.rows, mask.step}; }

int PixelsOf(double points, double dpi) {
  return std::max(1, static_cast<int>(std::lround(points * dpi / 72)));
}

}  // namespace juesuan
