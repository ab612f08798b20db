#include "corpus/disclosure.h"

#include <algorithm>

namespace juesuan {
namespace {

using Grid = std::vector<std::vector<std::string>>;

constexpr char kNumberRow[] = "栏次";

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
      GrowRight(&cell);
      if (row < table_->header_rows) GrowDown(&cell);
    }
    for (int r = row; r < row + cell.row_span; ++r) {
      for (int c = col; c < col + cell.col_span; ++c) {
        taken_[static_cast<size_t>(r)][static_cast<size_t>(c)] = true;
      }
    }
    table_->cells.push_back(std::move(cell));
  }

  // In the body only words cover blanks: beside a code, a blank is a cell of its own.
  bool CoversBlanks(const TableCell& cell) const {
    return cell.row < table_->header_rows ||
           std::any_of(cell.text.begin(), cell.text.end(), [](char c) { return (c & 0x80) != 0; });
  }

  void GrowRight(TableCell* cell) const {
    if (!CoversBlanks(*cell)) return;
    for (int c = cell->col + 1; c < table_->cols && Free(cell->row, c); ++c) {
      // The number row of a form leaves the cell under 行次 to itself.
      if (cell->text == kNumberRow && TextAt(grid_, cell->row - 1, c) == "行次") return;
      ++cell->col_span;
    }
  }

  bool IsNumberRow(int row) const {
    const auto& line = grid_[static_cast<size_t>(row)];
    return std::find(line.begin(), line.end(), kNumberRow) != line.end();
  }

  void GrowDown(TableCell* cell) const {
    while (cell->row + cell->row_span < table_->header_rows &&
           !IsNumberRow(cell->row + cell->row_span)) {
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

// Columns up to the last one that holds anything.
int UsedColumns(const Grid& grid, const std::vector<std::vector<int>>& truth) {
  size_t used = 0;
  for (const auto& line : grid) {
    for (size_t c = 0; c < line.size(); ++c) {
      if (!line[c].empty()) used = std::max(used, c + 1);
    }
  }
  for (const auto& line : truth) {
    for (size_t c = 0; c < line.size(); ++c) {
      if (line[c] >= 0) used = std::max(used, c + 1);
    }
  }
  return static_cast<int>(used);
}

}  // namespace

void CellsFromGrid(const Grid& grid, const std::vector<std::vector<int>>& truth, Table* table) {
  table->rows = static_cast<int>(grid.size());
  table->cols = UsedColumns(grid, truth);
  SpanFinder(grid, truth, table).Run();
}

}  // namespace juesuan
