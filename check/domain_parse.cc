#include <array>

#include "check/formula_parser.h"

namespace juesuan {
namespace {

struct DomainWord {
  std::string_view word;
  DomainKind kind;
};
constexpr std::array<DomainWord, 6> kDomainWords = {{{"rows", DomainKind::kRows},
                                                     {"codes", DomainKind::kCodes},
                                                     {"parents", DomainKind::kParents},
                                                     {"tops", DomainKind::kTops},
                                                     {"children", DomainKind::kChildren},
                                                     {"measures", DomainKind::kMeasures}}};

}  // namespace

Result<std::vector<std::string>> FormulaParser::Item() {
  std::vector<std::string> item;
  const bool tuple = Take("(");
  do {
    JUESUAN_TRY(std::string name, Name("a name"));
    item.push_back(std::move(name));
  } while (tuple && Take(","));
  if (tuple) JUESUAN_RETURN_IF_ERROR(Want(")"));
  return item;
}

Result<Domain> FormulaParser::ItemDomain() {
  Domain domain;
  if (!Take("[")) {
    JUESUAN_TRY(const std::string name, Name("a list"));
    const auto found = scope_.lists->find(name);
    if (found == scope_.lists->end()) return WrongFormula("unknown list " + name);
    domain.items = found->second;
    return domain;
  }
  do {
    JUESUAN_TRY(std::vector<std::string> item, Item());
    domain.items.push_back(std::move(item));
  } while (Take(","));
  JUESUAN_RETURN_IF_ERROR(Want("]"));
  return domain;
}

Result<Domain> FormulaParser::FormDomain(DomainKind kind) {
  Domain domain;
  domain.kind = kind;
  JUESUAN_RETURN_IF_ERROR(Want("("));
  do {
    JUESUAN_TRY(const std::string form, Name("a form"));
    if (kind == DomainKind::kChildren && !domain.forms.empty()) {
      if (scope_.variables.count(form) == 0) return WrongFormula("unknown variable " + form);
      domain.of = form;
      continue;
    }
    JUESUAN_TRY(const FormNames* names, Form(form));
    domain.forms.push_back(form);
    if (!Take(".")) continue;
    JUESUAN_TRY(domain.panel, Name("a panel"));
    if (names->panels.count(domain.panel) == 0)
      return WrongFormula(form + " has no panel " + domain.panel);
  } while (Take(","));
  JUESUAN_RETURN_IF_ERROR(Want(")"));
  const bool many = kind == DomainKind::kRows;
  if (domain.forms.size() > 1 && !many) return WrongFormula("one form only is wanted here");
  if (kind == DomainKind::kChildren && domain.of.empty())
    return WrongFormula("children(FORM, variable) wants the variable of the parent");
  return domain;
}

Result<Domain> FormulaParser::ReadDomain() {
  for (const DomainWord& word : kDomainWords)
    if (Take(word.word)) return FormDomain(word.kind);
  return ItemDomain();
}

Result<Binder> FormulaParser::ReadBinder() {
  Binder binder;
  JUESUAN_TRY(binder.names, Item());
  JUESUAN_RETURN_IF_ERROR(Want("in"));
  JUESUAN_TRY(binder.domain, ReadDomain());
  const bool is_list = binder.domain.kind == DomainKind::kList;
  if (!is_list && binder.names.size() != 1)
    return WrongFormula("one variable is wanted before this domain");
  for (const auto& item : binder.domain.items)
    if (item.size() != binder.names.size())
      return WrongFormula("the list's items are not as long as (" + binder.names[0] + ", …)");
  return binder;
}

void FormulaParser::Bind(const Binder& binder) {
  for (size_t i = 0; i < binder.names.size(); ++i) {
    std::vector<std::string> values;
    for (const auto& item : binder.domain.items) values.push_back(item[i]);
    scope_.variables[binder.names[i]] = std::move(values);
  }
}

Result<Binder> FormulaParser::WholeBinder() {
  JUESUAN_TRY(Binder binder, ReadBinder());
  JUESUAN_RETURN_IF_ERROR(End());
  return binder;
}

}  // namespace juesuan
