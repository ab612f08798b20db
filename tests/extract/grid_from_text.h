// Grids for tests from a compact notation, one line a row, cells between bars:
//
//   | 项目      | <        | 本年支出 |
//   | 科目代码  | 科目名称 | 小计     |
//   | 合计      | <        | 12.00    |
//   | 208       | 甲       | ^        |
//
// "<" continues the cell to the left, "^" the cell above, "\n" in a cell is a line break.
#pragma once

#include <string>
#include <vector>

#include "base/tables.h"

namespace juesuan {

// Readings are from `by` with the given score. Boxes are 50 by 20 points a cell.
TableGrid GridFromText(const std::string& text, Reader by = Reader::kLayer, double score = 1);

// A table with the lines above and below it.
TableGrid TableFromText(const std::vector<std::string>& above, const std::string& text,
                        const std::vector<std::string>& below = {});

// One document: tables numbered from 1, one page each, A4.
DocumentLayout LayoutOf(std::vector<TableGrid> tables, const std::vector<std::string>& cover = {});

}  // namespace juesuan
