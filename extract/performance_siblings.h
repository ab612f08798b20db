// What the self-evaluation and the report of one project say of the same indicators.
#pragma once

#include <vector>

#include "extract/performance.h"

namespace juesuan {

// An indicator of a report that the self-evaluation of its project names one or two characters
// otherwise, and no other way, has that name as its key and line; its label stays as printed.
// Then 一级 and 二级指标 that a table does not say are taken from the other one.
void JoinSiblings(std::vector<PerformanceClaim>* claims);

}  // namespace juesuan
