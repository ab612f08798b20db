// From the straight lines that a page's content paints, the rulings of its tables.
#pragma once

#include <vector>

#include "base/geometry.h"

namespace juesuan {

// How far apart the pieces of one line may lie; points.
struct PieceLimits {
  double same_axis;    // between the axes of one line drawn twice
  double axis_spread;  // over which all pieces of a line may scatter
  double touch;        // between the end of one piece and the start of the next
};
constexpr PieceLimits kPaintedPieces{0.7, 1.4, 1.0};
constexpr PieceLimits kScanPieces{1.0, 2.4, 5.0};

// Joins what lies on one axis and touches (a border drawn cell by cell, twice, or as dashes), clips
// to a page of `width` x `height` points and drops specks. Horizontal rulings first, each kind from
// the top left on. The result does not depend on the order of `lines`.
std::vector<Ruling> MergeRulings(std::vector<Ruling> lines, double width, double height,
                                 const PieceLimits& limits = kPaintedPieces);

}  // namespace juesuan
