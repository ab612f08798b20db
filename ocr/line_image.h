// The picture of one line as the engines want it.
#pragma once

#include <string>

#include "base/raster.h"
#include "ocr/regions.h"

namespace juesuan {

// The line in the page's own resolution: dark on white, a small margin of paper around the ink,
// nothing of its neighbours. REQUIRES: `grey` is the picture `line` was found in.
Raster CutLine(const Raster& grey, const InkLine& line);

// The share of a cut line's ink that stands in runs as broad as a Han character: near 1 for
// Chinese, near 0 for figures, whose every digit is narrow.
double WideShare(const Raster& line);

// Whether the ink of `line` (CutLine) is as a whole broad enough for a Han character.
bool IsBroad(const Raster& line);

// `line` scaled to `height` pixels and its width in proportion times `squeeze`; area averages when
// shrinking, cubic when growing.
Raster ScaleToHeight(const Raster& line, int height, double squeeze = 1);

// What a lone horizontal stroke prints: "—" up to 1.5 line heights, "——" above that. "" if the ink
// is anything else. The shape decides, since to a recogniser a dash is as well 一 or －.
std::string DashOf(const Raster& grey, const InkLine& line);

}  // namespace juesuan
