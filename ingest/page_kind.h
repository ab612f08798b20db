// What kind of page it is, and whether its text layer may be believed.
#pragma once

#include "base/page.h"
#include "ingest/painted_page.h"

namespace juesuan {

// Fills kind, image_dpi, layer_sound and layer_reason of `page`, whose glyphs are already those of
// `painted` without what `skip` leaves out. `in_images`: how many glyphs an image hides. A layer is
// not sound where text may stand in images, which no layer has.
void JudgeKind(const PaintedPage& painted, const SkipRules& skip, size_t in_images, Page* page);

}  // namespace juesuan
