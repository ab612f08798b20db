// Pages as lists of marks: the layout is done once and rendered to PDF or to pixels, so that a scan
// has exactly the places of the born-digital file. Points, origin top left, page as displayed.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/geometry.h"

namespace juesuan {

struct Font {
  std::string family;
  double size = 10;
  bool bold = false;
};

struct Ink {
  double red = 0, green = 0, blue = 0, alpha = 1;
};

// One line of text. `at` is its baseline's beginning; `angle` in degrees, clockwise.
struct TextRun {
  Point at;
  std::string text;
  Font font;
  Ink ink;
  double angle = 0;
};

struct LineMark {
  Point from, to;
  double width = 0.5;
};

struct FillMark {
  Box box;
  Ink ink;
};

struct FrameMark {  // the outline of a box
  Box box;
  double width = 0.5;
};

struct StampMark {  // a shared drawing put at a place
  int stamp = 0;
  Point at;
};

using Mark = std::variant<TextRun, LineMark, FillMark, FrameMark, StampMark>;

// A drawing used on many pages: a form XObject, or an image with a soft mask.
struct Stamp {
  double width = 0, height = 0;
  bool as_image = false;
  double image_dpi = 96;
  std::vector<Mark> marks;
};

struct PageDrawing {
  double width = 595, height = 842;
  bool rotated = false;  // stored on its side with /Rotate 90
  std::vector<Mark> marks;
};

struct Drawing {
  std::string title;
  std::vector<Stamp> stamps;
  std::vector<PageDrawing> pages;
};

}  // namespace juesuan
