// Rows that are told by their shading: headers, every second row, totals.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "base/geometry.h"

namespace juesuan {

// A shaded rectangle as wide as several cells. Points.
struct ShadedField {
  Box box;
  int tone = 255;  // grey
};

// A line of print, and of how many pieces, parted by wider gaps than words have.
struct PrintLine {
  double y0 = 0, y1 = 0;
  size_t pieces = 0;
};

// The lines of print in a box, top to bottom.
using LinesIn = std::function<std::vector<PrintLine>(const Box&)>;

// Level rulings along the edges of `fields` where none of `rulings` runs, and around the bare rows
// above or below them: lines of two pieces or more that follow without a gap. A field that upright
// rulings part has its own and is passed over; so is one alone, without such rows.
// `foot`: of the page.
std::vector<Ruling> EdgesOfShading(const std::vector<ShadedField>& fields,
                                   const std::vector<Ruling>& rulings, double foot,
                                   const LinesIn& lines_in);

}  // namespace juesuan
