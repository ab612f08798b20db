// The scanner's dark lid, seen around the sheet.
#pragma once

#include "base/raster.h"

namespace juesuan {

// Paints what is dark from the picture's edge inwards as paper, as light as it is beside it: the
// lid's frame would else hold the whole page and be read as one shape with its lines of text. Only
// a strip along an edge, never a picture that reaches far into the page, nor a stroke of print.
// `grey`: the page as scanned, one channel; unchanged where there is no lid.
void PaintOverLid(Raster* grey);

}  // namespace juesuan
