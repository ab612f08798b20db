#include "extract/joined_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "extract/label.h"

namespace juesuan {
namespace {

// Two edges nearer than this share of the table's width are one.
constexpr double kSameEdge = 0.008;
// A page's margins may differ; a table this much wider or narrower is laid by its own edges.
constexpr double kSameWidth = 0.03;

// The x of each column's edges of a grid; an edge no cell shows lies evenly between its neighbours.
std::vector<double> EdgesOf(const TableGrid& grid) {
  constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
  std::vector<double> edges(static_cast<size_t>(grid.cols) + 1, kUnknown);
  for (const GridCell& cell : grid.cells) {
    const auto left = static_cast<size_t>(cell.col);
    const auto right = static_cast<size_t>(cell.col + cell.col_span);
    if (std::isnan(edges[left])) edges[left] = cell.box.x0;
    if (right < edges.size() && std::isnan(edges[right])) edges[right] = cell.box.x1;
  }
  for (size_t i = 0; i < edges.size(); ++i) {
    if (!std::isnan(edges[i])) continue;
    size_t next = i;
    while (next < edges.size() && std::isnan(edges[next])) ++next;
    const double before = i == 0 ? 0 : edges[i - 1];
    const double after = next < edges.size() ? edges[next] : before;
    edges[i] = before + (after - before) / static_cast<double>(next - i + 1);
  }
  return edges;
}

bool Near(const std::vector<double>& a, const std::vector<double>& b, double tolerance) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [tolerance](double x, double y) { return std::abs(x - y) <= tolerance; });
}

class Scale {
 public:
  explicit Scale(const std::vector<GridRows>& pieces) {
    for (const GridRows& piece : pieces) Add(*piece.grid);
    std::vector<double> all;
    for (const auto& edges : edges_) all.insert(all.end(), edges.begin(), edges.end());
    std::sort(all.begin(), all.end());
    const double tolerance = kSameEdge * (all.back() - all.front());
    for (const double x : all)
      if (joined_.empty() || x - joined_.back() > tolerance) joined_.push_back(x);
  }

  int Columns() const { return std::max(1, static_cast<int>(joined_.size()) - 1); }

  // Of an edge of a grid.
  int At(size_t grid, int edge) const {
    const double x = edges_[grid][static_cast<size_t>(edge)];
    size_t best = 0;
    for (size_t i = 1; i < joined_.size(); ++i)
      if (std::abs(joined_[i] - x) < std::abs(joined_[best] - x)) best = i;
    return static_cast<int>(best);
  }

 private:
  // Later grids are moved so that their left edge is the first one's; edges that are nearly its
  // own are its own.
  void Add(const TableGrid& grid) {
    std::vector<double> edges = EdgesOf(grid);
    if (!edges_.empty()) {
      const std::vector<double>& first = edges_.front();
      const double width = first.back() - first.front(), own = edges.back() - edges.front();
      if (std::abs(width - own) <= kSameWidth * width) {
        const double by = first.front() - edges.front();
        for (double& x : edges) x += by;
        if (Near(edges, first, kSameWidth * width)) edges = first;
      }
    }
    edges_.push_back(std::move(edges));
  }

  std::vector<std::vector<double>> edges_;
  std::vector<double> joined_;
};

int PageOf(const TableGrid& grid, int row) {
  int page = 0;
  for (const GridPart& part : grid.parts)
    if (part.first_row <= row) page = part.page;
  return page;
}

}  // namespace

bool IsFirstOfPart(const TableGrid& grid, int row) {
  return std::any_of(grid.parts.begin(), grid.parts.end(),
                     [row](const GridPart& part) { return part.first_row == row; });
}

JoinedRows JoinRows(const std::vector<GridRows>& pieces) {
  const Scale scale(pieces);
  JoinedRows out;
  out.columns = scale.Columns();
  for (size_t g = 0; g < pieces.size(); ++g) {
    const TableGrid& grid = *pieces[g].grid;
    for (int row = pieces[g].begin; row < pieces[g].end; ++row) {
      JoinedRow each;
      each.grid = &grid;
      each.row = row;
      each.page = PageOf(grid, row);
      each.after_cut = !out.rows.empty() && IsFirstOfPart(grid, row);
      for (int col = 0; col < grid.cols;) {
        const GridCell* cell = grid.At(row, col);
        if (cell == nullptr) {
          ++col;
          continue;
        }
        JoinedCell covering;
        covering.cell = cell;
        covering.first = scale.At(g, cell->col);
        covering.last = std::max(covering.first, scale.At(g, cell->col + cell->col_span) - 1);
        covering.starts = cell->row == row;
        each.cells.push_back(covering);
        col = cell->col + cell->col_span;
      }
      out.rows.push_back(std::move(each));
    }
  }
  return out;
}

std::string TextOf(const GridCell& cell) { return Unwrap(cell.Text()); }

}  // namespace juesuan
