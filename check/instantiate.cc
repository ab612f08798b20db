#include "check/instantiate.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "check/forms_of.h"
#include "check/variables.h"

namespace juesuan {
namespace {

// What a variable stands for at the moment; the texts are the rules' and the index's.
struct Bound {
  std::string_view name, text;
  const FormTable* table = nullptr;  // of a row
  const FormRow* row = nullptr;
  int number = 1;  // its place in the list
};

enum class Truth { kFalse, kTrue, kUnknown };

class Instantiator {
 public:
  Instantiator(const FactIndex& index, const std::vector<Quote>& quotes, const Values& values)
      : index_(index), quotes_(quotes), values_(values) {}

  void Part(int rule, int part, const RulePart& form);
  Instances Take() { return std::move(out_); }

 private:
  // What a binder runs over: each item binds `names` names, one after the other in `bounds`.
  struct Items {
    std::vector<Bound> bounds;
    size_t names = 1;

    size_t size() const { return bounds.size() / names; }
    void Add(Bound bound) {
      bound.number = static_cast<int>(size()) + 1;
      bounds.push_back(bound);
    }
  };

  Items Expand(const Binder& binder) const;
  void Bind(const Items& items, size_t at) {
    const auto first = items.bounds.begin() + static_cast<std::ptrdiff_t>(at * items.names);
    bound_.insert(bound_.end(), first, first + static_cast<std::ptrdiff_t>(items.names));
  }
  void AddRows(const FormTable& table, const Binder& binder, Items* items) const;
  void AddMeasures(const FormTable& table, const Binder& binder, Items* items) const;
  const FormRow* RowOf(const FormTable& table, const Bound& bound) const;
  const Bound& Of(std::string_view name) const;
  std::string_view TextOf(const NameRef& word) const;

  void Each(const RulePart& part, size_t depth);
  void Here(const RulePart& part);
  Truth JudgeWhen(const RulePart& part);
  void Bindings(const RulePart& part);
  Equation Build(const Comparison& comparison);
  void AddTerms(const std::vector<Term>& terms, int sign, bool left, Equation* equation);
  void AddCell(const Term& term, int sign, bool left, Equation* equation);
  void AddSum(const Term& term, int sign, bool left, Equation* equation);
  int FindCell(const Term& term) const;
  int FindQuote(const Term& term) const;
  Truth Judge(const Condition& condition);
  Truth JudgeMany(const Condition& condition);
  std::string Place(const std::string& pattern, const std::vector<int>& equations) const;
  std::string Placeholder(const std::string& name, const std::vector<int>& equations) const;

  const FactIndex& index_;
  const std::vector<Quote>& quotes_;
  const Values& values_;
  std::vector<Bound> bound_;
  int rule_ = 0, part_ = 0;
  std::optional<Truth> everywhere_;  // of the part's `when`, if it is the same at all places
  Instances out_;
};

const Bound& Instantiator::Of(std::string_view name) const {
  for (auto it = bound_.rbegin(); it != bound_.rend(); ++it)
    if (it->name == name) return *it;
  JUESUAN_CHECK(false);
  return bound_.front();
}

std::string_view Instantiator::TextOf(const NameRef& word) const {
  return word.is_variable ? Of(word.text).text : std::string_view(word.text);
}

const FormRow* Instantiator::RowOf(const FormTable& table, const Bound& bound) const {
  if (bound.table == &table) return bound.row;
  const auto found = table.by_line.find(bound.text);
  return found == table.by_line.end() ? nullptr
                                      : &table.rows[static_cast<size_t>(found->second[0])];
}

void Instantiator::AddRows(const FormTable& table, const Binder& binder, Items* items) const {
  const Domain& domain = binder.domain;
  std::set<std::string_view> seen;
  for (const Bound& item : items->bounds) seen.insert(item.text);
  const bool first = items->bounds.empty();
  const auto add = [&](const FormRow& row) {
    if (!domain.panel.empty() && row.panel != domain.panel) return;
    if (!first && (row.line.empty() || seen.count(row.line) > 0)) return;
    items->Add(
        {binder.names[0], row.line.empty() ? std::string_view(row.key) : row.line, &table, &row});
  };
  if (domain.kind == DomainKind::kChildren) {
    const FormRow* parent = RowOf(table, Of(domain.of));
    if (parent == nullptr) return;
    for (const int child : parent->children) add(table.rows[static_cast<size_t>(child)]);
    return;
  }
  for (const FormRow& row : table.rows) {
    const bool wanted = domain.kind == DomainKind::kRows ||
                        (domain.kind == DomainKind::kCodes && row.is_code) ||
                        (domain.kind == DomainKind::kParents && !row.children.empty()) ||
                        (domain.kind == DomainKind::kTops && row.is_code && row.parent < 0);
    if (wanted) add(row);
  }
}

void Instantiator::AddMeasures(const FormTable& table, const Binder& binder, Items* items) const {
  const std::string& panel = binder.domain.panel;
  for (const std::string_view measure : table.measures) {
    const bool there =
        panel.empty() || std::any_of(table.rows.begin(), table.rows.end(), [&](const FormRow& row) {
          return row.panel == panel && row.Find(measure) >= 0;
        });
    if (there) items->Add({binder.names[0], measure});
  }
}

Instantiator::Items Instantiator::Expand(const Binder& binder) const {
  Items items;
  items.names = binder.names.size();
  items.bounds.reserve(binder.domain.items.size() * items.names);
  for (const auto& texts : binder.domain.items)
    for (size_t i = 0; i < items.names; ++i) items.Add({binder.names[i], texts[i]});
  for (const std::string& form : binder.domain.forms) {
    const FormTable* table = index_.Find(form);
    if (table == nullptr) continue;
    if (binder.domain.kind == DomainKind::kMeasures) {
      AddMeasures(*table, binder, &items);
    } else {
      AddRows(*table, binder, &items);
    }
  }
  return items;
}

int Instantiator::FindCell(const Term& term) const {
  const FormTable* table = index_.Find(term.form);
  if (table == nullptr) return -1;
  const std::string_view measure = TextOf(term.measure);
  if (term.line.is_variable) {
    const Bound& bound = Of(term.line.text);
    if (bound.table == table) return bound.row->Find(measure);
  }
  return table->Find(TextOf(term.line), measure);
}

void Instantiator::AddCell(const Term& term, int sign, bool left, Equation* equation) {
  const int cell = FindCell(term);
  if (cell >= 0) {
    (left ? equation->left : equation->right).push_back({cell, sign});
    return;
  }
  const FormTable* table = index_.Find(term.form);
  if (cell == -2 || table == nullptr || !term.may_lack) {
    equation->lacks = true;
  } else if (table->lost) {
    (left ? equation->short_left : equation->short_right) = true;
  }
}

void Instantiator::AddSum(const Term& term, int sign, bool left, Equation* equation) {
  const Binder& binder = term.over.front();
  const Items items = Expand(binder);
  const bool over_rows = binder.domain.kind != DomainKind::kList;
  if (over_rows && items.size() == 0) equation->lacks = true;
  for (const std::string& form : binder.domain.forms) {
    const FormTable* table = index_.Find(form);
    if (over_rows && table != nullptr && table->lost)
      (left ? equation->short_left : equation->short_right) = true;
  }
  auto& cells = left ? equation->left : equation->right;
  cells.reserve(cells.size() + items.size() * term.body.size());
  for (size_t i = 0; i < items.size(); ++i) {
    Bind(items, i);
    AddTerms(term.body, sign, left, equation);
    bound_.resize(bound_.size() - items.names);
  }
}

void Instantiator::AddTerms(const std::vector<Term>& terms, int sign, bool left,
                            Equation* equation) {
  for (const Term& term : terms) {
    const int here = sign * term.sign;
    switch (term.kind) {
      case TermKind::kCell:
        AddCell(term, here, left, equation);
        break;
      case TermKind::kSum:
        AddSum(term, here, left, equation);
        break;
      case TermKind::kConstant: {
        const auto number = ToNumber(term.constant, Unit::kWanYuan);
        (left ? equation->left_constant : equation->right_constant) += here * number->value;
        break;
      }
      case TermKind::kQuote: {
        const int cell = FindQuote(term);
        if (cell < 0) equation->lacks = true;
        if (cell >= 0) (left ? equation->left : equation->right).push_back({cell, here});
        break;
      }
    }
  }
}

// -1: the text does not say it.
int Instantiator::FindQuote(const Term& term) const {
  for (size_t i = 0; i < quotes_.size(); ++i)
    if (quotes_[i].record < 0 && quotes_[i].name == term.quote)
      return static_cast<int>(index_.facts().records.size() + i);
  return -1;
}

Equation Instantiator::Build(const Comparison& comparison) {
  Equation equation;
  equation.relation = comparison.relation;
  equation.left.reserve(comparison.left.size());
  equation.right.reserve(comparison.right.size());
  AddTerms(comparison.left, 1, true, &equation);
  AddTerms(comparison.right, 1, false, &equation);
  return equation;
}

Truth Instantiator::JudgeMany(const Condition& condition) {
  const bool all = condition.kind == ConditionKind::kAll;
  Truth out = all ? Truth::kTrue : Truth::kFalse;
  for (const Condition& inside : condition.inside) {
    const Truth here = Judge(inside);
    if (here == (all ? Truth::kFalse : Truth::kTrue)) return here;
    if (here == Truth::kUnknown) out = here;
  }
  return out;
}

Truth Instantiator::Judge(const Condition& condition) {
  switch (condition.kind) {
    case ConditionKind::kAlways:
      return Truth::kTrue;
    case ConditionKind::kHasForm:
      return index_.Find(condition.form) != nullptr ? Truth::kTrue : Truth::kFalse;
    case ConditionKind::kHasCell: {
      const int cell = FindCell(condition.cell);
      if (cell != -1) return cell >= 0 ? Truth::kTrue : Truth::kUnknown;
      const FormTable* table = index_.Find(condition.cell.form);
      return table != nullptr && table->lost ? Truth::kUnknown : Truth::kFalse;
    }
    case ConditionKind::kHasQuote:
      return FindQuote(condition.cell) >= 0 ? Truth::kTrue : Truth::kFalse;
    case ConditionKind::kCompare: {
      const Outcome outcome = Evaluate(Build(condition.compare), values_).outcome;
      if (outcome == Outcome::kSkipped) return Truth::kUnknown;
      return IsOff(outcome) ? Truth::kFalse : Truth::kTrue;
    }
    case ConditionKind::kNot: {
      const Truth inside = Judge(condition.inside.front());
      if (inside == Truth::kUnknown) return inside;
      return inside == Truth::kTrue ? Truth::kFalse : Truth::kTrue;
    }
    case ConditionKind::kAll:
    case ConditionKind::kAny:
      return JudgeMany(condition);
  }
  return Truth::kUnknown;
}

std::string Instantiator::Placeholder(const std::string& name,
                                      const std::vector<int>& equations) const {
  for (const Bound& bound : bound_)
    if (bound.name == name) return std::string(bound.text);
  if (name == "index") return bound_.empty() ? "" : std::to_string(bound_.back().number);
  if (name == "key")
    for (const Bound& bound : bound_)
      if (bound.row != nullptr) return std::string(bound.row->key);
  const auto& records = index_.facts().records;
  for (const int at : equations) {
    const Equation& equation = out_.equations[static_cast<size_t>(at)];
    for (const auto* side : {&equation.left, &equation.right}) {
      if (side->empty() || static_cast<size_t>(side->front().cell) >= records.size()) continue;
      const Record& record = records[static_cast<size_t>(side->front().cell)];
      return name == "col" ? record.col_key : name == "key" ? record.row_key : record.row_label;
    }
  }
  return "";
}

std::string Instantiator::Place(const std::string& pattern,
                                const std::vector<int>& equations) const {
  std::string out;
  for (size_t at = 0; at < pattern.size(); ++at) {
    const size_t end = pattern[at] == '{' ? pattern.find('}', at) : std::string::npos;
    if (end == std::string::npos) {
      out += pattern[at];
      continue;
    }
    out += Placeholder(pattern.substr(at + 1, end - at - 1), equations);
    at = end;
  }
  return out;
}

Truth Instantiator::JudgeWhen(const RulePart& part) {
  if (everywhere_) return *everywhere_;
  const Truth truth = Judge(part.when);
  if (!NamesAVariable(part.when)) everywhere_ = truth;
  return truth;
}

void Instantiator::Here(const RulePart& part) {
  const Truth when = JudgeWhen(part);
  if (when == Truth::kFalse) return;
  Instance instance;
  instance.rule = rule_;
  instance.part = part_;
  for (const Comparison& comparison : part.all) {
    Equation equation = Build(comparison);
    equation.tolerance = part.tolerance;
    equation.softness = part.softness;
    equation.blank_holds = part.blank_holds;
    if (when == Truth::kUnknown) equation.lacks = true;
    instance.equations.push_back(static_cast<int>(out_.equations.size()));
    out_.equations.push_back(std::move(equation));
  }
  instance.place = Place(part.place, instance.equations);
  out_.instances.push_back(std::move(instance));
}

void Instantiator::Each(const RulePart& part, size_t depth) {
  if (depth == part.each.size()) return Here(part);
  const Items items = Expand(part.each[depth]);
  for (size_t i = 0; i < items.size(); ++i) {
    Bind(items, i);
    Each(part, depth + 1);
    bound_.resize(bound_.size() - items.names);
  }
}

// One instance for every figure of the text that `bound` names.
void Instantiator::Bindings(const RulePart& part) {
  const auto& records = index_.facts().records;
  for (size_t i = 0; i < quotes_.size(); ++i) {
    const Quote& quote = quotes_[i];
    if (quote.record < 0 || !AnyFindsIn(part.bound, quote.name)) continue;
    Equation equation;
    equation.left = {{quote.record, 1}};
    equation.right = {{static_cast<int>(records.size() + i), 1}};
    equation.tolerance = part.tolerance;
    equation.softness = part.softness;
    const Record& record = records[static_cast<size_t>(quote.record)];
    bound_ = {{"subject", quote.item}, {"key", record.row_key}};
    out_.instances.push_back(
        {rule_, part_, Place(part.place, {}), {static_cast<int>(out_.equations.size())}});
    out_.equations.push_back(std::move(equation));
  }
  bound_.clear();
}

void Instantiator::Part(int rule, int part_number, const RulePart& part) {
  rule_ = rule;
  part_ = part_number;
  if (!part.structure.empty()) return;
  if (!part.bound.empty()) return Bindings(part);
  for (const std::string& form : FormsOf(part))
    if (index_.Find(form) == nullptr) {
      out_.instances.push_back({rule, part_number, "", {}});
      return;
    }
  everywhere_.reset();
  Each(part, 0);
}

}  // namespace

Instances Instantiate(const std::vector<Rule>& rules, const FactIndex& index,
                      const std::vector<Quote>& quotes, const Values& values) {
  Instantiator instantiator(index, quotes, values);
  for (size_t i = 0; i < rules.size(); ++i)
    for (size_t j = 0; j < rules[i].parts.size(); ++j)
      instantiator.Part(static_cast<int>(i), static_cast<int>(j), rules[i].parts[j]);
  return instantiator.Take();
}

}  // namespace juesuan
