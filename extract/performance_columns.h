// The header of a block of a performance form: what its columns are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/quantity.h"
#include "extract/joined_rows.h"
#include "extract/performance_pack.h"

namespace juesuan {

struct BlockColumn {
  const PerformanceColumn* column = nullptr;  // nullptr: a header word that names none
  int first = 0, last = 0;                    // of the joined scale
  std::vector<std::string> path;              // header words, top to leaf, no blanks
  Unit unit = Unit::kNone;  // of money, if its header or the other amounts' headers say it
  bool by_place = false;    // its header could not be read; it is the one between its neighbours
};

struct BlockHeader {
  const PerformanceForm* form = nullptr;
  size_t end = 0;                    // the first row below the header
  int label_end = 0;                 // columns left of it hold labels
  std::vector<BlockColumn> columns;  // left to right

  const BlockColumn* With(ColumnUse use) const;  // the first; nullptr if none
  const BlockColumn* Named(const std::string& measure) const;
};

// The header that begins in row `at`, if there is one. A block of money has an amount executed and
// another amount; a block of indicators has their names and two columns more.
std::optional<BlockHeader> FindHeader(const JoinedRows& rows, size_t at,
                                      const PerformanceForm& form);

// The money unit in a header word or a label: 项目资金（万元）. kNone if there is none.
Unit MoneyUnitIn(std::string_view text);

}  // namespace juesuan
