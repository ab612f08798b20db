#include "ingest/painted_shading.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

#include "ingest/path_lines.h"

namespace juesuan {
namespace {

constexpr double kTouch = 2.5;      // points between cells; producers leave a border's width
constexpr double kFilled = 0.85;    // share of its box that the cells of a field fill
constexpr double kLeastWide = 0.2;  // of the page's width
constexpr double kMostHigh = 0.8;   // of the page's height
constexpr double kLeastHigh = 7;    // points

struct Patch {
  Box box;
  double area = 0;
};

// Joins what touches, until nothing does.
std::vector<Patch> JoinTouching(const std::vector<Box>& cells) {
  std::vector<Patch> patches;
  for (const Box& cell : cells) {
    Patch patch{cell, cell.Area()};
    const Box reach = Grow(cell, kTouch);
    for (size_t i = 0; i < patches.size();) {
      if (Intersect(patches[i].box, reach).IsEmpty()) {
        ++i;
        continue;
      }
      patch.box = Union(patch.box, patches[i].box);
      patch.area += patches[i].area;
      patches.erase(patches.begin() + static_cast<std::ptrdiff_t>(i));
    }
    patches.push_back(patch);
  }
  return patches;
}

}  // namespace

std::vector<ShadedField> FieldsOf(const PaintedPage& painted, const SkipRules& skip) {
  std::map<uint32_t, std::vector<Box>> cells;
  for (const PaintedPath& path : painted.paths) {
    if (!path.is_cover || path.style.Lightness() >= kWhitestRuling ||
        path.box.Height() < kLeastHigh ||
        skip.SkipsNest(painted.nests[static_cast<size_t>(path.nest)]) ||
        skip.SkipsPath(path.style, path.box.Center()))
      continue;
    std::vector<Box>& alike = cells[path.style.colour];
    if (std::find(alike.begin(), alike.end(), path.box) == alike.end()) alike.push_back(path.box);
  }
  std::vector<ShadedField> fields;
  for (auto& [colour, boxes] : cells) {
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) {
      return a.y0 != b.y0 ? a.y0 < b.y0 : a.x0 < b.x0;
    });
    const auto grey = static_cast<int>(std::lround(
        0.299 * (colour >> 16 & 255u) + 0.587 * (colour >> 8 & 255u) + 0.114 * (colour & 255u)));
    for (const Patch& patch : JoinTouching(boxes)) {
      if (patch.area >= kFilled * patch.box.Area() &&
          patch.box.Width() >= kLeastWide * painted.width &&
          patch.box.Height() <= kMostHigh * painted.height)
        fields.push_back({Round2(patch.box), grey});
    }
  }
  return fields;
}

}  // namespace juesuan
