// From the straight lines that a page's content paints, the rulings of its tables.
#pragma once

#include <vector>

#include "base/geometry.h"

namespace juesuan {

// Joins what lies on one axis and touches (a border drawn cell by cell, twice, or as dashes), clips
// to a page of `width` x `height` points and drops specks. Horizontal rulings first, each kind from
// the top left on. The result does not depend on the order of `lines`.
std::vector<Ruling> MergeRulings(std::vector<Ruling> lines, double width, double height);

}  // namespace juesuan
