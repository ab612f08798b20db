// The rulings that a table with level rulings only, or with few of them, leaves out.
#pragma once

#include <vector>

#include "base/words.h"

namespace juesuan {

// What was added to one page.
struct AddedRulings {
  std::vector<Ruling> rulings;
  std::vector<Box> tables;  // that they belong to
};

// For each of `pages` (a document's, in order) the rulings that make ruled tables of its tables
// between level rulings: three-line tables, tables without upright rulings, and those whose upright
// ones stop at the header. Columns come from the header and from the figures of all pages that the
// table goes over; rows from rulings or from the figures' lines. A table is left alone where a
// figure does not stand in one column, where two stand in one cell, or where header and figures
// fit in no way or in two.
std::vector<AddedRulings> CompleteRulings(const std::vector<WordPage>& pages);

}  // namespace juesuan
