// Stamps a seal on the pages of a drawing.
#pragma once

#include <string>

#include "corpus/drawing.h"
#include "corpus/look.h"

namespace juesuan {

// A ring with a star and words in `family` around it, over what every page holds, a little
// elsewhere on each.
void PaintSeal(const Seal& seal, const std::string& family, Drawing* drawing);

}  // namespace juesuan
