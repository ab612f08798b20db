// Which rows of a grid are header rows of a form.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/tables.h"
#include "extract/pack.h"

namespace juesuan {

struct HeaderRows {
  int first = 0, end = 0;      // [first, end): the rows whose cells name columns
  std::optional<int> numbers;  // the 栏次 row, at `end` if there is one
  int body = 0;                // first body row
};

HeaderRows FindHeaderRows(const TableGrid& grid, int first_row, const FormPack& form,
                          const FormWords& words);

// True for a row of two or more header words and nothing else: the header printed again inside a
// body. One word alone may be a total's label.
bool IsHeaderRow(const TableGrid& grid, int row, const FormPack& form, const FormWords& words);

// True for a row that numbers the columns: 栏次, or 1, 2, 3, … and nothing else.
bool IsColumnNumberRow(const TableGrid& grid, int row, const FormWords& words);

// Whether 栏次 stands in a header where no row of numbers was found: what is read there under the
// columns' names may have numbers that nobody could read.
bool MayHideNumbers(const TableGrid& grid, const HeaderRows& header, const FormWords& words);

// The panel whose section a row opens; nullptr if it opens none.
const FormPanel* SectionOf(const TableGrid& grid, int row, const FormPack& form);

// The same for a line of text; "" or the panel's name.
std::string SectionNamed(std::string_view text, const FormPack& form);

// Cells that begin in a row, left to right.
std::vector<const GridCell*> CellsOfRow(const TableGrid& grid, int row);

// The text of a cell where 栏次 may stand: of what a recogniser read, without the signs, neither
// Han letters nor digits, that it made of a mark's rests.
std::string NumberText(const GridCell& cell);

// The positive integer a text is, 0 if it is none (at most 4 digits).
int SmallNumber(std::string_view text);

// The 栏次 in a cell of a grid of `columns`; 0 where none is, or where a recogniser read more than
// there are columns. `cell` may be null.
int ColumnNumberIn(const GridCell* cell, int columns);

}  // namespace juesuan
