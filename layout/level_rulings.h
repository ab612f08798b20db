// The missing rulings of one table between level rulings whose columns are known.
#pragma once

#include <optional>
#include <vector>

#include "layout/level_columns.h"
#include "layout/level_header.h"
#include "layout/level_rows.h"
#include "layout/level_table.h"

namespace juesuan {

// The upright rulings around every cell of header and body and the level ones between rows that no
// ruling parts, in the frame of `table`. A label that stands over several columns, or in the middle
// of blank ones and not as the labels of its own column do, is in one merged cell. `texts`: of the
// columns, and `style`: of the rows, over all parts of the table. nullopt where a figure
// does not stand in one column, or two stand in one cell, but for a few cells of a scan.
std::optional<std::vector<Ruling>> RulingsOfTable(const LevelTable& table,
                                                  const std::optional<LevelHeader>& header,
                                                  const LevelColumns& columns,
                                                  const std::vector<ColumnText>& texts,
                                                  const RowStyle& style);

}  // namespace juesuan
