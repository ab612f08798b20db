// Stretches of a text layer that can be looked at in the page's picture.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/page.h"

namespace juesuan {

// What decides how a glyph looks: its font's object in the file and its character code.
using GlyphKey = std::pair<int, uint32_t>;

// Neighbouring glyphs of one font on one upright line.
struct LayerRun {
  Box box;                         // upright frame, points
  double size;                     // type size, points
  bool is_words = false;           // Chinese; else a figure, or Latin letters
  std::vector<GlyphKey> keys;      // one for each glyph
  std::vector<std::string> texts;  // what the layer says of each
  std::string Text() const;
};

// The runs of `page`: figures and the like of 1 to 24 glyphs, stretches of Chinese of 6 to 16. What
// nobody sees, blanks, type that is not upright, rows of one character (leaders) and lone signs are
// left out. Glyphs are taken as neighbours where they follow each other in the content.
std::vector<LayerRun> FindLayerRuns(const Page& page);

}  // namespace juesuan
