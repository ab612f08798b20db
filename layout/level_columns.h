// The columns of a table between level rulings, from its header and the white between its figures.
#pragma once

#include <optional>
#include <vector>

#include "layout/level_table.h"

namespace juesuan {

// What heads one column: the ink of its words, and the limits that rulings set to its columns.
struct ColumnHead {
  double x0 = 0, x1 = 0;
  double low = 0, high = 0;
};

struct LevelColumns {
  std::vector<double> xs;    // edges, ascending
  std::vector<size_t> head;  // of each column: the index of its head
};

// The columns between `x0` and `x1` in which all words of `rows` stand: bands of ink, parted by
// white, each laid on a head, in order, so that no two columns overlap and the distances are least.
// A head without a band has a column of blanks; one over several bands (a code in three columns)
// has several. Words that run over several bands (合计) do not join them if they are few; figures
// never do. A lone dash or digit of a scan may stand in no column: a mark leaves such. `edges`:
// known ones, ascending. nullopt where heads and bands do not fit, or where they fit in two ways
// nearly as well.
std::optional<LevelColumns> FindLevelColumns(double x0, double x1,
                                             const std::vector<ColumnHead>& heads,
                                             const std::vector<double>& edges,
                                             const std::vector<const LevelRow*>& rows);

// The edges of columns whose heads all stand in the middle: the head's middle and the column's left
// edge give its right edge, so that the table's own edges prove the rest. nullopt where they do
// not.
std::optional<std::vector<double>> EdgesOfCentredHeads(double x0, double x1,
                                                       const std::vector<ColumnHead>& heads,
                                                       const std::vector<double>& edges,
                                                       double size);

}  // namespace juesuan
