// Dependent failures and their most likely single cause.
#pragma once

#include <vector>

#include "check/session.h"

namespace juesuan {

// A group of equations that fail together, and the one cell whose change closes them.
struct Cause {
  std::vector<int> equations;
  std::vector<int> cells;  // equally likely causes; one if the equations single it out
  Int128 shift = 0;        // what the (first) cell would have to change by

  bool IsSingle() const { return cells.size() == 1; }
};

// Every violated equation in exactly one group. Greedy: the change of one cell that closes the most
// failing equations, less those it would break, then the rest likewise; a cell in a weaker reading
// goes before one that is well witnessed.
std::vector<Cause> FindCauses(const Session& session);

}  // namespace juesuan
