// One printed amount changed in a clean document, as a slip of the pen or of the printer would:
// what the rules ought to notice. And one reading of a cell corrupted, as a recogniser would: what
// proof and repair ought not to believe.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/facts.h"

namespace juesuan {

enum class Mutation {
  kCentMore,  // ±0.01, ±0.10, ±1.00 of the printed unit; a count is changed by 1
  kCentLess,
  kDimeMore,
  kDimeLess,
  kOneMore,
  kOneLess,
  kDigitsSwapped,  // two neighbouring digits that differ
  kDigitDropped,   // one that changes the amount
  kTimesTen,
  kCellsExchanged,  // with the next other number of the table
  kRowShifted,      // the cells of a row move one column on, the last into the first
};
const std::vector<Mutation>& AllMutations();
std::string_view MutationName(Mutation mutation);

// What stands in a cell of a changed document.
struct CellEdit {
  int record = 0;  // index in DocumentFacts::records
  CellKind kind = CellKind::kBlank;
  std::string raw;
  std::optional<Decimal> value;
};

// The edits of a mutation of the number in a record; {} where it changes nothing there (a row is
// shifted at its first cell). Same facts, same edits. REQUIRES: the record is a number.
std::vector<CellEdit> Mutate(Mutation mutation, const DocumentFacts& facts, int record);

// Puts an edit in place: the reader that read the cell, or a sound text layer where it was blank,
// reads the new text with certainty.
void Print(const CellEdit& edit, DocumentFacts* facts);

enum class Misreading { kReplaced, kDropped, kInserted, kPointLost };
const std::vector<Misreading>& AllMisreadings();
std::string_view MisreadingName(Misreading misreading);

// `text` with one digit misread; `choice` picks the place and the digit. "" where it cannot be (no
// point to lose, no digit would be left). The value always differs from that of `text`.
std::string Misread(Misreading misreading, const std::string& text, unsigned choice);

}  // namespace juesuan
