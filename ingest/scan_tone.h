// The watermark that is burnt into a scan: a tone between paper and ink.
//
// Behind or over print, a mark dims the paper by one factor. The page beneath is the page divided
// by that factor, where the mark is and nowhere else: strokes keep their weight, which no threshold
// can promise. The tone is estimated over several pages of the document, because one mark stands on
// all.
#pragma once

#include <optional>
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"

namespace juesuan {

struct MarkTone {
  double paper = 255;  // grey of the bare paper
  double mark = 255;   // grey of the paper under the mark
};

// The tone that the pages share; nullopt if they show none. REQUIRES: grey, some 100 dpi.
std::optional<MarkTone> EstimateMarkTone(const std::vector<Raster>& sample);

// Where a mark was lifted.
struct LiftedMark {
  Box box;       // points; empty if the page has no mark
  Raster where;  // 255 under the mark, as large as the page; empty with the box
  Raster hides;  // where the mark is opaque and lies over the print, which is gone; mostly empty
};

// Lifts the mark to paper. On a page without one no pixel is changed.
LiftedMark LiftMark(const MarkTone& tone, Raster* grey);

}  // namespace juesuan
