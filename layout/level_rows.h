// The rows of a table between level rulings.
#pragma once

#include <vector>

#include "layout/level_table.h"

namespace juesuan {

// The printed rows of one strip, top to bottom: a label that wraps is joined to the figures beside
// its middle or its first line. Only lines that fill their column wrap. `single`: every strip of
// the table is one row, so this is one unless it holds figures on two lines. `xs`: edges of the
// columns.
std::vector<LevelRow> RowsOfStrip(const LevelStrip& strip, const std::vector<double>& xs,
                                  const std::vector<double>& fill, bool single);

// Whether nearly every strip holds figures on one line at most.
bool HasRowRulings(const std::vector<const LevelStrip*>& strips);

// How far right the words of each column reach.
std::vector<double> FillOf(const std::vector<const LevelRow*>& rows, const std::vector<double>& xs);

}  // namespace juesuan
