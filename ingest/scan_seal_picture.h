// What a grey seal's ring encloses, as the pages that bear the seal show it together: print stands
// elsewhere on each of them, the seal's ink does not.
#pragma once

#include <optional>
#include <vector>

#include "base/raster.h"

namespace cv {
class Mat;
}

namespace juesuan {

struct Ring;  // ingest/scan_ring.h

// One row a direction from the x axis on, one column a step from the ring's centre to its middle.
// 255 where the seal leaves the paper bare, else the share of it that it leaves.
struct SealPicture {
  Raster share;
};

// From upright grey pages of one resolution. nullopt if fewer than two show a ring, or seals that
// are not one and the same.
std::optional<SealPicture> PictureSeal(const std::vector<Raster>& pages);

// Lifts what `ring` encloses, however far it is turned against the picture. `page`: evenly lit,
// without the ring's stroke. False, with the page as it was, if it encloses something else.
bool LiftPicture(const SealPicture& picture, const Ring& ring, double paper, cv::Mat* page);

}  // namespace juesuan
