// Shaded cells of a born-digital page: the filled rectangles behind its text.
#pragma once

#include <vector>

#include "ingest/painted_page.h"
#include "ingest/shaded_rows.h"

namespace juesuan {

// Rectangles of one colour that lie side by side without a gap, as cells do, are one field; what is
// no rectangle together, narrower than several cells, or as large as the page is none.
std::vector<ShadedField> FieldsOf(const PaintedPage& painted, const SkipRules& skip);

// Level rulings along the edges of `fields`, by the text of their page (shaded_rows.h).
std::vector<Ruling> EdgesOfShading(const std::vector<ShadedField>& fields, const Page& page);

}  // namespace juesuan
