#include "extract/performance_table.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "extract/amount.h"
#include "extract/indicator_levels.h"
#include "extract/performance_rows.h"
#include "extract/performance_texts.h"
#include "extract/performance_value.h"

namespace juesuan {
namespace {

// kHeads: goals and 资金管理情况.
enum class Section { kKeys, kFunds, kHeads, kIndicators, kTexts };

class TableReader {
 public:
  TableReader(const JoinedRows& rows, const PerformancePack& pack, PerformanceContext context,
              Unit unit)
      : rows_(rows),
        pack_(pack),
        funds_form_(*pack.Find(context, PerformanceBlock::kFunds)),
        indicators_form_(*pack.Find(context, PerformanceBlock::kIndicators)),
        base_(context == PerformanceContext::kTransfer ? "TRANSFER"
              : context == PerformanceContext::kSelf   ? "PERF.SE"
                                                       : "PERF.REP"),
        money_(unit),
        levels_(pack),
        texts_(pack, base_ + ".TEXT", &maker_) {}

  PerformanceTable Run() {
    for (size_t at = 0; at < rows_.rows.size();) at = Take(at);
    Flush();
    out_.project = texts_.project();
    out_.is_transfer = texts_.is_transfer();
    out_.records = std::move(maker_.records);
    out_.rejects = std::move(maker_.rejects);
    return std::move(out_);
  }

 private:
  // Handles the row and gives the next one.
  size_t Take(size_t at) {
    const JoinedRow& row = rows_.rows[at];
    if (const auto header = FindHeader(rows_, at, indicators_form_)) return Open(*header);
    if (const auto header = FindHeader(rows_, at, funds_form_)) {
      for (const JoinedCell& cell : row.cells)
        if (const Unit unit = MoneyUnitIn(TextOf(*cell.cell));
            unit != Unit::kNone && cell.last < header->label_end)
          money_ = unit;
      return Open(*header);
    }
    if (texts_.Open(row)) {
      Flush();
      section_ = Section::kHeads;
      return at + 1;
    }
    if (texts_.ReadKeys(row)) return at + 1;
    switch (section_) {
      case Section::kKeys:
        break;
      case Section::kFunds:
        FundsRow(row);
        break;
      case Section::kHeads:
        texts_.UnderHeads(row);
        break;
      case Section::kIndicators:
        IndicatorRow(row);
        break;
      case Section::kTexts:
        texts_.LabelAndText(row);
        break;
    }
    return at + 1;
  }

  size_t Open(const BlockHeader& header) {
    Flush();
    header_ = header;
    const bool funds = header.form->block == PerformanceBlock::kFunds;
    section_ = funds ? Section::kFunds : Section::kIndicators;
    (funds ? out_.has_funds : out_.has_indicators) = true;
    if (header.With(ColumnUse::kActual) != nullptr) out_.has_actual = true;
    return header.end;
  }

  void FundsRow(const JoinedRow& row) {
    std::string label;
    const JoinedCell* wide = nullptr;
    std::vector<const JoinedCell*> lost;  // figures under heads that were not told from the labels
    for (const JoinedCell* cell : BegunCells(row)) {
      const bool figure = ParseAmount(TextOf(*cell->cell)).kind == CellKind::kNumber;
      if (cell->first < header_.label_end && figure) lost.push_back(cell);
      if (cell->first < header_.label_end && !figure) label += TextOf(*cell->cell);
      if (cell->last >= header_.label_end && SpansColumns(*cell)) wide = cell;
    }
    if (wide != nullptr) {
      texts_.LabelAndText(row);
      return;
    }
    for (const JoinedCell* cell : lost)
      maker_.Refuse({nullptr, *cell->cell, row.grid->number}, "unknown_column",
                    "此列不是表中的栏目");
    std::vector<HeldCell> held = maker_.Hold(row, header_);
    const bool written = std::any_of(held.begin(), held.end(),
                                     [](const HeldCell& each) { return !each.cell.lines.empty(); });
    if (label.empty()) {
      for (const HeldCell& each : held)
        if (written && !each.cell.lines.empty())
          maker_.Refuse(each, "unknown_row", "此行没有资金来源");
      return;
    }
    const PerformanceLabel* source = LabelNamed(label, pack_.sources);
    const RowNames names{header_.form->id, label, header_.form->panel,
                         source == nullptr ? WithoutColon(label) : source->name, false};
    for (const HeldCell& each : held) maker_.Add(names, each, money_);
  }

  // True for a cell over two or more columns of values: a text, not a row of money.
  bool SpansColumns(const JoinedCell& cell) const {
    return std::count_if(header_.columns.begin(), header_.columns.end(),
                         [&](const BlockColumn& column) {
                           return cell.Overlaps(column.first, column.last);
                         }) >= 2;
  }

  void IndicatorRow(const JoinedRow& row) {
    const auto begun = BegunCells(row);
    if (begun.empty()) return;
    if (IsWord(*begun.front(), pack_.total)) {
      Flush();
      TotalRow(row);
      section_ = Section::kTexts;
      return;
    }
    const PerformanceLabel* text = LabelNamed(TextOf(*begun.front()->cell), pack_.texts);
    if (text != nullptr && begun.size() >= 2 && SpansColumns(*begun.back())) {
      Flush();
      section_ = Section::kTexts;
      texts_.LabelAndText(row);
      return;
    }
    std::vector<HeldCell> held = maker_.Hold(row, header_);
    held.erase(std::remove_if(held.begin(), held.end(), IsLevel), held.end());
    const std::string first = LevelText(row, ColumnUse::kLevel1);
    const std::string second = LevelText(row, ColumnUse::kLevel2);
    if (row.after_cut) {
      const std::string new_first = LevelText(row, ColumnUse::kLevel1, true);
      const std::string new_second = LevelText(row, ColumnUse::kLevel2, true);
      if (GoesOn(new_first, new_second, held)) {
        pending_first_ = JoinLevel(pending_first_, new_first);
        pending_second_ = JoinLevel(pending_second_, new_second);
        return;
      }
    }
    Flush();
    const bool written = std::any_of(held.begin(), held.end(),
                                     [](const HeldCell& each) { return !each.cell.lines.empty(); });
    if (!written && !HasLevel(row)) return;
    pending_ = std::move(held);
    pending_first_ = first;
    pending_second_ = second;
  }

  bool IsLevelWord(const std::string& text) const {
    return IsFirstLevel(text, pack_) || IsSecondLevel(text, pack_);
  }

  // True if what stands after a page's end is not the rest of the level's words before it.
  bool BeginsLevel(const std::string& before, const std::string& after) const {
    if (after.empty()) return false;
    if (before.empty() || !IsLevelWord(before + after)) return true;
    return IsLevelExactly(before, pack_) && IsLevelExactly(after, pack_);
  }

  // A level's words on both sides of a page's end.
  std::string JoinLevel(const std::string& before, const std::string& after) const {
    if (after.empty() || before.empty()) return before + after;
    return BeginsLevel(before, after) && IsLevelExactly(after, pack_) ? after : before + after;
  }

  static bool IsLevel(const HeldCell& held) {
    return held.column->column->use == ColumnUse::kLevel1 ||
           held.column->column->use == ColumnUse::kLevel2;
  }

  // The text of the level cell that covers the row (and begins in it).
  std::string LevelText(const JoinedRow& row, ColumnUse use, bool begun = false) const {
    const BlockColumn* column = header_.With(use);
    if (column == nullptr) return "";
    std::string text;
    for (const JoinedCell& cell : row.cells)
      if (cell.Overlaps(column->first, column->last) && cell.IsWritten() && text.empty() &&
          (cell.starts || !begun))
        text = HeaderText(TextOf(*cell.cell));
    return text;
  }

  // A level's cell begins in the row.
  bool HasLevel(const JoinedRow& row) const {
    const BlockColumn* name = header_.With(ColumnUse::kName);
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const JoinedCell& cell) {
      return cell.starts && cell.IsWritten() && cell.last < name->first;
    });
  }

  struct Written {
    bool points = false, target = false, actual = false, name = false, words = false;
  };
  static Written WrittenIn(const std::vector<HeldCell>& held) {
    Written out;
    for (const HeldCell& each : held) {
      if (each.cell.lines.empty()) continue;
      const ColumnUse use = each.column->column->use;
      out.points = out.points || use == ColumnUse::kPoints;
      out.target = out.target || use == ColumnUse::kTarget;
      out.actual = out.actual || use == ColumnUse::kActual;
      out.name = out.name || use == ColumnUse::kName;
      out.words = out.words || use == ColumnUse::kText;
    }
    return out;
  }

  // The rest of a row that the page's end cut, added to the row before: that one has not what an
  // indicator has, points, or else values; or no level begins here, and this one has not.
  bool GoesOn(const std::string& first, const std::string& second,
              const std::vector<HeldCell>& held) {
    if (pending_.empty()) return false;
    const Written before = WrittenIn(pending_), here = WrittenIn(held);
    const bool has_points = header_.With(ColumnUse::kPoints) != nullptr;
    const bool whole = (before.name && before.target && before.actual) ||
                       (has_points ? before.points : before.target || before.actual);
    if (whole || !(before.name || before.words || before.target)) {
      const bool values = has_points ? here.target && here.actual : here.target || here.actual;
      const bool level = BeginsLevel(pending_first_, first) || BeginsLevel(pending_second_, second);
      if (level || here.points || (here.name && values)) return false;
    }
    for (const HeldCell& each : held)
      for (HeldCell& cell : pending_)
        if (cell.column == each.column) Extend(each, &cell);
    return true;
  }

  void Flush() {
    if (pending_.empty()) return;
    const IndicatorLevels levels = levels_.Read(pending_first_, pending_second_);
    RowNames names{header_.form->id, "", levels.Panel(), "", false};
    for (const HeldCell& each : pending_) {
      if (each.column->column->use != ColumnUse::kName) continue;
      names.label = TextOf(each.cell);
      names.weak = IsWeaklyRead(each.cell);
    }
    names.line = names.label;
    for (const HeldCell& each : pending_) {
      maker_.Add(names, each, money_);
      if (names.label.empty() && !each.cell.lines.empty())
        maker_.Refuse(each, "unknown_row", "此行没有指标名称");
    }
    pending_.clear();
  }

  void TotalRow(const JoinedRow& row) {
    const RowNames names{base_ + ".TOTAL", "总分", "", "总分", false};
    const JoinedCell* total = BegunCells(row).front();
    for (const JoinedCell& cell : row.cells) {
      if (!cell.starts || cell.cell == total->cell) continue;
      const HeldCell held{nullptr, *cell.cell, row.grid->number};
      const BlockColumn* under = nullptr;
      for (const BlockColumn& column : header_.columns)
        if (column.column != nullptr && column.column->use == ColumnUse::kPoints &&
            cell.Overlaps(column.first, column.last))
          under = &column;
      if (under != nullptr && !IsWord(cell, pack_.grades)) {
        maker_.Add(names, {under, *cell.cell, row.grid->number}, money_);
      } else if (cell.IsWritten()) {
        maker_.AddText(names, IsWord(cell, pack_.grades) ? "等级" : "说明", held);
      }
    }
  }

  const JoinedRows& rows_;
  const PerformancePack& pack_;
  const PerformanceForm& funds_form_;
  const PerformanceForm& indicators_form_;
  const std::string base_;
  Unit money_;
  LevelReader levels_;
  RecordMaker maker_;
  TextReader texts_;
  PerformanceTable out_;
  Section section_ = Section::kKeys;
  BlockHeader header_;
  std::vector<HeldCell> pending_;
  std::string pending_first_, pending_second_;  // 一级 and 二级 as its cells say
};

}  // namespace

PerformanceTable ReadPerformanceTable(const JoinedRows& rows, const PerformancePack& pack,
                                      PerformanceContext context, Unit unit) {
  return TableReader(rows, pack, context, unit).Run();
}

}  // namespace juesuan
