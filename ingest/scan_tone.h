// The watermark that is burnt into a scan: a tone between paper and ink.
//
// Behind or over print, a mark dims the paper by one factor. The tone is estimated over several
// pages of the document, because one mark stands on all.
#pragma once

#include <optional>
#include <vector>

#include "base/raster.h"

namespace juesuan {

struct MarkTone {
  double paper = 255;  // grey of the bare paper
  double mark = 255;   // grey of the paper under the mark
};

// The tone that the pages share; nullopt if they show none. REQUIRES: grey, 150 dpi or more: the
// strokes of a mark must have a flat middle of some pixels.
std::optional<MarkTone> EstimateMarkTone(const std::vector<Raster>& sample);

}  // namespace juesuan
