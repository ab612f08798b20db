// A grid as plain text, for tests and for looking at.
#pragma once

#include <string>

#include "base/tables.h"

namespace juesuan {

// One line a row, cells in bars: "| 项目 {2x1} | 12.00 |". Spans as {rows x cols}; an atom covered
// by a cell from the left is "<", from above "^"; the lines of a cell are joined with "/"; "?"
// marks an unread cell. Before the rows: number, size, pages, header rows, the lines above; after
// them the lines below.
std::string Dump(const TableGrid& grid);

// Every table, then every paragraph with its kind.
std::string Dump(const DocumentLayout& layout);

}  // namespace juesuan
