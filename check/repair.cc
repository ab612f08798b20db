#include "check/repair.h"

#include <algorithm>
#include <map>
#include <utility>

#include "check/proof.h"

namespace juesuan {
namespace {

constexpr size_t kMostCombinations = 4096;

struct Doubt {
  int cell = 0;
  std::vector<CandidateValue> candidates;
};

bool Closes(const Equation& equation, const Evaluation& evaluation) {
  return equation.relation == Relation::kEqual && equation.softness != Softness::kSoft &&
         evaluation.parts > 0 &&
         (evaluation.outcome == Outcome::kHold || evaluation.outcome == Outcome::kRound);
}

// One group of cells in doubt that meet in equations, and the choice that holds for all of them.
class Chooser {
 public:
  Chooser(const Session& session, const std::vector<Doubt>& group)
      : session_(session), group_(group), values_(session.values) {}

  std::vector<Settled> Choose() {
    size_t combinations = 1;
    for (const Doubt& doubt : group_) {
      combinations *= doubt.candidates.size();
      if (combinations == 0 || combinations > kMostCombinations) return {};
    }
    std::vector<size_t> choice(group_.size(), 0);
    int fitting = 0;
    std::vector<Settled> found;
    for (size_t n = 0; n < combinations && fitting < 2; ++n, Advance(&choice)) {
      Assign(choice);
      if (!Fits()) continue;
      ++fitting;
      found = Evidence(choice);
    }
    return fitting == 1 ? found : std::vector<Settled>{};
  }

 private:
  void Advance(std::vector<size_t>* choice) const {
    for (size_t i = 0; i < choice->size(); ++i) {
      if (++(*choice)[i] < group_[i].candidates.size()) return;
      (*choice)[i] = 0;
    }
  }

  void Assign(const std::vector<size_t>& choice) {
    for (size_t i = 0; i < group_.size(); ++i)
      values_[static_cast<size_t>(group_[i].cell)] = group_[i].candidates[choice[i]].value;
  }

  bool Fits() const {
    for (const Doubt& doubt : group_)
      for (const int at : session_.uses[static_cast<size_t>(doubt.cell)]) {
        const Equation& equation = session_.rules.equations[static_cast<size_t>(at)];
        if (Evaluate(equation, values_).outcome == Outcome::kViolated) return false;
      }
    return true;
  }

  // Whether another amount of the equation is printed as finely as its table prints.
  bool HasFullPrint(const Equation& equation, int cell) const {
    for (const auto* side : {&equation.left, &equation.right})
      for (const SignedCell& other : *side) {
        if (other.cell == cell || !session_.IsRecord(other.cell)) continue;
        const CellValue& value = values_[static_cast<size_t>(other.cell)];
        const Record& record = session_.RecordOf(other.cell);
        if (value.blank || value.number.value == 0 || !record.value) continue;
        if (record.value->scale >= session_.ScaleOf(record)) return true;
      }
    return false;
  }

  // An amount with fewer decimals than its table prints may have lost a digit, under a mark or at
  // its cell's edge: it closes over what holds exactly, not over what holds but for rounding. And
  // others that lost their point with it, being prints of the same figure, bear it no witness.
  void DropRounded(Settled* settled) const {
    const Record& record = session_.RecordOf(settled->cell);
    const auto& printed = settled->chosen.printed;
    if (!printed || printed->scale >= session_.ScaleOf(record)) return;
    auto& equations = settled->equations;
    equations.erase(std::remove_if(equations.begin(), equations.end(),
                                   [&](int at) {
                                     const auto& equation =
                                         session_.rules.equations[static_cast<size_t>(at)];
                                     return Evaluate(equation, values_).outcome != Outcome::kHold ||
                                            !HasFullPrint(equation, settled->cell);
                                   }),
                    equations.end());
  }

  // {} if one cell of the group has not evidence enough.
  std::vector<Settled> Evidence(const std::vector<size_t>& choice) const {
    std::vector<Settled> out;
    for (size_t i = 0; i < group_.size(); ++i) {
      Settled settled;
      settled.cell = group_[i].cell;
      settled.chosen = group_[i].candidates[choice[i]];
      const CellValue& own = session_.believed[static_cast<size_t>(settled.cell)];
      settled.is_own = own.known && choice[i] == 0;
      settled.equations = ClosedOver(session_, settled.cell, values_);
      DropRounded(&settled);
      // One identity is enough for what one of two readers gave as its first choice.
      const bool second_opinion =
          settled.chosen.readers > 0 && HasTwoReaders(session_.RecordOf(settled.cell));
      if (settled.equations.size() < (second_opinion ? 1 : 2)) return {};
      // Nothing to compare it with: then its last digit must stand as well.
      if (group_[i].candidates.size() == 1 &&
          !EvidenceOf(session_, settled.equations, values_).Pins())
        return {};
      out.push_back(std::move(settled));
    }
    return out;
  }

  const Session& session_;
  const std::vector<Doubt>& group_;
  Values values_;
};

std::vector<Doubt> DoubtsOf(const Session& session) {
  std::vector<Doubt> doubts;
  for (int cell = 0; cell < session.RecordCount(); ++cell) {
    const Record& record = session.RecordOf(cell);
    if (!IsDoubtful(record)) continue;
    doubts.push_back({cell, CandidatesOf(record, session.ScaleOf(record))});
  }
  return doubts;
}

// Groups of doubts that share an equation, each in order of cell.
std::vector<std::vector<Doubt>> Groups(const Session& session, const std::vector<Doubt>& doubts) {
  std::vector<int> group(doubts.size());
  for (size_t i = 0; i < group.size(); ++i) group[i] = static_cast<int>(i);
  std::map<int, int> of_equation;
  for (size_t i = 0; i < doubts.size(); ++i)
    for (const int at : session.uses[static_cast<size_t>(doubts[i].cell)]) {
      const auto [found, is_new] = of_equation.emplace(at, group[i]);
      if (is_new || found->second == group[i]) continue;
      const int from = group[i], to = found->second;
      for (int& each : group)
        if (each == from) each = to;
      for (auto& [equation, each] : of_equation)
        if (each == from) each = to;
    }
  std::map<int, std::vector<Doubt>> by_group;
  for (size_t i = 0; i < doubts.size(); ++i) by_group[group[i]].push_back(doubts[i]);
  std::vector<std::vector<Doubt>> out;
  for (auto& [number, members] : by_group) out.push_back(std::move(members));
  return out;
}

void Take(const std::vector<Settled>& settled, Session* session, std::vector<Doubt>* doubts,
          std::vector<Settled>* out) {
  for (const Settled& each : settled) {
    session->values[static_cast<size_t>(each.cell)] = each.chosen.value;
    doubts->erase(std::remove_if(doubts->begin(), doubts->end(),
                                 [&](const Doubt& doubt) { return doubt.cell == each.cell; }),
                  doubts->end());
    out->push_back(each);
  }
}

// Cells alone, again and again: what one settles may be what another waits for.
void SettleAlone(Session* session, std::vector<Doubt>* doubts, std::vector<Settled>* out) {
  for (bool progress = true; progress;) {
    progress = false;
    const std::vector<Doubt> open = *doubts;
    for (const Doubt& doubt : open) {
      const std::vector<Doubt> alone = {doubt};
      const std::vector<Settled> settled = Chooser(*session, alone).Choose();
      if (settled.empty()) continue;
      Take(settled, session, doubts, out);
      progress = true;
    }
  }
}

}  // namespace

std::vector<int> ClosedOver(const Session& session, int cell, const Values& values) {
  std::vector<int> closed;
  for (const int at : session.uses[static_cast<size_t>(cell)]) {
    const Equation& equation = session.rules.equations[static_cast<size_t>(at)];
    if (Closes(equation, Evaluate(equation, values))) closed.push_back(at);
  }
  return closed;
}

std::vector<int> ClosedOver(const Session& session, int cell) {
  std::vector<int> closed;
  for (const int at : session.uses[static_cast<size_t>(cell)])
    if (Closes(session.rules.equations[static_cast<size_t>(at)],
               session.evaluations[static_cast<size_t>(at)]))
      closed.push_back(at);
  return closed;
}

std::vector<Settled> SettleDoubts(Session* session) {
  std::vector<Settled> out;
  std::vector<Doubt> doubts = DoubtsOf(*session);
  if (doubts.empty()) return out;
  // Conditions (`when`) are judged on what is believed, so that a doubt does not hide equations.
  const Values known = session->values;
  session->values = session->believed;
  session->Reinstantiate();
  session->values = known;
  SettleAlone(session, &doubts, &out);
  for (const std::vector<Doubt>& group : Groups(*session, doubts)) {
    if (group.size() < 2) continue;
    Take(Chooser(*session, group).Choose(), session, &doubts, &out);
  }
  SettleAlone(session, &doubts, &out);
  return out;
}

}  // namespace juesuan
