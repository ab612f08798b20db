#include "extract/row_text.h"

#include <algorithm>

#include "base/text.h"

namespace juesuan {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Number of digits a text begins with, after MatchForm.
size_t LeadingDigits(const std::string& match) {
  size_t n = 0;
  while (n < match.size() && IsDigit(match[n])) ++n;
  return n;
}

// A text that stands for a code even if misread: no Chinese character in it.
bool LooksLikeCode(const std::string& match) {
  const std::u32string points = ToCodePoints(match);
  const bool has_cjk = std::any_of(points.begin(), points.end(), IsCjk);
  const bool has_digit = std::any_of(match.begin(), match.end(), IsDigit);
  return !has_cjk && has_digit;
}

bool IsCodeLength(size_t digits) { return digits == 3 || digits == 5 || digits == 7; }

bool ReadByLayer(const GridCell& cell) {
  return std::all_of(cell.lines.begin(), cell.lines.end(), [](const TextLine& line) {
    return line.readings.empty() || line.readings.front().by == Reader::kLayer;
  });
}

constexpr double kNoConfidence = 0.4;  // what was read below it is as good as covered

bool ReadSurely(const GridCell& cell) {
  return std::all_of(cell.lines.begin(), cell.lines.end(), [](const TextLine& line) {
    return line.readings.empty() || line.readings.front().by == Reader::kLayer ||
           line.readings.front().score >= kNoConfidence;
  });
}

// "2080101 行政运行" in one cell.
bool TakeCodeAndName(const std::string& text, RowText* out) {
  const std::string match = MatchForm(text);
  const size_t digits = LeadingDigits(match);
  if (!IsCodeLength(digits) || digits == match.size()) return false;
  if (!out->code.empty() || !IsCjk(ToCodePoints(match.substr(digits)).front())) return false;
  out->code = match.substr(0, digits);
  const std::string unwrapped = Unwrap(text);
  size_t end = 0, seen = 0;
  while (end < unwrapped.size() && seen < digits) {
    if (IsDigit(unwrapped[end])) ++seen;
    ++end;
  }
  // Full-width digits are not one byte each: fall back on the folded text.
  out->label = seen == digits ? std::string(Trim(unwrapped.substr(end))) : match.substr(digits);
  return true;
}

void AddLabel(const GridCell& cell, RowText* out) {
  const std::string text = Unwrap(cell.Text());
  if (text.empty()) return;
  if (out->label.empty()) out->label_col = cell.col;
  out->label += text;
}

void ReadKeyCell(const GridCell& cell, const Column& column, const FormWords& words, RowText* out) {
  const std::string text = cell.Text();
  const std::string match = MatchForm(text);
  if (match.empty() || IsExactly(text, words.code_levels)) return;
  if (column.role == ColumnRole::kRowNumber) {
    out->number = match;
    return;
  }
  if (column.role == ColumnRole::kCode && LooksLikeCode(match)) {
    if (!ReadSurely(cell)) out->sure = false;
    if (out->code_cell == nullptr) out->code_cell = &cell;
    if (column.level >= 0 && column.level < 3) {
      out->levels[static_cast<size_t>(column.level)] = match;
    } else {
      out->code = match;
    }
    return;
  }
  if (TakeCodeAndName(text, out)) {
    out->code_cell = &cell;
    out->label_col = cell.col;
    return;
  }
  AddLabel(cell, out);
}

// A column of codes: what reaches into the row from above, and what could not be read.
void ReadCodeColumn(const TableGrid& grid, int row, const Column& column, RowText* out) {
  const GridCell* cell = grid.At(row, column.first);
  if (cell == nullptr) return;
  if (cell->unread) out->unread_code = true;
  if (cell->row < row && column.level >= 0 && column.level < 3)
    out->above[static_cast<size_t>(column.level)] = MatchForm(cell->Text());
}

// 款 or 项 that stand too near the name for a column of their own: 301, 01基本工资 is 30101.
void TakeLevelsOfLabel(RowText* out) {
  const std::string match = MatchForm(out->label);
  const size_t digits = LeadingDigits(match);
  if (digits < 2 || digits == match.size() || !IsCjk(ToCodePoints(match.substr(digits)).front()))
    return;
  std::string code = out->code;
  if (code.empty())
    for (const std::string& level : out->levels) code += level;
  if ((code.size() != 3 && code.size() != 5) || !IsCodeLength(code.size() + digits)) return;
  out->code = code + match.substr(0, digits);
  out->levels = {};
  out->label = match.substr(digits);
}

}  // namespace

bool RowText::IsEmpty() const {
  return label.empty() && number.empty() && code.empty() &&
         std::all_of(levels.begin(), levels.end(), [](const std::string& s) { return s.empty(); });
}

std::vector<const GridCell*> CellsUnder(const TableGrid& grid, int row, int first, int last) {
  std::vector<const GridCell*> out;
  for (int col = first; col <= last; ++col) {
    const GridCell* cell = grid.At(row, col);
    if (cell == nullptr || cell->row != row) continue;
    if (std::find(out.begin(), out.end(), cell) == out.end()) out.push_back(cell);
  }
  return out;
}

RowText ReadRowText(const TableGrid& grid, int row, const ColumnMap& map, const Side& side,
                    const FormWords& words) {
  RowText out;
  for (const int index : side.keys) {
    const Column& column = map.columns[static_cast<size_t>(index)];
    if (column.role == ColumnRole::kCode) ReadCodeColumn(grid, row, column, &out);
    for (const GridCell* cell : CellsUnder(grid, row, column.first, column.last)) {
      if (std::find(out.cells.begin(), out.cells.end(), cell) != out.cells.end()) continue;
      out.cells.push_back(cell);
      ReadKeyCell(*cell, column, words, &out);
      if (!ReadByLayer(*cell)) out.by_layer = false;
    }
  }
  TakeLevelsOfLabel(&out);
  return out;
}

}  // namespace juesuan
