// What layout holds of one printed page while it works: the tables that stand on it and the lines
// around them. Upright frame, points.
#pragma once

#include <vector>

#include "base/tables.h"

namespace juesuan {

// The part of a table that stands on one page, before stitching. Cells as in TableGrid, with rows
// counted from the top of this part.
struct PageTable {
  int page = 0;
  bool ruled = true;
  Box box;
  std::vector<double> xs, ys;   // edges of columns and rows, ascending
  std::vector<GridCell> cells;  // by row, then column; disjoint, covering
  int header_rows = 0;

  int Rows() const { return static_cast<int>(ys.size()) - 1; }
  int Cols() const { return static_cast<int>(xs.size()) - 1; }
};

struct PageParts {
  PageFrame frame;                // of the sheet
  Box area;                       // of the sheet: where this page is printed (two_up.h)
  std::vector<PageTable> tables;  // top to bottom
  std::vector<TextLine> lines;  // outside the tables, in reading order; pieces of one printed line
                                // that stand far apart are lines of their own
};

// Whether `next`, the entry behind `page`, is the page printed after it: no page between them
// failed.
inline bool Follows(const PageParts& next, const PageParts& page) {
  return next.frame.page - page.frame.page <= 1;
}

}  // namespace juesuan
