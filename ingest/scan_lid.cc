#include "ingest/scan_lid.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "base/result.h"
#include "ingest/scan_image.h"
#include "ingest/scan_light.h"

namespace juesuan {
namespace {

constexpr double kCoarseDpi = 72;     // a pixel a point
constexpr double kDark = 0.5;         // of the paper's grey
constexpr int kThinnest = 3;          // points; thinner dark lines are print or a shadow
constexpr double kDeepest = 0.08;     // of the page's width or height
constexpr int kRim = 2, kBeside = 4;  // points: where the lid blurs into paper, and paper beyond

// One edge of a picture: `along` it, and `inward` from it.
struct Side {
  cv::Point from, along, inward;
  int length = 0, deepest = 0;

  cv::Point At(int i, int depth) const { return from + i * along + depth * inward; }
};

std::vector<Side> SidesOf(const cv::Mat& page) {
  const int right = page.cols - 1, foot = page.rows - 1;
  const int wide = static_cast<int>(kDeepest * page.cols);
  const int high = static_cast<int>(kDeepest * page.rows);
  return {{{0, 0}, {1, 0}, {0, 1}, page.cols, high},
          {{0, foot}, {1, 0}, {0, -1}, page.cols, high},
          {{0, 0}, {0, 1}, {1, 0}, page.rows, wide},
          {{right, 0}, {0, 1}, {-1, 0}, page.rows, wide}};
}

// Paints the lid along one side of `coarse` and takes it out of `dark`, so that what is left in a
// corner is the other side's; marks it in `lid`.
void PaintSide(const Side& side, cv::Mat* coarse, cv::Mat* dark, cv::Mat* lid) {
  for (int i = 0; i < side.length; ++i) {
    int depth = 0;
    while (depth < side.deepest && dark->at<uint8_t>(side.At(i, depth)) != 0) ++depth;
    if (depth == 0 || depth == side.deepest) continue;
    uint8_t beside = 0;
    for (int k = depth + kRim; k < depth + kRim + kBeside; ++k)
      beside = std::max(beside, coarse->at<uint8_t>(side.At(i, k)));
    for (int k = 0; k < depth + kRim; ++k) {
      lid->at<uint8_t>(side.At(i, k)) = 255;
      dark->at<uint8_t>(side.At(i, k)) = 0;
      uint8_t& grey = coarse->at<uint8_t>(side.At(i, k));
      grey = std::max(grey, beside);
    }
  }
}

}  // namespace

void PaintOverLid(Raster* grey) {
  JUESUAN_CHECK(grey->channels == 1 && grey->dpi > 0);
  cv::Mat page = ViewOf(grey), coarse;
  const double scale = kCoarseDpi / grey->dpi;
  cv::resize(page, coarse, {}, scale, scale, cv::INTER_AREA);
  constexpr int kLeastSide = 200;  // points; smaller pictures are no pages
  if (std::min(coarse.cols, coarse.rows) < kLeastSide) return;
  cv::Mat dark = coarse < kDark * PaperGrey(page);
  cv::morphologyEx(dark, dark, cv::MORPH_OPEN, cv::Mat::ones(kThinnest, kThinnest, CV_8U));
  cv::Mat lid = cv::Mat::zeros(coarse.size(), CV_8U), paint;
  for (const Side& side : SidesOf(coarse)) PaintSide(side, &coarse, &dark, &lid);
  if (cv::countNonZero(lid) == 0) return;
  cv::resize(lid, lid, page.size(), 0, 0, cv::INTER_NEAREST);
  cv::resize(coarse, paint, page.size(), 0, 0, cv::INTER_LINEAR);
  paint.copyTo(page, lid);
}

}  // namespace juesuan
