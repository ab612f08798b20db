// Turning a page by quarters so that most of its text stands upright.
#pragma once

#include "base/page.h"
#include "base/raster.h"

namespace juesuan {

// The clockwise turn (0, 90, 180, 270) that sets most glyphs of `page` upright, seen from the frame
// that `page` is in.
int TurnOfText(const Page& page);

// Turns everything on `page` clockwise by `turn` and adds it to frame.turn. REQUIRES: a quarter.
void TurnPage(int turn, Page* page);

Raster TurnRaster(const Raster& raster, int turn);

}  // namespace juesuan
