// Words from a page's picture.
#pragma once

#include "base/page.h"
#include "base/raster.h"
#include "base/words.h"
#include "ocr/line_reader.h"

namespace juesuan {

// The words of `page` as `reader` reads them from `clean`: grey, the page's upright frame,
// watermark left out; `marked`: with it, empty or where lifting it harmed print
// (ocr/harmed_figures.h). Boxes are tight around the ink. A word's size is the height of its ink,
// points. Ink that no engine can read becomes an UnreadRegion. A scan that stands on its side or on
// its head is turned: the words' frame is then another than the page's. Errors: of the engines.
Result<WordPage> ReadPixelWords(const Page& page, const Raster& clean, const Raster& marked,
                                LineReader* reader);

// What the second engine reads in each of `cells` (upright frame, points); none for a cell without
// exactly one line of ink, or with a dash. Errors: of the engine.
Result<std::vector<std::vector<Reading>>> ReadCellsAgain(const Page& page, const Raster& clean,
                                                         const std::vector<Box>& cells,
                                                         LineReader* reader);

}  // namespace juesuan
