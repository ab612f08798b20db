#include "corpus/disclosure.h"

#include <algorithm>

namespace juesuan {
namespace {

using Grid = std::vector<std::vector<std::string>>;

const std::string& TextAt(const Grid& grid, int row, int col) {
  static const std::string kBlank;
  const auto& line = grid[static_cast<size_t>(row)];
  return col < static_cast<int>(line.size()) ? line[static_cast<size_t>(col)] : kBlank;
}

class SpanFinder {
 public:
  SpanFinder(const Grid& grid, const std::vector<std::vector<int>>& truth, Table* table)
      : grid_(grid),
        truth_(truth),
        table_(table),
        taken_(static_cast<size_t>(table->rows),
               std::vector<bool>(static_cast<size_t>(table->cols))) {}

  void Run() {
    for (int row = 0; row < table_->rows; ++row) {
      for (int col = 0; col < table_->cols; ++col) {
        if (!Taken(row, col)) Place(row, col);
      }
    }
  }

 private:
  bool Taken(int row, int col) const {
    return taken_[static_cast<size_t>(row)][static_cast<size_t>(col)];
  }
  int TruthAt(int row, int col) const {
    const auto& line = truth_[static_cast<size_t>(row)];
    return col < static_cast<int>(line.size()) ? line[static_cast<size_t>(col)] : -1;
  }
  bool Free(int row, int col) const {
    return !Taken(row, col) && TextAt(grid_, row, col).empty() && TruthAt(row, col) < 0;
  }

  void Place(int row, int col) {
    TableCell cell;
    cell.row = row;
    cell.col = col;
    cell.text = TextAt(grid_, row, col);
    cell.truth = TruthAt(row, col);
    if (!cell.text.empty() && cell.truth < 0) {
      while (col + cell.col_span < table_->cols && Free(row, col + cell.col_span)) ++cell.col_span;
      if (row < table_->header_rows) GrowDown(&cell);
    }
    for (int r = row; r < row + cell.row_span; ++r) {
      for (int c = col; c < col + cell.col_span; ++c) {
        taken_[static_cast<size_t>(r)][static_cast<size_t>(c)] = true;
      }
    }
    table_->cells.push_back(std::move(cell));
  }

  void GrowDown(TableCell* cell) const {
    while (cell->row + cell->row_span < table_->header_rows) {
      for (int c = cell->col; c < cell->col + cell->col_span; ++c) {
        if (!Free(cell->row + cell->row_span, c)) return;
      }
      ++cell->row_span;
    }
  }

  const Grid& grid_;
  const std::vector<std::vector<int>>& truth_;
  Table* table_;
  std::vector<std::vector<bool>> taken_;
};

}  // namespace

void CellsFromGrid(const Grid& grid, const std::vector<std::vector<int>>& truth, Table* table) {
  table->rows = static_cast<int>(grid.size());
  table->cols = 0;
  for (const auto& line : grid) table->cols = std::max(table->cols, static_cast<int>(line.size()));
  for (const auto& line : truth) table->cols = std::max(table->cols, static_cast<int>(line.size()));
  SpanFinder(grid, truth, table).Run();
}

}  // namespace juesuan
