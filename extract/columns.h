// The header tree of a grid read against a form: what every column is.
#pragma once

#include <string>
#include <vector>

#include "base/tables.h"
#include "extract/pack.h"

namespace juesuan {

enum class ColumnRole { kName, kRowNumber, kCode, kValue, kUnknown };

// One logical column: the atoms under one cell of the last header row.
struct Column {
  ColumnRole role = ColumnRole::kUnknown;
  int first = 0, last = 0;           // atoms, inclusive
  int level = -1;                    // kCode split in 类, 款, 项: 0, 1, 2; -1: the whole code
  std::vector<std::string> path;     // header words, top to leaf, no blanks
  const Measure* measure = nullptr;  // kValue; owned by the form
  std::string half;                  // kValue of a form with halves
  std::string number;                // kValue: 栏次, "" where none is printed
  bool hides_number = false;         // a 栏次 stands over it that was not found
  bool by_place = false;  // kValue: its header was misread; it stands between two that are known
};

// Key columns and the value columns right of them. A two-sided form has two, a form in panels more.
struct Side {
  std::string panel;              // of the form, "" if the header names none
  std::vector<int> keys, values;  // indices of columns
};

struct ColumnMap {
  int header_rows = 0;  // rows of the grid above the body, from row 0
  std::vector<Column> columns;
  std::vector<Side> sides;
  int required = 0, found = 0;  // required measures of the form, and those that have a column
  int unknown = 0;              // value columns of no or of more than one measure
  bool has_code = false, has_row_number = false;
};

// `first_row`: the grid's first row that is not caption. Pointers into `form` stay valid with it.
ColumnMap MapColumns(const TableGrid& grid, int first_row, const FormPack& form,
                     const FormWords& words);

}  // namespace juesuan
