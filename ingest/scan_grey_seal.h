// Seals that a scanner without colour made grey.
#pragma once

#include <optional>
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"
#include "ingest/scan_seal_picture.h"

namespace juesuan {

bool HasGreySeal(const Raster& grey);

struct LiftedSeals {
  std::vector<Box> boxes;  // points; around each seal
  Raster where;            // 255 where ink was lifted, as large as the page; empty without a seal
};

// Lifts round seals of one grey to the paper; what is printed beneath stays, as dark as it shows
// through. On a page without a seal's closed ring no pixel is changed.
// `picture`: of the seal that other pages bear too, if they do.
LiftedSeals LiftGreySeals(const std::optional<SealPicture>& picture, Raster* grey);

}  // namespace juesuan
