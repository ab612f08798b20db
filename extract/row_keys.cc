#include "extract/row_keys.h"

#include <algorithm>
#include <set>

#include "base/facts.h"
#include "base/text.h"
#include "extract/codes.h"
#include "extract/header_rows.h"
#include "extract/row_numbers.h"
#include "extract/rows_by_place.h"

namespace juesuan {
namespace {

using Rows = std::vector<std::vector<RowKey>>;

struct LineMatch {
  const LineItem* item = nullptr;
  int edits = kNoMatch;
  bool tie = false;
};

// The line item a label names: nearest spelling, unique. `seen` holds the names of the items above
// it on this side: an item that stands `after` one of them is meant rather than the plain one.
LineMatch FindLine(const FormPack& form, const std::string& panel, const std::string& label,
                   const std::set<std::string>& seen) {
  const std::u32string points = MatchPoints(WithoutOrdinal(label));
  const std::u32string whole = MatchPoints(label);
  LineMatch best;
  bool best_after = false;
  for (const LineItem& line : form.lines) {
    if (!line.code.empty()) continue;
    if (!line.panel.empty() && !panel.empty() && line.panel != panel) continue;
    const bool after = !line.after.empty();
    if (after && seen.count(line.after) == 0) continue;
    const int edits = std::min(Edits(points, line.labels), Edits(whole, line.labels));
    if (edits == kNoMatch) continue;
    const bool better = edits < best.edits || (edits == best.edits && after && !best_after);
    const bool even = edits == best.edits && after == best_after;
    if (better) {
      best = {&line, edits, false};
      best_after = after;
    } else if (even) {
      best.tie = true;
    }
  }
  return best;
}

bool IsTotal(const std::string& label, const FormWords& words) {
  return IsExactly(WithoutOrdinal(label), words.total);
}

// A closed list of line items.
class ItemRows {
 public:
  ItemRows(const FormPack& form, const std::string& panel) : form_(form), panel_(panel) {}

  void Name(RowKey* row) {
    row->panel = panel_;
    if (row->text.label.empty()) return;
    const LineMatch match = FindLine(form_, panel_, row->text.label, seen_);
    if (match.item == nullptr || match.tie) {
      row->problem = match.tie ? "行标签同时像两个项目" : "行标签不在词表中";
      return;
    }
    seen_.insert(match.item->name);
    row->line = match.item->name;
    row->unit = match.item->unit;
    row->known = true;
    if (row->panel.empty()) row->panel = match.item->panel;
  }

  void OpenSection(const std::string& panel) {
    panel_ = panel;
    seen_.clear();
  }

 private:
  const FormPack& form_;
  std::string panel_;
  std::set<std::string> seen_;
};

void NameItemRows(const TableGrid& grid, const ColumnMap& map, const FormPack& form, size_t side,
                  Rows* rows) {
  ItemRows items(form, map.sides[side].panel);
  for (size_t i = 0; i < rows->size(); ++i) {
    RowKey& row = (*rows)[i][side];
    const FormPanel* section = SectionOf(grid, map.header_rows + static_cast<int>(i), form);
    if (section != nullptr) items.OpenSection(section->name);
    items.Name(&row);
    // A section row that is no line item itself opens the section and nothing else.
    if (section == nullptr || row.known) continue;
    row = RowKey();
    row.structure = true;
  }
  LinesByPlace(form, side, rows);
}

// The section rows above the header open the first panel.
std::string FirstSection(const TableGrid& grid, const ColumnMap& map, const FormPack& form,
                         std::string panel) {
  for (int row = 0; row < map.header_rows; ++row)
    if (const FormPanel* section = SectionOf(grid, row, form)) panel = section->name;
  return panel;
}

void NumberItemRows(const ColumnMap& map, size_t side, Rows* rows) {
  std::vector<RowNumber> numbers;
  for (size_t i = 0; i < rows->size(); ++i) {
    const RowText& text = (*rows)[i][side].text;
    if (text.label.empty() && text.number.empty()) continue;
    RowNumber number;
    number.row = static_cast<int>(i);
    number.read = text.number;
    number.labelled = !text.label.empty();
    numbers.push_back(number);
  }
  if (map.has_row_number) SettleRowNumbers(&numbers);
  const bool numbered = std::any_of(numbers.begin(), numbers.end(),
                                    [](const RowNumber& number) { return number.number > 0; });
  for (const RowNumber& number : numbers) {
    RowKey& row = (*rows)[static_cast<size_t>(number.row)][side];
    if (number.number > 0) {
      row.key = std::to_string(number.number);
      const std::string why = "行次印作“" + number.read + "”，按上下行次改为" + row.key;
      if (number.repaired) (row.known || !row.doubt.empty() ? row.misprint : row.doubt) = why;
    } else {
      row.key = row.line.empty() ? row.text.label : row.line;
      // Where others have a number this row's was not seen.
      const std::string kind = numbered && !row.text.by_layer ? kKeyDoubt : "";
      if (!number.read.empty())
        AddDoubt(kind + "行次读作“" + number.read + "”，不是数字", &row.doubt);
      else if (!kind.empty())
        AddDoubt(kind + "行次未能辨认", &row.doubt);
    }
    if (number.odd && !row.text.by_layer)
      row.doubt = std::string(kKeyDoubt) + "行次" + row.key + "与上下行次不相连";
    if (row.key.empty()) row.problem = "行次无法辨认";
  }
}

void ReadItemKeys(const TableGrid& grid, const ColumnMap& map, const FormPack& form,
                  const std::string& section, Rows* rows) {
  ColumnMap start = map;
  for (size_t side = 0; side < map.sides.size(); ++side) {
    if (form.HasSections()) start.sides[side].panel = FirstSection(grid, map, form, section);
    NameItemRows(grid, start, form, side, rows);
    NumberItemRows(map, side, rows);
  }
}

void ReadCodeKeys(const ColumnMap& map, const FormPack& form, const FormWords& words, Rows* rows) {
  for (size_t side = 0; side < map.sides.size(); ++side) {
    CodeRun run(form);
    for (auto& sides : *rows) {
      RowKey& row = sides[side];
      row.panel = map.sides[side].panel;
      if (row.text.IsEmpty()) continue;
      const CodeReading code = run.Read(row.text);
      if (!code.code.empty()) {
        row.key = row.line = code.code;
        row.known = code.known;
        row.doubt = code.doubt;
        row.problem = code.problem;
        if (!row.text.sure)
          AddDoubt(std::string(kKeyDoubt) + "科目代码" + code.code + "识别把握低", &row.doubt);
        continue;
      }
      const LineMatch match = FindLine(form, "", row.text.label, {});
      if (match.item != nullptr && !match.tie) {
        row.key = row.line = match.item->name;
        row.panel = match.item->panel;
        row.known = true;
      } else if (IsTotal(row.text.label, words)) {
        row.key = row.line = "合计";
        row.known = true;
      } else {
        row.problem = "没有科目代码，也不是合计行";
      }
    }
  }
  CheckCodes(form, rows);
}

// A row without key and values: the label alone.
bool IsLabelOnly(const TableGrid& grid, int row, const ColumnMap& map, const Side& side,
                 const RowText& text) {
  RowText rest = text;
  rest.label.clear();
  if (text.label.empty() || !rest.IsEmpty()) return false;
  for (const int index : side.values) {
    const Column& column = map.columns[static_cast<size_t>(index)];
    for (const GridCell* cell : CellsUnder(grid, row, column.first, column.last))
      if (cell->unread || !MatchForm(cell->Text()).empty()) return false;
  }
  return true;
}

// The label is a whole one: of a line item, or 合计.
bool IsWhole(const std::string& label, const FormPack& form, const FormWords& words) {
  return FindLine(form, "", label, {}).item != nullptr || IsTotal(label, words);
}

// A page break can cut a wrapped label: half of it then stands alone on the other page. Two whole
// labels are two rows, though the values of one are blank.
void JoinCutRows(const TableGrid& grid, const ColumnMap& map, const FormPack& form,
                 const FormWords& words, Rows* rows) {
  for (size_t i = 0; i + 1 < rows->size(); ++i) {
    const int row = map.header_rows + static_cast<int>(i);
    for (size_t side = 0; side < map.sides.size(); ++side) {
      RowKey &upper = (*rows)[i][side], &lower = (*rows)[i + 1][side];
      if (upper.text.cells.empty() || lower.text.cells.empty()) continue;
      if (upper.text.cells[0]->page == lower.text.cells[0]->page) continue;
      const bool upper_alone = IsLabelOnly(grid, row, map, map.sides[side], upper.text);
      const bool lower_alone = IsLabelOnly(grid, row + 1, map, map.sides[side], lower.text);
      if (upper_alone == lower_alone) continue;
      RowKey& keyed = upper_alone ? lower : upper;
      const RowKey& alone = upper_alone ? upper : lower;
      if (IsWhole(alone.text.label, form, words)) continue;
      keyed.text.label = upper.text.label + lower.text.label;
      RowKey& half = upper_alone ? upper : lower;
      half = RowKey();
      half.structure = true;
    }
  }
}

bool HasWords(const TableGrid& grid, int row) {
  const auto cells = CellsOfRow(grid, row);
  return std::any_of(cells.begin(), cells.end(),
                     [](const GridCell* cell) { return !MatchForm(cell->Text()).empty(); });
}

}  // namespace

std::vector<std::vector<RowKey>> ReadRowKeys(const TableGrid& grid, const ColumnMap& map,
                                             const FormPack& form, const FormWords& words,
                                             const std::string& section) {
  Rows rows;
  for (int row = map.header_rows; row < grid.rows; ++row) {
    rows.emplace_back(map.sides.size());
    const bool header = IsHeaderRow(grid, row, form, words) || IsColumnNumberRow(grid, row, words);
    const bool opens = SectionOf(grid, row, form) != nullptr;
    for (RowKey& key : rows.back()) key.structure = header && !opens;
    if (header && !opens) continue;
    for (size_t side = 0; side < map.sides.size(); ++side)
      rows.back()[side].text = ReadRowText(grid, row, map, map.sides[side], words);
  }
  JoinCutRows(grid, map, form, words, &rows);
  switch (form.rows) {
    case RowKind::kItems:
      ReadItemKeys(grid, map, form, section, &rows);
      break;
    case RowKind::kFunctional:
    case RowKind::kEconomic:
      ReadCodeKeys(map, form, words, &rows);
      break;
    case RowKind::kSingle:
      for (size_t i = 0; i < rows.size() && !map.sides.empty(); ++i) {
        if (i > 0 && !HasWords(grid, map.header_rows + static_cast<int>(i))) continue;
        rows[i][0].key = std::to_string(i + 1);
        rows[i][0].known = true;
      }
      break;
  }
  return rows;
}

}  // namespace juesuan
