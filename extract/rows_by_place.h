// Rows whose label a recogniser misread, told by where they stand.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/pack.h"
#include "extract/row_keys.h"

namespace juesuan {

// Forms print their line items in one order: where as many misread labels stand between two known
// ones as the form has items between them, they are these, in doubt. Labels of a text layer are
// left alone. `rows` as ReadRowKeys gives them, of a form with a closed list of items.
void LinesByPlace(const FormPack& form, size_t side, std::vector<std::vector<RowKey>>* rows);

}  // namespace juesuan
