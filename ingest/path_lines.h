// Which strokes and fills of a page are straight axis-parallel lines.
#pragma once

#include <optional>
#include <vector>

#include "base/geometry.h"

namespace juesuan {

constexpr double kThickestRuling = 3.2;  // points; a thicker bar is a shape, not a ruling
constexpr double kWhitestRuling = 0.97;  // lightness on paper beyond which nobody sees it

// One piece of a path: its points in order, points of the page.
struct PathPart {
  std::vector<Point> points;
  bool closed = false;
  bool curved = false;
};

// The axis-parallel segments of a stroked path, clipped to `clip`. `width` is the line width.
std::vector<Ruling> LinesOfStroke(const std::vector<PathPart>& parts, double width,
                                  const Box& clip);

// The parts of a filled path that are thin upright bars, clipped.
std::vector<Ruling> LinesOfFill(const std::vector<PathPart>& parts, const Box& clip);

// The ruling that a thin box is; nullopt if it is too thick or a mere dot.
std::optional<Ruling> LineOfBox(const Box& box);

}  // namespace juesuan
