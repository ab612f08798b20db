// Reads the notation of rules (docs/rules.md):
//
//   formula    comparison { "and" comparison }          comparison  side ( = | <= | >= ) side
//   side       [-] term { (+|-) term }
//   term       FORM[line, measure] | FORM[line, measure]? | number | quote(name) | (side)
//              | quote(name, variable)
//              | sum(side for binder)
//   binder     name in domain | (name, name) in domain
//   domain     rows(FORM) | rows(FORM.panel) | rows(FORM, FORM) | codes(FORM) | parents(FORM)
//              | tops(FORM) | children(FORM, variable) | measures(FORM) | measures(FORM.panel)
//              | list name | [a, b] | [(a, b), (c, d)]
//   condition  a comparison, has(FORM), has(FORM[line, measure]), has(quote(name)); not, and, or, (
//   )
//
// Every form, line, measure and list must be known. Errors: kMalformed with the reason.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "check/form_names.h"
#include "check/rule.h"

namespace juesuan {

using NamedLists = std::map<std::string, std::vector<std::vector<std::string>>>;

// What names mean where a formula stands. ParseBinder adds its variables.
struct Scope {
  const FormCatalogue* forms = nullptr;
  const NamedLists* lists = nullptr;
  const std::set<std::string>* quotes = nullptr;
  std::map<std::string, std::vector<std::string>> variables;  // with the values a list gives them
};

Result<Binder> ParseBinder(std::string_view text, Scope* scope);
Result<std::vector<Comparison>> ParseFormula(std::string_view text, const Scope& scope);
Result<Condition> ParseCondition(std::string_view text, const Scope& scope);
// "sum", "copy", "exact", "2 units".
Result<Tolerance> ParseTolerance(std::string_view text);

}  // namespace juesuan
