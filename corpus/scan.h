// Turns a drawing into what a scanner makes of it: pages of pixels, degraded in a fixed order and
// the same way each time, as one JPEG a page.
#pragma once

#include <string>

#include "base/result.h"
#include "corpus/drawing.h"
#include "corpus/page_canvas.h"

namespace juesuan {

struct ScanOptions {
  int dpi = 200;
  double tilt = 0;  // degrees clockwise; pages lean by this, every second one the other way
  double blur = 0;  // standard deviation, pixels
  int noise = 0;    // standard deviation, grey levels
  int light = 0;    // percent by which the darkest corner is darker
  int jpeg = 80;    // quality
  bool colour = false;
  double keystone = 0;  // percent by which the page's top is narrower than its foot
  double curl = 0;      // points by which the page's rows bulge in the middle
  double border = 0;    // points of the scanner's dark lid seen around the paper
  int turn =
      0;  // degrees clockwise by which pages are turned without /Rotate: a quarter's multiple
};

// "dpi=200,noise=5,tilt=0.4,blur=0.6,jpeg=60,light=10,colour=1,turn=90,keystone=0.6,curl=2,
// border=6"; any of them, any order.
// Errors: kUsage.
Result<ScanOptions> ParseScanOptions(const std::string& text);

// Text that lies with the picture of each page.
struct ScanLayer {
  Drawing text;
  bool under = false;  // painted before the picture
};

// The scan as PDF. Places of the drawing hold but for the tilt. Errors: kExternal.
Result<std::string> ScanDrawing(const Drawing& drawing, const ScanOptions& options,
                                const ScanLayer* layer = nullptr);

}  // namespace juesuan
