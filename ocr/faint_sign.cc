#include "ocr/faint_sign.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace juesuan {
namespace {

// Of the line's height.
constexpr double kReach = 1.2;              // how far left of the figure a sign may stand
constexpr double kLength = 0.28;            // of the shortest stroke
constexpr double kTop = 0.3, kFoot = 0.75;  // where it lies
constexpr double kClear = 0.14;             // paper above and below it
constexpr double kContrast = 0.1;           // of the ink's: fainter is noise
constexpr double kFlatter = 0.4;  // of the stroke's contrast: what may stand above and below

// The mean darkness of columns [x0, x1) on row y.
double Darkness(const Raster& grey, const Tone& tone, int x0, int x1, int y) {
  const uint8_t* row = grey.Row(y);
  double sum = 0;
  for (int x = x0; x < x1; ++x) sum += tone.paper - (tone.inverted ? 255 - row[x] : row[x]);
  return sum / (x1 - x0);
}

}  // namespace

InkLine WithFaintSign(const Raster& grey, const InkLine& line) {
  const double height = line.ink.Height();
  const int length = static_cast<int>(std::ceil(kLength * height));
  const int clear = std::max(2, static_cast<int>(std::lround(kClear * height)));
  const int left = std::max(line.room.x0 + 1, line.ink.x0 - static_cast<int>(kReach * height));
  const int top = std::max(line.room.y0 + clear, line.ink.y0 + static_cast<int>(kTop * height));
  const int foot = std::min(line.room.y1 - clear, line.ink.y0 + static_cast<int>(kFoot * height));
  if (!line.in_cell || length < 3) return line;
  const double least = std::max(7.0, kContrast * (line.tone.paper - line.tone.ink));
  InkLine out = line;
  // From the left, so that the stroke that begins first draws the line out farthest.
  for (int x = left; x + length < line.ink.x0 && out.ink.x0 == line.ink.x0; ++x) {
    for (int y = top; y < foot; ++y) {
      const double dark = Darkness(grey, line.tone, x, x + length, y);
      if (dark < least) continue;
      const double around = std::max(Darkness(grey, line.tone, x, x + length, y - clear),
                                     Darkness(grey, line.tone, x, x + length, y + clear));
      if (around > kFlatter * dark) continue;
      out.ink.x0 = x;
      break;
    }
  }
  return out;
}

}  // namespace juesuan
