// Work split among processes where each part stands alone: no memory is shared, nothing is waited
// for but the ends.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"

namespace juesuan {

// Runs `work(share)` for 0 … shares - 1, each in a process of its own (in this one if there is only
// one share), and gives back what each returned, in order. `work` must open its own database: no
// connection may cross. Errors: kExternal: a process cannot be made, or one died.
Result<std::vector<std::string>> RunShares(int shares,
                                           const std::function<std::string(int share)>& work);

}  // namespace juesuan
