#include "ingest/scan_hidden.h"

#include <algorithm>
#include <cstdint>

#include "ingest/scan_image.h"

namespace juesuan {
namespace {

// Lengths in points along a stroke, from the mark's edge.
constexpr double kRunIn = 14;      // so long a stroke is known to run towards the mark
constexpr double kSoftEdge = 1;    // neither outside nor inside
constexpr double kLooksIn = 2;     // where it must have gone on
constexpr double kLeastPlain = 3;  // the mark itself goes on so far
constexpr int kLeastInk = 24;      // greys by which a stroke is darker than what lies around it
constexpr double kGoesOn = 0.3;  // of a stroke's contrast: what a translucent mark leaves at least
constexpr int kEnoughMeetings = 12;
constexpr double kMostHidden = 0.14;  // of the meetings; a few strokes end at a mark by chance
constexpr double kBand = 3;           // points; the height of a covering box

struct Meetings {
  int all = 0, ended = 0;
};

// Distances in pixels.
struct Reach {
  int run_in, soft, looks_in, plain;
};

// One edge of the mark on a row: the stroke comes from `x` - `step` and would go on to `x` +
// `step`. `contrast`: how much darker than its background each pixel is.
void Meet(const cv::Mat& contrast, const cv::Mat& mask, int x, int y, int step, const Reach& reach,
          Meetings* out) {
  const int from = x - step * (reach.soft + reach.run_in), to = x + step * reach.plain;
  if (std::min(from, to) < 0 || std::max(from, to) >= contrast.cols) return;
  const uint8_t* row = contrast.ptr<uint8_t>(y);
  const uint8_t* marked = mask.ptr<uint8_t>(y);
  int weakest = 255;
  for (int k = 1; k <= reach.run_in; ++k) {
    const int at = x - step * (reach.soft + k);
    if (marked[at] != 0) return;
    weakest = std::min<int>(weakest, row[at]);
  }
  if (weakest < kLeastInk) return;
  for (int k = 0; k < reach.plain; ++k)
    if (marked[x + step * k] == 0) return;
  // It may lean by a pixel.
  int strongest = 0;
  for (int dy = -1; dy <= 1; ++dy)
    strongest = std::max<int>(strongest, contrast.at<uint8_t>(y + dy, x + step * reach.looks_in));
  ++out->all;
  out->ended += strongest < std::max<double>(kLeastInk / 2, kGoesOn * weakest) ? 1 : 0;
}

Meetings MeetingsAlongRows(const cv::Mat& contrast, const cv::Mat& mask, const Reach& reach) {
  Meetings out;
  for (const MaskRun& run : RunsOf(MaskOf(mask))) {
    if (run.row == 0 || run.row + 1 == mask.rows) continue;
    if (run.from > 0) Meet(contrast, mask, run.from, run.row, 1, reach, &out);
    if (run.to < mask.cols) Meet(contrast, mask, run.to - 1, run.row, -1, reach, &out);
  }
  return out;
}

}  // namespace

Cover CoverOf(const cv::Mat& page, const cv::Mat& background, const cv::Mat& mask, double dpi) {
  cv::Mat contrast, turned_contrast, turned_mask;
  cv::subtract(background, page, contrast);
  cv::transpose(contrast, turned_contrast);
  cv::transpose(mask, turned_mask);
  const Reach reach{PixelsOf(kRunIn, dpi), PixelsOf(kSoftEdge, dpi), PixelsOf(kLooksIn, dpi),
                    PixelsOf(kLeastPlain, dpi)};
  const Meetings level = MeetingsAlongRows(contrast, mask, reach);
  const Meetings upright = MeetingsAlongRows(turned_contrast, turned_mask, reach);
  const int all = level.all + upright.all, ended = level.ended + upright.ended;
  if (all < kEnoughMeetings) return Cover::kUnknown;
  return ended > kMostHidden * all ? Cover::kHidesPrint : Cover::kLeavesPrint;
}

std::vector<Box> CoveringBoxes(const Raster& mask) {
  const cv::Mat view = ViewOf(mask);
  const double points = 72 / mask.dpi;
  const int band = PixelsOf(kBand, mask.dpi);
  std::vector<Box> boxes;
  for (int y = 0; y < view.rows; y += band) {
    const int end = std::min(view.rows, y + band);
    cv::Mat columns;
    cv::reduce(view.rowRange(y, end), columns, 0, cv::REDUCE_MAX);
    const uint8_t* marked = columns.ptr<uint8_t>(0);
    for (int x = 0; x < view.cols;) {
      const int start = x;
      while (x < view.cols && marked[x] != 0) ++x;
      if (x > start)
        boxes.push_back(Round2(Box{start * points, y * points, x * points, end * points}));
      else
        ++x;
    }
  }
  return boxes;
}

}  // namespace juesuan
