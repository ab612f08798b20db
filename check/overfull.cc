#include "check/overfull.h"

#include <algorithm>

namespace juesuan {
namespace {

bool AllFromNoughtUp(const Session& session, const Equation& equation) {
  const auto below = [&](const SignedCell& each) {
    const CellValue& value = session.values[static_cast<size_t>(each.cell)];
    return each.sign < 0 || (!value.blank && value.number.value < 0);
  };
  return std::none_of(equation.left.begin(), equation.left.end(), below) &&
         std::none_of(equation.right.begin(), equation.right.end(), below);
}

bool IsOverfull(const Session& session, const Equation& equation, const Evaluation& evaluation) {
  if (equation.short_left == equation.short_right || equation.relation != Relation::kEqual ||
      evaluation.parts < 2 || evaluation.outcome != Outcome::kSkipped)
    return false;
  if (equation.left_constant != 0 || equation.right_constant != 0) return false;
  const Int128 over = equation.short_left ? evaluation.difference : -evaluation.difference;
  return over > evaluation.envelope && AllFromNoughtUp(session, equation);
}

}  // namespace

std::vector<int> OverfullSums(const Session& session) {
  std::vector<int> out;
  for (size_t at = 0; at < session.rules.equations.size(); ++at)
    if (IsOverfull(session, session.rules.equations[at], session.evaluations[at]))
      out.push_back(static_cast<int>(at));
  return out;
}

}  // namespace juesuan
