// The white that runs down a table between two of its columns. In a table without upright rulings
// it tells two cells that stand as near as two characters of one.
#pragma once

#include <vector>

#include "base/level_frame.h"
#include "ocr/ink.h"

namespace juesuan {

// White over nearly all lines of a part of a table. It has a straight edge where many cells end, or
// begin, together; an edge that is not straight says nothing of a single line.
struct Gutter {
  int x0 = 0, x1 = 0;  // pixels, half open
  int y0 = 0, y1 = 0;  // of the part
  bool straight0 = false, straight1 = false;
};

// The gutters of the table between the levels of `frame`, down to `foot` (points). `mask`: the
// page's ink. `usual`: the height of a line, pixels. A part is what lies between two levels, or
// between several that are no farther apart than rows; one of a few lines has no gutters.
std::vector<Gutter> FindGutters(const Raster& mask, const LevelFrame& frame, double foot,
                                double usual);

// Whether the white [from, to) of a line that is `high` pixels high and lies around `y` is that
// between two columns: it begins or ends at the straight edge of a gutter.
bool IsGutter(const std::vector<Gutter>& gutters, int from, int to, int y, double high);

}  // namespace juesuan
