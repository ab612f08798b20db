// What the columns of a grid hold, told from its body rows.
#pragma once

#include <vector>

#include "base/tables.h"

namespace juesuan {

enum class ColumnKind {
  kEmpty,
  kLabel,   // words
  kKey,     // a code or a running number in nearly every row
  kAmount,  // amounts or placeholders
};

// One for each column, from the cells of one column's width in the rows from `header_rows` on.
std::vector<ColumnKind> ColumnKinds(const std::vector<GridCell>& cells, int header_rows, int cols);

}  // namespace juesuan
