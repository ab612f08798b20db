// What one page of a PDF paints, object by object, in the order of its content: the plain form in
// which poppler_collect.cc hands a page to the rest of ingest. Nothing here knows Poppler.
//
// Coordinates: points, origin top left, y downwards, page as displayed (/Rotate applied).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/page.h"

namespace juesuan {

// How an object is painted. Two glyphs of one watermark have equal styles.
struct PaintStyle {
  int angle = 0;        // of text: degrees clockwise, 0…359; 0 for paths and images
  int half_points = 0;  // of text: type size in half points; 0 for paths and images
  uint32_t colour = 0;  // 0xRRGGBB
  int opacity = 100;    // per cent, with that of the enclosing transparency groups

  bool operator==(const PaintStyle& o) const {
    return angle == o.angle && half_points == o.half_points && colour == o.colour &&
           opacity == o.opacity;
  }
  bool operator<(const PaintStyle& o) const;

  // How bright the object looks on white paper, 0 black … 1 invisible.
  double Lightness() const;
};

// What encloses an object.
struct Nest {
  std::vector<int> forms;  // object numbers of the form XObjects around it, outermost first
  bool artifact = false;   // inside what the producer itself declares to be a watermark
  bool operator==(const Nest& o) const { return forms == o.forms && artifact == o.artifact; }
};

struct PaintedGlyph {
  std::string text;
  Box box;
  double size = 0;
  int font = 0;
  uint32_t code = 0;  // character code in the content stream
  int render_mode = 0;
  PaintStyle style;
  int nest = 0;   // index into PaintedPage::nests
  int order = 0;  // of painting, over glyphs, paths and images
};

// A straight axis-parallel line: a stroked segment, a thin filled rectangle or a thin image.
struct PaintedLine {
  Ruling ruling;
  int nest = 0;
};

struct PaintedPath {
  Box box;
  PaintStyle style;
  int nest = 0;
  int order = 0;
  bool is_cover = false;  // one filled upright rectangle that lets nothing through
};

struct PaintedImage {
  int object = 0;            // object number; 0 for an inline image
  Box box;                   // clipped to the page
  double dpi = 0;            // samples an inch as placed
  bool translucent = false;  // has a soft mask, or is painted with opacity under 1
  bool stencil = false;      // paints ink through a mask
  int nest = 0;
  int order = 0;
};

struct PaintedPage {
  int number = 0;
  double width = 0, height = 0;
  std::vector<Font> fonts;
  std::vector<Nest> nests;
  std::vector<PaintedGlyph> glyphs;
  std::vector<PaintedLine> lines;
  std::vector<PaintedPath> paths;  // filled or stroked shapes that are not lines
  std::vector<PaintedImage> images;
  bool coloured = false;   // something was painted that is not white, grey or black
  int glyphs_outside = 0;  // glyphs beyond the page or clipped away, not among `glyphs`
  std::vector<Box> hidden_annotations;  // annotations of subtype Watermark, never painted
};

// What to leave out of one page. An object goes if any of these holds.
struct SkipRules {
  struct Styled {
    PaintStyle style;
    Box area;  // of objects of this style, those whose centre is in here
  };
  std::set<int> forms;     // inside one of these forms
  std::set<int> images;    // one of these image objects
  bool artifacts = false;  // inside a declared watermark
  std::vector<Styled> texts;
  std::vector<Styled> paths;

  bool IsEmpty() const {
    return forms.empty() && images.empty() && !artifacts && texts.empty() && paths.empty();
  }
  bool SkipsNest(const Nest& nest) const;
  bool SkipsText(const PaintStyle& style, Point centre) const;
  bool SkipsPath(const PaintStyle& style, Point centre) const;
};

}  // namespace juesuan
