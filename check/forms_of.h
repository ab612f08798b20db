// Which forms an equation of a rule reads.
#pragma once

#include <set>
#include <string>

#include "check/rule.h"

namespace juesuan {

// Of its formula and quantifiers, not of its condition: what it says nothing about, it does not
// need.
std::set<std::string> FormsOf(const RulePart& part);

}  // namespace juesuan
