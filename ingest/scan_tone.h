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

// Lifts the mark to paper. Returns the box of what was lifted, points; empty if the page has no
// mark, and then no pixel is changed.
Box LiftMark(const MarkTone& tone, Raster* grey);

}  // namespace juesuan
