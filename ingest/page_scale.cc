#include "ingest/page_scale.h"

#include <algorithm>

namespace juesuan {
namespace {

constexpr double kLongestSheet = 1250;  // points; a side of A3 has 1191
constexpr double kPaper = 595;          // points; the shorter side of what was scanned, likely
// Programs that know no resolution take a pixel for a 72nd or a 96th of an inch.
constexpr double kCoarsest = 60, kFinest = 110;  // dpi
constexpr double kCover = 0.8;                   // share of the page under such pictures
constexpr int kFewGlyphs = 12;                   // a page number and a stamp are no text layer

}  // namespace

bool MayBePointAPixel(double width, double height) {
  return std::max(width, height) > kLongestSheet;
}

double ScaleOfScan(const PaintedPage& page) {
  if (!MayBePointAPixel(page.width, page.height)) return 1;
  double covered = 0;
  for (const PaintedImage& image : page.images)
    if (image.dpi >= kCoarsest && image.dpi <= kFinest) covered += image.box.Area();
  if (covered < kCover * page.width * page.height) return 1;
  const auto seen = std::count_if(page.glyphs.begin(), page.glyphs.end(),
                                  [](const PaintedGlyph& glyph) { return glyph.render_mode != 3; });
  return seen > kFewGlyphs ? 1 : std::min(1.0, kPaper / std::min(page.width, page.height));
}

}  // namespace juesuan
