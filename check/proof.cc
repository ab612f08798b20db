#include "check/proof.h"

#include <algorithm>

#include "check/candidates.h"
#include "check/repair.h"

namespace juesuan {
namespace {

// Whether another candidate of the cell would close the equation as well.
bool IsAmbiguous(const Session& session, int cell, int at,
                 const std::vector<CandidateValue>& candidates, Values* scratch) {
  const CellValue taken = session.values[static_cast<size_t>(cell)];
  bool ambiguous = false;
  for (const CandidateValue& candidate : candidates) {
    const bool same =
        candidate.value.blank == taken.blank && candidate.value.number.value == taken.number.value;
    if (same) continue;
    (*scratch)[static_cast<size_t>(cell)] = candidate.value;
    const Outcome outcome =
        Evaluate(session.rules.equations[static_cast<size_t>(at)], *scratch).outcome;
    ambiguous = ambiguous || outcome == Outcome::kHold || outcome == Outcome::kRound;
  }
  (*scratch)[static_cast<size_t>(cell)] = taken;
  return ambiguous;
}

// The equations that close over the cell and that no other reading of it would close.
std::vector<int> TellingEquations(const Session& session, int cell, Values* scratch) {
  const Record& record = session.RecordOf(cell);
  std::vector<int> closed = ClosedOver(session, cell);
  const bool one_candidate = record.readings.empty() || (record.readings.size() == 1 &&
                                                         record.readings.front().others.empty());
  if (one_candidate) return closed;
  const std::vector<CandidateValue> candidates = CandidatesOf(record, session.ScaleOf(record));
  if (candidates.size() < 2) return closed;
  closed.erase(
      std::remove_if(closed.begin(), closed.end(),
                     [&](int at) { return IsAmbiguous(session, cell, at, candidates, scratch); }),
      closed.end());
  return closed;
}

bool IsProvenAlone(const Session& session, int cell, Values* scratch) {
  const Record& record = session.RecordOf(cell);
  if (HasTwoReaders(record) && !ReadingsDiffer(record)) return true;
  Evidence evidence;
  for (const int at : TellingEquations(session, cell, scratch))
    evidence.Add(session.evaluations[static_cast<size_t>(at)]);
  const bool sound_layer = IsWitnessed(record) && record.status != CellStatus::kCorrected;
  if (sound_layer) return evidence.Sums() + evidence.copies > 0;
  return evidence.Sums() > 0 && (evidence.Pins() || evidence.pinned_sums > 0);
}

// Fails somewhere that is not put down to another cell.
bool StandsInAFailure(const Session& session, int cell, const std::vector<bool>& blamed) {
  if (blamed[static_cast<size_t>(cell)]) return true;
  for (const int at : session.uses[static_cast<size_t>(cell)]) {
    if (session.evaluations[static_cast<size_t>(at)].outcome != Outcome::kViolated) continue;
    const Equation& equation = session.rules.equations[static_cast<size_t>(at)];
    bool explained = false;
    for (const auto* side : {&equation.left, &equation.right})
      for (const SignedCell& other : *side)
        explained = explained || blamed[static_cast<size_t>(other.cell)];
    if (!explained) return true;
  }
  return false;
}

}  // namespace

void Evidence::Add(const Evaluation& closed) {
  const bool exact = closed.outcome == Outcome::kHold;
  const int pinned = exact && closed.envelope == 0 ? 1 : 0;
  if (closed.parts < 3) {
    ++copies;
    pinned_copies += pinned;
  } else {
    ++(exact ? exact_sums : round_sums);
    pinned_sums += pinned;
  }
}

Evidence EvidenceOf(const Session& session, const std::vector<int>& closed, const Values& values) {
  Evidence out;
  for (const int at : closed)
    out.Add(Evaluate(session.rules.equations[static_cast<size_t>(at)], values));
  return out;
}

std::vector<bool> ProvenCells(const Session& session, const std::vector<bool>& blamed) {
  std::vector<bool> proven(session.values.size(), false), may(session.values.size(), false);
  Values scratch = session.values;
  for (int cell = 0; cell < session.RecordCount(); ++cell) {
    const CellValue& value = session.values[static_cast<size_t>(cell)];
    const auto at = static_cast<size_t>(cell);
    may[at] = value.known && !value.blank && !StandsInAFailure(session, cell, blamed);
    proven[at] = may[at] && IsProvenAlone(session, cell, &scratch);
  }
  for (bool progress = true; progress;) {
    progress = false;
    for (size_t at = 0; at < session.rules.equations.size(); ++at) {
      const Equation& equation = session.rules.equations[at];
      const Evaluation& evaluation = session.evaluations[at];
      const bool copy = evaluation.parts == 2 && evaluation.outcome == Outcome::kHold &&
                        evaluation.difference == 0 && equation.relation == Relation::kEqual &&
                        equation.softness != Softness::kSoft;
      if (!copy) continue;
      std::vector<size_t> pair;
      for (const auto* side : {&equation.left, &equation.right})
        for (const SignedCell& cell : *side)
          if (session.IsRecord(cell.cell) && may[static_cast<size_t>(cell.cell)] &&
              session.values[static_cast<size_t>(cell.cell)].number.value != 0)
            pair.push_back(static_cast<size_t>(cell.cell));
      if (pair.size() != 2 || proven[pair[0]] == proven[pair[1]]) continue;
      proven[pair[0]] = proven[pair[1]] = progress = true;
    }
  }
  return proven;
}

}  // namespace juesuan
