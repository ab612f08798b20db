// Puts a table on pages: the lines over it, its parts with rulings and text, its notes.
#pragma once

#include <vector>

#include "corpus/disclosure.h"
#include "corpus/page_flow.h"

namespace juesuan {

// `ordinal` counts the tables of the document, for what alternates between them. `begins_page`: no
// heading stands over it on its page. Fills in page and box of the truth records that its cells
// name.
void PaintTable(const Table& table, int ordinal, bool begins_page, PageFlow* flow,
                std::vector<TruthRecord>* truth);

}  // namespace juesuan
