#include "corpus/form_sheet.h"

#include <algorithm>

namespace juesuan {

void FormSheet::Header(std::vector<std::string> cells) {
  truth_.emplace_back(cells.size(), -1);
  grid_.push_back(std::move(cells));
  header_rows_ = static_cast<int>(grid_.size());
}

void FormSheet::BeginRow() {
  grid_.emplace_back();
  truth_.emplace_back();
}

void FormSheet::Word(const std::string& text) {
  grid_.back().push_back(text);
  truth_.back().push_back(-1);
}

void FormSheet::Amount(int64_t fen, const RowName& row, const ColumnName& column) {
  Printed(PrintAmount(fen, variant_), variant_.MoneyUnit(), row, column);
}

void FormSheet::Printed(const std::string& raw, Unit unit, const RowName& row,
                        const ColumnName& column) {
  grid_.back().push_back(row.key.empty() ? "" : raw);
  if (row.key.empty() || form_.empty()) {
    truth_.back().push_back(-1);
    return;
  }
  TruthRecord record;
  record.form = form_;
  record.row_key = row.key;
  record.row_label = row.label;
  record.panel = column.panel;
  const bool numbered = variant_.numbers && column.number > 0;
  record.col_key = numbered ? std::to_string(column.number) : column.measure;
  record.col_path = column.path;
  record.department = out_->department;
  record.year = out_->year;
  SetPrinted(raw, unit, &record);
  truth_.back().push_back(static_cast<int>(out_->truth.size()));
  out_->truth.push_back(std::move(record));
}

Table FormSheet::Finish() {
  Table table;
  table.header_rows = header_rows_;
  CellsFromGrid(grid_, truth_, &table);
  for (TableCell& cell : table.cells) {
    if (cell.row < header_rows_) continue;
    const bool words =
        std::any_of(cell.text.begin(), cell.text.end(), [](char c) { return (c & 0x80) != 0; });
    const bool amount = cell.text.find('.') != std::string::npos && !words;
    if (cell.truth >= 0 || amount) {
      cell.align = Align::kRight;
    } else if (words && cell.col_span == 1) {
      cell.align = Align::kLeft;
    }
  }
  return table;
}

}  // namespace juesuan
