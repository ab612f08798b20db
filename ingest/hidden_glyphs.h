// Which glyphs of a page nobody sees: an image or a filled box painted over them, no opacity, a
// render mode that paints nothing. What such text says is not what is printed.
#pragma once

#include <vector>

#include "ingest/painted_page.h"

namespace juesuan {

enum class Hiding {
  kNone,
  kInvisible,  // paints nothing
  kFilled,     // a filled box lies over it
  kImage,      // an image lies over it, or it is white upon an image: the image says what is seen
};

// One for each glyph of `page`. What `skip` leaves out hides nothing.
std::vector<Hiding> FindHidden(const PaintedPage& page, const SkipRules& skip);

}  // namespace juesuan
