#include "app/sheet.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace juesuan {
namespace {

constexpr int64_t kFirstInexact = 1000000000000000;  // 10^15
constexpr double kLineHeight = 1.35;                 // of the type size
constexpr double kMostHeight = 400;                  // Excel: 409 points

double WidthOf(const Sheet& sheet, const SheetCell& cell) {
  double width = 0;
  for (int col = cell.col; col < cell.col + cell.col_span; ++col)
    if (static_cast<size_t>(col) < sheet.widths.size())
      width += sheet.widths[static_cast<size_t>(col)];
  return std::max(width - 1, 1.0);  // a cell's margins
}

int LinesOf(const std::string& text, double width) {
  int lines = 0;
  for (const std::string& line : Split(text, '\n'))
    lines += std::max(1, static_cast<int>(std::ceil(DisplayWidth(line) / width)));
  return std::max(lines, 1);
}

}  // namespace

bool FitsASpreadsheet(const Decimal& number) {
  return number.mantissa < kFirstInexact && number.mantissa > -kFirstInexact;
}

std::string CellName(int row, int col) {
  std::string letters;
  for (int rest = col + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + std::to_string(row + 1);
}

std::string LinkTo(const std::string& sheet, int row, int col) {
  std::string quoted;
  for (const char c : sheet) quoted += c == '\'' ? "''" : std::string(1, c);
  return "internal:'" + quoted + "'!" + CellName(row, col);
}

void SetHeights(Sheet* sheet) {
  for (const SheetCell& cell : sheet->cells) {
    const auto row = static_cast<size_t>(cell.row);
    if (sheet->heights.size() <= row) sheet->heights.resize(row + 1, 0);
    if (cell.row_span > 1 || cell.number) continue;
    const double lines = LinesOf(cell.text, WidthOf(*sheet, cell) * 10 / cell.size);
    const double height = lines * cell.size * kLineHeight + 4;
    sheet->heights[row] = std::max(sheet->heights[row], std::min(height, kMostHeight));
  }
}

}  // namespace juesuan
