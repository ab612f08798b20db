// One printed cell of an amount column: what kind it is and, for a number, its exact value.
//
// Nothing is guessed: what is not a well-formed amount is kText, with the reason. No floating
// point.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/facts.h"
#include "base/quantity.h"

namespace juesuan {

struct Amount {
  CellKind kind = CellKind::kBlank;
  std::optional<Decimal> value;  // kNumber only
  Unit unit = Unit::kNone;       // of a suffix printed in the cell: 万元, %, 辆, …
  std::string doubt;             // readable, but not beyond doubt: why; "" otherwise
  std::string why;               // kText only: why it is not an amount

  bool IsAmount() const { return kind != CellKind::kText; }
};

// Grammar, after full-width forms are made half-width:
//   [¥] [sign] number [unit]     sign: + - − △ ▲, or the number in parentheses (negative)
//   number = digits | 1-3 digits {"," 3 digits}, then an optional "." and digits
// No leading zeros but "0" itself, no blanks between digits, no letters or 〇 among them. A cell of
// dashes, of "/" or of 无 is kDash; 0 and 0.00 are numbers; no text is kBlank.
Amount ParseAmount(std::string_view text);

// The same for a cell of several printed lines. Two lines are one wrapped number only if the joined
// text is an amount with a point and the first line is not already complete with two decimals; it
// is beyond doubt only if the break stands at a point or comma.
Amount ParseAmount(const std::vector<std::string>& lines);

}  // namespace juesuan
