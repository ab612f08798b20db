#include "check/cause.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "check/candidates.h"

namespace juesuan {
namespace {

// A change of one cell, and how well it explains what fails.
struct Change {
  int cell = -1;
  Int128 shift = 0;
  std::vector<int> closed;
  int broken = 0;
  bool doubted = false;

  // More closed less broken, then fewer broken, then the weaker reading.
  std::tuple<int, int, int> Rank() const {
    return {static_cast<int>(closed.size()) - broken, -broken, doubted ? 1 : 0};
  }
};

int SignIn(const Equation& equation, int cell) {
  int sign = 0;
  for (const SignedCell& each : equation.left)
    if (each.cell == cell) sign += each.sign;
  for (const SignedCell& each : equation.right)
    if (each.cell == cell) sign -= each.sign;
  return sign;
}

bool HoldsAfter(const Equation& equation, const Evaluation& evaluation, Int128 difference) {
  switch (equation.relation) {
    case Relation::kEqual:
      return Magnitude(difference) <= evaluation.envelope;
    case Relation::kAtMost:
      return difference <= evaluation.envelope;
    case Relation::kAtLeast:
      return -difference <= evaluation.envelope;
  }
  return false;
}

class Blamer {
 public:
  explicit Blamer(const Session& session) : session_(session) {
    for (size_t at = 0; at < session.evaluations.size(); ++at)
      if (session.evaluations[at].outcome == Outcome::kViolated) open_.insert(static_cast<int>(at));
  }

  std::vector<Cause> Run() {
    std::vector<Cause> causes;
    while (!open_.empty()) {
      causes.push_back(Best());
      for (const int at : causes.back().equations) open_.erase(at);
    }
    return causes;
  }

 private:
  const Equation& EquationAt(int at) const {
    return session_.rules.equations[static_cast<size_t>(at)];
  }
  const Evaluation& EvaluationAt(int at) const {
    return session_.evaluations[static_cast<size_t>(at)];
  }

  Change Try(int cell, Int128 shift) const {
    Change change;
    change.cell = cell;
    change.shift = shift;
    change.doubted = session_.IsRecord(cell) && !IsWitnessed(session_.RecordOf(cell)) &&
                     !session_.values[static_cast<size_t>(cell)].blank;
    for (const int at : session_.uses[static_cast<size_t>(cell)]) {
      const Outcome outcome = EvaluationAt(at).outcome;
      if (outcome == Outcome::kSkipped || outcome == Outcome::kSoft) continue;
      const Int128 difference = EvaluationAt(at).difference + SignIn(EquationAt(at), cell) * shift;
      const bool holds = HoldsAfter(EquationAt(at), EvaluationAt(at), difference);
      if (outcome != Outcome::kViolated) {
        if (!holds) ++change.broken;
      } else if (holds && open_.count(at) > 0) {
        change.closed.push_back(at);
      }
    }
    return change;
  }

  // Every cell of an open equation, changed so that the equation closes.
  std::vector<Change> Changes() const {
    std::vector<Change> changes;
    std::set<std::pair<int, Int128>> tried;
    for (const int at : open_) {
      const Equation& equation = EquationAt(at);
      for (const auto* side : {&equation.left, &equation.right})
        for (const SignedCell& each : *side) {
          const int sign = SignIn(equation, each.cell);
          if (sign == 0) continue;
          const Int128 shift = -EvaluationAt(at).difference / sign;
          if (tried.emplace(each.cell, shift).second) changes.push_back(Try(each.cell, shift));
        }
    }
    return changes;
  }

  Cause Best() const {
    const std::vector<Change> changes = Changes();
    const Change* best = nullptr;
    for (const Change& change : changes)
      if (!change.closed.empty() && (best == nullptr || change.Rank() > best->Rank()))
        best = &change;
    Cause cause;
    if (best == nullptr) {
      cause.equations = {*open_.begin()};
      return cause;
    }
    cause.equations = best->closed;
    cause.shift = best->shift;
    for (const Change& change : changes)
      if (change.Rank() == best->Rank() && change.closed == best->closed)
        if (std::find(cause.cells.begin(), cause.cells.end(), change.cell) == cause.cells.end())
          cause.cells.push_back(change.cell);
    return cause;
  }

  const Session& session_;
  std::set<int> open_;
};

}  // namespace

std::vector<Cause> FindCauses(const Session& session) { return Blamer(session).Run(); }

}  // namespace juesuan
