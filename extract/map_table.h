// One grid against one form: its records and what could not be used.
#pragma once

#include <string>
#include <vector>

#include "base/facts.h"
#include "base/tables.h"
#include "extract/columns.h"
#include "extract/pack.h"

namespace juesuan {

struct MappedTable {
  std::vector<Record> records;  // boxes in the upright frame; table, form and status filled in
  std::vector<Reject> rejects;  // boxes in the upright frame
  int required = 0, found = 0;  // measures
  int unknown_columns = 0;
  int known_rows = 0, unknown_rows = 0;
  bool numbered = false;  // 栏次 were found
};

// `first_row`: the first row below the caption rows. `unit`: of the table's amounts; kNone makes
// every number suspect. `section`: the panel whose section the lines above the grid open, "" if
// none.
MappedTable MapTable(const TableGrid& grid, int first_row, const FormPack& form,
                     const FormWords& words, Unit unit, const std::string& section);

}  // namespace juesuan
