#include "corpus/table_metrics.h"

#include <algorithm>

#include "base/text.h"
#include "corpus/page_flow.h"

namespace juesuan {
namespace {

// A run of digits, letters or dashes that must not be broken over lines.
bool IsUnbreakable(const std::string& text) {
  const std::u32string points = ToCodePoints(text);
  return std::none_of(points.begin(), points.end(), [](char32_t c) {
    return IsCjk(c) || c == U'\n' || c == U' ' || c == U'，' || c == U'；';
  });
}

std::vector<double> ColumnWidths(const Table& table, const Font& font, double width,
                                 TypeMeter* meter) {
  const size_t cols = static_cast<size_t>(table.cols);
  std::vector<double> need(cols, 2 * font.size + 2 * kCellPadding), want = need;
  for (const TableCell& cell : table.cells) {
    if (cell.col_span > 1 || cell.text.empty()) continue;
    const auto col = static_cast<size_t>(cell.col);
    const double natural = meter->Width(cell.text, font) + 2 * kCellPadding + 1;
    if (IsUnbreakable(cell.text)) need[col] = std::max(need[col], natural);
    const double cap = cell.row < table.header_rows ? 5.5 * font.size : 0.3 * width;
    want[col] = std::max({want[col], need[col], std::min(natural, cap)});
  }
  double sum_need = 0, sum_want = 0;
  for (size_t c = 0; c < cols; ++c) {
    sum_need += need[c];
    sum_want += want[c];
  }
  std::vector<double> widths(cols);
  for (size_t c = 0; c < cols; ++c) {
    if (sum_want <= width) {
      widths[c] = want[c] * width / sum_want;
    } else if (sum_need < width) {
      widths[c] = need[c] + (want[c] - need[c]) * (width - sum_need) / (sum_want - sum_need);
    } else {
      widths[c] = need[c] * width / sum_need;
    }
  }
  return widths;
}

CellLines BreakCell(const TableCell& cell, Font font, double width, TypeMeter* meter) {
  CellLines result;
  if (!cell.text.empty()) {
    if (IsUnbreakable(cell.text)) {
      const double natural = meter->Width(cell.text, font);
      if (natural > width) font.size *= width / natural;
      result.lines.push_back(cell.text);
    } else {
      result.lines = meter->Break(cell.text, font, width);
    }
  }
  result.font = font;
  return result;
}

}  // namespace

TableMetrics MeasureTable(const Table& table, const Look& look, double width, TypeMeter* meter) {
  TableMetrics metrics;
  const Font font = MakeFont(look.family, look.table_size, false);
  metrics.xs.push_back(0);
  for (const double w : ColumnWidths(table, font, width, meter)) {
    metrics.xs.push_back(metrics.xs.back() + w);
  }
  const double line = font.size * kLineHeight;
  metrics.least.assign(static_cast<size_t>(table.rows), line);
  for (const TableCell& cell : table.cells) {
    const auto col = static_cast<size_t>(cell.col);
    const double inner =
        metrics.xs[col + static_cast<size_t>(cell.col_span)] - metrics.xs[col] - 2 * kCellPadding;
    metrics.cells.push_back(BreakCell(cell, font, inner, meter));
    const double text = line * static_cast<double>(metrics.cells.back().lines.size());
    if (cell.row_span == 1) {
      double& least = metrics.least[static_cast<size_t>(cell.row)];
      least = std::max(least, text);
    }
  }
  for (size_t i = 0; i < table.cells.size();
       ++i) {  // what a merged cell lacks goes to its last row
    const TableCell& cell = table.cells[i];
    if (cell.row_span == 1) continue;
    double have = 0;
    for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
      have += metrics.least[static_cast<size_t>(r)];
    }
    const double text = line * static_cast<double>(metrics.cells[i].lines.size());
    metrics.least[static_cast<size_t>(cell.row + cell.row_span - 1)] += std::max(0.0, text - have);
  }
  metrics.ys.push_back(0);
  for (const double least : metrics.least) {
    metrics.ys.push_back(metrics.ys.back() + least + 2 * kCellPadding);
  }
  return metrics;
}

void SqueezeRows(int first, int last, double height, TableMetrics* metrics) {
  double least = 0;
  for (int r = first; r < last; ++r) least += metrics->least[static_cast<size_t>(r)];
  const double now =
      metrics->ys[static_cast<size_t>(last)] - metrics->ys[static_cast<size_t>(first)];
  if (now <= height || now <= least) return;
  const double keep = std::max(0.0, (height - least) / (now - least));
  const double shift = std::max(height, least) - now;
  for (size_t r = static_cast<size_t>(last) + 1; r < metrics->ys.size(); ++r) {
    metrics->ys[r] += shift;
  }
  for (auto r = static_cast<size_t>(first); r < static_cast<size_t>(last); ++r) {
    metrics->ys[r + 1] = metrics->ys[r] + metrics->least[r] + 2 * kCellPadding * keep;
  }
}

}  // namespace juesuan
