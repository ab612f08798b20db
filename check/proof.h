// Which cells the identities prove.
#pragma once

#include <vector>

#include "check/session.h"

namespace juesuan {

// By cell: true where the value is closed by identities that no other reading of the cell closes,
// or where two independent readings agree, and no identity it is to blame for fails. Blank cells
// are never proven. `blamed` marks the cells that a failure is put down to.
//
// Strict on purpose. A copy of the same digits by the same reader proves little (both may be
// misread alike), a sum within rounding leaves room for a wrong last digit: a cell read from pixels
// by one reader needs a sum, and that sum exact or a copy besides. A sound text layer needs any one
// identity. A cell equal to a proven one in an exact copy is proven too.
std::vector<bool> ProvenCells(const Session& session, const std::vector<bool>& blamed);

}  // namespace juesuan
