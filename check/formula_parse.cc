#include "check/formula_parse.h"

#include <utility>

#include "base/text.h"
#include "check/formula_parser.h"

namespace juesuan {

Status FormulaParser::Want(std::string_view text) {
  if (Take(text)) return Ok();
  const std::string found = Peek().kind == TokenKind::kEnd ? "the end" : "'" + Peek().text + "'";
  return WrongFormula("expected '" + std::string(text) + "' before " + found);
}

Status FormulaParser::End() {
  if (Peek().kind == TokenKind::kEnd) return Ok();
  return WrongFormula("'" + Peek().text + "' is more than is understood here");
}

Result<std::string> FormulaParser::Name(const std::string& what) {
  if (Peek().kind != TokenKind::kName)
    return WrongFormula("expected " + what + " before '" + Peek().text + "'");
  return tokens_[at_++].text;
}

Result<const FormNames*> FormulaParser::Form(const std::string& id) const {
  const auto found = scope_.forms->find(id);
  if (found == scope_.forms->end()) return WrongFormula("unknown form " + id);
  return &found->second;
}

Status FormulaParser::CheckLine(const std::string& form, const FormNames& names,
                                const std::string& line) const {
  if (names.HasLine(line)) return Ok();
  return WrongFormula(form + " has no line " + line);
}

Status FormulaParser::CheckCell(const Term& cell) const {
  JUESUAN_TRY(const FormNames* names, Form(cell.form));
  if (!cell.line.is_variable) JUESUAN_RETURN_IF_ERROR(CheckLine(cell.form, *names, cell.line.text));
  if (cell.line.is_variable)
    for (const std::string& line : scope_.variables.at(cell.line.text))
      JUESUAN_RETURN_IF_ERROR(CheckLine(cell.form, *names, line));
  std::vector<std::string> measures = {cell.measure.text};
  if (cell.measure.is_variable) measures = scope_.variables.at(cell.measure.text);
  for (const std::string& measure : measures)
    if (names->measures.count(measure) == 0)
      return WrongFormula(cell.form + " has no measure " + measure);
  return Ok();
}

Result<Term> FormulaParser::Cell() {
  Term cell;
  JUESUAN_TRY(cell.form, Name("a form"));
  JUESUAN_TRY(const FormNames* names, Form(cell.form));
  (void)names;
  JUESUAN_RETURN_IF_ERROR(Want("["));
  JUESUAN_TRY(cell.line.text, Name("a line"));
  JUESUAN_RETURN_IF_ERROR(Want(","));
  JUESUAN_TRY(cell.measure.text, Name("a measure"));
  JUESUAN_RETURN_IF_ERROR(Want("]"));
  cell.line.is_variable = scope_.variables.count(cell.line.text) > 0;
  cell.measure.is_variable = scope_.variables.count(cell.measure.text) > 0;
  cell.may_lack = Take("?");
  JUESUAN_RETURN_IF_ERROR(CheckCell(cell));
  return cell;
}

Result<Term> FormulaParser::Sum() {
  // The variable is bound after the body: look ahead for it, then read the body with it.
  const size_t body = at_;
  int depth = 0;
  while (Peek().kind != TokenKind::kEnd && !(depth == 0 && Is("for"))) {
    depth += Is("(") ? 1 : Is(")") ? -1 : 0;
    if (depth < 0) break;
    ++at_;
  }
  JUESUAN_RETURN_IF_ERROR(Want("for"));
  Term sum;
  sum.kind = TermKind::kSum;
  JUESUAN_TRY(Binder binder, ReadBinder());
  const size_t after = at_;
  const Scope outer = scope_;
  Bind(binder);
  at_ = body;
  JUESUAN_TRY(sum.body, Side());
  JUESUAN_RETURN_IF_ERROR(Want("for"));
  scope_ = outer;
  at_ = after;
  sum.over.push_back(std::move(binder));
  JUESUAN_RETURN_IF_ERROR(Want(")"));
  return sum;
}

// After "quote(".
Result<Term> FormulaParser::QuotedNumber() {
  Term term;
  term.kind = TermKind::kQuote;
  JUESUAN_TRY(term.quote, Name("the name of a text"));
  if (scope_.quotes->count(term.quote) == 0) return WrongFormula("unknown text " + term.quote);
  JUESUAN_RETURN_IF_ERROR(Want(")"));
  return term;
}

Status FormulaParser::AddTerm(int sign, std::vector<Term>* side) {
  if (Take("(")) {
    JUESUAN_TRY(std::vector<Term> inside, Side());
    JUESUAN_RETURN_IF_ERROR(Want(")"));
    for (Term& term : inside) {
      term.sign *= sign;
      side->push_back(std::move(term));
    }
    return Ok();
  }
  Term term;
  if (Peek().kind == TokenKind::kNumber) {
    term.kind = TermKind::kConstant;
    const auto number = ParseDecimal(tokens_[at_++].text);
    if (!number) return WrongFormula("a number is too long");
    term.constant = *number;
  } else if (Is("sum") || Is("quote")) {
    const bool is_sum = tokens_[at_++].text == "sum";
    JUESUAN_RETURN_IF_ERROR(Want("("));
    if (is_sum) {
      JUESUAN_TRY(term, Sum());
    } else {
      JUESUAN_TRY(term, QuotedNumber());
    }
  } else {
    JUESUAN_TRY(term, Cell());
  }
  term.sign = sign;
  side->push_back(std::move(term));
  return Ok();
}

Result<std::vector<Term>> FormulaParser::Side() {
  std::vector<Term> side;
  int sign = Take("-") ? -1 : 1;
  while (true) {
    JUESUAN_RETURN_IF_ERROR(AddTerm(sign, &side));
    if (Take("+")) {
      sign = 1;
    } else if (Take("-")) {
      sign = -1;
    } else {
      return side;
    }
  }
}

Result<Comparison> FormulaParser::ReadComparison() {
  Comparison out;
  JUESUAN_TRY(out.left, Side());
  if (Take("=")) {
    out.relation = Relation::kEqual;
  } else if (Take("<=")) {
    out.relation = Relation::kAtMost;
  } else if (Take(">=")) {
    out.relation = Relation::kAtLeast;
  } else {
    return WrongFormula("expected =, <= or >= before '" + Peek().text + "'");
  }
  JUESUAN_TRY(out.right, Side());
  return out;
}

Result<Condition> FormulaParser::Has() {
  JUESUAN_RETURN_IF_ERROR(Want("("));
  Condition out;
  out.kind = ConditionKind::kHasForm;
  const bool is_cell = at_ + 1 < tokens_.size() && tokens_[at_ + 1].text == "[";
  if (Take("quote")) {
    out.kind = ConditionKind::kHasQuote;
    JUESUAN_RETURN_IF_ERROR(Want("("));
    JUESUAN_TRY(out.cell, QuotedNumber());
  } else if (is_cell) {
    out.kind = ConditionKind::kHasCell;
    JUESUAN_TRY(out.cell, Cell());
  } else {
    JUESUAN_TRY(out.form, Name("a form"));
    JUESUAN_TRY(const FormNames* names, Form(out.form));
    (void)names;
  }
  JUESUAN_RETURN_IF_ERROR(Want(")"));
  return out;
}

Result<Condition> FormulaParser::One() {
  if (Take("not")) {
    Condition out;
    out.kind = ConditionKind::kNot;
    JUESUAN_TRY(Condition inside, One());
    out.inside.push_back(std::move(inside));
    return out;
  }
  if (Take("has")) return Has();
  if (Take("(")) {
    JUESUAN_TRY(Condition inside, Any());
    JUESUAN_RETURN_IF_ERROR(Want(")"));
    return inside;
  }
  Condition out;
  out.kind = ConditionKind::kCompare;
  JUESUAN_TRY(out.compare, ReadComparison());
  return out;
}

Result<Condition> FormulaParser::All() {
  Condition out;
  out.kind = ConditionKind::kAll;
  do {
    JUESUAN_TRY(Condition one, One());
    out.inside.push_back(std::move(one));
  } while (Take("and"));
  if (out.inside.size() > 1) return out;
  Condition only = std::move(out.inside.front());
  return only;
}

Result<Condition> FormulaParser::Any() {
  Condition out;
  out.kind = ConditionKind::kAny;
  do {
    JUESUAN_TRY(Condition one, All());
    out.inside.push_back(std::move(one));
  } while (Take("or"));
  if (out.inside.size() > 1) return out;
  Condition only = std::move(out.inside.front());
  return only;
}

Result<std::vector<Comparison>> FormulaParser::WholeFormula() {
  std::vector<Comparison> all;
  do {
    JUESUAN_TRY(Comparison comparison, ReadComparison());
    all.push_back(std::move(comparison));
  } while (Take("and"));
  JUESUAN_RETURN_IF_ERROR(End());
  return all;
}

Result<Condition> FormulaParser::WholeCondition() {
  JUESUAN_TRY(Condition condition, Any());
  JUESUAN_RETURN_IF_ERROR(End());
  return condition;
}

Result<Binder> ParseBinder(std::string_view text, Scope* scope) {
  JUESUAN_TRY(std::vector<Token> tokens, Tokenize(text));
  JUESUAN_TRY(Binder binder, FormulaParser(std::move(tokens), *scope).WholeBinder());
  for (size_t i = 0; i < binder.names.size(); ++i) {
    std::vector<std::string>& values = scope->variables[binder.names[i]];
    values.clear();
    for (const auto& item : binder.domain.items) values.push_back(item[i]);
  }
  return binder;
}

Result<std::vector<Comparison>> ParseFormula(std::string_view text, const Scope& scope) {
  JUESUAN_TRY(std::vector<Token> tokens, Tokenize(text));
  return FormulaParser(std::move(tokens), scope).WholeFormula();
}

Result<Condition> ParseCondition(std::string_view text, const Scope& scope) {
  JUESUAN_TRY(std::vector<Token> tokens, Tokenize(text));
  return FormulaParser(std::move(tokens), scope).WholeCondition();
}

Result<Tolerance> ParseTolerance(std::string_view text) {
  if (text == "sum") return Tolerance{ToleranceKind::kSum, 0};
  if (text == "copy") return Tolerance{ToleranceKind::kCopy, 0};
  if (text == "exact") return Tolerance{ToleranceKind::kExact, 0};
  const auto parts = Split(text, ' ');
  if (parts.size() == 2 && parts[1] == "units") {
    const auto units = ParseDecimal(parts[0]);
    if (units && units->scale == 0 && units->mantissa > 0 && units->mantissa < 1000)
      return Tolerance{ToleranceKind::kUnits, static_cast<int>(units->mantissa)};
  }
  return WrongFormula("unknown tolerance \"" + std::string(text) + "\"");
}

}  // namespace juesuan
