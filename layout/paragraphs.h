// Prose: paragraphs, headings, contents entries, page numbers.
#pragma once

#include <vector>

#include "layout/page_parts.h"

namespace juesuan {

// The lines outside the tables as paragraphs in reading order. A paragraph begins at an indent,
// after a line that ends short of the right margin, after a wide space or a change of type size,
// and around a heading. A heading is a short line that is numbered (第二部分, 一、, （三）, 附件2),
// or larger than the text, or bold and centred. A contents entry has dot leaders. A paragraph goes
// on over the page break where its last line is full and the next page begins with a line at the
// left margin.
std::vector<Paragraph> FindParagraphs(const std::vector<PageParts>& pages);

}  // namespace juesuan
