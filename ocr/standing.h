// Which way up the text of a scanned page stands: scanners are fed sideways and upside down, and
// say nothing of it.
#pragma once

#include <vector>

#include "base/raster.h"
#include "ocr/line_reader.h"
#include "ocr/regions.h"

namespace juesuan {

// Whether lines of text run up or down the page instead of across it. Told from the shapes that
// characters make together and from where each has its nearest neighbour. `grey`: the page with its
// rulings erased.
bool TextRunsDown(const Raster& grey);

enum class Standing { kUpright, kUpsideDown, kUnknown };

// Which way up a page stands whose text runs across it: a line or two are read both ways, and what
// reads surely is right. `lines` are those of `grey`. Unknown where no Chinese text is read.
// Errors: of the engine.
Result<Standing> FindStanding(const Raster& grey, const std::vector<InkLine>& lines,
                              LineReader* reader);

}  // namespace juesuan
