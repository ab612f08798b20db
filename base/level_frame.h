// Level rulings of one width: where tables without upright rulings may stand. Shared geometry: ocr
// cuts words closer there, layout finds the tables.
#pragma once

#include <vector>

#include "base/geometry.h"

namespace juesuan {

// Level rulings that begin and end together, and the shorter ones between the first and the last.
struct LevelFrame {
  double x0 = 0, x1 = 0;
  std::vector<double> levels;  // heights of the full rulings, ascending; at least two
  std::vector<Ruling> parts;   // level rulings that cover a part of the width

  // Its levels are as near as those of a header: its table may go on below to the page's end, where
  // the closing ruling of a table that goes over pages is not drawn.
  bool MayBeOpen() const;
};

// The frames of a page's `rulings` (upright frame, points), the widest first, then top to bottom.
// Rulings end together within a hundredth of their width; strokes of one line that a small break
// parts are one, two strokes of a doubled line are one level.
std::vector<LevelFrame> FindLevelFrames(const std::vector<Ruling>& rulings);

// The same, and where there is none above a lone level ruling a frame from the page's head to it:
// there a table may end that the page before began.
std::vector<LevelFrame> FindFramesOfColumns(const std::vector<Ruling>& rulings);

}  // namespace juesuan
