#include "check/check.h"

#include <algorithm>

#include "check/session.h"

namespace juesuan {
namespace {

int PrintedScale(const Session& session, const std::vector<SignedCell>& cells) {
  int scale = 0;
  for (const SignedCell& cell : cells)
    if (session.IsRecord(cell.cell) && session.RecordOf(cell.cell).value)
      scale = std::max(scale, session.RecordOf(cell.cell).value->scale);
  return scale;
}

RuleInstance Reported(const Session& session, const Instance& instance) {
  RuleInstance out;
  out.rule = session.packs.rules()[static_cast<size_t>(instance.rule)].id;
  out.place = instance.place;
  out.outcome = OutcomeOf(instance, session.evaluations);
  for (const int at : instance.equations) {
    const Evaluation& evaluation = session.evaluations[static_cast<size_t>(at)];
    if (evaluation.outcome != out.outcome || evaluation.outcome == Outcome::kSkipped) continue;
    const Equation& equation = session.rules.equations[static_cast<size_t>(at)];
    const int scale =
        std::max(PrintedScale(session, equation.left), PrintedScale(session, equation.right));
    if (!evaluation.left_blank) out.lhs = ToText(evaluation.left, evaluation.unit, scale);
    if (!evaluation.right_blank) out.rhs = ToText(evaluation.right, evaluation.unit, scale);
    break;
  }
  return out;
}

}  // namespace

CheckReport Check(const CheckInput& input, const RulePacks& packs) {
  Session session(input, packs);
  session.Reinstantiate();
  CheckReport report;
  for (const Instance& instance : session.rules.instances)
    report.instances.push_back(Reported(session, instance));
  return report;
}

}  // namespace juesuan
