#include "ingest/hidden_glyphs.h"

#include <algorithm>

#include "ingest/path_lines.h"

namespace juesuan {
namespace {

constexpr int kFaintest = 2;  // per cent of opacity that nobody sees

struct Cover {
  int order = 0;
  Box box;
  bool image = false;
};

bool ByOrder(const Cover& a, const Cover& b) { return a.order < b.order; }

// What is opaque, in the order of painting.
std::vector<Cover> FindCovers(const PaintedPage& page, const SkipRules& skip) {
  std::vector<Cover> covers;
  const auto nest = [&](int index) -> const Nest& {
    return page.nests[static_cast<size_t>(index)];
  };
  for (const PaintedImage& image : page.images) {
    const bool skipped = skip.images.count(image.object) > 0 && image.object != 0;
    if (skipped || image.translucent || image.stencil || skip.SkipsNest(nest(image.nest))) continue;
    covers.push_back({image.order, image.box, true});
  }
  for (const PaintedPath& path : page.paths) {
    if (path.is_cover && !skip.SkipsNest(nest(path.nest)) &&
        !skip.SkipsPath(path.style, path.box.Center()))
      covers.push_back({path.order, path.box, false});
  }
  std::sort(covers.begin(), covers.end(), ByOrder);
  return covers;
}

bool PaintsNothing(const PaintedGlyph& glyph) {
  return glyph.render_mode == 3 || glyph.render_mode == 7 || glyph.style.opacity <= kFaintest;
}

Hiding HidingOf(const PaintedGlyph& glyph, const std::vector<Cover>& covers) {
  if (PaintsNothing(glyph)) return Hiding::kInvisible;
  const Point centre = glyph.box.Center();
  const auto after =
      std::upper_bound(covers.begin(), covers.end(), Cover{glyph.order, {}, false}, ByOrder);
  // The last of them is what is seen.
  for (auto cover = covers.end(); cover != after;) {
    --cover;
    if (cover->box.Contains(centre)) return cover->image ? Hiding::kImage : Hiding::kFilled;
  }
  if (glyph.style.Lightness() <= kWhitestRuling) return Hiding::kNone;
  const bool upon_image = std::any_of(covers.begin(), after, [&](const Cover& cover) {
    return cover.image && cover.box.Contains(centre);
  });
  return upon_image ? Hiding::kImage : Hiding::kNone;
}

}  // namespace

std::vector<Hiding> FindHidden(const PaintedPage& page, const SkipRules& skip) {
  const std::vector<Cover> covers = FindCovers(page, skip);
  std::vector<Hiding> hidden;
  hidden.reserve(page.glyphs.size());
  for (const PaintedGlyph& glyph : page.glyphs) hidden.push_back(HidingOf(glyph, covers));
  return hidden;
}

}  // namespace juesuan
