#include "extract/map_table.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/text.h"
#include "extract/row_keys.h"
#include "extract/value.h"

namespace juesuan {
namespace {

// Fills the records of one table, row by row and side by side.
class TableMapper {
 public:
  TableMapper(const TableGrid& grid, const ColumnMap& map, const FormPack& form, Unit unit)
      : grid_(grid), map_(map), form_(form), unit_(unit) {}

  void Row(int row, std::vector<RowKey> sides);
  void UnknownColumns();
  MappedTable Take() { return std::move(out_); }

 private:
  struct Slot {
    const Column* column;
    const GridCell* cell;  // nullptr: no cell begins here
  };

  bool HasValue(int row, size_t side, const RowKey& key) const;
  void MoveTotals(int row, std::vector<RowKey>* sides) const;
  void DoubtBlanks(int row, std::vector<RowKey>* sides) const;
  std::vector<Slot> Slots(int row, const Side& side, const RowKey& key);
  const GridCell* PickCell(int row, const Column& column, const RowKey& key);
  const GridCell* FromAbove(int row, const Column& column);
  void MapSide(int row, size_t side, const RowKey& key, const std::vector<Slot>& slots);
  void AddRecord(int row, size_t side, const RowKey& key, const Slot& slot);
  void AddReject(const GridCell& cell, const char* code, std::string why);
  std::string PanelOf(size_t side, const RowKey& key) const;
  std::string ColumnKey(const Column& column) const;
  std::vector<std::string> ColumnPath(const Column& column, const std::string& panel) const;
  bool IsRepeated(const RowKey& key, const std::vector<Slot>& slots);

  const TableGrid& grid_;
  const ColumnMap& map_;
  const FormPack& form_;
  const Unit unit_;
  std::map<std::string, std::vector<std::string>> rows_seen_;  // key: texts of its value cells
  MappedTable out_;
};

bool HasText(const GridCell* cell) {
  return cell != nullptr && (cell->unread || !MatchForm(cell->Text()).empty());
}

void TableMapper::AddReject(const GridCell& cell, const char* code, std::string why) {
  Reject reject;
  reject.table = grid_.number;
  reject.row = cell.row;
  reject.col = cell.col;
  reject.page = cell.page;
  reject.box = cell.box;
  reject.code = code;
  reject.text = Unwrap(cell.Text());
  reject.why = std::move(why);
  out_.rejects.push_back(std::move(reject));
}

// The value cell of a column: what begins in this row under it and is not a label that runs across.
const GridCell* TableMapper::PickCell(int row, const Column& column, const RowKey& key) {
  const GridCell* picked = nullptr;
  for (const GridCell* cell : CellsUnder(grid_, row, column.first, column.last)) {
    const bool is_label =
        std::find(key.text.cells.begin(), key.text.cells.end(), cell) != key.text.cells.end();
    if (is_label) continue;
    if (picked != nullptr && HasText(picked) && HasText(cell)) {
      AddReject(*cell, "split_cell", "一列中有两个数据格");
      continue;
    }
    if (picked == nullptr || HasText(cell)) picked = cell;
  }
  return picked;
}

// A cell that began in a row above: blank, it is blank here too; written, its value is not this
// row's.
const GridCell* TableMapper::FromAbove(int row, const Column& column) {
  const GridCell* cell = grid_.At(row, column.first);
  if (cell == nullptr || cell->row >= row || cell->row < map_.header_rows) return nullptr;
  if (!HasText(cell)) return cell;
  AddReject(*cell, "merged_cell", "一格跨两行，不知数属哪一行");
  return nullptr;
}

std::vector<TableMapper::Slot> TableMapper::Slots(int row, const Side& side, const RowKey& key) {
  std::vector<Slot> slots;
  for (const int index : side.values) {
    const Column& column = map_.columns[static_cast<size_t>(index)];
    if (column.role != ColumnRole::kValue) continue;
    slots.push_back({&column, PickCell(row, column, key)});
  }
  if (!key.IsPresent()) return slots;
  for (Slot& slot : slots)
    if (slot.cell == nullptr) slot.cell = FromAbove(row, *slot.column);
  for (size_t i = 1; i < slots.size(); ++i) {
    if (slots[i].cell == nullptr || slots[i].cell != slots[i - 1].cell || !HasText(slots[i].cell))
      continue;
    AddReject(*slots[i].cell, "merged_cell", "一格跨两列，不知数属哪一列");
    slots[i - 1].cell = slots[i].cell = nullptr;
  }
  return slots;
}

// A total printed again under every repeated header says nothing new.
bool TableMapper::IsRepeated(const RowKey& key, const std::vector<Slot>& slots) {
  if (form_.rows != RowKind::kFunctional) return false;
  std::vector<std::string> texts;
  for (const Slot& slot : slots) texts.push_back(slot.cell == nullptr ? "" : slot.cell->Text());
  const auto [seen, is_new] = rows_seen_.emplace(key.key, texts);
  return !is_new && seen->second == texts;
}

std::string TableMapper::PanelOf(size_t side, const RowKey& key) const {
  if (form_.rows != RowKind::kEconomic) return key.panel;
  std::string panel = key.panel;
  for (const FormPanel& candidate : form_.panels)
    for (const std::string& code : candidate.codes)
      if (key.key.compare(0, code.size(), code) == 0) panel = candidate.name;
  // A total's label may run over several panels of its group.
  size_t from = side;
  const auto first_atom = [&](size_t i) {
    const Side& s = map_.sides[i];
    return s.keys.empty() ? 0 : map_.columns[static_cast<size_t>(s.keys.front())].first;
  };
  while (from > 0 && key.text.label_col >= 0 && key.text.label_col < first_atom(from)) --from;
  // Two sides have their names; more than one panel of a name needs a number.
  constexpr size_t kNamedSides = 2;
  if (map_.sides.size() <= kNamedSides) return panel;
  std::string out = "P" + std::to_string(from + 1);
  if (from != side) out += "-" + std::to_string(side + 1);
  return panel.empty() ? out : out + " " + panel;
}

std::string TableMapper::ColumnKey(const Column& column) const {
  return column.number.empty() ? column.measure->name : column.number;
}

// Header words as printed, in the form's spelling where only width and blanks differ.
std::vector<std::string> TableMapper::ColumnPath(const Column& column,
                                                 const std::string& panel) const {
  std::vector<std::string> path;
  if (form_.HasSections() && !panel.empty()) path.push_back(panel);
  for (const std::string& word : column.path) {
    std::string printed = word;
    const std::u32string points = MatchPoints(word);
    for (const Measure& measure : form_.measures)
      for (const Spellings& part : measure.path)
        for (const Spelling& spelling : part)
          if (spelling.form == points) printed = spelling.text;
    path.push_back(printed);
  }
  return path;
}

void TableMapper::AddRecord(int row, size_t side, const RowKey& key, const Slot& slot) {
  const CellValue value = ReadValue(*slot.cell);
  Record record;
  record.form = form_.id;
  record.table = grid_.number;
  record.row = row;
  record.col = slot.cell->col;
  record.page = slot.cell->page;
  record.box = slot.cell->box;
  record.row_key = key.key;
  record.row_label = key.text.label;
  record.panel = slot.column->half.empty() ? PanelOf(side, key) : slot.column->half;
  record.col_key = ColumnKey(*slot.column);
  record.col_path = ColumnPath(*slot.column, record.panel);
  record.line = slot.column->half.empty() ? key.line : slot.column->half;
  record.measure = slot.column->measure->name;
  record.kind = value.kind;
  record.raw = value.raw;
  record.unit = key.unit != Unit::kNone ? key.unit : unit_;
  record.value = value.value;
  record.readings = value.readings;
  record.doubt = value.doubt;
  if (value.unit != Unit::kNone && value.unit != record.unit && record.unit != Unit::kNone)
    AddDoubt("格内单位与表头单位不同", &record.doubt);
  if (value.unit != Unit::kNone) record.unit = value.unit;
  if (slot.column->by_place)
    AddDoubt(kKeyDoubt + ("表头未能辨认，按位置认作“" + record.measure + "”"), &record.doubt);
  if (slot.column->hides_number) AddDoubt(std::string(kKeyDoubt) + "栏次未能辨认", &record.doubt);
  AddDoubt(key.doubt, &record.doubt);
  if (!key.known) AddDoubt(key.problem, &record.doubt);
  if (record.value && record.unit == Unit::kNone) AddDoubt("未印金额单位", &record.doubt);
  if (!record.doubt.empty()) record.status = CellStatus::kSuspect;
  if (!value.reject.empty()) AddReject(*slot.cell, value.reject.c_str(), record.doubt);
  out_.records.push_back(std::move(record));
}

void TableMapper::MapSide(int row, size_t side, const RowKey& key, const std::vector<Slot>& slots) {
  const bool has_value =
      std::any_of(slots.begin(), slots.end(), [](const Slot& slot) { return HasText(slot.cell); });
  if (!key.IsPresent()) {
    const bool has_label = !key.text.label.empty() && !key.problem.empty();
    if (!has_value && !has_label) return;
    ++out_.unknown_rows;
    for (const Slot& slot : slots)
      if (HasText(slot.cell))
        AddReject(*slot.cell, "unknown_row", "此行没有可辨认的行次、科目代码或项目");
    if (!has_value) AddReject(*key.text.cells.front(), "unknown_row", key.problem);
    return;
  }
  if (IsRepeated(key, slots)) return;
  const bool blank_label = key.text.label.empty() && form_.rows == RowKind::kItems;
  if (key.known) ++out_.known_rows;
  if (!key.known && !blank_label) {
    ++out_.unknown_rows;
    if (!key.text.cells.empty()) AddReject(*key.text.cells.front(), "unknown_row", key.problem);
  }
  if (!key.misprint.empty()) AddReject(*key.text.cells.front(), "row_number", key.misprint);
  for (const Slot& slot : slots) {
    if (slot.cell != nullptr) AddRecord(row, side, key, slot);
  }
}

bool TableMapper::HasValue(int row, size_t side, const RowKey& key) const {
  for (const int index : map_.sides[side].values) {
    const Column& column = map_.columns[static_cast<size_t>(index)];
    if (column.role != ColumnRole::kValue) continue;
    for (const GridCell* cell : CellsUnder(grid_, row, column.first, column.last))
      if (HasText(cell) &&
          std::find(key.text.cells.begin(), key.text.cells.end(), cell) == key.text.cells.end())
        return true;
  }
  return false;
}

// A total's label runs over several panels and its amount stands under the last of them: where no
// ruling shows how far the label's cell goes, the next amount without a label is the total's.
void TableMapper::MoveTotals(int row, std::vector<RowKey>* sides) const {
  if (form_.rows != RowKind::kEconomic) return;
  for (size_t side = 0; side < sides->size(); ++side) {
    RowKey& total = (*sides)[side];
    const bool coded = total.text.code_cell != nullptr || !total.text.code.empty();
    if (!total.IsPresent() || total.structure || coded || HasValue(row, side, total)) continue;
    size_t last = side + 1;
    while (last < sides->size() && (*sides)[last].text.IsEmpty() &&
           !HasValue(row, last, (*sides)[last]))
      ++last;
    if (last == sides->size()) continue;
    const RowText& there = (*sides)[last].text;
    if (!there.IsEmpty() || there.unread_code) continue;
    // In a picture the amount's own label may have gone unseen: a sum has to say so.
    if (!there.by_layer || !total.text.by_layer) AddDoubt("合计数印在别的栏下", &total.doubt);
    (*sides)[last] = std::move(total);
    total = RowKey();
  }
}

// Where an amount of the row is nobody's, a blank beside it may be its place.
void TableMapper::DoubtBlanks(int row, std::vector<RowKey>* sides) const {
  const auto is_lost = [&](size_t side) {
    const RowKey& key = (*sides)[side];
    return !key.IsPresent() && !key.structure && HasValue(row, side, key);
  };
  bool lost = false;
  for (size_t side = 0; side < sides->size(); ++side) lost = lost || is_lost(side);
  if (!lost) return;
  for (size_t side = 0; side < sides->size(); ++side)
    if ((*sides)[side].IsPresent() && !HasValue(row, side, (*sides)[side]))
      AddDoubt(std::string(kKeyDoubt) + "同行有数不知属何项", &(*sides)[side].doubt);
}

void TableMapper::Row(int row, std::vector<RowKey> sides) {
  MoveTotals(row, &sides);
  DoubtBlanks(row, &sides);
  for (size_t side = 0; side < sides.size(); ++side)
    if (!sides[side].structure)
      MapSide(row, side, sides[side], Slots(row, map_.sides[side], sides[side]));
}

void TableMapper::UnknownColumns() {
  for (const Column& column : map_.columns) {
    if (column.role != ColumnRole::kUnknown) continue;
    const GridCell* written = nullptr;
    for (int row = map_.header_rows; row < grid_.rows && written == nullptr; ++row)
      for (const GridCell* cell : CellsUnder(grid_, row, column.first, column.last))
        if (HasText(cell) && cell->col >= column.first) written = cell;
    if (written == nullptr) continue;
    std::string header;
    for (const std::string& word : column.path) header += (header.empty() ? "" : "/") + word;
    AddReject(*written, "unknown_column", "列“" + header + "”不是此表的栏目，整列未取");
  }
}

}  // namespace

MappedTable MapTable(const TableGrid& grid, int first_row, const FormPack& form,
                     const FormWords& words, Unit unit, const std::string& section) {
  const ColumnMap map = MapColumns(grid, first_row, form, words);
  TableMapper mapper(grid, map, form, unit);
  if (!map.sides.empty()) {
    const auto keys = ReadRowKeys(grid, map, form, words, section);
    for (size_t i = 0; i < keys.size(); ++i)
      mapper.Row(map.header_rows + static_cast<int>(i), keys[i]);
  }
  mapper.UnknownColumns();
  MappedTable out = mapper.Take();
  out.required = map.required;
  out.found = map.found;
  out.unknown_columns = map.unknown;
  out.numbered = std::any_of(map.columns.begin(), map.columns.end(),
                             [](const Column& column) { return !column.number.empty(); });
  return out;
}

}  // namespace juesuan
