#include "extract/header_rows.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.h"
#include "extract/amount.h"

namespace juesuan {
namespace {

constexpr int kMostMisread = 2;  // header rows of which no word is known

bool IsHeaderWord(const std::string& text, const FormPack& form, const FormWords& words) {
  const std::u32string form_text = MatchPoints(text);
  const auto is = [&](const Spellings& spellings) {
    return Edits(form_text, spellings) != kNoMatch;
  };
  if (is(words.row_number) || is(words.code) || is(words.name) || is(words.code_levels) ||
      is(words.column_number) || is(form.wrap))
    return true;
  for (const FormPanel& panel : form.panels)
    if (is(panel.words)) return true;
  for (const FormPanel& half : form.halves)
    if (is(half.words)) return true;
  for (const Measure& measure : form.measures)
    for (const Spellings& part : measure.path)
      if (is(part)) return true;
  return false;
}

bool IsDigits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// True if a cell above `row` in this column says that the column names rows.
bool UnderKeyWord(const TableGrid& grid, int first_row, const GridCell& cell,
                  const FormWords& words) {
  for (int row = first_row; row < cell.row; ++row) {
    const GridCell* above = grid.At(row, cell.col);
    if (above == nullptr) continue;
    const std::string text = above->Text();
    if (IsOneOf(text, words.name) || IsOneOf(text, words.code)) return true;
  }
  return false;
}

// True for a cell that can only stand in a body row: an amount with a fraction, a code, a total
// under a key word, a line item with its ordinal.
bool IsBodyMark(const TableGrid& grid, int first_row, const GridCell& cell, const FormPack& form,
                const FormWords& words) {
  const std::string text = cell.Text();
  const Amount amount = ParseAmount(text);
  if (amount.value && amount.value->scale > 0) return true;
  const std::string match = MatchForm(text);
  const bool coded = form.rows == RowKind::kFunctional || form.rows == RowKind::kEconomic;
  if (coded && IsDigits(match) && match.size() >= 3) return true;
  if (coded && match.size() > 3 && IsDigits(match.substr(0, 3))) return true;
  const bool keyed = form.rows != RowKind::kSingle;
  if (keyed && IsExactly(text, words.total) && UnderKeyWord(grid, first_row, cell, words))
    return true;
  const std::string bare = WithoutOrdinal(text);
  if (bare == match) return false;
  const std::u32string points = MatchPoints(bare);
  return std::any_of(form.lines.begin(), form.lines.end(),
                     [&](const LineItem& line) { return Edits(points, line.labels) == 0; });
}

// kWords: neither names columns nor can only stand in the body.
enum class RowLook { kHeader, kBlank, kWords, kBody };

// A total's label may share its row with the last header words (小计 基本支出 项目支出): the row
// then names columns.
bool SharesTotal(int written, int header, int levels, int totals, int marks) {
  constexpr int kFewest = 2;
  return marks == totals && header - levels - totals >= kFewest && header == written;
}

RowLook LookAt(const TableGrid& grid, int first_row, int row, const FormPack& form,
               const FormWords& words) {
  int written = 0, header = 0, levels = 0, totals = 0, marks = 0;
  for (const GridCell* cell : CellsOfRow(grid, row)) {
    const std::string text = cell->Text();
    if (MatchForm(text).empty()) continue;
    const bool mark = IsBodyMark(grid, first_row, *cell, form, words);
    const bool total = mark && IsExactly(text, words.total);
    ++written;
    marks += mark ? 1 : 0;
    totals += total ? 1 : 0;
    if (total || IsHeaderWord(text, form, words)) ++header;
    if (IsExactly(text, words.code_levels)) ++levels;
  }
  if (written == 0) return RowLook::kBlank;
  if (marks > 0)
    return SharesTotal(written, header, levels, totals, marks) ? RowLook::kHeader : RowLook::kBody;
  return header * 2 >= written ? RowLook::kHeader : RowLook::kWords;
}

}  // namespace

std::vector<const GridCell*> CellsOfRow(const TableGrid& grid, int row) {
  std::vector<const GridCell*> out;
  for (int col = 0; col < grid.cols; ++col) {
    const GridCell* cell = grid.At(row, col);
    if (cell != nullptr && cell->row == row && cell->col == col) out.push_back(cell);
  }
  return out;
}

int SmallNumber(std::string_view text) {
  const std::string digits = MatchForm(text);
  constexpr size_t kMostDigits = 4;
  if (!IsDigits(digits) || digits.size() > kMostDigits) return 0;
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

bool IsFromPixels(const TextLine& line) {
  return !line.readings.empty() && line.readings.front().by != Reader::kLayer;
}

// What may be 栏次 or its label in a line, without the signs that a mark's rests are read as:
// dashes, letters, brackets. A point or a comma makes an amount, and stays.
std::u32string WithoutRests(const TextLine& line) {
  std::u32string points = MatchPoints(line.Text());
  if (!IsFromPixels(line)) return points;
  const auto is_rest = [](char32_t c) {
    return !IsCjk(c) && !(c >= U'0' && c <= U'9') && c != U'.' && c != U',' && c != U'%';
  };
  points.erase(std::remove_if(points.begin(), points.end(), is_rest), points.end());
  return points;
}

std::string NumberText(const GridCell& cell) {
  std::u32string text;
  for (const TextLine& line : cell.lines) text += WithoutRests(line);
  return ToUtf8(text);
}

int ColumnNumberIn(const GridCell* cell, int columns) {
  if (cell == nullptr) return 0;
  const int number = SmallNumber(NumberText(*cell));
  const bool read = !cell->lines.empty() && IsFromPixels(cell->lines.front());
  return read && number > columns ? 0 : number;
}

// Whether a recogniser may have made the text of a cell of a number of a digit or two.
bool MayBeNumber(const GridCell& cell) {
  constexpr size_t kLongest = 2;
  return cell.lines.size() == 1 && IsFromPixels(cell.lines[0]) &&
         MatchPoints(cell.Text()).size() <= kLongest;
}

bool HasInOrder(const std::u32string& text, const std::u32string& letters) {
  size_t found = 0;
  for (const char32_t c : text) found += found < letters.size() && c == letters[found] ? 1 : 0;
  return found == letters.size();
}

// Whether a recogniser may have made a line of 栏次: as many letters, one of them right, and not
// 行次; or the word itself beside and around what it made of a mark.
bool MayNumberColumns(const TextLine& line, const FormWords& words) {
  constexpr size_t kMostRest = 2;  // letters
  const std::u32string points = WithoutRests(line);
  if (!IsFromPixels(line) || IsOneOf(ToUtf8(points), words.row_number)) return false;
  return std::any_of(words.column_number.begin(), words.column_number.end(),
                     [&](const Spelling& word) {
                       if (HasInOrder(points, word.form))
                         return points.size() <= word.form.size() + kMostRest;
                       if (word.form.size() != points.size()) return false;
                       size_t same = 0;
                       for (size_t i = 0; i < points.size(); ++i) same += points[i] == word.form[i];
                       return same > 0;
                     });
}

bool MayNumberColumns(const GridCell& cell, const FormWords& words) {
  int labels = 0, others = 0;
  for (const TextLine& line : cell.lines)
    if (!WithoutRests(line).empty()) ++(MayNumberColumns(line, words) ? labels : others);
  return labels == 1 && others == 0;
}

bool IsColumnNumberRow(const TableGrid& grid, int row, const FormWords& words) {
  constexpr int kFewest = 3;  // two integers might be values
  bool labelled = false, perhaps = false, others = false;
  int at = 0, unread = 0;
  std::map<int, int> runs;  // of numbers that count up by one: place of the first, how many
  for (const GridCell* cell : CellsOfRow(grid, row)) {
    const std::string text = NumberText(*cell);
    if (!cell->unread && MatchForm(cell->Text()).empty()) continue;
    if (IsExactly(text, words.column_number)) {
      labelled = true;
      continue;
    }
    const int number = SmallNumber(text);
    ++at;
    if (!cell->unread && number > 0 && number <= at) {
      ++runs[at - number];
    } else if (!cell->unread && MayNumberColumns(*cell, words)) {
      perhaps = true;
      --at;
    } else if (cell->unread || MayBeNumber(*cell)) {
      ++unread;  // its number may stand there
    } else {
      others = true;
    }
  }
  int count = 0, numbers = 0;
  for (const auto& [from, length] : runs) {
    count = std::max(count, length);
    numbers += length;
  }
  unread += numbers - count;
  if (labelled || (perhaps && count > 0)) return true;
  return !others && count >= kFewest && count > unread;
}

bool MayHideNumbers(const TableGrid& grid, const HeaderRows& header, const FormWords& words) {
  if (header.numbers) return false;
  for (int row = header.first; row <= std::min(header.body, grid.rows - 1); ++row)
    for (const GridCell* cell : CellsOfRow(grid, row))
      for (const TextLine& line : cell->lines)
        if (MayNumberColumns(line, words)) return true;
  return false;
}

bool IsHeaderRow(const TableGrid& grid, int row, const FormPack& form, const FormWords& words) {
  int written = 0;
  for (const GridCell* cell : CellsOfRow(grid, row)) {
    const std::string text = cell->Text();
    if (MatchForm(text).empty()) continue;
    if (!IsHeaderWord(text, form, words)) return false;
    ++written;
  }
  return written > 1;
}

const FormPanel* SectionOf(const TableGrid& grid, int row, const FormPack& form) {
  for (const GridCell* cell : CellsOfRow(grid, row)) {
    const std::string text = WithoutOrdinal(cell->Text());
    if (text.empty()) continue;
    const std::u32string points = MatchPoints(text);
    for (const FormPanel& panel : form.panels)
      if (Edits(points, panel.section) != kNoMatch) return &panel;
    return nullptr;
  }
  return nullptr;
}

std::string SectionNamed(std::string_view text, const FormPack& form) {
  const std::u32string points = MatchPoints(WithoutOrdinal(text));
  for (const FormPanel& panel : form.panels)
    if (Edits(points, panel.section) != kNoMatch) return panel.name;
  return "";
}

HeaderRows FindHeaderRows(const TableGrid& grid, int first_row, const FormPack& form,
                          const FormWords& words) {
  HeaderRows out;
  out.first = out.end = out.body = first_row;
  while (out.first < grid.rows && SectionOf(grid, out.first, form) != nullptr) ++out.first;
  out.end = out.body = out.first;
  std::optional<HeaderRows> before_words;
  int words_rows = 0;
  for (int row = out.first; row < grid.rows; ++row) {
    if (IsColumnNumberRow(grid, row, words)) {
      out.numbers = row;
      out.end = row;
      out.body = row + 1;
      return out;
    }
    const RowLook look = LookAt(grid, first_row, row, form, words);
    // Misread header words may name nothing: they are the header's if 栏次 follows.
    if (look == RowLook::kWords) {
      if (++words_rows > kMostMisread) break;
      if (!before_words) before_words = out;
    }
    if (look == RowLook::kBody) break;
    // A blank row belongs to the header only if another header row follows.
    if (look == RowLook::kHeader) out.end = out.body = row + 1;
    if (look == RowLook::kBlank && row > out.end) break;
  }
  return before_words.value_or(out);
}

}  // namespace juesuan
