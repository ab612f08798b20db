// The lines above and below a table.
#pragma once

#include <vector>

#include "layout/page_parts.h"

namespace juesuan {

// Where one stitched table stands: its part on each page. Indexes into a std::vector<PageParts>.
struct PartPlace {
  size_t page = 0, table = 0;
};

// Fills grid.above with the lines between the table's first part and the table before it on that
// page, or the page's top; where nothing but page numbers stands there, with the last lines of the
// page before, below any table there. Fills grid.below with the lines after the last part down to
// the next table or the page's end. Lines between two tables stand in both.
void AttachCaptions(const std::vector<PageParts>& pages, const std::vector<PartPlace>& places,
                    TableGrid& grid);

}  // namespace juesuan
