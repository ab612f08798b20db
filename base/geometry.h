// Plane geometry of a page. One coordinate system for every artefact: PDF points (1/72 inch),
// origin at the top left, y downwards, in the page's *upright frame* (base/page.h). Values that
// reach an artefact are rounded to hundredths of a point with Round2, so that equal input gives
// equal bytes.
#pragma once

#include <vector>

namespace juesuan {

struct Point {
  double x = 0, y = 0;
};

// An axis-parallel rectangle; x0 <= x1, y0 <= y1 unless IsEmpty().
struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  double Width() const { return x1 - x0; }
  double Height() const { return y1 - y0; }
  double Area() const { return IsEmpty() ? 0 : Width() * Height(); }
  Point Center() const { return {(x0 + x1) / 2, (y0 + y1) / 2}; }
  bool IsEmpty() const { return x1 <= x0 || y1 <= y0; }
  bool Contains(Point p) const { return p.x >= x0 && p.x <= x1 && p.y >= y0 && p.y <= y1; }
  bool operator==(const Box& o) const {
    return x0 == o.x0 && y0 == o.y0 && x1 == o.x1 && y1 == o.y1;
  }
};

Box Union(const Box& a, const Box& b);      // an empty operand is ignored
Box Intersect(const Box& a, const Box& b);  // may be empty
Box Grow(const Box& box, double margin);
double Round2(double value);  // to hundredths, halves away from zero, never -0
Box Round2(const Box& box);

// A straight printed line, horizontal or vertical: the border of a cell.
struct Ruling {
  bool horizontal = true;
  double at = 0;            // y of a horizontal ruling's axis, x of a vertical one's
  double from = 0, to = 0;  // extent along its direction, from <= to
  double thickness = 0;     // points
};

// How the upright frame lies on the page as displayed: the displayed page, turned clockwise by
// `turn` and then straightened by `tilt`, is the upright page.
struct Frame {
  double width = 0, height = 0;  // of the upright page, points
  int turn = 0;                  // 0, 90, 180, 270
  double tilt = 0;  // degrees clockwise by which the displayed content leans; 0 if none
};

// The box on the page as displayed (the contract's `box`) of a box in the upright frame. Where the
// page leans, the smallest axis-parallel box around the leaning one.
Box ToDisplayed(const Box& upright, const Frame& frame);

}  // namespace juesuan
