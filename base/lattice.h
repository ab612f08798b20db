// The cells that rulings close. Shared geometry: ocr cuts its reading regions by it and layout
// builds grids on it, so that both see the same cells.
//
// Method: rulings nearer than a tolerance are one line; lines that touch form one table; the
// table's distinct xs and ys make an atomic grid; atoms whose common edge is not ruled are one
// cell, grown to the rectangle that encloses it. Beyond that:
//   - gaps shorter than the tolerance in a ruling are bridged, and a longer break where it would
//     leave a cell that is no rectangle;
//   - an outer border that is not drawn is closed where at least two lines end together outside the
//     last line that crosses them;
//   - a vertical that parts a single row, between two rows parted alike without it, is the stem of
//     a glyph (a scan) and dropped.
// The tolerance follows the pitch of the rows (a sixth of it, at most 2.2 pt), so that it holds for
// scans and for dense forms.
#pragma once

#include <vector>

#include "base/geometry.h"

namespace juesuan {

struct LatticeCell {
  int row = 0, col = 0;            // of the top left atom, 0-based
  int row_span = 1, col_span = 1;  // in atoms
  Box box;                         // between the axes of the rulings around it
};

struct Lattice {
  Box box;
  std::vector<double> xs, ys;      // line positions, ascending; xs.size() - 1 columns
  std::vector<LatticeCell> cells;  // disjoint, covering; by row, then column
};

// The lattices of a page, top to bottom. Lines that close no cell (an underline, a page border with
// no ruling inside: one cell) give none. A table inside a cell of another is a lattice of its own.
// `rulings` in points; any order, overlaps allowed.
std::vector<Lattice> FindLattices(const std::vector<Ruling>& rulings);

}  // namespace juesuan
