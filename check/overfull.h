// Sums over a table that lost some rows.
#pragma once

#include <vector>

#include "check/session.h"

namespace juesuan {

// The equations that say a total is the sum of rows, or of cells, some of which went unread, and
// whose other rows add up to more than the total already. What went unread may be anything from
// nought up, so such a sum says nothing while it falls short; but one that is overfull has a cell
// that is wrong. Amounts below nought make room for any sum: an equation with one is left out.
std::vector<int> OverfullSums(const Session& session);

}  // namespace juesuan
