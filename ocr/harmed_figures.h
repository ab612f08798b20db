// Figures that may have been harmed when the page's watermark was lifted, and their second witness:
// the page as it was with its mark.
#pragma once

#include <string>
#include <vector>

#include "base/page.h"
#include "base/raster.h"
#include "base/words.h"
#include "ocr/line_reader.h"
#include "ocr/regions.h"

namespace juesuan {

// Whether `line` (pixels at `dpi`) stands in or beside a kHarmingMark of `page`.
bool IsBesideHarm(const Page& page, const InkLine& line, double dpi);

// Lets `readings` of such a line score low if they have digits and the believed one has others than
// the first engine reads in the same place of `marked`, as large as the picture `line` was found
// in; also if `marked` is empty. Errors: of the engine.
Status DoubtHarmed(const Raster& marked, const InkLine& line, LineReader* reader,
                   std::vector<Reading>* readings);

}  // namespace juesuan
