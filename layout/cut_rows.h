// Rows and merged cells that the page edge cut in two.
#pragma once

#include <vector>

#include "base/tables.h"

namespace juesuan {

// `above`: the grid so far. `below`: the cells of the next part, their rows counted on from
// above.rows and their columns above's. Joins what the page edge cut, on safe evidence only:
//   - the first row below is words under labels, without the code or running number that nearly
//     every row above has: it is the tail of the last row's labels;
//   - the first row below is amounts only, the last row above has none: they are its amounts;
//   - a blank cell below that spans rows, under a label cell: both are one cell.
// Returns the rows that vanished (0 or 1); the cells below have moved up by as many.
int JoinCutRow(TableGrid& above, std::vector<GridCell>& below);

}  // namespace juesuan
