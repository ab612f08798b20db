// Sheets on which two printed pages stand side by side.
#pragma once

#include <vector>

#include "base/words.h"

namespace juesuan {

// A printed page: a whole sheet, or its left or right half.
struct PrintedPage {
  WordPage words;  // page number, frame and boxes are the sheet's
  Box area;        // of the sheet
};

// The printed pages in reading order. `pages`: ascending, upright frame.
//
// A sheet is parted where a gutter runs down its middle that no word and no ruling crosses and that
// is broader than its type is high twice over, if what stands beside the gutter are pages: on both
// sides a ruled table or lines of prose as long as the side is wide, or page numbers that follow
// each other. A page of another kind (a cover, an end of a table) is told by the document: its
// sheet is parted too if one of the same size and gutter was. Only sheets that lie are looked at.
std::vector<PrintedPage> PartTwoUp(std::vector<WordPage> pages);

}  // namespace juesuan
