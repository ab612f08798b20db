// The layout stage: words and rulings of a document's pages to tables, captions and paragraphs.
#pragma once

#include <vector>

#include "base/tables.h"
#include "base/words.h"

namespace juesuan {

// Part of the stage's recipe: other grids from the same words get another number.
constexpr char kGrids[] = "grids=8";

// Every table of the document as a grid, those continued over pages stitched to one, with the lines
// above and below; everything else as paragraphs in reading order. Two pages printed side by side
// on a sheet are read one after the other, as parts of one page. `sheets` in ascending order, a
// failed page left out; a table or paragraph never continues across a failed page. Coordinates in
// each page's upright frame. Nothing read is dropped: every word is in one cell or one paragraph.
DocumentLayout BuildLayout(std::vector<WordPage> sheets, std::vector<PageFailure> failures);

}  // namespace juesuan
