// The value of one cell of an amount column, from every reading of it.
#pragma once

#include <string>
#include <vector>

#include "base/facts.h"
#include "base/tables.h"

namespace juesuan {

struct CellValue {
  CellKind kind = CellKind::kBlank;
  std::string raw;
  std::optional<Decimal> value;
  Unit unit = Unit::kNone;  // of a suffix printed in the cell
  std::vector<Reading> readings;
  std::string doubt;   // suspect: why; "" if not
  std::string reject;  // reject code, "" if none: "not_an_amount", "unread"
};

// The believed reading decides if it is an amount. If it is not, the other engine's reading and
// then the runners-up are tried; one that is an amount is taken, in doubt. Readings of two engines
// that do not give the same value, a weak score and unread ink are doubts too.
CellValue ReadValue(const GridCell& cell);

// Readings of a whole cell: each reader's lines joined, the weakest line's score.
std::vector<Reading> JoinReadings(const GridCell& cell);

}  // namespace juesuan
