// Tables whose vertical rulings stop at the header.
#pragma once

#include <vector>

#include "layout/page_parts.h"

namespace juesuan {

// Joins an aligned table that follows a ruled one right below, when every cell of the aligned one
// stands in one column of the ruled one and no two of a row in the same: the ruled part is its
// header. The joined table is not ruled. `tables` in order, top to bottom; so after it.
void JoinHalfRuled(std::vector<PageTable>& tables);

}  // namespace juesuan
