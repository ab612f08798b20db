#include "ocr/ruling_eraser.h"

#include <algorithm>
#include <cmath>

#include "base/result.h"

namespace juesuan {
namespace {

constexpr double kStray = 1.5;  // points a ruling may lie off its axis

// The pixels across a ruling at one place along it.
struct Across {
  uint8_t* first;
  ptrdiff_t step;
  int length;

  uint8_t& operator[](int i) const { return first[i * step]; }
};

struct Band {
  int axis = 0;      // pixel of the ruling's middle
  int reach = 0;     // pixels off the axis at which it is looked for
  int thickest = 0;  // a longer run of ink is text, not the ruling
  int half = 0;      // pixels of the ruling on each side of its axis
};

// Erases pixels [from, to) with the paper found on their lighter side.
void Paint(const Across& line, int from, int to) {
  const int before = std::max(0, from - 1), after = std::min(line.length - 1, to);
  const uint8_t paper = std::max(line[before], line[after]);
  for (int i = std::max(0, from); i < std::min(line.length, to); ++i) line[i] = paper;
}

void EraseAcross(const Across& line, const Band& band) {
  const int low = std::max(0, band.axis - band.reach);
  const int high = std::min(line.length - 1, band.axis + band.reach);
  if (low > high) return;
  // The paper is what is lightest a little way off; the ruling is whatever is darker by a quarter.
  const int off = band.reach + band.thickest + 2;
  int paper = 0, darkest = 255;
  for (int i = std::max(0, band.axis - off); i <= std::min(line.length - 1, band.axis + off); ++i)
    paper = std::max<int>(paper, line[i]);
  for (int i = low; i <= high; ++i) darkest = std::min<int>(darkest, line[i]);
  if (paper - darkest < 16) return;
  const int edge = paper - std::max(8, (paper - darkest) / 4);
  for (int i = low; i <= high; ++i) {
    if (line[i] >= edge) continue;
    int from = i, to = i;
    while (from > 0 && line[from - 1] < edge && i - from <= band.thickest) --from;
    while (to < line.length && line[to] < edge && to - from <= band.thickest) ++to;
    if (to - from <= band.thickest) {
      Paint(line, from - 1, to + 1);
    } else {
      Paint(line, band.axis - band.half, band.axis + band.half + 1);
      return;
    }
    i = to;
  }
}

}  // namespace

Raster EraseRulings(const Raster& grey, const std::vector<Ruling>& rulings) {
  JUESUAN_CHECK(grey.channels == 1 && grey.dpi > 0);
  Raster out = grey;
  const double scale = grey.dpi / 72;
  for (const Ruling& ruling : rulings) {
    Band band;
    band.axis = static_cast<int>(std::floor(ruling.at * scale));
    band.half = static_cast<int>(std::ceil(ruling.thickness * scale / 2));
    band.reach = static_cast<int>(std::ceil(kStray * scale)) + band.half;
    band.thickest = static_cast<int>(std::ceil(ruling.thickness * scale * 1.6)) + 3;
    const int length = ruling.horizontal ? out.width : out.height;
    const int from = std::max(0, static_cast<int>(ruling.from * scale) - 2);
    const int to = std::min(length, static_cast<int>(std::ceil(ruling.to * scale)) + 2);
    for (int along = from; along < to; ++along) {
      if (ruling.horizontal) {
        EraseAcross({out.pixels.data() + along, out.width, out.height}, band);
      } else {
        EraseAcross({out.Row(along), 1, out.width}, band);
      }
    }
  }
  return out;
}

}  // namespace juesuan
