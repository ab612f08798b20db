#include "extract/columns.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "extract/columns_by_place.h"
#include "extract/header_rows.h"

namespace juesuan {
namespace {

// Atoms whose header ends in the same cell are one column.
std::vector<Column> LeafColumns(const TableGrid& grid, const HeaderRows& header) {
  std::vector<Column> columns;
  const int leaf_row = header.end - 1;
  const GridCell* previous = nullptr;
  for (int col = 0; col < grid.cols; ++col) {
    const GridCell* leaf = leaf_row >= header.first ? grid.At(leaf_row, col) : nullptr;
    if (leaf != nullptr && leaf == previous) {
      columns.back().last = col;
    } else {
      Column column;
      column.first = column.last = col;
      columns.push_back(std::move(column));
    }
    previous = leaf;
  }
  return columns;
}

// The words of a header cell without what a mark left beside them: a sign, no Han letter, that
// hardly anyone can read.
std::string WordsOf(const GridCell& cell) {
  constexpr double kWeak = 0.5;
  const auto is_rest = [](const TextLine& line) {
    const std::u32string points = MatchPoints(line.Text());
    return points.size() <= 1 && std::none_of(points.begin(), points.end(), IsCjk) &&
           !line.readings.empty() && line.readings.front().by != Reader::kLayer &&
           line.readings.front().score < kWeak;
  };
  GridCell words;
  for (const TextLine& line : cell.lines)
    if (!is_rest(line)) words.lines.push_back(line);
  return words.Text();
}

std::vector<std::string> HeaderPath(const TableGrid& grid, const HeaderRows& header, int col) {
  std::vector<std::string> path;
  const GridCell* previous = nullptr;
  for (int row = header.first; row < header.end; ++row) {
    const GridCell* cell = grid.At(row, col);
    if (cell == nullptr || cell == previous) continue;
    previous = cell;
    const std::string text = HeaderText(WordsOf(*cell));
    // The same word twice: a header printed again below its first print.
    const bool again = !path.empty() && path.back() == text;
    if (!text.empty() && !again) path.push_back(text);
  }
  return path;
}

// The least edits to lay parts[i…] on distinct header words, all words but wrappers used; kNoMatch
// if there is no way. Paths are at most a handful of words, so trying all is cheap.
int LayParts(const std::vector<const Spellings*>& parts, size_t i,
             const std::vector<std::u32string>& path, std::vector<bool>* used,
             const FormPack& form) {
  if (i == parts.size()) {
    int edits = 0;
    for (size_t k = 0; k < path.size(); ++k) {
      if ((*used)[k]) continue;
      int least = Edits(path[k], form.wrap);
      for (const FormPanel& panel : form.panels)
        least = std::min(least, Edits(path[k], panel.words));
      if (least == kNoMatch) return kNoMatch;
      edits += least;
    }
    return edits;
  }
  int best = kNoMatch;
  for (size_t k = 0; k < path.size(); ++k) {
    if ((*used)[k]) continue;
    const int edits = Edits(path[k], *parts[i]);
    if (edits == kNoMatch) continue;
    (*used)[k] = true;
    const int rest = LayParts(parts, i + 1, path, used, form);
    (*used)[k] = false;
    if (rest != kNoMatch) best = std::min(best, edits + rest);
  }
  return best;
}

struct MeasureMatch {
  const Measure* measure = nullptr;
  std::string half;
  int edits = kNoMatch;
  size_t parts = 0;
};

// More words explained beats fewer; then fewer edits; an even match is none.
MeasureMatch MatchMeasure(const std::vector<std::string>& path, const std::string& panel,
                          const FormPack& form) {
  std::vector<std::u32string> points;
  for (const std::string& word : path) points.push_back(MatchPoints(word));
  MeasureMatch best;
  bool tie = false;
  const std::vector<FormPanel> no_half(1);
  for (const Measure& measure : form.measures) {
    if (!measure.panel.empty() && measure.panel != panel) continue;
    for (const FormPanel& half : form.halves.empty() ? no_half : form.halves) {
      std::vector<const Spellings*> parts;
      for (const Spellings& part : measure.path) parts.push_back(&part);
      if (!half.name.empty()) parts.push_back(&half.words);
      std::vector<bool> used(points.size(), false);
      const int edits = LayParts(parts, 0, points, &used, form);
      if (edits == kNoMatch) continue;
      const bool better =
          parts.size() != best.parts ? parts.size() > best.parts : edits < best.edits;
      if (best.measure != nullptr && parts.size() == best.parts && edits == best.edits) tie = true;
      if (best.measure != nullptr && !better) continue;
      if (better) tie = false;
      best = {&measure, half.name, edits, parts.size()};
    }
  }
  return tie ? MeasureMatch() : best;
}

// The role a header names, from the leaf up; kUnknown if it names no key.
ColumnRole KeyRole(const Column& column, const FormWords& words, int* level) {
  for (size_t i = column.path.size(); i-- > 0;) {
    const std::u32string word = MatchPoints(column.path[i]);
    for (size_t k = 0; k < words.code_levels.size(); ++k) {
      if (word != words.code_levels[k].form) continue;
      *level = static_cast<int>(k);
      return ColumnRole::kCode;
    }
    if (Edits(word, words.row_number) != kNoMatch) return ColumnRole::kRowNumber;
    if (Edits(word, words.code) != kNoMatch) return ColumnRole::kCode;
    if (Edits(word, words.name) != kNoMatch) return ColumnRole::kName;
  }
  return ColumnRole::kUnknown;
}

// How many body cells that begin at `col` hold digits, and how many hold other words.
std::pair<int, int> CountDigits(const TableGrid& grid, int body, int col) {
  int digits = 0, words = 0;
  for (int row = body; row < grid.rows; ++row) {
    const GridCell* cell = grid.At(row, col);
    if (cell == nullptr || cell->col != col || cell->row != row) continue;
    const std::string text = cell->Text();
    if (MatchForm(text).empty()) continue;
    ++(IsCodeText(text) ? digits : words);
  }
  return {digits, words};
}

// True if the body has a ruling between two atoms that one header cell covers.
bool BodyCutsAfter(const TableGrid& grid, int body, int col) {
  int cut = 0, whole = 0;
  for (int row = body; row < grid.rows; ++row)
    ++(grid.At(row, col) == grid.At(row, col + 1) ? whole : cut);
  return cut > whole;
}

// A key header over several body columns: 类 款 项 without words of their own, or code and name.
void SplitKeyColumn(const TableGrid& grid, int body, const FormPack& form, const Column& column,
                    std::vector<Column>* out) {
  std::vector<Column> pieces = {column};
  pieces[0].last = column.first;
  for (int col = column.first; col < column.last; ++col) {
    if (BodyCutsAfter(grid, body, col)) {
      pieces.push_back(column);
      pieces.back().first = col + 1;
    }
    pieces.back().last = col + 1;
  }
  const bool coded = form.rows == RowKind::kFunctional || form.rows == RowKind::kEconomic;
  int level = 0;
  for (Column& piece : pieces) {
    if (pieces.size() > 1 && coded) {
      const auto [digits, words] = CountDigits(grid, body, piece.first);
      const bool is_code = column.role == ColumnRole::kCode ? words <= digits : digits > words;
      piece.role = is_code ? ColumnRole::kCode : ColumnRole::kName;
      const bool only_code = column.role == ColumnRole::kName && pieces.size() == 2;
      piece.level = is_code && !only_code ? level++ : -1;
    }
    out->push_back(piece);
  }
}

void FindSides(const FormPack& form, ColumnMap* map) {
  for (size_t i = 0; i < map->columns.size(); ++i) {
    const Column& column = map->columns[i];
    const bool is_key = column.role != ColumnRole::kValue && column.role != ColumnRole::kUnknown;
    if (map->sides.empty() || (is_key && !map->sides.back().values.empty()))
      map->sides.emplace_back();
    Side& side = map->sides.back();
    (is_key ? side.keys : side.values).push_back(static_cast<int>(i));
    for (const std::string& word : column.path)
      for (const FormPanel& panel : form.panels)
        if (side.panel.empty() && !is_key && IsOneOf(word, panel.words)) side.panel = panel.name;
  }
  // Without a header word, two sides of a two-sided form stand in the form's order.
  const bool in_order = !form.HasSections() && map->sides.size() == form.panels.size();
  for (size_t i = 0; in_order && i < map->sides.size(); ++i)
    if (map->sides[i].panel.empty() && form.rows == RowKind::kItems)
      map->sides[i].panel = form.panels[i].name;
}

// 栏次 count up by one: what number stands at `at`, where none or one that breaks the run was read;
// 0 if its neighbours do not agree on it.
int ColumnNumberAt(const std::vector<int>& numbers, size_t at) {
  const auto next = [&](size_t from, int step) {
    size_t i = from;
    do i += static_cast<size_t>(step);
    while (i < numbers.size() && numbers[i] == 0);
    return i;
  };
  const auto agree = [&](size_t a, size_t b) {
    return a < numbers.size() && b < numbers.size() &&
           numbers[b] - numbers[a] == static_cast<int>(b - a);
  };
  const size_t before = next(at, -1), after = next(at, 1);
  const bool has_before = before < numbers.size(), has_after = after < numbers.size();
  if (has_before && has_after)
    return agree(before, after) ? numbers[before] + static_cast<int>(at - before) : 0;
  // A number at an end is put right only where it cannot stand beside two that agree.
  const bool unread = numbers[at] == 0;
  const bool fits =
      (has_after && numbers[at] < numbers[after]) || (has_before && numbers[at] > numbers[before]);
  if (!unread && fits) return 0;
  // Where none was read one neighbour is enough for the next cell.
  if (has_after && ((unread && after == at + 1) || agree(after, next(after, 1))))
    return std::max(0, numbers[after] - static_cast<int>(after - at));
  if (has_before && ((unread && before + 1 == at) || agree(next(before, -1), before)))
    return numbers[before] + static_cast<int>(at - before);
  return 0;
}

// 栏次 under each value column. Those that were misread between others that agree are put right.
void ReadColumnNumbers(const TableGrid& grid, int row, ColumnMap* map) {
  std::vector<Column*> columns;
  std::vector<int> numbers;
  for (Column& column : map->columns) {
    if (column.role != ColumnRole::kValue && column.role != ColumnRole::kUnknown) continue;
    columns.push_back(&column);
    numbers.push_back(ColumnNumberIn(grid.At(row, column.first), grid.cols));
  }
  for (int times = 0; times < 2; ++times) {  // what was put right puts its neighbour right
    const std::vector<int> read = numbers;
    for (size_t i = 0; i < columns.size(); ++i)
      if (const int number = ColumnNumberAt(read, i); number > 0) numbers[i] = number;
  }
  for (size_t i = 0; i < columns.size(); ++i)
    if (numbers[i] > 0) columns[i]->number = std::to_string(numbers[i]);
}

void CountMeasures(const FormPack& form, ColumnMap* map) {
  std::set<std::pair<const Measure*, std::string>> found;
  for (Column& column : map->columns) {
    if (column.role == ColumnRole::kUnknown) ++map->unknown;
    if (column.role == ColumnRole::kValue) found.insert({column.measure, column.half});
    if (column.role == ColumnRole::kCode) map->has_code = true;
    if (column.role == ColumnRole::kRowNumber) map->has_row_number = true;
  }
  const int halves = std::max<int>(1, static_cast<int>(form.halves.size()));
  for (const Measure& measure : form.measures)
    if (measure.required) map->required += halves;
  for (const auto& [measure, half] : found)
    if (measure->required) ++map->found;
}

}  // namespace

ColumnMap MapColumns(const TableGrid& grid, int first_row, const FormPack& form,
                     const FormWords& words) {
  const HeaderRows header = FindHeaderRows(grid, first_row, form, words);
  ColumnMap map;
  map.header_rows = header.body;
  for (Column& column : LeafColumns(grid, header)) {
    column.path = HeaderPath(grid, header, column.first);
    column.role = KeyRole(column, words, &column.level);
    if (form.rows == RowKind::kSingle) column.role = ColumnRole::kUnknown;
    if (column.role == ColumnRole::kUnknown) {
      map.columns.push_back(std::move(column));
    } else {
      SplitKeyColumn(grid, header.body, form, column, &map.columns);
    }
  }
  KeysByContent(grid, header, form, &map.columns);
  FindSides(form, &map);
  for (const Side& side : map.sides) {
    for (const int index : side.values) {
      Column& column = map.columns[static_cast<size_t>(index)];
      const MeasureMatch match = MatchMeasure(column.path, side.panel, form);
      if (match.measure == nullptr) continue;
      column.role = ColumnRole::kValue;
      column.measure = match.measure;
      column.half = match.half;
    }
  }
  MeasuresByPlace(grid, header, form, &map);
  if (MayHideNumbers(grid, header, words))
    for (Column& column : map.columns) column.hides_number = true;
  if (header.numbers) ReadColumnNumbers(grid, *header.numbers, &map);
  CountMeasures(form, &map);
  return map;
}

}  // namespace juesuan
