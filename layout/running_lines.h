// Page numbers, running headers and footers.
#pragma once

#include <vector>

#include "layout/page_parts.h"

namespace juesuan {

// For each page and each of its lines: whether it only belongs to the page, not to the text. A line
// is running if it is a page number, alone at its height, in the top or bottom eighth, or the same
// text stands at the same height there on at least three pages.
std::vector<std::vector<bool>> FindRunningLines(const std::vector<PageParts>& pages);

}  // namespace juesuan
