// Which way up most of a page's text layer stands.
#pragma once

#include "base/page.h"

namespace juesuan {

// The clockwise turn (0, 90, 180, 270) that sets most glyphs of `page` upright, seen from the frame
// that `page` is in.
int TurnOfText(const Page& page);

}  // namespace juesuan
