// What each body row is, side by side: the key, the label and the form's line item.
#pragma once

#include <string>
#include <vector>

#include "base/tables.h"
#include "extract/columns.h"
#include "extract/row_text.h"

namespace juesuan {

struct RowKey {
  RowText text;
  std::string key, line, panel;
  Unit unit = Unit::kNone;  // of the line item; kNone: the table's
  std::string doubt;        // the key was repaired or is not beyond doubt: why
  std::string misprint;     // the printed 行次, where the run and the label say another: why
  std::string problem;      // the row is not known to the form: why
  bool known = false;       // the row's item or code is one of the form
  bool structure = false;   // no data: it opens a section or prints the header again

  bool IsPresent() const { return !key.empty(); }
};

// [row - map.header_rows][side]. `section`: the panel whose section is open above the grid, "" if
// none. A row that a page break cuts in two is one row: where the key and the values are. Left
// without a key: rows of structure, and rows that say nothing (no problem) or nothing known (with
// the problem).
std::vector<std::vector<RowKey>> ReadRowKeys(const TableGrid& grid, const ColumnMap& map,
                                             const FormPack& form, const FormWords& words,
                                             const std::string& section);

}  // namespace juesuan
