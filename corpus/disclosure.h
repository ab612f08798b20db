// A disclosure in memory, before it has pages: what the generator draws. It knows nothing of
// points, typefaces or watermarks; Look (look.h) says how it is drawn.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "corpus/truth.h"

namespace juesuan {

enum class Align { kLeft, kCenter, kRight };

// One cell of a table's grid, 0-based, with its spans. Text may hold '\n' (a forced break).
struct TableCell {
  int row = 0, col = 0;
  int row_span = 1, col_span = 1;
  std::string text;
  Align align = Align::kCenter;
  int truth = -1;  // index into Disclosure::truth; -1: no value cell
};

struct Table {
  std::string title, code;       // "收入决算表", "公开02表" or ""
  std::string department, year;  // the lines over the grid as printed; "" for none
  std::string unit;              // "金额单位：万元"
  int rows = 0, cols = 0, header_rows = 0;
  std::vector<TableCell> cells;    // disjoint, covering
  std::vector<std::string> notes;  // lines under the grid
  std::vector<int> breaks;  // rows that begin a new page, ascending; empty: where the page ends
  bool own_page = true;     // begins a page; otherwise stands in the text
};

enum class ProseKind {
  kCover,
  kCoverLine,
  kContentsTitle,
  kContents,
  kPart,
  kHeading,
  kBody,
  kContinued
};

struct Prose {
  ProseKind kind = ProseKind::kBody;
  std::string text;
  std::string tail;  // the page number of a contents line
};

// Begins a new page; with a printed number, pages are left empty until that number is reached.
struct PageBreak {
  int printed_page = 0;
};

using Block = std::variant<Prose, Table, PageBreak>;

struct Disclosure {
  std::string title, department, year;
  std::vector<Block> blocks;
  std::vector<TruthRecord> truth;
};

// The cells of a grid of texts, with the spans of a printed form worked out from its blanks: in the
// header a cell covers the blanks to its right, then those below; in the body a label covers the
// blanks to its right. `truth[row][col]` is -1 where no value stands. Rows may be ragged.
void CellsFromGrid(const std::vector<std::vector<std::string>>& grid,
                   const std::vector<std::vector<int>>& truth, Table* table);

}  // namespace juesuan
