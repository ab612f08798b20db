// The header of a table between level rulings: what heads one column, and what heads a group.
#pragma once

#include <optional>
#include <vector>

#include "layout/level_table.h"

namespace juesuan {

// The words of one header cell.
struct HeaderBlock {
  Box box;
  std::vector<const Word*> words;
  double size = 0;              // of its type
  double line = 0;              // height of one of its lines
  double above = 0, below = 0;  // the rulings over and under it
  double from = 0, to = 0;      // of a group's head: the ruling under it
  bool ruled = true;            // of a group's head: there is such a ruling
};

struct LevelHeader {
  std::vector<HeaderBlock> leaves;  // left to right, disjoint
  std::vector<HeaderBlock> groups;  // top to bottom, then left to right
  std::vector<double> edges;        // of columns: where shorter rulings begin or end; ascending
};

// A block with a ruling under it that is not the header's end heads a group: the columns over that
// ruling. So does one without a ruling that lies wholly above another block of the same cell.
// nullopt where the blocks that are left do not stand side by side.
std::optional<LevelHeader> ReadLevelHeader(const LevelTable& table);

// Joins the two letters of a word that is spaced out (项   目), where no body word tells that a
// column's edge runs between them.
void JoinSpacedLetters(const std::vector<const LevelRow*>& rows, LevelHeader* header);

// A group's head and its columns, half open.
struct ColumnGroup {
  double foot = 0;  // height of the ruling under it, printed or not
  size_t first = 0, last = 0;
};

// The columns of every group of `header`: those over its ruling; where several heads share them,
// cut so that each head stands in the middle of its own. `head_of`: of each column, which leaf.
// nullopt where two ways of cutting are as good.
std::optional<std::vector<ColumnGroup>> GroupColumns(const LevelHeader& header,
                                                     const std::vector<double>& xs,
                                                     const std::vector<size_t>& head_of);

// The same for a header without rulings between its levels, where heads of several levels stand
// over the same columns: each over two columns at least and in their middle, a lone leaf over the
// height that is left. nullopt where there is no such way or another that is as good.
std::optional<std::vector<ColumnGroup>> TileColumns(const LevelHeader& header,
                                                    const std::vector<double>& xs,
                                                    const std::vector<size_t>& head_of);

}  // namespace juesuan
