#include "check/proof.h"

#include <algorithm>
#include <set>

#include "check/candidates.h"
#include "check/repair.h"

namespace juesuan {
namespace {

struct Evidence {
  int exact_sums = 0, round_sums = 0, copies = 0;
};

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

Evidence EvidenceOf(const Session& session, int cell, Values* scratch) {
  Evidence out;
  std::vector<CandidateValue> candidates;
  if (session.RecordOf(cell).readings.size() > 1 ||
      (!session.RecordOf(cell).readings.empty() &&
       !session.RecordOf(cell).readings.front().others.empty()))
    candidates = CandidatesOf(session.RecordOf(cell), session.ScaleOf(session.RecordOf(cell)));
  for (const int at : ClosedOver(session, cell, session.values)) {
    if (candidates.size() > 1 && IsAmbiguous(session, cell, at, candidates, scratch)) continue;
    const Evaluation& evaluation = session.evaluations[static_cast<size_t>(at)];
    if (evaluation.parts < 3) {
      ++out.copies;
    } else if (evaluation.outcome == Outcome::kHold) {
      ++out.exact_sums;
    } else {
      ++out.round_sums;
    }
  }
  return out;
}

bool AgreeingReaders(const Record& record) {
  std::set<Reader> readers;
  for (const Reading& reading : record.readings)
    if (reading.by != Reader::kRepair) readers.insert(reading.by);
  return readers.size() > 1 && !ReadingsDiffer(record);
}

bool IsProvenAlone(const Session& session, int cell, Values* scratch) {
  const Record& record = session.RecordOf(cell);
  if (AgreeingReaders(record)) return true;
  const Evidence evidence = EvidenceOf(session, cell, scratch);
  const int sums = evidence.exact_sums + evidence.round_sums;
  const bool sound_layer = IsWitnessed(record) && record.status != CellStatus::kCorrected;
  if (sound_layer) return sums + evidence.copies > 0;
  return evidence.exact_sums > 0 || (sums > 0 && evidence.copies > 0);
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
