// Seals that a scanner without colour made grey.
#pragma once

#include <functional>
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"
#include "ingest/scan_seal_picture.h"

namespace juesuan {

// The picture of the seal that several pages bear, owned by the callee; null, as without a callee,
// if there is none.
using SealOfDocument = std::function<const SealPicture*()>;

bool HasGreySeal(const Raster& grey);

struct LiftedSeals {
  std::vector<Box> boxes;  // points; around each seal
  Raster where;            // 255 where ink was lifted, as large as the page; empty without a seal
};

// Lifts round seals of one grey to the paper; what is printed beneath stays, as dark as it shows
// through. On a page without a seal's closed ring no pixel is changed.
// `picture` is asked only on a page with one.
LiftedSeals LiftGreySeals(const SealOfDocument& picture, Raster* grey);

}  // namespace juesuan
