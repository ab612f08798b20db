// Draws what juesuan made of a page onto its picture: table boxes, value cells coloured by status,
// keys. The only file of app that knows Cairo and Pango.
#pragma once

#include <string>
#include <vector>

#include "base/facts.h"
#include "base/geometry.h"
#include "base/raster.h"

namespace juesuan {

// A box in points on the page as displayed.
struct ShownTable {
  Box box;
  std::string label;  // the claimed form, or "" for a grid that no form claims
};

struct ShownCell {
  Box box;
  std::string key;  // row and column key, small, in the cell's corner
  CellStatus status = CellStatus::kRead;
  CellKind kind = CellKind::kBlank;
};

struct ShownPage {
  std::vector<ShownTable> tables;
  std::vector<ShownCell> cells;
};

// REQUIRES: `page` is RGB and its dpi is set. Green: proven, blue: read, red: suspect, violet:
// corrected; blank cells are outlined only.
Raster DrawShownPage(const Raster& page, const ShownPage& shown);

}  // namespace juesuan
