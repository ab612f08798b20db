// One value cell of a performance form.
#pragma once

#include "base/tables.h"
#include "extract/performance_pack.h"
#include "extract/value.h"

namespace juesuan {

// Amounts, rates and points as ReadValue. What an indicator asks and reached is a number only if
// nothing but a number and % is printed; all else is text as printed, in doubt if it was read from
// pixels weakly or in two ways. Names and notes are text.
CellValue ReadPerformanceCell(const GridCell& cell, ColumnUse use);

// Whether words of a cell were read from pixels so weakly that they may be others.
bool IsWeaklyRead(const GridCell& cell);

}  // namespace juesuan
