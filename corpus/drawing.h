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
  bool multiplies = false;  // as a stamp's ink: print under it stays as dark as it is
};

// "c04040" as an ink; "" is black.
Ink InkOf(const std::string& hex);

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
  Ink ink;
  double dash = 0, gap = 0;  // points on and off in turns; 0 for a solid line
};

struct FillMark {
  Box box;
  Ink ink;
};

struct FrameMark {  // the outline of a box
  Box box;
  double width = 0.5;
};

struct RingMark {
  Point centre;
  double radius = 0, width = 1;
  Ink ink;
};

struct StarMark {  // five points, filled
  Point centre;
  double radius = 0;
  Ink ink;
};

struct StampMark {  // a shared drawing put at a place
  int stamp = 0;
  Point at;
};

// A picture of print on white paper, which lets what lies beneath it shine through.
struct PictureMark {
  std::string png;  // a file
  Box box;
};

using Mark = std::variant<TextRun, LineMark, FillMark, FrameMark, RingMark, StarMark, StampMark,
                          PictureMark>;

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
