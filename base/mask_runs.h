// Masks as runs: what is set along their rows, and what hangs together. Pages are mostly paper, and
// lines and rulings are long: a page is a few thousand runs, and whatever looks at runs instead of
// pixels takes a tenth of the time.
#pragma once

#include <cstdint>
#include <vector>

#include "base/raster.h"

namespace juesuan {

// Set pixels of one row: `from` to one before `to`.
struct MaskRun {
  int row = 0, from = 0, to = 0;
  int Length() const { return to - from; }
};

// Another's mask, not owned: `stride` bytes from row to row; every pixel 0 or 255.
struct MaskView {
  const uint8_t* pixels = nullptr;
  int width = 0, height = 0;
  size_t stride = 0;
};
MaskView ViewOfMask(const Raster& mask);  // REQUIRES: one channel

// The runs of `mask`, row by row from left to right. Gaps of at most `gap` pixels between two runs
// of a row count as set; runs that are then shorter than `least` are left out.
std::vector<MaskRun> RunsOf(const MaskView& mask, int gap = 0, int least = 1);

// What hangs together, over corners too.
struct MaskComponent {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // pixels; x1 and y1 are one past the last
  int64_t area = 0;                    // pixels
  int64_t row_sum = 0;                 // of the rows of all pixels
  double CentreRow() const { return static_cast<double>(row_sum) / static_cast<double>(area); }
  int Width() const { return x1 - x0; }
  int Height() const { return y1 - y0; }
};

struct MaskComponents {
  std::vector<MaskComponent> components;  // in the order of their first runs
  std::vector<int> of;                    // of each run, its component
};

// REQUIRES: `runs` are ordered as RunsOf gives them, and no two of a row touch.
MaskComponents Components(const std::vector<MaskRun>& runs);

}  // namespace juesuan
