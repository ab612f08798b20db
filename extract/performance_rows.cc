#include "extract/performance_rows.h"

#include <algorithm>
#include <utility>

#include "extract/performance_value.h"

namespace juesuan {
namespace {

bool IsWords(const BlockColumn& column) {
  return column.column->use == ColumnUse::kName || column.column->use == ColumnUse::kText;
}

Unit UnitOf(const BlockColumn& column, Unit money) {
  switch (column.column->use) {
    case ColumnUse::kAmount:
    case ColumnUse::kExecuted:
      return column.unit != Unit::kNone ? column.unit : money;
    case ColumnUse::kPercent:
      return Unit::kPercent;
    case ColumnUse::kPoints:
      return Unit::kPoints;
    default:
      return Unit::kText;
  }
}

// The cell of a row that stands under a column: the written one that begins under it.
const JoinedCell* CellUnder(const JoinedRow& row, const BlockColumn& column) {
  const JoinedCell* best = nullptr;
  for (const JoinedCell& cell : row.cells) {
    if (!cell.starts || !cell.Overlaps(column.first, column.last)) continue;
    if (best == nullptr || (cell.IsWritten() && !best->IsWritten())) best = &cell;
  }
  return best;
}

}  // namespace

void Extend(const HeldCell& more, HeldCell* held) {
  GridCell& cell = held->cell;
  if (cell.lines.empty() && !more.cell.lines.empty()) {
    *held = {held->column, more.cell, more.table};
    return;
  }
  cell.lines.insert(cell.lines.end(), more.cell.lines.begin(), more.cell.lines.end());
  cell.unread = cell.unread || more.cell.unread;
}

std::vector<HeldCell> RecordMaker::Hold(const JoinedRow& row, const BlockHeader& header) {
  std::vector<HeldCell> out;
  const JoinedCell* before = nullptr;
  for (const BlockColumn& column : header.columns) {
    const JoinedCell* cell = CellUnder(row, column);
    if (cell == nullptr) continue;
    const HeldCell held{&column, *cell->cell, row.grid->number};
    const bool again = cell == before && cell->IsWritten();
    before = cell;
    if (column.column == nullptr) {
      if (cell->IsWritten() && !again) Refuse(held, "unknown_column", "此列不是表中的栏目");
      continue;
    }
    if (again) {
      // Words may run over the next column; a number may not.
      if (out.empty() || IsWords(*out.back().column)) continue;
      Refuse(held, "merged_cell", "一格跨两列，不知数属哪一列");
      out.pop_back();
      continue;
    }
    out.push_back(held);
    // Words in several cells of one column are one text.
    if (!IsWords(column)) continue;
    for (const JoinedCell& other : row.cells)
      if (other.starts && other.cell != cell->cell && other.IsWritten() &&
          other.first > cell->first && other.last <= column.last)
        Extend({nullptr, *other.cell, held.table}, &out.back());
  }
  return out;
}

Record& RecordMaker::Place(const RowNames& names, const HeldCell& held) {
  Record record;
  record.form = names.form;
  record.table = held.table;
  record.row = held.cell.row;
  record.col = held.cell.col;
  record.page = held.cell.page;
  record.box = held.cell.box;
  record.row_key = WithoutColon(names.label);
  record.row_label = names.label;
  record.panel = names.panel;
  record.line = names.line;
  records.push_back(std::move(record));
  return records.back();
}

void RecordMaker::Add(const RowNames& names, const HeldCell& held, Unit money) {
  const PerformanceColumn& column = *held.column->column;
  CellValue value = ReadPerformanceCell(held.cell, column.use);
  Record& record = Place(names, held);
  record.col_key = column.key;
  record.col_path = held.column->path;
  record.measure = column.measure;
  record.kind = value.kind;
  record.raw = std::move(value.raw);
  record.value = value.value;
  record.readings = std::move(value.readings);
  record.unit = UnitOf(*held.column, money);
  record.doubt = std::move(value.doubt);
  const bool money_column = FenPerUnit(record.unit) > 0 || record.unit == Unit::kNone;
  if (money_column && value.unit != Unit::kNone) {
    if (record.unit != Unit::kNone && value.unit != record.unit)
      AddDoubt("格内单位与表头单位不同", &record.doubt);
    record.unit = value.unit;
  }
  if (record.value && record.unit == Unit::kNone) AddDoubt("未印金额单位", &record.doubt);
  if (held.column->by_place)
    AddDoubt(kKeyDoubt + ("表头未能辨认，按位置认作“" + column.key + "”"), &record.doubt);
  if (names.weak) AddDoubt(std::string(kKeyDoubt) + "行名识别把握低", &record.doubt);
  if (!record.doubt.empty()) record.status = CellStatus::kSuspect;
  if (!value.reject.empty()) Refuse(held, value.reject, record.doubt);
}

void RecordMaker::AddText(const RowNames& names, const std::string& key, const HeldCell& held) {
  CellValue value = ReadPerformanceCell(held.cell, ColumnUse::kText);
  Record& record = Place(names, held);
  record.col_key = record.measure = key;
  record.kind = value.kind;
  record.raw = std::move(value.raw);
  record.readings = std::move(value.readings);
  record.unit = Unit::kText;
  record.doubt = std::move(value.doubt);
  if (!record.doubt.empty()) record.status = CellStatus::kSuspect;
  if (!value.reject.empty()) Refuse(held, value.reject, record.doubt);
}

void RecordMaker::Refuse(const HeldCell& held, const std::string& code, const std::string& why) {
  Reject reject;
  reject.table = held.table;
  reject.row = held.cell.row;
  reject.col = held.cell.col;
  reject.page = held.cell.page;
  reject.box = held.cell.box;
  reject.code = code;
  reject.text = TextOf(held.cell);
  reject.why = why;
  rejects.push_back(std::move(reject));
}

}  // namespace juesuan
