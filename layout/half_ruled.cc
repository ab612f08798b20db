#include "layout/half_ruled.h"

#include <algorithm>
#include <optional>

namespace juesuan {
namespace {

constexpr double kGap = 1.0;     // of a body row's height between header and body
constexpr double kInside = 0.7;  // share of a cell's ink that stands in its column

// The column of `xs` that holds the ink of `cell`; nullopt if none holds enough of it.
std::optional<size_t> ColumnOf(const GridCell& cell, const std::vector<double>& xs) {
  Box ink;
  for (const TextLine& line : cell.lines) ink = Union(ink, line.box);
  for (size_t c = 0; c + 1 < xs.size(); ++c)
    if (std::min(ink.x1, xs[c + 1]) - std::max(ink.x0, xs[c]) >= kInside * ink.Width()) return c;
  return std::nullopt;
}

// The cells of `body` in the columns of `header`; nullopt if they do not fit.
std::optional<std::vector<GridCell>> Fit(const PageTable& header, const PageTable& body) {
  const auto cols = static_cast<size_t>(header.Cols());
  std::vector<GridCell> cells;
  for (int row = 0; row < body.Rows(); ++row)
    for (size_t c = 0; c < cols; ++c) {
      GridCell cell;
      cell.row = header.Rows() + row;
      cell.col = static_cast<int>(c);
      cell.page = header.page;
      cell.box = Round2(Box{header.xs[c], body.ys[static_cast<size_t>(row)], header.xs[c + 1],
                            body.ys[static_cast<size_t>(row) + 1]});
      cells.push_back(std::move(cell));
    }
  for (const GridCell& from : body.cells) {
    if (from.lines.empty()) continue;
    const std::optional<size_t> column = ColumnOf(from, header.xs);
    if (!column) return std::nullopt;
    GridCell& cell = cells[static_cast<size_t>(from.row) * cols + *column];
    if (!cell.lines.empty()) return std::nullopt;
    cell.lines = from.lines;
  }
  return cells;
}

bool Join(PageTable& header, const PageTable& body) {
  const double row = (body.ys.back() - body.ys.front()) / body.Rows();
  const double gap = body.box.y0 - header.box.y1;
  if (!header.ruled || body.ruled || gap < -row || gap > kGap * row) return false;
  std::optional<std::vector<GridCell>> cells = Fit(header, body);
  if (!cells) return false;
  header.ys.insert(header.ys.end(), body.ys.begin() + 1, body.ys.end());
  header.cells.insert(header.cells.end(), cells->begin(), cells->end());
  header.box = Union(header.box, body.box);
  header.ruled = false;
  return true;
}

}  // namespace

void JoinHalfRuled(std::vector<PageTable>& tables) {
  for (size_t i = 1; i < tables.size();) {
    if (Join(tables[i - 1], tables[i])) {
      tables.erase(tables.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

}  // namespace juesuan
