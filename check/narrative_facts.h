// The figures of sentences as the narrative rules see them: chosen by patterns on "form.role
// subject", as exact numbers, by groups.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/narrative.h"
#include "check/number.h"
#include "check/structure.h"

namespace juesuan {

using FactList = std::vector<const NarrativeFact*>;

// Those that a setting chooses, in reading order.
FactList Chosen(const StructureInput& input, const std::string& setting);

// Those of the document with that group and role.
FactList OfGroup(const StructureInput& input, int group, const std::string& role);

// The number of a fact; nullopt where it has none, or no unit that can be compared.
std::optional<Number> NumberOf(const NarrativeFact& fact);

// The one fact of a list whose number all of them have; nullptr if there is none.
const NarrativeFact* OnlyOne(const FactList& facts);

// A result that points at facts; kViolated where they were read from pixels stays open.
StructureResult ResultOf(const std::string& place, Outcome outcome, const FactList& facts);

// 12.5万元, with the unit as printed.
std::string Printed(const NarrativeFact& fact);

}  // namespace juesuan
