// The watermark of a drawing, on every page, in one of the ways producers use.
#pragma once

#include "corpus/drawing.h"
#include "corpus/look.h"
#include "corpus/page_canvas.h"

namespace juesuan {

// Call when all pages are laid out: marks beneath the text are put first on each page.
void PaintWatermark(const Watermark& watermark, const std::string& family, Drawing* drawing);

}  // namespace juesuan
