#include "ocr/ruling_rests.h"

#include <algorithm>
#include <cmath>

#include "base/mask_runs.h"

namespace juesuan {
namespace {

constexpr double kEdgeZone = 1.6;   // points from a cell's edge in which a ruling's rests lie
constexpr double kCornerZone = 3;   // points: the same in a corner, where a curled sheet's lie
constexpr double kLevelZone = 2.6;  // points: the same beside a level ruling
constexpr double kTouches = 0.5;    // points from an edge to what runs along it
constexpr double kFlatRest = 2;     // such rests are so many times longer than thick

// Clears the runs whose components `is_rest`.
void Clear(const std::vector<MaskRun>& runs, const MaskComponents& found,
           const std::vector<bool>& is_rest, Raster* mask) {
  for (size_t i = 0; i < runs.size(); ++i)
    if (is_rest[static_cast<size_t>(found.of[i])])
      std::fill_n(mask->Row(runs[i].row) + runs[i].from, runs[i].Length(), uint8_t{0});
}

// Clears the runs of the components that `is_rest` names.
template <typename IsRest>
void Drop(Raster* mask, IsRest is_rest) {
  const std::vector<MaskRun> runs = RunsOf(ViewOfMask(*mask));
  const MaskComponents found = Components(runs);
  std::vector<bool> rests;
  for (const MaskComponent& of : found.components) rests.push_back(is_rest(of));
  Clear(runs, found, rests, mask);
}

// Takes out what runs along two edges that meet: the steps of both rulings in a scan of black and
// white, which are not flat together.
void DropAngles(int zone, Raster* mask) {
  const int touch = static_cast<int>(std::lround(kTouches * mask->dpi / 72));
  const auto touches = [&](int low, int high, int all) {
    return low <= touch || high >= all - touch;
  };
  const std::vector<MaskRun> runs = RunsOf(ViewOfMask(*mask));
  const MaskComponents found = Components(runs);
  std::vector<bool> rests;
  for (const MaskComponent& of : found.components)
    rests.push_back(touches(of.x0, of.x1, mask->width) && touches(of.y0, of.y1, mask->height));
  for (size_t i = 0; i < runs.size(); ++i) {
    const bool at_level_edge = runs[i].row < zone || runs[i].row >= mask->height - zone;
    const bool at_upright_edge = runs[i].to <= zone || runs[i].from >= mask->width - zone;
    if (!at_level_edge && !at_upright_edge) rests[static_cast<size_t>(found.of[i])] = false;
  }
  Clear(runs, found, rests, mask);
}

}  // namespace

void DropCellRests(Raster* mask) {
  const int zone = static_cast<int>(std::lround(kEdgeZone * mask->dpi / 72));
  DropAngles(zone, mask);
  const int corner = static_cast<int>(std::lround(kCornerZone * mask->dpi / 72));
  const auto is_near = [](int low, int size, int all, int reach) {
    return low + size <= reach || low >= all - reach;
  };
  const auto at_edge = [&](int low, int size, int all, int across) {
    return across >= kFlatRest * size && is_near(low, size, all, zone);
  };
  const auto in_corner = [&](const MaskComponent& of) {
    return of.Width() >= kFlatRest * of.Height() &&
           is_near(of.y0, of.Height(), mask->height, corner) &&
           (of.x0 <= zone || of.x1 >= mask->width - zone);
  };
  Drop(mask, [&](const MaskComponent& of) {
    return in_corner(of) || at_edge(of.y0, of.Height(), mask->height, of.Width()) ||
           at_edge(of.x0, of.Width(), mask->width, of.Height());
  });
}

void DropLevelRests(const std::vector<LevelFrame>& frames, Raster* mask) {
  if (frames.empty()) return;
  const double scale = mask->dpi / 72, zone = kLevelZone * scale;
  const auto keeps_to = [&](const MaskComponent& of, double at) {
    return std::abs(of.y0 - at * scale) <= zone && std::abs(of.y1 - at * scale) <= zone;
  };
  Drop(mask, [&](const MaskComponent& of) {
    if (of.Width() < kFlatRest * of.Height()) return false;
    return std::any_of(frames.begin(), frames.end(), [&](const LevelFrame& frame) {
      if (of.x0 < (frame.x0 - kLevelZone) * scale || of.x1 > (frame.x1 + kLevelZone) * scale)
        return false;
      return std::any_of(frame.levels.begin(), frame.levels.end(),
                         [&](double at) { return keeps_to(of, at); }) ||
             std::any_of(frame.parts.begin(), frame.parts.end(),
                         [&](const Ruling& part) { return keeps_to(of, part.at); });
    });
  });
}

}  // namespace juesuan
