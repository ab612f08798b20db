#include "ingest/poppler_image.h"

#include <poppler/splash/SplashBitmap.h>
#include <poppler/splash/SplashClip.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace juesuan {
namespace {

constexpr double kOwnSize = 1.5;  // pixels by which an image of that resolution may be larger

struct Corner {
  int x, y;
};

// Whether the image is upright, of the device's resolution, and painted over what is beneath it.
bool FitsDevice(GfxState* state, int width, int height) {
  const double* ctm = state->getCTM();
  return std::fabs(ctm[1]) < kOwnSize && std::fabs(ctm[2]) < kOwnSize &&
         std::fabs(ctm[0] - width) < kOwnSize && std::fabs(-ctm[3] - height) < kOwnSize &&
         state->getFillOpacity() >= 1 && state->getBlendMode() == gfxBlendNormal;
}

// Whether no other image on the device is as large: strips that are rounded to whole pixels each
// would not meet.
bool IsMostOf(SplashBitmap* bitmap, int width, int height) {
  return 2 * width > bitmap->getWidth() && 2 * height > bitmap->getHeight();
}

// Whether nothing cuts it off but the device's edges.
bool IsWhole(Splash* splash, const Corner& at, int width, int height) {
  SplashBitmap* bitmap = splash->getBitmap();
  const int x0 = std::max(at.x, 0) + 1, x1 = std::min(at.x + width, bitmap->getWidth()) - 2;
  const int y0 = std::max(at.y, 0) + 1, y1 = std::min(at.y + height, bitmap->getHeight()) - 2;
  SplashClip* clip = splash->getClip();
  return x0 < x1 && y0 < y1 && splash->getSoftMask() == nullptr && clip->getNumPaths() == 0 &&
         clip->getXMinI() <= x0 && x1 <= clip->getXMaxI() && clip->getYMinI() <= y0 &&
         y1 <= clip->getYMaxI();
}

// Puts pixels into a row of the bitmap, opaque: Poppler lays what is not on paper at the end.
void PutRow(const std::vector<unsigned char>& row, int channels, const Corner& at,
            SplashBitmap* bitmap) {
  const int width = static_cast<int>(row.size()) / channels;
  const int from = std::max(0, -at.x), to = std::min(width, bitmap->getWidth() - at.x);
  std::copy(row.begin() + from * channels, row.begin() + to * channels,
            bitmap->getDataPtr() + static_cast<std::ptrdiff_t>(at.y) * bitmap->getRowSize() +
                (at.x + from) * channels);
  if (bitmap->getAlphaPtr() == nullptr) return;
  std::fill_n(bitmap->getAlphaPtr() +
                  static_cast<std::ptrdiff_t>(at.y) * bitmap->getAlphaRowSize() + at.x + from,
              to - from, static_cast<unsigned char>(255));
}

}  // namespace

bool CopyImage(GfxState* state, Stream* stream, int width, int height, GfxImageColorMap* map,
               Splash* splash) {
  SplashBitmap* bitmap = splash->getBitmap();
  const int channels = bitmap->getMode() == splashModeMono8 ? 1 : 3;
  if (!FitsDevice(state, width, height) || !IsMostOf(bitmap, width, height)) return false;
  const double* ctm = state->getCTM();
  Corner at{static_cast<int>(std::lround(ctm[4])), static_cast<int>(std::lround(ctm[5] + ctm[3]))};
  if (!IsWhole(splash, at, width, height)) return false;
  ImageStream pixels(stream, width, map->getNumPixelComps(), map->getBits());
  pixels.reset();
  std::vector<unsigned char> row(static_cast<size_t>(width) * static_cast<size_t>(channels));
  for (int y = 0; y < height && at.y < bitmap->getHeight(); ++y, ++at.y) {
    unsigned char* line = pixels.getLine();
    if (line == nullptr) break;
    if (at.y < 0) continue;
    if (channels == 1)
      map->getGrayLine(line, row.data(), width);
    else
      map->getRGBLine(line, row.data(), width);
    PutRow(row, channels, at, bitmap);
  }
  pixels.close();
  return true;
}

}  // namespace juesuan
