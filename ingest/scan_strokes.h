// Where the strokes of a burnt-in mark are, and nothing of the print.
#pragma once

#include <opencv2/core.hpp>

#include "ingest/scan_tone.h"

namespace juesuan {

// 255 in the strokes of a mark of `tone` on an evenly lit page (ingest/scan_light.h): flat pieces
// of its tone, and what thin strokes of print cut out of them. None in shaded cells.
cv::Mat MarkStrokes(const cv::Mat& page, const MarkTone& tone, double dpi);

// 255 in the strokes that are thicker than print. `background`: the evenly lit page without its
// thin strokes. Where print lies close this sees the mark, which MarkStrokes does not.
cv::Mat ThickStrokes(const cv::Mat& background, const MarkTone& tone, double dpi);

// The flat middles of strokes of any mid tone. The strokes of print have none: they are thinner.
cv::Mat FlatCores(const cv::Mat& page, double paper, double dpi);

}  // namespace juesuan
