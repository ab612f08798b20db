// Tables whose cells are closed by rulings.
#pragma once

#include <vector>

#include "base/lattice.h"
#include "base/words.h"
#include "layout/page_parts.h"

namespace juesuan {

// The page's ruled tables, top to bottom, and the words that stand in none of them.
struct RuledTables {
  std::vector<PageTable> tables;
  std::vector<const Word*> rest;
};

// A word belongs to the cell that holds most of it; a word that stands half outside every table to
// none. A table inside a cell of another takes its words from that cell. An UnreadRegion marks the
// cell it lies in. `page` must outlive the result.
RuledTables FindRuledTables(const WordPage& page);

}  // namespace juesuan
