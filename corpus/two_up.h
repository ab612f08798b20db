// Two printed pages side by side on one sheet.
#pragma once

#include <vector>

#include "corpus/drawing.h"
#include "corpus/truth.h"

namespace juesuan {

// Puts every two upright pages that follow each other on one sheet of twice the width, the first on
// the left; one that has no partner stands on the left alone. Pages that lie stay as they are. The
// truth's pages and boxes become those of the sheets.
void PutTwoUp(Drawing* drawing, std::vector<TruthRecord>* truth);

}  // namespace juesuan
