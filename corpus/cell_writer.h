// Cells of a form put one after the other, each with its spans.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/disclosure.h"

namespace juesuan {

class CellWriter {
 public:
  CellWriter(Table* table, std::vector<TruthRecord>* truth) : table_(table), truth_(truth) {}

  void Put(int row, int col, int rows, int cols, const std::string& text,
           Align align = Align::kCenter) {
    table_->cells.push_back({row, col, rows, cols, text, align, -1});
    table_->rows = std::max(table_->rows, row + rows);
    table_->cols = std::max(table_->cols, col + cols);
  }

  void PutRecord(int row, int col, int cols, const TruthRecord& record) {
    const bool number = record.cell_kind == "number";
    Put(row, col, 1, cols, record.raw, number ? Align::kRight : Align::kLeft);
    table_->cells.back().truth = static_cast<int>(truth_->size());
    truth_->push_back(record);
  }

 private:
  Table* table_;
  std::vector<TruthRecord>* truth_;
};

}  // namespace juesuan
