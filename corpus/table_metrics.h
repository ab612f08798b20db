// The measures of a table before it has pages: column places, the lines of every cell, and the
// places of its rows on one endless sheet.
#pragma once

#include <string>
#include <vector>

#include "corpus/disclosure.h"
#include "corpus/look.h"
#include "corpus/page_canvas.h"

namespace juesuan {

struct CellLines {
  std::vector<std::string> lines;
  Font font;  // smaller than the table's where a number would not fit
};

struct TableMetrics {
  std::vector<double> xs;        // cols + 1 places, from 0 to the width
  std::vector<double> ys;        // rows + 1 places, from 0
  std::vector<CellLines> cells;  // beside Table::cells
  std::vector<double> least;     // the least height of each row
};

constexpr double kCellPadding = 3;

TableMetrics MeasureTable(const Table& table, const Look& look, double width, TypeMeter* meter);

// Makes rows [first, last) fit into `height` by taking from their padding; never below the text.
void SqueezeRows(int first, int last, double height, TableMetrics* metrics);

}  // namespace juesuan
