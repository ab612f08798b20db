#include "extract/performance_texts.h"

#include <utility>

namespace juesuan {

std::vector<const JoinedCell*> BegunCells(const JoinedRow& row) {
  std::vector<const JoinedCell*> out;
  for (const JoinedCell& cell : row.cells)
    if (cell.starts && cell.IsWritten()) out.push_back(&cell);
  return out;
}

bool IsWord(const JoinedCell& cell, const Spellings& words) {
  return IsOneOf(WithoutColon(TextOf(*cell.cell)), words);
}

bool TextReader::Open(const JoinedRow& row) {
  std::vector<Head> heads;
  for (const JoinedCell* cell : BegunCells(row)) {
    const PerformanceLabel* label = LabelNamed(TextOf(*cell->cell), pack_.texts);
    if (label != nullptr && (label->goal || label->managed)) heads.push_back({*cell, label});
  }
  // A label of the whole block may say the same as the head of its first column.
  while (heads.size() > 2 && heads[0].label->goal) heads.erase(heads.begin());
  if (heads.size() != 2) return false;
  const bool managed = heads[0].label->managed && heads[1].label->managed;
  if (!managed && !(heads[0].label->goal && heads[1].label->goal)) return false;
  heads_ = std::move(heads);
  return true;
}

// 项目名称 | … | 实施单位 | …
bool TextReader::ReadKeys(const JoinedRow& row) {
  bool found = false;
  const auto cells = BegunCells(row);
  for (size_t i = 0; i < cells.size(); ++i) {
    const bool project = IsWord(*cells[i], pack_.project);
    const bool transfer = IsWord(*cells[i], pack_.transfer);
    if (!project && !transfer && !IsWord(*cells[i], pack_.keys)) continue;
    if (i > 0 && !found) return false;
    found = true;
    is_transfer_ = is_transfer_ || transfer;
    const bool has_value = i + 1 < cells.size() && !IsWord(*cells[i + 1], pack_.keys);
    if (!has_value) continue;
    const JoinedCell& value = *cells[i + 1];
    if (project && project_.empty()) project_ = TextOf(*value.cell);
    const std::string label = WithoutColon(TextOf(*cells[i]->cell));
    maker_.AddText({form_, label, "", label}, "内容", {nullptr, *value.cell, row.grid->number});
  }
  return found;
}

// Goals and 资金管理情况: texts under two heads, with a label of their own or without.
void TextReader::UnderHeads(const JoinedRow& row) {
  if (heads_.empty()) return;
  const bool managed = heads_[0].label->managed;
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
    maker_.AddText({form_, own, "", managed ? own : head->label->name},
                   managed ? head->label->name : "内容", held);
  }
}

// The head a text stands under: the last one that overlaps.
const TextReader::Head* TextReader::HeadOver(const JoinedCell& cell) const {
  const Head* found = nullptr;
  for (const Head& head : heads_)
    if (cell.Overlaps(head.cell.first, head.cell.last)) found = &head;
  return found;
}

// A label and a text.
void TextReader::LabelAndText(const JoinedRow& row) {
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
  maker_.AddText({form_, printed, "", known == nullptr ? WithoutColon(printed) : known->name},
                 "内容", held);
}

// The rest of a text that the page's end cut, added to the last text (of that name).
bool TextReader::Append(const HeldCell& more, const std::string& name) {
  for (size_t i = maker_.records.size(); i-- > 0;) {
    Record& record = maker_.records[i];
    if (record.form != form_) return false;
    if (!name.empty() && record.line != name && record.measure != name) continue;
    record.raw += TextOf(more.cell);
    if (record.kind == CellKind::kBlank && !record.raw.empty()) record.kind = CellKind::kText;
    return true;
  }
  return false;
}

}  // namespace juesuan
