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

// Level rulings along the edges of `fields` where none of `rulings` runs, and around the bare row
// above or below rows that are shaded in turns. A field that upright rulings part has its own, and
// none are added. `pieces_in`: how many pieces of print, parted by wide gaps, stand in a box; what
// has fewer than two is no row.
std::vector<Ruling> EdgesOfShading(const std::vector<ShadedField>& fields,
                                   const std::vector<Ruling>& rulings,
                                   const std::function<size_t(const Box&)>& pieces_in);

}  // namespace juesuan
