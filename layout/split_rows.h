// Table rows that no ruling parts.
#pragma once

#include "layout/page_parts.h"

namespace juesuan {

// Many tables draw a line only around the body or every few rows, and a cell then holds a column of
// amounts. Such a row is split by the baselines of its lines, where a cell holds at least two lines
// that are all amounts with a fraction and every line of every cell stands on one of the common
// baselines, none of them nearer than a line's height to the next. Anything else (a wrapped label
// beside amounts) is left as it is: extract refuses a cell of two amounts.
void SplitRows(PageTable& table);

}  // namespace juesuan
