// Turning a page by quarters.
#pragma once

#include "base/page.h"
#include "base/raster.h"

namespace juesuan {

// Turns everything on `page` clockwise by `turn` and adds it to frame.turn. REQUIRES: a quarter.
void TurnPage(int turn, Page* page);

Raster TurnRaster(const Raster& raster, int turn);

}  // namespace juesuan
