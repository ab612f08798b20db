// The picture of one line as the engines want it.
#pragma once

#include <string>

#include "base/raster.h"
#include "ocr/regions.h"

namespace juesuan {

// The line in the page's own resolution: dark on white, a small margin of paper around the ink,
// nothing of its neighbours. REQUIRES: `grey` is the picture `line` was found in.
Raster CutLine(const Raster& grey, const InkLine& line);

// `line` scaled to `height` pixels, area averages when shrinking, cubic when growing.
Raster ScaleToHeight(const Raster& line, int height);

// What a lone horizontal stroke prints: "—" up to 1.5 line heights, "——" above that. "" if the ink
// is anything else. The shape decides, since to a recogniser a dash is as well 一 or －.
std::string DashOf(const Raster& grey, const InkLine& line);

}  // namespace juesuan
