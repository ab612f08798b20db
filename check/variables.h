// Which formulas depend on the place they are asked at.
#pragma once

#include "check/rule.h"

namespace juesuan {

// Whether the condition names a variable that stands outside of it, in the part's `each`. One that
// does not is the same at every place of the part.
bool NamesAVariable(const Condition& condition);

}  // namespace juesuan
