// A page as pixels. Raster rows are top to bottom and packed without padding.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace juesuan {

struct Raster {
  int width = 0, height = 0;    // pixels
  int channels = 1;             // 1 grey, 3 RGB
  double dpi = 0;               // pixels = points * dpi / 72
  std::vector<uint8_t> pixels;  // height * width * channels

  uint8_t* Row(int y) { return pixels.data() + static_cast<size_t>(y) * width * channels; }
  const uint8_t* Row(int y) const {
    return pixels.data() + static_cast<size_t>(y) * width * channels;
  }
  bool IsEmpty() const { return pixels.empty(); }
};

Raster MakeRaster(int width, int height, int channels, double dpi, uint8_t fill);

// PNG on disk; raster.cc alone knows the PNG library. The dpi is kept in whole pixels a metre, so
// it is restored to within 0.02. Writing goes to a temporary name first and is renamed.
Status WritePng(const Raster& raster, const std::filesystem::path& path);
Result<Raster> ReadPng(const std::filesystem::path& path);

}  // namespace juesuan
