// Tables continued over pages.
#pragma once

#include <vector>

#include "layout/captions.h"
#include "layout/page_parts.h"

namespace juesuan {

struct StitchedTable {
  TableGrid grid;                 // without number, above and below
  std::vector<PartPlace> places;  // one for each grid.parts
};

// Every table of the document, in reading order, those that continue over a page break as one grid.
//
// The first table of a page continues the last one of the page before when
//   - nothing but page numbers and running lines stands between them, or lines that repeat the
//     earlier one's caption, or 续表;
//   - its columns are the earlier one's (MatchColumns); where one part has edges that the other
//   lacks,
//     the rows at the break must have the same cells;
//   - it repeats the earlier one's header (left out of the grid), or has none of its own.
// A row that the page edge cut is joined only where the part below has no code and no 行次 while
// every row above has one (a label's tail), or has amounts only while the row above has none. A
// merged label cell that goes on blank is one cell. Everything else stays as two rows, two tables.
std::vector<StitchedTable> StitchTables(const std::vector<PageParts>& pages);

}  // namespace juesuan
