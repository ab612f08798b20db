// Seals on a scanned page: red and round, or grey where the scanner saw no colour.
#pragma once

#include <vector>

#include "base/geometry.h"
#include "base/raster.h"

namespace juesuan {

// A page in grey with the ink of coloured seals taken out.
struct Unsealed {
  Raster grey;
  Raster seal = {};      // 255 where such ink was; empty if there was none
  Raster whole = {};     // grey as the page was drawn, with its seals; empty with `seal`
  bool blurred = false;  // the ink's colour was coarser than its light: edges were told by more
};

// What is printed beneath a seal's ink is as dark in the brightest of the three channels as it was;
// the ink itself is nearly paper there. Only where colour stands together in a patch as large as a
// seal: coloured type stays what it is. REQUIRES: three channels.
Unsealed TakeSealsOut(const Raster& rgb);

// The pieces of seals that hide the print beneath, as boxes in points. `grey`: the page without the
// seals' ink; `seal`: where that was, as large. None where the print is seen to go on beneath it.
std::vector<Box> HidingPieces(const Raster& grey, const Raster& seal);

}  // namespace juesuan
