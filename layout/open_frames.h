// Tables between level rulings whose end is not ruled: a three-line table that a page's foot cuts
// has its closing ruling on the last page only, and without a repeated header no ruling at the top
// of the next.
#pragma once

#include <optional>
#include <vector>

#include "base/lattice.h"
#include "base/level_frame.h"
#include "layout/level_words.h"

namespace juesuan {

// A frame whose outer levels may be where its words end, not rulings.
struct ClosedFrame {
  LevelFrame frame;
  bool open_top = false, open_end = false;  // the first, or the last, level is no ruling
};

// The frames of a page (`rulings`: its own, in points), each closed below the rows that go on under
// its last ruling where the strip above that is a header. `before`: the frame in which the page
// before ended without a ruling; then rows above this page's first such ruling, or without any,
// are in a frame too. Rows go on while their distances are alike; a note, a page number or a table
// of another frame ends them.
std::vector<ClosedFrame> CloseFrames(const std::vector<Ruling>& rulings,
                                     const std::vector<LevelWord>& words,
                                     const std::vector<Lattice>& lattices,
                                     const std::optional<LevelFrame>& before);

}  // namespace juesuan
