// The characters of a printed figure as pictures of one size, to be compared with each other.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/raster.h"

namespace juesuan {

// One character: darkness 0…255 on a grid, the line's digits kDigitHeight high and standing on one
// row, the character's weight in the middle column. Place and size stay, so that a point is not a
// comma.
struct FigureShape {
  static constexpr int kDigitHeight = 20, kAbove = 3, kBelow = 7;
  static constexpr int kHeight = kAbove + kDigitHeight + kBelow, kWidth = 24;
  std::array<uint8_t, kHeight * kWidth> ink;
  double width = 0;   // digit heights that its ink is broad
  double height = 0;  // of the line's digits, points
};

// How unlike two shapes are: 0 equal, about 1 nothing in common. The mean square of what differs
// over the mean square of the ink, at the best of the shifts by a pixel.
double Distance(const FigureShape& a, const FigureShape& b);

// The same without shifts: nine times faster, never less.
double UnmovedDistance(const FigureShape& a, const FigureShape& b);

// The shapes of `line` (CutLine: dark on white, one line), left to right, one for each stretch of
// columns with ink. None if the line cannot be one figure of at least two characters: a stretch is
// broader than a digit, a gap as broad as a space, or what is as high as a digit stands uneven, or
// there is a stroke too faint to be cut out, which may be a sign.
std::vector<FigureShape> CutFigureShapes(const Raster& line);

// The one shape of `line` as if it were a digit; nothing if there are more, or it cannot be one.
std::optional<FigureShape> CutLoneShape(const Raster& line);

}  // namespace juesuan
