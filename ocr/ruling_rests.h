// What the eraser left of rulings: a curled or doubled one is not where its ruling says.
#pragma once

#include <vector>

#include "base/level_frame.h"
#include "base/raster.h"

namespace juesuan {

// Takes flat ink that keeps to the cell's edge or corner out of `mask`, the ink of one cell. A dash
// stands in the middle, the foot of a digit is part of it, a point is not flat.
void DropCellRests(Raster* mask);

// Takes flat ink that keeps to a level ruling of one of `frames` (points) out of `mask`, the ink of
// the page: a row is so high that its dashes stand clear of its rulings.
void DropLevelRests(const std::vector<LevelFrame>& frames, Raster* mask);

}  // namespace juesuan
