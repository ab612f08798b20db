// The rows of a table between level rulings.
#pragma once

#include <optional>
#include <vector>

#include "layout/level_table.h"

namespace juesuan {

// The printed rows of one strip, top to bottom. `xs`: edges of the columns.
//
// Figures never wrap: each line of them is a row. The lines of a label that stand as close as lines
// of one cell do, and fill their column but for the last, are one cell; it belongs to the row whose
// figures stand beside its middle or its first line, or is a row of its own. nullopt where rows
// would reach into each other.
//
// `single`: every strip of the table is one row, so this is one unless it holds figures on two
// lines.
std::optional<std::vector<LevelRow>> RowsOfStrip(const LevelStrip& strip,
                                                 const std::vector<double>& xs,
                                                 const std::vector<double>& fill, bool single);

// Whether nearly every strip holds figures on one line at most.
bool HasRowRulings(const std::vector<const LevelStrip*>& strips);

// How far right the words of each column reach.
std::vector<double> FillOf(const std::vector<const LevelRow*>& rows, const std::vector<double>& xs);

}  // namespace juesuan
