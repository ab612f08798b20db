// Tables without rulings, or with horizontal ones only: columns from white gaps, rows from
// baselines.
#pragma once

#include <vector>

#include "base/words.h"
#include "layout/page_parts.h"

namespace juesuan {

struct AlignedTables {
  std::vector<PageTable> tables;  // ruled = false; top to bottom
  std::vector<const Word*> rest;  // the words that stand in none
};

// Looks for tables among `words`, those outside the ruled tables. A table is a run of lines of
// which at least three hold three pieces or more, in columns that white gaps part over the whole
// run, at least two of them columns of numbers; no column holds two pieces of one line. Prose,
// lists and contents pages with dot leaders are none. Lines above that stand in the columns, up to
// a horizontal ruling or a line of one piece, are the header. Conservative: what does not fit stays
// text.
AlignedTables FindAlignedTables(int page, const std::vector<const Word*>& words,
                                const std::vector<Ruling>& rulings);

}  // namespace juesuan
