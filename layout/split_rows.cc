#include "layout/split_rows.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "base/text.h"
#include "layout/text_class.h"

namespace juesuan {
namespace {

constexpr double kOnBaseline = 0.35;  // of a line's height
constexpr double kApart = 0.9;        // of a line's height between two rows

// Every line with a fraction: a long number that wraps inside its cell has one in its last line
// only.
bool IsColumnOfAmounts(const GridCell& cell) {
  const auto is_amount = [](const TextLine& line) {
    return IsNumber(line.Text()) && MatchForm(line.Text()).find('.') != std::string::npos;
  };
  return std::count_if(cell.lines.begin(), cell.lines.end(), is_amount) >= 2 &&
         std::all_of(cell.lines.begin(), cell.lines.end(), [&](const TextLine& line) {
           return is_amount(line) || IsPlaceholder(line.Text());
         });
}

// The heights on which all lines of the row's cells stand; nullopt if they do not agree.
std::optional<std::vector<double>> Baselines(const std::vector<const GridCell*>& row) {
  std::vector<std::pair<double, double>> lines;  // centre, height
  for (const GridCell* cell : row)
    for (const TextLine& line : cell->lines)
      lines.push_back({line.box.Center().y, line.box.Height()});
  std::sort(lines.begin(), lines.end());
  std::vector<double> baselines;
  for (const auto& [y, height] : lines) {
    if (!baselines.empty() && y - baselines.back() <= kOnBaseline * height) continue;
    if (!baselines.empty() && y - baselines.back() < kApart * height) return std::nullopt;
    baselines.push_back(y);
  }
  if (baselines.size() < 2) return std::nullopt;
  return baselines;
}

size_t Nearest(const std::vector<double>& baselines, double y) {
  size_t best = 0;
  for (size_t i = 1; i < baselines.size(); ++i)
    if (std::abs(baselines[i] - y) < std::abs(baselines[best] - y)) best = i;
  return best;
}

// The cells of `row` alone, if every one is one row high.
std::vector<const GridCell*> CellsOfRow(const PageTable& table, int row) {
  std::vector<const GridCell*> cells;
  for (const GridCell& cell : table.cells) {
    if (row < cell.row || row >= cell.row + cell.row_span) continue;
    if (cell.row_span > 1) return {};
    cells.push_back(&cell);
  }
  return cells;
}

void SplitRow(PageTable& table, int row, const std::vector<double>& baselines) {
  const auto r = static_cast<size_t>(row);
  const int more = static_cast<int>(baselines.size()) - 1;
  std::vector<double> edges = {table.ys[r]};
  for (size_t i = 1; i < baselines.size(); ++i)
    edges.push_back((baselines[i - 1] + baselines[i]) / 2);
  edges.push_back(table.ys[r + 1]);
  std::vector<GridCell> cells;
  for (GridCell& cell : table.cells) {
    if (cell.row != row) {
      if (cell.row > row) cell.row += more;
      cells.push_back(std::move(cell));
      continue;
    }
    for (size_t i = 0; i + 1 < edges.size(); ++i) {
      GridCell part = cell;
      part.row = row + static_cast<int>(i);
      part.box = Round2(Box{cell.box.x0, edges[i], cell.box.x1, edges[i + 1]});
      part.lines.clear();
      for (const TextLine& line : cell.lines)
        if (Nearest(baselines, line.box.Center().y) == i) part.lines.push_back(line);
      cells.push_back(std::move(part));
    }
  }
  std::sort(cells.begin(), cells.end(), [](const GridCell& a, const GridCell& b) {
    return std::tie(a.row, a.col) < std::tie(b.row, b.col);
  });
  table.cells = std::move(cells);
  table.ys.insert(table.ys.begin() + row + 1, edges.begin() + 1, edges.end() - 1);
}

}  // namespace

void SplitRows(PageTable& table) {
  for (int row = table.Rows() - 1; row >= 0; --row) {
    const std::vector<const GridCell*> cells = CellsOfRow(table, row);
    if (std::none_of(cells.begin(), cells.end(),
                     [](const GridCell* cell) { return IsColumnOfAmounts(*cell); }))
      continue;
    if (const auto baselines = Baselines(cells)) SplitRow(table, row, *baselines);
  }
}

}  // namespace juesuan
