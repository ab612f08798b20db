#include "layout/cut_rows.h"

#include <algorithm>

#include "layout/column_kinds.h"
#include "layout/text_class.h"

namespace juesuan {
namespace {

using Kinds = std::vector<ColumnKind>;

// What the cells of one row hold, by kind of column.
struct RowContent {
  bool simple = true;  // every cell is one row high
  int keys = 0, labels = 0, amounts = 0;
  int strays = 0;  // words under amounts, numbers under labels
};

RowContent ContentOf(const std::vector<GridCell>& cells, int row, const Kinds& kinds) {
  RowContent content;
  for (const GridCell& cell : cells) {
    if (row < cell.row || row >= cell.row + cell.row_span) continue;
    if (cell.row_span > 1) content.simple = false;
    if (cell.lines.empty()) continue;
    const bool number = IsNumber(cell.Text()) || IsPlaceholder(cell.Text());
    switch (kinds[static_cast<size_t>(cell.col)]) {
      case ColumnKind::kKey:
        ++content.keys;
        break;
      case ColumnKind::kAmount:
        ++(number ? content.amounts : content.strays);
        break;
      default:
        ++(number ? content.strays : content.labels);
        break;
    }
  }
  return content;
}

GridCell* CellAt(std::vector<GridCell>& cells, int row, int col) {
  for (GridCell& cell : cells)
    if (row >= cell.row && row < cell.row + cell.row_span && col == cell.col) return &cell;
  return nullptr;
}

// The same cells, column by column, in the last row above and the first below.
bool SameCells(TableGrid& above, std::vector<GridCell>& below) {
  for (const GridCell& cell : below) {
    if (cell.row != above.rows) continue;
    const GridCell* over = CellAt(above.cells, above.rows - 1, cell.col);
    if (over == nullptr || over->col_span != cell.col_span) return false;
  }
  return true;
}

bool IsTail(const RowContent& last, const RowContent& next, const Kinds& kinds) {
  if (!last.simple || !next.simple || next.strays > 0 || next.keys > 0) return false;
  const bool keyed = std::count(kinds.begin(), kinds.end(), ColumnKind::kKey) > 0;
  if (next.labels > 0) return keyed && last.keys > 0 && last.labels > 0 && next.amounts == 0;
  return next.amounts > 0 && last.amounts == 0 && last.strays == 0 && last.labels + last.keys > 0;
}

void JoinRow(TableGrid& above, std::vector<GridCell>& below) {
  std::vector<GridCell> rest;
  for (GridCell& cell : below) {
    if (cell.row > above.rows) {
      --cell.row;
      rest.push_back(std::move(cell));
      continue;
    }
    GridCell* over = CellAt(above.cells, above.rows - 1, cell.col);
    over->lines.insert(over->lines.end(), cell.lines.begin(), cell.lines.end());
    over->unread = over->unread || cell.unread;
  }
  below = std::move(rest);
}

void JoinSpans(TableGrid& above, std::vector<GridCell>& below, const Kinds& kinds) {
  const auto continues = [&](const GridCell& cell) {
    if (cell.row != above.rows || cell.row_span == 1 || !cell.lines.empty() || cell.unread)
      return false;
    const ColumnKind kind = kinds[static_cast<size_t>(cell.col)];
    GridCell* over = CellAt(above.cells, above.rows - 1, cell.col);
    if (kind != ColumnKind::kLabel || over == nullptr || over->col_span != cell.col_span)
      return false;
    over->row_span += cell.row_span;
    return true;
  };
  below.erase(std::remove_if(below.begin(), below.end(), continues), below.end());
}

}  // namespace

int JoinCutRow(TableGrid& above, std::vector<GridCell>& below) {
  const Kinds kinds = ColumnKinds(above.cells, above.header_rows, above.cols);
  const RowContent last = ContentOf(above.cells, above.rows - 1, kinds);
  const RowContent next = ContentOf(below, above.rows, kinds);
  if (above.rows > above.header_rows && SameCells(above, below) && IsTail(last, next, kinds)) {
    JoinRow(above, below);
    return 1;
  }
  JoinSpans(above, below, kinds);
  return 0;
}

}  // namespace juesuan
