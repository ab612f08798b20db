#include "base/geometry.h"

#include <algorithm>
#include <cmath>

#include "base/result.h"

namespace juesuan {

Box Union(const Box& a, const Box& b) {
  if (a.IsEmpty()) return b;
  if (b.IsEmpty()) return a;
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

Box Intersect(const Box& a, const Box& b) {
  return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

Box Grow(const Box& box, double margin) {
  return {box.x0 - margin, box.y0 - margin, box.x1 + margin, box.y1 + margin};
}

double Round2(double value) {
  const double rounded = std::round(value * 100) / 100;
  return rounded == 0 ? 0 : rounded;
}

Box Round2(const Box& box) {
  return {Round2(box.x0), Round2(box.y0), Round2(box.x1), Round2(box.y1)};
}

namespace {

// Undoes the quarter turns: a point of the upright page, on the displayed page.
Point Unturn(Point p, const Frame& frame) {
  switch (frame.turn) {
    case 0:
      return p;
    case 90:
      return {p.y, frame.width - p.x};
    case 180:
      return {frame.width - p.x, frame.height - p.y};
    case 270:
      return {frame.height - p.y, p.x};
    default:
      break;
  }
  JUESUAN_CHECK(frame.turn % 90 == 0 && frame.turn >= 0 && frame.turn < 360);
  return p;
}

Point Lean(Point p, const Frame& frame) {
  if (frame.tilt == 0) return p;
  const double radians = frame.tilt * 3.14159265358979323846 / 180;
  const double c = std::cos(radians), s = std::sin(radians);
  const double dx = p.x - frame.width / 2, dy = p.y - frame.height / 2;
  return {frame.width / 2 + c * dx - s * dy, frame.height / 2 + s * dx + c * dy};
}

}  // namespace

Box ToDisplayed(const Box& upright, const Frame& frame) {
  const Point corners[4] = {{upright.x0, upright.y0},
                            {upright.x1, upright.y0},
                            {upright.x0, upright.y1},
                            {upright.x1, upright.y1}};
  Box box{1e9, 1e9, -1e9, -1e9};
  for (const Point corner : corners) {
    const Point p = Unturn(Lean(corner, frame), frame);
    box = {std::min(box.x0, p.x), std::min(box.y0, p.y), std::max(box.x1, p.x),
           std::max(box.y1, p.y)};
  }
  return Round2(box);
}

}  // namespace juesuan
