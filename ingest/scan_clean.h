// A scanned page as it should have been: straight, without the burnt-in mark, with its rulings.
#pragma once

#include <optional>

#include "base/page.h"
#include "base/raster.h"
#include "ingest/scan_grey_seal.h"
#include "ingest/scan_seal.h"
#include "ingest/scan_tone.h"

namespace juesuan {

// The resolution to draw a scan at, given that of its image (0: unknown) and the one asked for.
struct ScanDpi {
  double draw = 0;    // the image's own, so that no pixel is resampled before it must be
  double result = 0;  // of the raster handed out: never blown up beyond kMostScanDpi
};
constexpr double kMostScanDpi = 300;
ScanDpi ChooseScanDpi(double image_dpi, double asked);

// What the scanned pages of a document have burnt into them together.
struct BurntMarks {
  std::optional<MarkTone> tone;  // of a watermark
  SealOfDocument seal;
};

struct CleanedScan {
  Raster clean;
  Raster marked;  // with its watermark, otherwise alike; empty where lifting that harmed no print
};

// Takes the page as drawn (grey, already turned by page->frame.turn) to the upright frame: fills
// frame.tilt, sets the hidden text layer straight with it, adds rulings found in the pixels and a
// "tone" mark. A mixed page is not straightened: its own text does not lean with its pictures.
// `result_dpi` as ChooseScanDpi says.
// What a seal or an opaque mark hides becomes kHidingMark; where a coloured seal was lifted,
// kLiftedMark; where the watermark's lifting may have harmed print, kHarmingMark.
CleanedScan CleanScan(const Unsealed& drawn, double result_dpi, const BurntMarks& marks,
                      Page* page);

}  // namespace juesuan
