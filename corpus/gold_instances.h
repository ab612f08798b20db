// The rule instances of a document against the gold's, one by one.
#pragma once

#include <string>
#include <vector>

#include "base/findings.h"
#include "base/result.h"

namespace juesuan {

struct GoldInstance {
  std::string rule, place, outcome;  // "R19", "2080101", "HOLD"
};

// Lines of rule_id, place and status; rules that are not in `rules` are left out.
// Errors: kMalformed with the line.
Result<std::vector<GoldInstance>> ParseGoldInstances(const std::string& json_lines,
                                                     const std::vector<std::string>& rules);

struct GoldAgreement {
  int64_t gold = 0, same = 0;
  std::vector<std::string> missing, extra;  // "R10 13个股室 HOLD", sorted
};

// As multisets of rule, place and outcome. A place "NAME: …" of the gold may cut the name short, to
// its first two characters or more, as its hand-written places do: it is then the same place.
GoldAgreement CompareInstances(const std::vector<GoldInstance>& gold,
                               const std::vector<RuleInstance>& got);

}  // namespace juesuan
