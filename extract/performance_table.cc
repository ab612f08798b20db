#include "extract/performance_table.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "extract/indicator_levels.h"
#include "extract/performance_rows.h"

namespace juesuan {
namespace {

enum class Section { kKeys, kFunds, kGoals, kManaged, kIndicators, kTexts };

std::vector<const JoinedCell*> BegunCells(const JoinedRow& row) {
  std::vector<const JoinedCell*> out;
  for (const JoinedCell& cell : row.cells)
    if (cell.starts && cell.IsWritten()) out.push_back(&cell);
  return out;
}

bool IsWord(const JoinedCell& cell, const Spellings& words) {
  return IsOneOf(WithoutColon(TextOf(*cell.cell)), words);
}

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
        levels_(pack) {}

  PerformanceTable Run() {
    for (size_t at = 0; at < rows_.rows.size();) at = Take(at);
    Flush();
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
    if (OpenTexts(row)) return at + 1;
    if (ReadKeys(row)) return at + 1;
    switch (section_) {
      case Section::kKeys:
        break;
      case Section::kFunds:
        FundsRow(row);
        break;
      case Section::kGoals:
      case Section::kManaged:
        ColumnTexts(row);
        break;
      case Section::kIndicators:
        IndicatorRow(row);
        break;
      case Section::kTexts:
        TextRow(row);
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

  // The heads of the goals and of 资金管理情况: two labels side by side.
  bool OpenTexts(const JoinedRow& row) {
    std::vector<std::pair<const JoinedCell*, const PerformanceLabel*>> heads;
    for (const JoinedCell* cell : BegunCells(row)) {
      const PerformanceLabel* label = LabelNamed(TextOf(*cell->cell), pack_.texts);
      if (label != nullptr && (label->goal || label->managed)) heads.emplace_back(cell, label);
    }
    // A label of the whole block may say the same as the head of its first column.
    while (heads.size() > 2 && heads[0].second->goal) heads.erase(heads.begin());
    const bool managed = heads.size() == 2 && heads[0].second->managed && heads[1].second->managed;
    const bool goals = heads.size() == 2 && heads[0].second->goal && heads[1].second->goal;
    if (!managed && !goals) return false;
    Flush();
    section_ = managed ? Section::kManaged : Section::kGoals;
    heads_.clear();
    for (const auto& [cell, label] : heads) heads_.push_back({*cell, label});
    return true;
  }

  // 项目名称 | … | 实施单位 | …
  bool ReadKeys(const JoinedRow& row) {
    bool found = false;
    const auto cells = BegunCells(row);
    for (size_t i = 0; i < cells.size(); ++i) {
      const bool project = IsWord(*cells[i], pack_.project);
      const bool transfer = IsWord(*cells[i], pack_.transfer);
      if (!project && !transfer && !IsWord(*cells[i], pack_.keys)) continue;
      if (i > 0 && !found) return false;
      found = true;
      out_.is_transfer = out_.is_transfer || transfer;
      const bool has_value = i + 1 < cells.size() && !IsWord(*cells[i + 1], pack_.keys);
      if (!has_value) continue;
      const JoinedCell& value = *cells[i + 1];
      if (project && out_.project.empty()) out_.project = TextOf(*value.cell);
      const std::string label = WithoutColon(TextOf(*cells[i]->cell));
      maker_.AddText({base_ + ".TEXT", label, "", label}, "内容",
                     {nullptr, *value.cell, row.grid->number});
    }
    return found;
  }

  void FundsRow(const JoinedRow& row) {
    std::string label;
    const JoinedCell* wide = nullptr;
    for (const JoinedCell* cell : BegunCells(row)) {
      if (cell->first < header_.label_end) label += TextOf(*cell->cell);
      if (cell->last >= header_.label_end && SpansColumns(*cell)) wide = cell;
    }
    if (wide != nullptr) {
      TextRow(row);
      return;
    }
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
                         source == nullptr ? WithoutColon(label) : source->name};
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
      TextRow(row);
      return;
    }
    std::vector<HeldCell> held = maker_.Hold(row, header_);
    held.erase(std::remove_if(held.begin(), held.end(), IsLevel), held.end());
    const std::string first = LevelText(row, ColumnUse::kLevel1);
    const std::string second = LevelText(row, ColumnUse::kLevel2);
    if (row.after_cut && GoesOn(row, held)) {
      pending_first_ = JoinLevel(pending_first_, first);
      pending_second_ = JoinLevel(pending_second_, second);
      return;
    }
    Flush();
    const bool written = std::any_of(held.begin(), held.end(),
                                     [](const HeldCell& each) { return !each.cell.lines.empty(); });
    if (!written && !BeginsLevel(row)) return;
    pending_ = std::move(held);
    pending_first_ = first;
    pending_second_ = second;
  }

  // A level's words on both sides of a page's end.
  std::string JoinLevel(const std::string& before, const std::string& after) const {
    const auto known = [&](const std::string& text) {
      return IsFirstLevel(text, pack_) || IsSecondLevel(text, pack_);
    };
    if (after.empty() || before.empty()) return before + after;
    return known(after) && !known(before + after) ? after : before + after;
  }

  static bool IsLevel(const HeldCell& held) {
    return held.column->column->use == ColumnUse::kLevel1 ||
           held.column->column->use == ColumnUse::kLevel2;
  }

  // The text of the level cell that covers the row.
  std::string LevelText(const JoinedRow& row, ColumnUse use) const {
    const BlockColumn* column = header_.With(use);
    if (column == nullptr) return "";
    std::string text;
    for (const JoinedCell& cell : row.cells)
      if (cell.Overlaps(column->first, column->last) && cell.IsWritten() && text.empty())
        text = HeaderText(TextOf(*cell.cell));
    return text;
  }

  bool BeginsLevel(const JoinedRow& row) const {
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

  // The rest of a row that the page's end cut, added to the row before: that one has words but no
  // values; or no level begins here, and the row has not what an indicator of its own has: points,
  // or else a name and values.
  bool GoesOn(const JoinedRow& row, const std::vector<HeldCell>& held) {
    if (pending_.empty()) return false;
    const Written before = WrittenIn(pending_), here = WrittenIn(held);
    const bool without_values =
        (before.name || before.words) && !before.points && !before.target && !before.actual;
    if (!without_values) {
      const bool has_points = header_.With(ColumnUse::kPoints) != nullptr;
      const bool values = has_points ? here.target && here.actual : here.target || here.actual;
      if (BeginsLevel(row) || here.points || (here.name && values)) return false;
    }
    for (const HeldCell& each : held)
      for (HeldCell& cell : pending_)
        if (cell.column == each.column) Extend(each, &cell);
    return true;
  }

  void Flush() {
    if (pending_.empty()) return;
    const IndicatorLevels levels = levels_.Read(pending_first_, pending_second_);
    RowNames names{header_.form->id, "", levels.Panel(), ""};
    for (const HeldCell& each : pending_)
      if (each.column->column->use == ColumnUse::kName) names.label = TextOf(each.cell);
    names.line = names.label;
    for (const HeldCell& each : pending_) {
      maker_.Add(names, each, money_);
      if (names.label.empty() && !each.cell.lines.empty())
        maker_.Refuse(each, "unknown_row", "此行没有指标名称");
    }
    pending_.clear();
  }

  void TotalRow(const JoinedRow& row) {
    const RowNames names{base_ + ".TOTAL", "总分", "", "总分"};
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

  // Goals and 资金管理情况: texts under two heads, with a label of their own or without.
  void ColumnTexts(const JoinedRow& row) {
    const bool managed = section_ == Section::kManaged;
    const auto begun = BegunCells(row);
    if (begun.empty()) return;
    std::string label;
    for (const JoinedCell* cell : begun) {
      const Head* head = HeadOver(*cell);
      const bool is_label = managed && head != nullptr && label.empty() && cell != begun.back();
      if (head == nullptr || (is_label && cell->first <= heads_[0].cell.first)) {
        label = TextOf(*cell->cell);
        continue;
      }
      const HeldCell held{nullptr, *cell->cell, row.grid->number};
      const std::string own = managed && !label.empty() ? label : head->label->name;
      if (row.after_cut && (managed ? label.empty() : true) && Append(held, head->label->name))
        continue;
      maker_.AddText({base_ + ".TEXT", own, "", managed ? own : head->label->name},
                     managed ? head->label->name : "内容", held);
    }
  }

  struct Head {
    JoinedCell cell;
    const PerformanceLabel* label = nullptr;
  };

  // The head a text stands under: the last one that overlaps.
  const Head* HeadOver(const JoinedCell& cell) const {
    const Head* found = nullptr;
    for (const Head& head : heads_)
      if (cell.Overlaps(head.cell.first, head.cell.last)) found = &head;
    return found;
  }

  // A label and a text.
  void TextRow(const JoinedRow& row) {
    const auto begun = BegunCells(row);
    if (begun.empty()) return;
    const JoinedCell* text = begun.back();
    const JoinedCell* label = nullptr;
    for (const JoinedCell& cell : row.cells)
      if (cell.IsWritten() && cell.last < text->first) label = &cell;
    const HeldCell held{nullptr, *text->cell, row.grid->number};
    if (label == nullptr || (!label->starts && begun.size() == 1 && row.after_cut)) {
      if (row.after_cut && Append(held, "")) return;
      if (label == nullptr) return;
    }
    const std::string printed = TextOf(*label->cell);
    const PerformanceLabel* known = LabelNamed(printed, pack_.texts);
    maker_.AddText(
        {base_ + ".TEXT", printed, "", known == nullptr ? WithoutColon(printed) : known->name},
        "内容", held);
  }

  // The rest of a text that the page's end cut, added to the last text (of that name).
  bool Append(const HeldCell& more, const std::string& name) {
    for (size_t i = maker_.records.size(); i-- > 0;) {
      Record& record = maker_.records[i];
      if (record.form != base_ + ".TEXT") return false;
      if (!name.empty() && record.line != name && record.measure != name) continue;
      record.raw += TextOf(more.cell);
      if (record.kind == CellKind::kBlank && !record.raw.empty()) record.kind = CellKind::kText;
      return true;
    }
    return false;
  }

  const JoinedRows& rows_;
  const PerformancePack& pack_;
  const PerformanceForm& funds_form_;
  const PerformanceForm& indicators_form_;
  const std::string base_;
  Unit money_;
  LevelReader levels_;
  RecordMaker maker_;
  PerformanceTable out_;
  Section section_ = Section::kKeys;
  BlockHeader header_;
  std::vector<Head> heads_;
  std::vector<HeldCell> pending_;
  std::string pending_first_, pending_second_;  // 一级 and 二级 as its cells say
};

}  // namespace

PerformanceTable ReadPerformanceTable(const JoinedRows& rows, const PerformancePack& pack,
                                      PerformanceContext context, Unit unit) {
  return TableReader(rows, pack, context, unit).Run();
}

}  // namespace juesuan
