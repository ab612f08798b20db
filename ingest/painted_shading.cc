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
constexpr double kWideGap = 1.5;    // type sizes between the cells of a row
constexpr double kOneLine = 0.4;    // type sizes between the middles of its glyphs

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

// The lines of text in `box`; their pieces are parted by wider gaps than words have.
std::vector<PrintLine> TextLinesIn(const Page& page, const Box& box) {
  std::vector<const Glyph*> glyphs;
  for (const Glyph& glyph : page.glyphs) {
    if (glyph.text != " " && glyph.render_mode != 3 && box.Contains(glyph.box.Center()))
      glyphs.push_back(&glyph);
  }
  std::sort(glyphs.begin(), glyphs.end(),
            [](const Glyph* a, const Glyph* b) { return a->box.Center().y < b->box.Center().y; });
  std::vector<PrintLine> lines;
  for (size_t i = 0; i < glyphs.size();) {
    size_t end = i + 1;
    const double middle = glyphs[i]->box.Center().y, half = glyphs[i]->size / 2;
    PrintLine line{middle - half, middle + half, 1};
    while (end < glyphs.size() && glyphs[end]->box.Center().y - middle <= kOneLine * 2 * half)
      ++end;
    const auto first = glyphs.begin() + static_cast<std::ptrdiff_t>(i);
    const auto last = glyphs.begin() + static_cast<std::ptrdiff_t>(end);
    std::sort(first, last, [](const Glyph* a, const Glyph* b) { return a->box.x0 < b->box.x0; });
    for (size_t g = i + 1; g < end; ++g)
      line.pieces += glyphs[g]->box.x0 > glyphs[g - 1]->box.x1 + kWideGap * glyphs[g]->size ? 1 : 0;
    lines.push_back(line);
    i = end;
  }
  return lines;
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
    std::sort(boxes.begin(), boxes.end(),
              [](const Box& a, const Box& b) { return a.y0 != b.y0 ? a.y0 < b.y0 : a.x0 < b.x0; });
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

std::vector<Ruling> EdgesOfShading(const std::vector<ShadedField>& fields, const Page& page) {
  return EdgesOfShading(fields, page.rulings, page.frame.height,
                        [&](const Box& box) { return TextLinesIn(page, box); });
}

}  // namespace juesuan
