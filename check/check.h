// The check stage: facts and words of one document to findings, outcomes of every rule instance,
// and what they say of single cells. Pure: the same input and packs give the same report; no file,
// clock or PDF is touched.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/facts.h"
#include "base/findings.h"
#include "check/check_input.h"
#include "check/rule_packs.h"

namespace juesuan {

struct CheckReport {
  std::vector<Finding> findings;        // by rule, then in printed order; rounding notes last
  std::vector<RuleInstance> instances;  // by rule, then in printed order
  std::vector<RecordChange> statuses;   // by record; only records of which it says something new
};

// A record a reviewer corrected is believed and never changed.
CheckReport Check(const CheckInput& input, const RulePacks& packs);

// What a report depends on besides the facts: the rules, and the version of this code.
std::string CheckKey(const RulePacks& packs);

// Makes the changes of a report in the facts it was made of.
void Apply(const std::vector<RecordChange>& changes, DocumentFacts* facts);

}  // namespace juesuan
