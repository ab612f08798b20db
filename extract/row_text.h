// The key cells of one side of one body row, as texts: what stands under 项目, 行次, 科目代码.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/tables.h"
#include "extract/columns.h"

namespace juesuan {

struct RowText {
  std::vector<const GridCell*> cells;  // that begin in this row and cover a key column
  std::string label;                   // unwrapped
  std::string number;                  // 行次 as printed
  std::string code;                    // whole code, as printed
  std::array<std::string, 3> levels;   // 类, 款, 项 in columns of their own
  std::array<std::string, 3> above;    // the same of a cell that began in a row above
  bool unread_code = false;            // ink or a mark where a code may stand
  const GridCell* code_cell = nullptr;
  int label_col = -1;    // first atom of the label's cell
  bool by_layer = true;  // every cell was read from a text layer
  bool sure = true;      // no code was read with so little confidence that it says nothing

  bool IsEmpty() const;
};

RowText ReadRowText(const TableGrid& grid, int row, const ColumnMap& map, const Side& side,
                    const FormWords& words);

// Distinct cells that begin in `row` and cover one of the atoms [first, last].
std::vector<const GridCell*> CellsUnder(const TableGrid& grid, int row, int first, int last);

}  // namespace juesuan
