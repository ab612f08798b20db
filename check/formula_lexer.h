// Splits the text of a formula into tokens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace juesuan {

enum class TokenKind { kName, kNumber, kSymbol, kEnd };

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string text;
};

// A name is a run of letters, digits, '_' and anything beyond ASCII (so 因公出国（境）费 is one),
// or anything in single quotes. A number is digits with an optional point, standing alone; digits
// between [ ] are names (codes). Symbols: + - = <= >= [ ] ( ) , ? . Ends with kEnd.
// Error kMalformed names the character that fits nowhere.
Result<std::vector<Token>> Tokenize(std::string_view text);

}  // namespace juesuan
