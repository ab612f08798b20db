// Words from a page's text layer.
#pragma once

#include "base/page.h"
#include "base/words.h"

namespace juesuan {

// Groups the glyphs of `page` into words, in the page's upright frame, points.
//
// A word is a run of glyphs of one direction on one line inside one cell: it is cut at every
// ruling, at every cell border and at gaps of more than 0.6 em (outside cells 0.4 em between a
// digit and another or a Han letter), so that layout may join words but never has to cut one. A
// space glyph in a narrower gap stays as one blank inside the word. Glyphs drawn twice for a bold
// look count once. Invisible glyphs count only on a page that has hardly any others.
//
// A glyph without a usable unicode gives an UnreadRegion and stands in its word as U+FFFD, so that
// no number can lose a digit in silence.
//
// Each word has one reading, by kLayer, score 1. Words are ordered top to bottom, left to right.
WordPage ReadLayer(const Page& page);

}  // namespace juesuan
