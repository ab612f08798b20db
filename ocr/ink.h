// Ink and paper in a grey picture. Everything here is in pixels of that picture.
#pragma once

#include <cstdint>

#include "base/raster.h"

namespace juesuan {

struct PixelBox {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // x1 and y1 are one past the last pixel

  int Width() const { return x1 - x0; }
  int Height() const { return y1 - y0; }
  bool IsEmpty() const { return x1 <= x0 || y1 <= y0; }
};

PixelBox Intersect(const PixelBox& a, const PixelBox& b);

// How light the paper and how dark the ink of one region is.
struct Tone {
  int paper = 255;        // the most frequent grey
  int ink = 0;            // the grey of the region's strongest strokes
  bool inverted = false;  // light ink on dark paper; paper and ink are then those of the negative

  bool HasInk() const;    // the two differ by more than noise and watermark rests do
  int Threshold() const;  // greys below it are ink
  // A grey as it would be on white paper in black ink, 255 paper.
  uint8_t Normalise(uint8_t grey) const;
};

// REQUIRES: `grey` has one channel and `box` lies in it.
Tone MeasureTone(const Raster& grey, const PixelBox& box);

// 255 where there is ink, 0 elsewhere, as large as `box`. Specks smaller than a full stop are left
// out: they are noise of the scanner. `figures`: the height of a line, where points of figures are
// to be kept all the same: specks at the foot of ink on both sides; 0: none are.
Raster InkMask(const Raster& grey, const PixelBox& box, const Tone& tone, double figures = 0);

// The smallest box around the ink of `mask` inside `within`; empty if there is none.
PixelBox InkBounds(const Raster& mask, const PixelBox& within);

}  // namespace juesuan
