#include "ocr/line_image.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <string>

namespace juesuan {
namespace {

constexpr double kMargin = 0.12;      // of the line's height, paper beside the ink
constexpr double kHeadroom = 0.25;    // the same above and below; more is faster and less sure
constexpr double kLeastHeight = 0.8;  // usual heights: lower ink is set in a line of this height
constexpr int kInk = 160;             // a normalised pixel darker than this
constexpr double kBroad = 0.7;        // of the ink's height: broader runs of ink are Han characters
constexpr double kDashHeight = 0.22;  // usual heights: a dash is lower than that
constexpr double kDashShape = 2.2;    // and wider than so many times its height
constexpr double kBoldDash = 0.32;    // usual heights: a thicker one …
constexpr double kBoldShape = 3.5;    // … is so much wider
constexpr double kOneDash = 1.5;      // usual heights: a wider one is drawn for two characters
constexpr double kLongestDash = 6;    // usual heights: anything wider is a rule

double LeastBroad(const Raster& line) { return kBroad * line.height / (1 + 2 * kHeadroom); }

bool HasInk(const Raster& line, int x) {
  for (int y = 0; y < line.height; ++y)
    if (line.Row(y)[x] < kInk) return true;
  return false;
}

}  // namespace

Raster CutLine(const Raster& grey, const InkLine& line) {
  const double height = std::max<double>(line.ink.Height(), kLeastHeight * line.usual_height);
  const int margin = std::max(2, static_cast<int>(std::lround(kMargin * height)));
  const int headroom = std::max(2, static_cast<int>(std::lround(kHeadroom * height)));
  const int above = (static_cast<int>(height) - line.ink.Height()) / 2 + headroom;
  const PixelBox wanted{line.ink.x0 - margin, line.ink.y0 - above, line.ink.x1 + margin,
                        line.ink.y0 - above + static_cast<int>(height) + 2 * headroom};
  const PixelBox known = Intersect(wanted, line.room);
  Raster out = MakeRaster(wanted.Width(), wanted.Height(), 1, grey.dpi, 255);
  for (int y = known.y0; y < known.y1; ++y) {
    const uint8_t* from = grey.Row(y);
    uint8_t* to = out.Row(y - wanted.y0);
    for (int x = known.x0; x < known.x1; ++x) to[x - wanted.x0] = line.tone.Normalise(from[x]);
  }
  return out;
}

double WideShare(const Raster& line) {
  const double broad = LeastBroad(line);
  int run = 0, wide = 0, all = 0;
  for (int x = 0; x <= line.width; ++x) {
    if (x < line.width && HasInk(line, x)) {
      ++run;
      continue;
    }
    all += run;
    if (run >= broad) wide += run;
    run = 0;
  }
  return all > 0 ? static_cast<double>(wide) / all : 0;
}

bool IsBroad(const Raster& line) {
  int from = 0, to = line.width;
  while (from < to && !HasInk(line, from)) ++from;
  while (from < to && !HasInk(line, to - 1)) --to;
  return to - from >= LeastBroad(line);
}

Raster ScaleToHeight(const Raster& line, int height, double squeeze) {
  const double scale = static_cast<double>(height) / line.height;
  const int width = std::max(1, static_cast<int>(std::lround(line.width * scale * squeeze)));
  Raster out = MakeRaster(width, height, 1, line.dpi * scale, 255);
  const cv::Mat from(line.height, line.width, CV_8UC1, const_cast<uint8_t*>(line.pixels.data()));
  cv::Mat to(height, width, CV_8UC1, out.pixels.data());
  cv::resize(from, to, to.size(), 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
  return out;
}

std::string DashOf(const Raster& grey, const InkLine& line) {
  const int width = line.ink.Width(), height = line.ink.Height();
  const bool low =
      height <= kDashHeight * line.usual_height || height <= std::ceil(1.2 * grey.dpi / 72);
  const bool bold = height <= kBoldDash * line.usual_height && width >= kBoldShape * height;
  if (!low && !bold) return "";
  if (width < kDashShape * height || width > kLongestDash * line.usual_height) return "";
  return width > kOneDash * line.usual_height ? "——" : "—";
}

}  // namespace juesuan
