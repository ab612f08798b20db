// Where there is text in a page's picture: the reading regions, one line of text each.
#pragma once

#include <vector>

#include "base/lattice.h"
#include "base/level_frame.h"
#include "ocr/ink.h"

namespace juesuan {

// One line of text inside one cell, or a line of prose. Pixels of the page's picture.
struct InkLine {
  PixelBox ink;   // tight around the ink
  PixelBox room;  // how far a crop may reach without catching other ink
  Tone tone;
  double usual_height = 0;  // of an ink line on this page, pixels
  bool in_cell = false;
  bool in_frame = false;  // between level rulings, where cells stand side by side
  bool leader = false;    // nothing but the dots between a title and its page number
};

// `grey`: the page with its rulings erased. `lattices`, `frames`: FindLattices and FindLevelFrames
// of the page's rulings, points; in a frame columns are parted at smaller gaps. Cells without ink
// give nothing. By cell, then prose; top to bottom, left to right in each.
std::vector<InkLine> FindInkLines(const Raster& grey, const std::vector<Lattice>& lattices,
                                  const std::vector<LevelFrame>& frames);

// Those in cells alone.
std::vector<InkLine> FindCellLines(const Raster& grey, const std::vector<Lattice>& lattices);

}  // namespace juesuan
