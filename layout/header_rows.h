// How many rows at the top of a table are its header.
#pragma once

#include "layout/page_parts.h"

namespace juesuan {

// By content: the rows down to the 栏次 row (1, 2, 3 … in order), if one of the first rows is such;
// else the rows above the first one that holds a number or a code, or whose cells are half blank. A
// cell that spans down from a header row draws the rows it spans in, if they hold no number. 0 if
// the first row is a body row, as on a continuation without a header.
int CountHeaderRows(const PageTable& table);

}  // namespace juesuan
