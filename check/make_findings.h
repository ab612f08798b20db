// What is reported: one finding for every identity that fails, one rounding note a table, one for a
// table whose columns are shifted.
#pragma once

#include <vector>

#include "base/findings.h"
#include "check/cause.h"
#include "check/sentinel.h"
#include "check/session.h"

namespace juesuan {

// Identities that fail, hard and soft, in order of rule and place.
std::vector<Finding> FindingsOfFailures(const Session& session, const std::vector<Cause>& causes);

// One a table, with its count; model.md §4, 6.
std::vector<Finding> RoundingNotes(const Session& session);

Finding FindingOf(const Session& session, const Misalignment& misaligned);

}  // namespace juesuan
