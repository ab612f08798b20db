// The parser behind formula_parse.h: one class, in two files. domain_parse.cc reads binders and
// domains, formula_parse.cc the rest. Not for other users.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/formula_lexer.h"
#include "check/formula_parse.h"

namespace juesuan {

// Recursive descent over the tokens of one text.
class FormulaParser {
 public:
  FormulaParser(std::vector<Token> tokens, const Scope& scope)
      : tokens_(std::move(tokens)), scope_(scope) {}

  Result<Binder> WholeBinder();
  Result<std::vector<Comparison>> WholeFormula();
  Result<Condition> WholeCondition();

 private:
  const Token& Peek() const { return tokens_[at_]; }
  bool Is(std::string_view text) const {
    return Peek().kind != TokenKind::kEnd && Peek().text == text;
  }
  bool Take(std::string_view text) {
    if (!Is(text)) return false;
    ++at_;
    return true;
  }
  Status Want(std::string_view text);
  Status End();
  Result<std::string> Name(const std::string& what);

  Result<Binder> ReadBinder();
  Result<Domain> ReadDomain();
  Result<Domain> FormDomain(DomainKind kind);
  Result<Domain> ItemDomain();
  Result<std::vector<std::string>> Item();
  Result<Comparison> ReadComparison();
  Result<std::vector<Term>> Side();
  Status AddTerm(int sign, std::vector<Term>* side);
  Result<Term> Cell();
  Result<Term> Sum();
  Result<Term> QuotedNumber();
  Result<Condition> Any();
  Result<Condition> All();
  Result<Condition> One();
  Result<Condition> Has();
  Result<const FormNames*> Form(const std::string& id) const;
  Status CheckLine(const std::string& form, const FormNames& names, const std::string& line) const;
  Status CheckCell(const Term& cell) const;
  void Bind(const Binder& binder);

  std::vector<Token> tokens_;
  size_t at_ = 0;
  Scope scope_;
};

inline Error WrongFormula(std::string why) {
  return MakeError(ErrorCode::kMalformed, std::move(why));
}

}  // namespace juesuan
