#include "check/forms_of.h"

namespace juesuan {
namespace {

void Collect(const std::vector<Term>& terms, std::set<std::string>* forms) {
  for (const Term& term : terms) {
    if (term.kind == TermKind::kCell) forms->insert(term.form);
    for (const Binder& binder : term.over)
      forms->insert(binder.domain.forms.begin(), binder.domain.forms.end());
    Collect(term.body, forms);
  }
}

}  // namespace

std::set<std::string> FormsOf(const RulePart& part) {
  std::set<std::string> forms;
  for (const Binder& binder : part.each)
    forms.insert(binder.domain.forms.begin(), binder.domain.forms.end());
  for (const Comparison& comparison : part.all) {
    Collect(comparison.left, &forms);
    Collect(comparison.right, &forms);
  }
  return forms;
}

}  // namespace juesuan
