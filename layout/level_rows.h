// The rows of a table between level rulings.
#pragma once

#include <optional>
#include <vector>

#include "layout/level_table.h"

namespace juesuan {

// How the words of one column stand.
struct ColumnText {
  double fill = 0;  // how far right they reach
  // Those that are no figures: where they begin, and their middles.
  std::vector<double> starts, middles;
};

std::vector<ColumnText> TextsOfColumns(const std::vector<const LevelRow*>& rows,
                                       const std::vector<double>& xs);

// How the rows of a table lie, told from all its strips.
struct RowStyle {
  bool single = false;  // each strip is a row, unless it holds figures on two lines
  double pitch = 0;     // the least between two lines of figures
};

// The distance of two rows without wrapped labels; 0 if no strip tells. Figures never stand closer;
// lines of one column that do are of one cell, or of two rows that wrap both.
double RowPitch(const std::vector<LevelStrip>& strips);

RowStyle StyleOfRows(const std::vector<const LevelStrip*>& strips);

// The printed rows of one strip, top to bottom. `xs`: edges of the columns.
//
// Figures never wrap: each line of them is a row. The lines of a label that stand as close as lines
// of one cell do, and fill their column but for the last, are one cell; it belongs to the row whose
// figures stand beside its middle or its first line, or is a row of its own. Rows that would reach
// into each other are one on a scan, where a mark's rests do that; elsewhere nullopt.
std::optional<std::vector<LevelRow>> RowsOfStrip(const LevelStrip& strip,
                                                 const std::vector<double>& xs,
                                                 const std::vector<ColumnText>& texts,
                                                 const RowStyle& style);

}  // namespace juesuan
