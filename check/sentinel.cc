#include "check/sentinel.h"

#include <map>

namespace juesuan {
namespace {

// The total stands left, its parts right.
bool TotalBelowPart(const Session& session, const Equation& equation,
                    const Evaluation& evaluation) {
  for (const SignedCell& part : equation.right) {
    const CellValue& value = session.values[static_cast<size_t>(part.cell)];
    if (!value.blank && part.sign * value.number.value > evaluation.left) return true;
  }
  return false;
}

std::string FormOf(const Session& session, const Equation& equation) {
  return session.RecordOf(equation.left.front().cell).form;
}

struct Count {
  Misalignment found;
  int below = 0;
};

}  // namespace

std::vector<Misalignment> FindMisaligned(const Session& session) {
  std::map<std::string, Count> counts;
  for (const Instance& instance : session.rules.instances) {
    const Rule& rule = session.packs.rules()[static_cast<size_t>(instance.rule)];
    if (!rule.parts[static_cast<size_t>(instance.part)].row_sum) continue;
    for (const int at : instance.equations) {
      const Equation& equation = session.rules.equations[static_cast<size_t>(at)];
      const Evaluation& evaluation = session.evaluations[static_cast<size_t>(at)];
      const bool counts_not = evaluation.outcome == Outcome::kSkipped ||
                              evaluation.outcome == Outcome::kVacuous || equation.left.empty();
      if (counts_not) continue;
      Count& count = counts[FormOf(session, equation)];
      ++count.found.rows;
      if (evaluation.outcome != Outcome::kViolated) continue;
      ++count.found.failed;
      count.found.equations.push_back(at);
      if (TotalBelowPart(session, equation, evaluation)) ++count.below;
    }
  }
  std::vector<Misalignment> out;
  for (auto& [form, count] : counts) {
    const Misalignment& found = count.found;
    const bool often = found.failed >= 3 && 100 * found.failed > 30 * found.rows;
    const bool below = count.below >= 2 && 10 * count.below >= found.rows;
    if (!often && !below) continue;
    count.found.form = form;
    out.push_back(count.found);
  }
  return out;
}

void Suppress(const std::vector<Misalignment>& misaligned, Session* session) {
  if (misaligned.empty()) return;
  std::set<std::string> forms;
  for (const Misalignment& each : misaligned) forms.insert(each.form);
  for (Equation& equation : session->rules.equations)
    for (const auto* side : {&equation.left, &equation.right})
      for (const SignedCell& cell : *side)
        if (session->IsRecord(cell.cell) && forms.count(session->RecordOf(cell.cell).form) > 0)
          equation.lacks = true;
  session->Reevaluate();
}

}  // namespace juesuan
