#include "extract/performance_columns.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace juesuan {
namespace {

constexpr size_t kMostHeaderRows = 3;

// Written cells that begin in a row, from column `from` on.
std::vector<const JoinedCell*> Begun(const JoinedRow& row, int from = 0) {
  std::vector<const JoinedCell*> out;
  for (const JoinedCell& cell : row.cells)
    if (cell.starts && cell.IsWritten() && cell.first >= from) out.push_back(&cell);
  return out;
}

// Distinct columns that a row's cells name.
std::vector<const PerformanceColumn*> NamedIn(const JoinedRow& row, const PerformanceForm& form) {
  std::vector<const PerformanceColumn*> out;
  for (const JoinedCell* cell : Begun(row)) {
    const PerformanceColumn* column = ColumnNamed(TextOf(*cell->cell), form);
    if (column != nullptr && std::find(out.begin(), out.end(), column) == out.end())
      out.push_back(column);
  }
  return out;
}

bool BeginsHeader(const JoinedRow& row, const PerformanceForm& form) {
  int amounts = 0, values = 0, others = 0;
  bool executed = false, name = false, level = false;
  for (const PerformanceColumn* column : NamedIn(row, form)) {
    amounts += column->use == ColumnUse::kAmount ? 1 : 0;
    executed = executed || column->use == ColumnUse::kExecuted;
    values += column->use == ColumnUse::kTarget || column->use == ColumnUse::kActual ? 1 : 0;
    others += column->use == ColumnUse::kPoints ? 1 : 0;
    name = name || column->use == ColumnUse::kName;
    level = level || column->use == ColumnUse::kLevel2;
  }
  if (form.block == PerformanceBlock::kFunds) return executed && amounts >= 1;
  return values + others >= 2 && (name || level);
}

// A further row of the header: every cell that begins in it right of the labels names a column, and
// the row above has a cell over it that covers it or more.
bool GoesOn(const JoinedRow& row, int label_end, const PerformanceForm& form) {
  const auto cells = Begun(row, label_end);
  return !cells.empty() && std::all_of(cells.begin(), cells.end(), [&](const JoinedCell* cell) {
    return ColumnNamed(TextOf(*cell->cell), form) != nullptr;
  });
}

// Where the first column that names something begins.
int LabelEnd(const JoinedRow& row, const PerformanceForm& form) {
  for (const JoinedCell& cell : row.cells)
    if (cell.IsWritten() && ColumnNamed(TextOf(*cell.cell), form) != nullptr) return cell.first;
  return 0;
}

const JoinedCell* CellOver(const JoinedRow& row, int column) {
  for (const JoinedCell& cell : row.cells)
    if (cell.Overlaps(column, column)) return &cell;
  return nullptr;
}

// The header above one column: its words and the deepest cell that names a column, or is written.
BlockColumn ColumnAt(const JoinedRows& rows, size_t begin, size_t end, int at,
                     const PerformanceForm& form, const GridCell** leaf) {
  BlockColumn out;
  out.first = out.last = at;
  *leaf = nullptr;
  const GridCell* previous = nullptr;
  for (size_t r = begin; r < end; ++r) {
    const JoinedCell* cell = CellOver(rows.rows[r], at);
    if (cell == nullptr || !cell->IsWritten() || cell->cell == previous) continue;
    previous = cell->cell;
    const std::string text = TextOf(*cell->cell);
    const PerformanceColumn* column = ColumnNamed(text, form);
    out.path.push_back(HeaderText(text));
    if (const Unit unit = MoneyUnitIn(text); unit != Unit::kNone) out.unit = unit;
    if (column == nullptr && out.column != nullptr) continue;
    out.column = column;
    *leaf = cell->cell;
  }
  return out;
}

// A header's words, column by column.
using Leaves = std::vector<const GridCell*>;

bool IsFromPixels(const GridCell& cell) {
  for (const TextLine& line : cell.lines)
    if (!line.readings.empty() && line.readings.front().by != Reader::kLayer) return true;
  return false;
}

double ScoreOf(const GridCell& cell) {
  double least = 1;
  for (const TextLine& line : cell.lines)
    least = std::min(least, line.readings.empty() ? 0 : line.readings.front().score);
  return least;
}

// The place of a header's column in the form; -1 before the first, the form's size behind the last.
int IndexOf(const BlockHeader& header, size_t at, int if_none) {
  if (at >= header.columns.size() || header.columns[at].column == nullptr) return if_none;
  return static_cast<int>(header.columns[at].column - header.form->columns.data());
}

// Of two neighbours that were read alike (二级指标 for 三级指标) the less sure one is not read.
void DropTheSecondOfTwo(const Leaves& leaves, BlockHeader* header) {
  for (size_t i = 1; i < leaves.size(); ++i) {
    if (header->columns[i].column == nullptr || !IsFromPixels(*leaves[i]) ||
        header->columns[i].column != header->columns[i - 1].column)
      continue;
    const bool second = ScoreOf(*leaves[i]) <= ScoreOf(*leaves[i - 1]);
    header->columns[second ? i : i - 1].column = nullptr;
  }
}

// No form leaves the indicators' names out: between their levels and their values they stand.
bool IsNameByPlace(const BlockHeader& header, size_t at) {
  if (at == 0 || at + 1 >= header.columns.size() || header.With(ColumnUse::kName) != nullptr)
    return false;
  const PerformanceColumn* before = header.columns[at - 1].column;
  const PerformanceColumn* after = header.columns[at + 1].column;
  return before != nullptr && after != nullptr && before->use == ColumnUse::kLevel2 &&
         (after->use == ColumnUse::kTarget || after->use == ColumnUse::kActual);
}

// A header that the recogniser misread between two that are known: if the form has but one column
// between these, it is that one.
void NameByPlace(const Leaves& leaves, BlockHeader* header) {
  for (size_t i = 0; i < header->columns.size(); ++i) {
    BlockColumn& column = header->columns[i];
    if (column.column != nullptr || !IsFromPixels(*leaves[i])) continue;
    const int before = i == 0 ? -1 : IndexOf(*header, i - 1, -2);
    const int after = IndexOf(*header, i + 1, -2);
    if (IsNameByPlace(*header, i))
      column.column = header->form->With(ColumnUse::kName);
    else if (before >= -1 && after - before == 2)
      column.column = &header->form->columns[static_cast<size_t>(before + 1)];
    column.by_place = column.column != nullptr;
  }
}

// The unit that the headers of amounts agree on holds for those that do not say it.
void ShareUnit(BlockHeader* header) {
  Unit common = Unit::kNone;
  for (const BlockColumn& each : header->columns) {
    if (each.unit == Unit::kNone) continue;
    if (common != Unit::kNone && common != each.unit) return;
    common = each.unit;
  }
  for (BlockColumn& each : header->columns) each.unit = common;
}

}  // namespace

const BlockColumn* BlockHeader::With(ColumnUse use) const {
  for (const BlockColumn& each : columns)
    if (each.column != nullptr && each.column->use == use) return &each;
  return nullptr;
}

const BlockColumn* BlockHeader::Named(const std::string& measure) const {
  for (const BlockColumn& each : columns)
    if (each.column != nullptr && each.column->measure == measure) return &each;
  return nullptr;
}

std::optional<BlockHeader> FindHeader(const JoinedRows& rows, size_t at,
                                      const PerformanceForm& form) {
  if (!BeginsHeader(rows.rows[at], form)) return std::nullopt;
  BlockHeader out;
  out.form = &form;
  out.label_end = LabelEnd(rows.rows[at], form);
  out.end = at + 1;
  while (out.end < rows.rows.size() && out.end < at + kMostHeaderRows &&
         GoesOn(rows.rows[out.end], out.label_end, form))
    ++out.end;
  Leaves leaves;
  for (int col = out.label_end; col < rows.columns; ++col) {
    const GridCell* leaf = nullptr;
    BlockColumn column = ColumnAt(rows, at, out.end, col, form, &leaf);
    if (leaf == nullptr) continue;
    if (!leaves.empty() && leaf == leaves.back()) {
      out.columns.back().last = col;
    } else {
      out.columns.push_back(std::move(column));
      leaves.push_back(leaf);
    }
  }
  DropTheSecondOfTwo(leaves, &out);
  NameByPlace(leaves, &out);
  ShareUnit(&out);
  const bool indicators = form.block == PerformanceBlock::kIndicators;
  if (indicators && out.With(ColumnUse::kName) == nullptr) return std::nullopt;
  return out;
}

Unit MoneyUnitIn(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, Unit>, 8> kUnits = {
      {{"(万元)", Unit::kWanYuan},
       {"(元)", Unit::kYuan},
       {"(千元)", Unit::kQianYuan},
       {"(亿元)", Unit::kYiYuan},
       {"单位:万元", Unit::kWanYuan},
       {"单位:元", Unit::kYuan},
       {"单位:千元", Unit::kQianYuan},
       {"单位:亿元", Unit::kYiYuan}}};
  const std::string form = MatchForm(text);
  for (const auto& [words, unit] : kUnits)
    if (form.find(words) != std::string::npos) return unit;
  return Unit::kNone;
}

}  // namespace juesuan
