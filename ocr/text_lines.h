// Splits the ink of one cell, or of a column of prose, into lines of text.
#pragma once

#include <vector>

#include "ocr/gutters.h"
#include "ocr/ink.h"

namespace juesuan {

// The lines of `mask` (ink 255), top to bottom, each trimmed to its ink. `usual_height`: the height
// of an ink line in this document, pixels; it says when a strip is too low to be a line of its own
// (the strokes of 二, of =) and when it is so high that two lines must touch in it.
//
// Method: strips of rows with ink; strips too low join the nearer neighbour; a strip of two line
// heights or more is cut at a valley of its row profile if few strokes cross there.
std::vector<PixelBox> SplitIntoLines(const Raster& mask, double usual_height);

// Cuts a line where nothing is printed over more than `widest_gap` pixels; left to right, trimmed.
std::vector<PixelBox> SplitAtGaps(const Raster& mask, const PixelBox& line, double widest_gap);

// The same where columns may stand side by side without a ruling between them, also at the white of
// a gutter, but not beside a low mark: the 、 of 一、 leaves white behind, a comma or a point is
// part of its figure. `gutters`: in pixels of `mask`.
std::vector<PixelBox> SplitAtColumns(const Raster& mask, const PixelBox& line, double widest_gap,
                                     const std::vector<Gutter>& gutters);

// A stretch of one line.
struct LinePart {
  PixelBox ink;
  bool leader = false;  // the row of dots between a title and its page number
};

// Parts `line` where a leader begins and ends; one part if it has none. A leader has eight dots at
// least, so that an ellipsis is none. `usual_height`: of an ink line.
std::vector<LinePart> SplitAtLeaders(const Raster& mask, const PixelBox& line, double usual_height);

// The heights of the strips of rows with ink in `mask`, for estimating the usual height.
std::vector<int> StripHeights(const Raster& mask);

}  // namespace juesuan
