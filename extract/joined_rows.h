// The rows of one form over the grids it was printed in: a form that a page's end cuts may come as
// several grids, whose columns are laid on one scale.
#pragma once

#include <string>
#include <vector>

#include "base/tables.h"

namespace juesuan {

// A cell as it covers a row.
struct JoinedCell {
  const GridCell* cell = nullptr;
  int first = 0, last = 0;  // columns of the joined scale, inclusive
  bool starts = false;      // its first row is this one

  bool IsWritten() const { return !cell->lines.empty(); }
  bool Overlaps(int from, int to) const { return first <= to && last >= from; }
};

struct JoinedRow {
  const TableGrid* grid = nullptr;
  int row = 0;  // of `grid`
  int page = 0;
  bool after_cut = false;         // the first row of a page, but of the first one
  std::vector<JoinedCell> cells;  // that cover the row, left to right
};

// Some rows of a grid.
struct GridRows {
  const TableGrid* grid = nullptr;
  int begin = 0, end = 0;  // [begin, end)
};

struct JoinedRows {
  int columns = 0;
  std::vector<JoinedRow> rows;
};

// REQUIRES: the grids outlive the rows.
JoinedRows JoinRows(const std::vector<GridRows>& pieces);

// True for the first row that stands on a page.
bool IsFirstOfPart(const TableGrid& grid, int row);

// One line, wrapped lines joined.
std::string TextOf(const GridCell& cell);

}  // namespace juesuan
