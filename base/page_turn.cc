#include "base/page_turn.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace juesuan {
namespace {

// A point of a page of the given size after a clockwise turn.
Point Turn(Point p, int turn, double width, double height) {
  switch (turn) {
    case 90:
      return {height - p.y, p.x};
    case 180:
      return {width - p.x, height - p.y};
    case 270:
      return {p.y, width - p.x};
    default:
      return p;
  }
}

Box Turn(const Box& box, int turn, double width, double height) {
  const Point a = Turn(Point{box.x0, box.y0}, turn, width, height);
  const Point b = Turn(Point{box.x1, box.y1}, turn, width, height);
  return Round2(
      Box{std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)});
}

Ruling Turn(const Ruling& ruling, int turn, double width, double height) {
  const Box axis = ruling.horizontal ? Box{ruling.from, ruling.at, ruling.to, ruling.at}
                                     : Box{ruling.at, ruling.from, ruling.at, ruling.to};
  const Box turned = Turn(axis, turn, width, height);
  const bool horizontal = turn % 180 == 0 ? ruling.horizontal : !ruling.horizontal;
  if (horizontal) return {true, turned.y0, turned.x0, turned.x1, ruling.thickness};
  return {false, turned.x0, turned.y0, turned.y1, ruling.thickness};
}

}  // namespace

void TurnPage(int turn, Page* page) {
  JUESUAN_CHECK(turn % 90 == 0 && turn >= 0 && turn < 360);
  if (turn == 0) return;
  const double width = page->frame.width, height = page->frame.height;
  for (Glyph& glyph : page->glyphs) {
    glyph.box = Turn(glyph.box, turn, width, height);
    glyph.angle = (glyph.angle + turn) % 360;
  }
  for (Ruling& ruling : page->rulings) ruling = Turn(ruling, turn, width, height);
  std::sort(page->rulings.begin(), page->rulings.end(), [](const Ruling& a, const Ruling& b) {
    if (a.horizontal != b.horizontal) return a.horizontal;
    return a.at != b.at ? a.at < b.at : a.from < b.from;
  });
  for (WatermarkMark& mark : page->watermarks) mark.box = Turn(mark.box, turn, width, height);
  if (turn % 180 != 0) std::swap(page->frame.width, page->frame.height);
  page->frame.turn = (page->frame.turn + turn) % 360;
}

Raster TurnRaster(const Raster& raster, int turn) {
  JUESUAN_CHECK(turn % 90 == 0 && turn >= 0 && turn < 360);
  if (turn == 0) return raster;
  const bool swap = turn % 180 != 0;
  const int width = swap ? raster.height : raster.width;
  const int height = swap ? raster.width : raster.height;
  Raster turned = MakeRaster(width, height, raster.channels, raster.dpi, 255);
  const auto channels = static_cast<size_t>(raster.channels);
  for (int y = 0; y < raster.height; ++y) {
    const uint8_t* source = raster.Row(y);
    for (int x = 0; x < raster.width; ++x, source += channels) {
      const int to_x = turn == 90 ? raster.height - 1 - y : turn == 180 ? width - 1 - x : y;
      const int to_y = turn == 90 ? x : turn == 180 ? height - 1 - y : raster.width - 1 - x;
      std::memcpy(turned.Row(to_y) + static_cast<size_t>(to_x) * channels, source, channels);
    }
  }
  return turned;
}

}  // namespace juesuan
