#include "ingest/page_build.h"

#include <cmath>
#include <map>
#include <tuple>

#include "base/page_turn.h"
#include "ingest/hidden_glyphs.h"
#include "ingest/page_kind.h"
#include "ingest/page_rulings.h"
#include "ingest/painted_shading.h"
#include "ingest/text_turn.h"

namespace juesuan {
namespace {

// Finds type that is printed twice a hair apart to look bold: the same glyph at almost the same
// place.
class TwiceFinder {
 public:
  bool IsSecond(const PaintedGlyph& glyph) {
    const Point centre = glyph.box.Center();
    const double cell = std::max(glyph.size, 1.0);
    const int column = static_cast<int>(std::floor(centre.x / cell));
    const int row = static_cast<int>(std::floor(centre.y / cell));
    for (int dy = -1; dy <= 1; ++dy) {
      for (int dx = -1; dx <= 1; ++dx) {
        const auto found = seen_.find({glyph.text, glyph.style.half_points, column + dx, row + dy});
        if (found == seen_.end()) continue;
        for (const Point p : found->second) {
          if (std::hypot(p.x - centre.x, p.y - centre.y) < kSamePlace * glyph.size) return true;
        }
      }
    }
    seen_[{glyph.text, glyph.style.half_points, column, row}].push_back(centre);
    return false;
  }

 private:
  static constexpr double kSamePlace = 0.12;  // of the type size
  std::map<std::tuple<std::string, int, int, int>, std::vector<Point>> seen_;
};

// Returns how many glyphs an image hides.
size_t AddGlyphs(const PaintedPage& painted, const SkipRules& skip, Page* page) {
  TwiceFinder twice;
  const std::vector<Hiding> hidden = FindHidden(painted, skip);
  size_t in_images = 0;
  page->glyphs.reserve(painted.glyphs.size());
  for (size_t i = 0; i < painted.glyphs.size(); ++i) {
    const PaintedGlyph& source = painted.glyphs[i];
    if (skip.SkipsNest(painted.nests[static_cast<size_t>(source.nest)]) ||
        skip.SkipsText(source.style, source.box.Center()))
      continue;
    if (hidden[i] == Hiding::kNone && twice.IsSecond(source)) continue;
    if (hidden[i] == Hiding::kImage && source.text != " ") ++in_images;
    Glyph glyph;
    glyph.text = source.text;
    glyph.box = Round2(source.box);
    glyph.size = Round2(source.size);
    glyph.font = source.font;
    glyph.code = source.code;
    glyph.colour = source.style.colour;
    glyph.angle = source.style.angle;
    glyph.render_mode = hidden[i] == Hiding::kNone ? source.render_mode : 3;
    page->glyphs.push_back(std::move(glyph));
  }
  return in_images;
}

std::vector<Ruling> KeptLines(const PaintedPage& painted, const SkipRules& skip) {
  std::vector<Ruling> lines;
  for (const PaintedLine& line : painted.lines) {
    if (!skip.SkipsNest(painted.nests[static_cast<size_t>(line.nest)]))
      lines.push_back(line.ruling);
  }
  return lines;
}

// A page that is turned afterwards is left as it is: such tables have rulings.
void AddEdgesOfShading(const PaintedPage& painted, const SkipRules& skip, Page* page) {
  if (page->frame.turn != 0 || page->kind == PageKind::kScan) return;
  const std::vector<Ruling> edges = EdgesOfShading(FieldsOf(painted, skip), *page);
  if (edges.empty()) return;
  std::vector<Ruling> rulings = page->rulings;
  rulings.insert(rulings.end(), edges.begin(), edges.end());
  page->rulings = MergeRulings(std::move(rulings), painted.width, painted.height);
}

}  // namespace

Page BuildPage(const PaintedPage& painted, const PageWatermark& watermark) {
  Page page;
  page.number = painted.number;
  page.frame.width = Round2(painted.width);
  page.frame.height = Round2(painted.height);
  page.fonts = painted.fonts;
  page.watermarks = watermark.marks;
  const size_t in_images = AddGlyphs(painted, watermark.skip, &page);
  page.rulings = MergeRulings(KeptLines(painted, watermark.skip), painted.width, painted.height);
  JudgeKind(painted, watermark.skip, in_images, &page);
  // Rulings of a scan come from its pixels; its stencils' edges would only double them.
  if (page.kind == PageKind::kScan) page.rulings.clear();
  TurnPage(TurnOfText(page), &page);
  AddEdgesOfShading(painted, watermark.skip, &page);
  return page;
}

}  // namespace juesuan
