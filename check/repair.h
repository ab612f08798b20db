// Identities as an error-correcting code: which of a doubtful cell's readings they single out.
#pragma once

#include <optional>
#include <vector>

#include "check/candidates.h"
#include "check/session.h"

namespace juesuan {

struct Settled {
  int cell = 0;
  CandidateValue chosen;
  bool is_own = false;         // it is what the record said
  std::vector<int> equations;  // that close over it: the evidence
};

// Tries the candidates of every cell in doubt. A cell is settled where exactly one of its
// candidates (or one combination, for cells in doubt that meet in an equation) lets no equation it
// takes part in fail and closes at least two, or one if it is the first choice of one of two
// readers. A weak reading without an alternative must be pinned (Evidence::Pins).
// Sets session.values of the settled cells and instantiates again; the others stay unknown.
// Method: architecture.md, "Arithmetic closes cells".
std::vector<Settled> SettleDoubts(Session* session);

// Equations over `cell` that close under `values` and say something: an equality, not soft, and not
// between blanks.
std::vector<int> ClosedOver(const Session& session, int cell, const Values& values);
// The same under session.values, as session.evaluations has them.
std::vector<int> ClosedOver(const Session& session, int cell);

}  // namespace juesuan
