#include "check/formula_lexer.h"

#include <algorithm>
#include <cctype>

namespace juesuan {
namespace {

bool IsNameByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0 || c == '_';
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit);
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Result<std::vector<Token>> Run() {
    while (at_ < text_.size()) {
      if (std::isspace(static_cast<unsigned char>(text_[at_])) != 0) {
        ++at_;
      } else if (text_[at_] == '\'') {
        JUESUAN_RETURN_IF_ERROR(Quoted());
      } else if (IsNameByte(text_[at_])) {
        Name();
      } else {
        JUESUAN_RETURN_IF_ERROR(Symbol());
      }
    }
    tokens_.push_back({});
    return std::move(tokens_);
  }

 private:
  Status Quoted() {
    const size_t end = text_.find('\'', at_ + 1);
    if (end == std::string_view::npos)
      return MakeError(ErrorCode::kMalformed, "a quote is not closed");
    tokens_.push_back({TokenKind::kName, std::string(text_.substr(at_ + 1, end - at_ - 1))});
    at_ = end + 1;
    return Ok();
  }

  void Name() {
    size_t end = at_;
    while (end < text_.size() && IsNameByte(text_[end])) ++end;
    bool number = brackets_ == 0 && IsNumber(text_.substr(at_, end - at_));
    if (number && end + 1 < text_.size() && text_[end] == '.' && IsDigit(text_[end + 1])) {
      ++end;
      while (end < text_.size() && IsDigit(text_[end])) ++end;
    }
    tokens_.push_back({number ? TokenKind::kNumber : TokenKind::kName,
                       std::string(text_.substr(at_, end - at_))});
    at_ = end;
  }

  Status Symbol() {
    const std::string_view two = text_.substr(at_, 2);
    if (two == "<=" || two == ">=") {
      tokens_.push_back({TokenKind::kSymbol, std::string(two)});
      at_ += 2;
      return Ok();
    }
    const char c = text_[at_];
    if (std::string_view("+-=[](),?.").find(c) == std::string_view::npos)
      return MakeError(ErrorCode::kMalformed, std::string("unknown operator '") + c + "'");
    if (c == '[') ++brackets_;
    if (c == ']') --brackets_;
    tokens_.push_back({TokenKind::kSymbol, std::string(1, c)});
    ++at_;
    return Ok();
  }

  std::string_view text_;
  size_t at_ = 0;
  int brackets_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

Result<std::vector<Token>> Tokenize(std::string_view text) { return Lexer(text).Run(); }

}  // namespace juesuan
