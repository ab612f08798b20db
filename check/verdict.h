// Who is wrong where an equation fails.
#pragma once

#include "base/findings.h"
#include "check/cause.h"
#include "check/session.h"

namespace juesuan {

// kExtraction if a reading in the equation is in doubt; kSource only if every number in it is
// witnessed (candidates.h) and no blank of a page read from pixels may hide ink; else kUndecided.
Verdict VerdictOf(const Session& session, const Equation& equation, const Cause& cause);

}  // namespace juesuan
