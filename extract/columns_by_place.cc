#include "extract/columns_by_place.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace juesuan {
namespace {

bool IsFromPixels(const GridCell& cell) {
  return std::any_of(cell.lines.begin(), cell.lines.end(), [](const TextLine& line) {
    return !line.readings.empty() && line.readings.front().by != Reader::kLayer;
  });
}

// Whether 栏次 are read from pixels and nothing above them is: the header is not in the grid.
bool IsHeaderLost(const TableGrid& grid, const HeaderRows& header) {
  if (!header.numbers || header.end > header.first) return false;
  const auto cells = CellsOfRow(grid, *header.numbers);
  return std::any_of(cells.begin(), cells.end(),
                     [](const GridCell* cell) { return IsFromPixels(*cell); });
}

// Whether the header over a column is ink that a reader took for words, or could not read.
bool IsReadFromPixels(const TableGrid& grid, const HeaderRows& header, const Column& column) {
  if (IsHeaderLost(grid, header)) return true;
  for (int row = header.first; row < header.end; ++row) {
    const GridCell* cell = grid.At(row, column.first);
    if (cell != nullptr && (cell->unread || IsFromPixels(*cell))) return true;
  }
  return false;
}

// What stands in the body cells of a column.
struct Body {
  int rows = 0, written = 0;
  int words = 0;    // of three Han letters or more: what a mark leaves is shorter
  int codes = 0;    // of two digits or more
  int counted = 0;  // one more than in the row above

  bool HoldsWords() const { return words * 2 > written && words * 4 > rows; }
  bool HoldsCodes() const { return written > 0 && codes * 4 >= written * 3; }
  bool Counts() const { return counted * 4 > rows; }
};

Body BodyOf(const TableGrid& grid, int from, int col) {
  constexpr int kLeastWord = 3;
  Body body;
  int number = 0;
  for (int row = from; row < grid.rows; ++row) {
    const GridCell* cell = grid.At(row, col);
    if (cell == nullptr || cell->col != col || cell->row != row) continue;
    ++body.rows;
    const std::string match = MatchForm(cell->Text());
    if (match.empty()) continue;
    const std::u32string points = ToCodePoints(match);
    ++body.written;
    body.words += std::count_if(points.begin(), points.end(), IsCjk) >= kLeastWord ? 1 : 0;
    body.codes += IsCodeText(match) && match.size() > 1 ? 1 : 0;
    const int above = std::exchange(number, SmallNumber(match));
    body.counted += number > 1 && number == above + 1 ? 1 : 0;
  }
  return body;
}

// Three columns of codes side by side are 类, 款 and 项, in that order.
void LevelsByPlace(std::vector<Column>* columns) {
  constexpr size_t kLevels = 3;
  for (size_t i = 0; i < columns->size();) {
    size_t end = i;
    while (end < columns->size() && (*columns)[end].role == ColumnRole::kCode) ++end;
    if (end - i == kLevels)
      for (size_t k = 0; k < kLevels; ++k) (*columns)[i + k].level = static_cast<int>(k);
    i = std::max(end, i + 1);
  }
}

// The one measure of the form that stands between those of two columns; nullptr if none or several
// do. `before` nullptr: from the first, `after` nullptr: to the last.
const Measure* OnlyBetween(const Measure* before, const Measure* after, const std::string& panel,
                           const FormPack& form) {
  const Measure* only = nullptr;
  bool inside = before == nullptr;
  for (const Measure& measure : form.measures) {
    if (&measure == after) return inside ? only : nullptr;
    if (inside && (measure.panel.empty() || measure.panel == panel)) {
      if (only != nullptr) return nullptr;
      only = &measure;
    }
    inside = inside || &measure == before;
  }
  return after == nullptr ? only : nullptr;
}

void Take(const Measure* measure, Column* column) {
  column->measure = measure;
  column->by_place = true;
  column->role = ColumnRole::kValue;
}

// Whether 栏次 number the columns of a lost header 1, 2, 3 …, all of them.
bool AreNumbered(const TableGrid& grid, const HeaderRows& header,
                 const std::vector<Column*>& columns) {
  if (!IsHeaderLost(grid, header)) return false;
  for (size_t i = 0; i < columns.size(); ++i) {
    const GridCell* cell = grid.At(*header.numbers, columns[i]->first);
    if (cell == nullptr || SmallNumber(NumberText(*cell)) != static_cast<int>(i) + 1) return false;
  }
  return true;
}

// The measures of a side, if it has as many columns as the form requires, or as it has at all, and
// what is known of them stands in its place. `sure`: none need be known.
std::vector<const Measure*> MeasuresInOrder(const std::vector<Column*>& columns,
                                            const std::string& panel, const FormPack& form,
                                            bool sure) {
  for (const bool required : {true, false}) {
    std::vector<const Measure*> measures;
    for (const Measure& measure : form.measures)
      if ((measure.panel.empty() || measure.panel == panel) && (measure.required || !required))
        measures.push_back(&measure);
    if (measures.size() != columns.size()) continue;
    size_t known = 0, elsewhere = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
      if (columns[i]->measure == nullptr) continue;
      ++(columns[i]->measure == measures[i] ? known : elsewhere);
    }
    if ((known > 0 || (sure && required)) && elsewhere == 0) return measures;
  }
  return {};
}

// Whether a side has one value column and another side of the table has all of its own known.
bool IsLoneBesideKnown(const Side& side, const ColumnMap& map) {
  if (side.values.size() != 1 || side.panel.empty()) return false;
  return std::any_of(map.sides.begin(), map.sides.end(), [&](const Side& other) {
    return &other != &side && !other.values.empty() &&
           std::all_of(other.values.begin(), other.values.end(), [&](int index) {
             const Column& column = map.columns[static_cast<size_t>(index)];
             return column.measure != nullptr && !column.by_place;
           });
  });
}

}  // namespace

bool IsCodeText(std::string_view text) {
  const std::string digits = MatchForm(text);
  return !digits.empty() && digits.size() <= 7 &&
         std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void KeysByContent(const TableGrid& grid, const HeaderRows& header, const FormPack& form,
                   std::vector<Column>* columns) {
  if (form.rows == RowKind::kSingle) return;
  const bool coded = form.rows == RowKind::kFunctional || form.rows == RowKind::kEconomic;
  bool misread = false;
  for (Column& column : *columns) {
    // A header above two key columns is 项目, which names rows: then codes are told by their body.
    const bool open =
        column.role == ColumnRole::kUnknown || (coded && column.role == ColumnRole::kName);
    if (open && IsReadFromPixels(grid, header, column)) {
      const Body body = BodyOf(grid, header.body, column.first);
      if (body.HoldsWords()) {
        column.role = ColumnRole::kName;
      } else if (coded && body.HoldsCodes()) {
        column.role = ColumnRole::kCode;
        misread = true;
      } else if (!coded && body.Counts()) {
        column.role = ColumnRole::kRowNumber;
      }
    }
    misread = misread || (column.role == ColumnRole::kCode && column.level < 0 &&
                          IsReadFromPixels(grid, header, column));
  }
  if (misread) LevelsByPlace(columns);
}

void MeasuresByPlace(const TableGrid& grid, const HeaderRows& header, const FormPack& form,
                     ColumnMap* map) {
  if (!form.halves.empty() || form.rows == RowKind::kSingle) return;
  for (const Side& side : map->sides) {
    std::vector<Column*> columns;
    for (const int index : side.values)
      columns.push_back(&map->columns[static_cast<size_t>(index)]);
    const auto is_misread = [&](const Column& column) {
      return column.measure == nullptr && IsReadFromPixels(grid, header, column);
    };
    const size_t count = columns.size();
    for (size_t i = 0; i < count && count > 1; ++i) {
      if (!is_misread(*columns[i]) || columns[i]->path.empty()) continue;
      const Measure* before = i == 0 ? nullptr : columns[i - 1]->measure;
      const Measure* after = i + 1 == count ? nullptr : columns[i + 1]->measure;
      if ((i > 0 && before == nullptr) || (i + 1 < count && after == nullptr)) continue;
      if (const Measure* only = OnlyBetween(before, after, side.panel, form))
        Take(only, columns[i]);
    }
    const bool numbered = count > 1 && map->sides.size() == 1 && AreNumbered(grid, header, columns);
    const std::vector<const Measure*> measures =
        MeasuresInOrder(columns, side.panel, form, numbered || IsLoneBesideKnown(side, *map));
    for (size_t i = 0; i < measures.size(); ++i)
      if (is_misread(*columns[i])) Take(measures[i], columns[i]);
  }
}

}  // namespace juesuan
