#include "ingest/scan_harm.h"

#include <opencv2/imgproc.hpp>

#include "ingest/scan_image.h"
#include "ingest/scan_light.h"
#include "ingest/scan_opening.h"

namespace juesuan {
namespace {

constexpr double kSoftEdge = 1;  // points; a window in which ink softens its surroundings
constexpr double kBeside = 0.8;  // points; so far from a mark its rests lie
constexpr double kNearInk = 3;   // points; thin strokes reach as far from a character's dark ones
constexpr int kLeft = 30;        // grey levels; a rest is so much darker than the paper
constexpr double kFewLeft = 0.0025;  // of the pixels in and beside the mark
constexpr double kInk = 0.5;         // of the paper's grey, where no tone of a mark is known

}  // namespace

cv::Mat AwayFromInk(const cv::Mat& page, double lightest_ink, double dpi) {
  const int size = PixelsOf(kSoftEdge, dpi) | 1;
  cv::Mat darkest;
  cv::erode(page, darkest, cv::Mat::ones(size, size, CV_8U));
  return darkest >= lightest_ink;
}

bool AreRestsLeft(const cv::Mat& page, const cv::Mat& around, const cv::Mat& where,
                  const cv::Mat& away, double dpi) {
  const cv::Mat zone = Grow(where, PixelsOf(kBeside, dpi)) & away;
  cv::Mat deep;
  cv::subtract(around, page, deep);
  const cv::Mat left = zone & (deep > kLeft);
  return cv::countNonZero(left) > kFewLeft * cv::countNonZero(zone);
}

Raster BesideInk(const cv::Mat& where, const cv::Mat& page, double lightest_ink, double dpi) {
  return RasterOf(where & Grow(page < lightest_ink, PixelsOf(kNearInk, dpi)), dpi);
}

Raster RestsOfColour(const Raster& page, const Raster& ink, bool left) {
  const cv::Mat grey = ViewOf(page);
  const cv::Mat where = Grow(ViewOf(ink) >= 128, PixelsOf(kBeside, page.dpi));
  const double lightest_ink = kInk * PaperGrey(grey);
  if (!left && !AreRestsLeft(grey, PaperAround(grey, page.dpi), where,
                             AwayFromInk(grey, lightest_ink, page.dpi), page.dpi))
    return {};
  return BesideInk(where, grey, lightest_ink, page.dpi);
}

}  // namespace juesuan
