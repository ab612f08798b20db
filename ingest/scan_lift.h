// Takes a burnt-in mark out of a scanned page.
//
// The page beneath is the page divided by the mark's factor, where the mark is and nowhere else:
// strokes of print keep their weight, which no threshold can promise.
#pragma once

#include "base/geometry.h"
#include "base/raster.h"
#include "ingest/scan_tone.h"

namespace juesuan {

// Where a mark was lifted.
struct LiftedMark {
  Box box;       // points; empty if the page has no mark
  Raster where;  // 255 under the mark, as large as the page; empty with the box
  Raster hides;  // where the mark is opaque and lies over the print, which is gone; mostly empty
  Raster harms;  // where thin strokes of print may have gone with it, or rests of it have stayed
                 // beside print; mostly empty
};

// Lifts the mark to paper. On a page without one no pixel is changed.
LiftedMark LiftMark(const MarkTone& tone, Raster* grey);

}  // namespace juesuan
