#include "check/variables.h"

#include <algorithm>

namespace juesuan {
namespace {

// Names that a sum around a term binds.
using Bound = std::vector<std::string>;

bool IsOutside(const std::string& name, const Bound& bound) {
  return std::find(bound.begin(), bound.end(), name) == bound.end();
}

bool InTerms(const std::vector<Term>& terms, const Bound& bound);

bool InTerm(const Term& term, const Bound& bound) {
  for (const NameRef* name : {&term.line, &term.measure})
    if (name->is_variable && IsOutside(name->text, bound)) return true;
  Bound inside = bound;
  for (const Binder& binder : term.over) {
    if (!binder.domain.of.empty() && IsOutside(binder.domain.of, inside)) return true;
    inside.insert(inside.end(), binder.names.begin(), binder.names.end());
  }
  return InTerms(term.body, inside);
}

bool InTerms(const std::vector<Term>& terms, const Bound& bound) {
  return std::any_of(terms.begin(), terms.end(),
                     [&](const Term& term) { return InTerm(term, bound); });
}

}  // namespace

bool NamesAVariable(const Condition& condition) {
  if (InTerms(condition.compare.left, {}) || InTerms(condition.compare.right, {})) return true;
  if (InTerm(condition.cell, {})) return true;
  return std::any_of(condition.inside.begin(), condition.inside.end(), NamesAVariable);
}

}  // namespace juesuan
