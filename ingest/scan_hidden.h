// Whether a burnt-in mark lies over the print and hides it, and where.
#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"

namespace juesuan {

enum class Cover { kLeavesPrint, kHidesPrint, kUnknown };  // kUnknown: too few strokes meet it

// Whether the strokes of print that run into a mark end there. `page`: grey, the mark still in it;
// `background`: the page without its thin strokes; `mask`: 255 under the mark. All of one size,
// `dpi` of them.
//
// Method: where rulings and strokes run level or upright into the mark's edge, a mark beneath them
// or a translucent one lets them go on, darker than itself; an opaque one does not.
Cover CoverOf(const cv::Mat& page, const cv::Mat& background, const cv::Mat& mask, double dpi);

// The set pixels of `mask` as boxes in points, none higher than some points: together they cover
// them and little else.
std::vector<Box> CoveringBoxes(const Raster& mask);

}  // namespace juesuan
