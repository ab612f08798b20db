// Equations and cells in words: what a reviewer reads.
#pragma once

#include <string>

#include "base/findings.h"
#include "check/cause.h"
#include "check/session.h"

namespace juesuan {

// "R19 2080101"
std::string NameOf(const Session& session, int equation);

// "PUB03/2080101/1"
std::string PathOf(const Record& record);

FindingCell ToFindingCell(const Session& session, int cell);

// "1773.39 = 1721.32 + 52.08": the numbers of an equation in its unit; a blank side is 空.
std::string FilledIn(const Session& session, int equation);

// Both sides as exact decimals in the equation's unit, at the precision printed; "" for a blank
// one.
struct Sides {
  std::string left, right, difference, envelope, unit;
};
Sides SidesOf(const Session& session, int equation);

// One Chinese sentence: where, both numbers, their difference, the slip if it is one.
std::string MessageOf(const Session& session, int equation, const Cause& cause);

}  // namespace juesuan
