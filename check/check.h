// The check stage: facts and words of one document to findings, outcomes of every rule instance,
// and what they say of single cells. Pure: the same input and packs give the same report; no file,
// clock or PDF is touched. main.cc, `juesuan run` and `juesuan check` all come here.
#pragma once

#include <string>
#include <vector>

#include "base/facts.h"
#include "base/findings.h"
#include "check/check_input.h"

namespace juesuan {

class RulePacks;  // check/rule_packs.h

// Who only stores what check says has no use for the list of a thousand instances that hold.
enum class InstanceList { kGive, kLeaveOut };

// A record a reviewer corrected is believed and never changed. Of a document that is no disclosure
// (its kind) there is nothing to report.
CheckReport Check(const CheckInput& input, const RulePacks& packs,
                  InstanceList instances = InstanceList::kGive);

// What a report depends on besides the facts: the rules, and the version of this code.
std::string CheckKey(const RulePacks& packs);

// Makes the changes of a report in the facts it was made of.
void Apply(const std::vector<RecordChange>& changes, DocumentFacts* facts);

}  // namespace juesuan
