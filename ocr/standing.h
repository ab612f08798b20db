// Which way up the text of a scanned page stands: scanners are fed sideways and upside down, and
// say nothing of it.
#pragma once

#include <vector>

#include "base/raster.h"
#include "ocr/line_reader.h"
#include "ocr/regions.h"

namespace juesuan {

// Whether lines of text run up or down the page instead of across it. Told from the shapes that
// neighbouring characters make together. `grey`: the page with its rulings erased.
bool TextRunsDown(const Raster& grey);

// Whether the page is upside down, given that its text runs across it: a line or two are read both
// ways, and what reads surely is right. `lines` are those of `grey`. A page without Chinese text is
// taken as it lies. Errors: of the engine.
Result<bool> IsUpsideDown(const Raster& grey, const std::vector<InkLine>& lines,
                          LineReader* reader);

}  // namespace juesuan
