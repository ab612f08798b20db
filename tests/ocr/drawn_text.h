// Test pictures: text drawn with Pango, grey on a white page.
#pragma once

#include <string>

#include "base/raster.h"

namespace juesuan {

// A line of `text` in `font` (Pango's notation, sizes in pixels: "Noto Serif CJK SC 30px") with its
// top left at (x, y) of `page`. Fails the test if the page is too small for it.
void DrawText(Raster* page, const std::string& text, const std::string& font, int x, int y);

// A picture of `text`, 400 pixels wide at most, as ocr cuts lines out of pages (CutLine).
Raster CutText(const std::string& text, const std::string& font);

// A filled rectangle.
void DrawBar(Raster* page, int x0, int y0, int x1, int y1, uint8_t grey);

}  // namespace juesuan
