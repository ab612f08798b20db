#include "layout/header_rows.h"

#include <algorithm>
#include <vector>

#include "layout/text_class.h"

namespace juesuan {
namespace {

constexpr int kDeepestHeader = 8;  // rows

// The cells that begin in each row.
std::vector<std::vector<const GridCell*>> ByRow(const PageTable& table) {
  std::vector<std::vector<const GridCell*>> rows(static_cast<size_t>(table.Rows()));
  for (const GridCell& cell : table.cells) rows[static_cast<size_t>(cell.row)].push_back(&cell);
  return rows;
}

using Row = std::vector<const GridCell*>;

// 1, 2, 3 … from left to right (a two-sided table may skip or repeat none), beside labels like
// 栏次.
bool IsColumnNumberRow(const Row& row) {
  int last = 0, count = 0, labels = 0;
  for (const GridCell* cell : row) {
    const std::string text = cell->Text();
    if (text.empty() || IsPlaceholder(text)) continue;
    const auto number = SmallInteger(text);
    if (!number) {
      ++labels;
      continue;
    }
    if (*number != last + 1) return false;
    last = *number;
    ++count;
  }
  return count >= 2 && labels <= 2 && labels <= count;
}

bool HasNumber(const Row& row) {
  return std::any_of(row.begin(), row.end(), [](const GridCell* cell) {
    const std::string text = cell->Text();
    return IsNumber(text) || IsPlaceholder(text);
  });
}

// A label in front (合计 may span the code's column) and mostly blanks, or blanks only. A header
// leaves no cell blank.
bool IsSparse(const Row& row) {
  const auto blanks = std::count_if(row.begin(), row.end(),
                                    [](const GridCell* cell) { return cell->lines.empty(); });
  return blanks > 0 && 2 * static_cast<size_t>(blanks) >= row.size();
}

}  // namespace

int CountHeaderRows(const PageTable& table) {
  const std::vector<Row> rows = ByRow(table);
  const int limit = std::min(table.Rows(), kDeepestHeader);
  for (int r = 0; r < limit; ++r)
    if (IsColumnNumberRow(rows[static_cast<size_t>(r)])) return r + 1;
  int header = 0;
  while (header < limit) {
    const Row& row = rows[static_cast<size_t>(header)];
    if (HasNumber(row) || (header > 0 && IsSparse(row))) break;
    ++header;
  }
  if (header == limit && header > 0) {
    // Words only: one row, and what its cells span, is the safest header.
    header = 1;
    for (const GridCell* cell : rows[0]) header = std::max(header, std::min(cell->row_span, 3));
  }
  for (const GridCell& cell : table.cells) {
    const int end = cell.row + cell.row_span;
    if (cell.row >= header || end <= header || end > limit) continue;
    if (std::none_of(rows.begin() + header, rows.begin() + end, HasNumber)) header = end;
  }
  return header;
}

}  // namespace juesuan
