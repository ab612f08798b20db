// From what a page paints and what of it is watermark, the Page of the artefact.
#pragma once

#include "base/page.h"
#include "ingest/painted_page.h"
#include "ingest/watermark_objects.h"

namespace juesuan {

// Glyphs without the watermark and without the second copy of type printed twice, rulings, kind;
// turned to the upright frame.
Page BuildPage(const PaintedPage& painted, const PageWatermark& watermark);

}  // namespace juesuan
