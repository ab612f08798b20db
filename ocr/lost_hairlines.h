// Print whose thin strokes a scanner of black and white has lost: a 4 is then the stem of a 1.
#pragma once

#include <string>
#include <vector>

#include "base/raster.h"
#include "base/words.h"
#include "ocr/regions.h"

namespace juesuan {

// Whether a scanner of black and white made `grey`: its paper has no grain. Where there is grain,
// thin strokes are faint, not gone.
bool IsBlackAndWhite(const Raster& grey);

// Looks at the figures of one page. Where their thin strokes are lost, most of them lie in more
// pieces than they have digits.
class HairlineCheck {
 public:
  // `text`: what `line` of `grey` reads as. Whatever is no figure of three digits tells nothing.
  void Look(const Raster& grey, const InkLine& line, const std::string& text);
  bool AreLost() const;

 private:
  int figures_ = 0, parted_ = 0;
  int digits_ = 0, pieces_ = 0;
};

// What is left of the readings of a line on a page whose thin strokes are lost: none of an amount
// with a 1, which may as well be a 4 (every reader and every sum would say the same of both); other
// figures are in doubt.
void RefuseLostHairlines(std::vector<Reading>* readings);

}  // namespace juesuan
