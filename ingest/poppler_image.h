// Images that have the device's own resolution. Knows Poppler; included by poppler_*.cc alone.
#pragma once

#include <poppler/GfxState.h>
#include <poppler/Stream.h>
#include <poppler/splash/Splash.h>

namespace juesuan {

// Copies such an image upright and pixel by pixel to where it lies, to the nearest pixel, and
// returns true. A scan that is drawn at its own resolution is off by a fraction of a pixel over the
// whole page; to scale it by that, as Splash does, blurs it and takes most of the time of drawing.
// Returns false, with nothing read or drawn, if the image is turned, scaled, clipped or blended, or
// is half of the page or less.
// REQUIRES: no transparency group is open. Arguments as OutputDev::drawImage takes them.
bool CopyImage(GfxState* state, Stream* stream, int width, int height, GfxImageColorMap* map,
               Splash* splash);

}  // namespace juesuan
