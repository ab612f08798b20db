#include "ingest/scan_seal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "ingest/scan_hidden.h"
#include "ingest/scan_image.h"

namespace juesuan {
namespace {

constexpr int kColour = 50;          // levels between the channels: coloured ink
constexpr int kTinge = 16;           // … its soft edge, and what JPEG makes of colour
constexpr double kFull = 0.8;        // of the ink's colour: no soft edge
constexpr double kLeastSeal = 40;    // points; a seal is as high and as wide at least
constexpr double kMostOblong = 1.6;  // width to height or height to width, …
constexpr double kOfficial = 85;     // points; … or, of seals as large as offices have them, …
constexpr double kMostInRow = 4;     // … so much where several overlap
constexpr double kJoin = 4;          // points between the strokes of one seal
constexpr double kStroke = 3;        // points; rulings and figures have no stroke this thick
constexpr double kCut = 2.4;         // points; a stroke of print cuts the seal's ink so wide
constexpr double kBlur = 1;          // pixels; as far as JPEG blurs colour, and not light
constexpr int kAround = 5;           // pixels; a window that sees past that blur
constexpr double kUnexplained = 14;  // grey levels; the mean of a window that holds print, …
constexpr double kPrint = 32;        // … and somewhere in a piece of print, a point at least
constexpr int kRest = 30;            // grey levels below the paper that a reader may see
constexpr double kMostRests = 0.01;  // of the ink, where its colour is as sharp as its light

// The brightest channel, and the distance of the brightest from the darkest.
void SplitColour(const Raster& rgb, cv::Mat* brightest, cv::Mat* colour) {
  for (int y = 0; y < rgb.height; ++y) {
    const uint8_t* from = rgb.Row(y);
    uint8_t* high = brightest->ptr<uint8_t>(y);
    uint8_t* apart = colour->ptr<uint8_t>(y);
    for (int x = 0; x < rgb.width; ++x, from += 3) {
      const auto [low, top] = std::minmax({from[0], from[1], from[2]});
      high[x] = top;
      apart[x] = static_cast<uint8_t>(top - low);
    }
  }
}

bool IsSealShaped(const cv::Rect& box, double dpi) {
  const int low = std::min(box.width, box.height), high = std::max(box.width, box.height);
  const double oblong = low >= PixelsOf(kOfficial, dpi) ? kMostInRow : kMostOblong;
  return low >= PixelsOf(kLeastSeal, dpi) && high <= oblong * low;
}

// The boxes of coloured patches as large and as round as a seal.
std::vector<cv::Rect> SealBoxes(const cv::Mat& coloured, double dpi) {
  cv::Mat joined, labels, stats, centres;
  const int join = PixelsOf(kJoin, dpi) | 1;
  cv::dilate(coloured, joined, cv::Mat::ones(join, join, CV_8U));
  const int count = cv::connectedComponentsWithStats(joined, labels, stats, centres, 8, CV_32S);
  std::vector<cv::Rect> boxes;
  for (int i = 1; i < count; ++i) {
    const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                       stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
    if (IsSealShaped(box, dpi)) boxes.push_back(box);
  }
  return boxes;
}

uint8_t Luminance(const uint8_t* p) {
  return static_cast<uint8_t>((77 * p[0] + 150 * p[1] + 29 * p[2] + 128) >> 8);
}

Raster GreyOf(const Raster& rgb) {
  Raster grey = MakeRaster(rgb.width, rgb.height, 1, rgb.dpi, 255);
  for (int y = 0; y < rgb.height; ++y) {
    const uint8_t* from = rgb.Row(y);
    uint8_t* to = grey.Row(y);
    for (int x = 0; x < rgb.width; ++x) to[x] = Luminance(from + 3 * x);
  }
  return grey;
}

// The value that `share` of the pixels of `mask` do not exceed.
int Quantile(const cv::Mat& values, const cv::Mat& mask, double share) {
  std::array<int, 256> count{};
  int all = 0;
  for (int y = 0; y < values.rows; ++y) {
    const uint8_t* value = values.ptr<uint8_t>(y);
    const uint8_t* in = mask.ptr<uint8_t>(y);
    for (int x = 0; x < values.cols; ++x) {
      if (in[x] == 0) continue;
      ++count[value[x]];
      ++all;
    }
  }
  int at = 0;
  for (double left = share * all - count[0]; left > 0 && at < 255;) left -= count[++at];
  return at;
}

// The ink of one pen and the paper around it.
struct Pen {
  double depth = 0;  // how coloured its ink is where it is full
  double brightest = 0, paper = 0;
  double dims = 0;  // grey levels it takes from the paper, a level of colour
};

Pen PenIn(const cv::Mat& brightest, const cv::Mat& colour, const cv::Mat& whole,
          const cv::Mat& pens) {
  Pen pen;
  // Where the ink is full, and not the print beneath it; most of a page is paper.
  pen.depth = Quantile(colour, pens, 0.75);
  const cv::Mat full = colour >= kFull * pen.depth;
  pen.brightest = Quantile(brightest, full, 0.5);
  pen.paper = std::max<double>(pen.brightest, Quantile(whole, ~pens, 0.5));
  pen.dims = (pen.paper - Quantile(whole, full, 0.5)) / Quantile(colour, full, 0.5);
  return pen;
}

// What hangs together of at least `least` and somewhere reaches `most`.
cv::Mat PiecesThatReach(const cv::Mat& values, double least, double most) {
  const cv::Mat all = values >= least, high = values >= most;
  cv::Mat labels, kept = cv::Mat::zeros(values.size(), CV_8U);
  const int count = cv::connectedComponents(all, labels, 8, CV_32S);
  std::vector<bool> reaches(static_cast<size_t>(count), false);
  const auto label = [&](int y, int x) { return static_cast<size_t>(labels.at<int>(y, x)); };
  for (int y = 0; y < values.rows; ++y)
    for (int x = 0; x < values.cols; ++x)
      if (high.at<uint8_t>(y, x) != 0) reaches[label(y, x)] = true;
  for (int y = 0; y < values.rows; ++y)
    for (int x = 0; x < values.cols; ++x)
      if (reaches[label(y, x)]) kept.at<uint8_t>(y, x) = 255;
  return kept;
}

// Where the pen's colour accounts for all that is darker than paper. Pixel by pixel it does not:
// JPEG keeps colour coarser than light, and a stroke's edge would stay behind as if it were print.
cv::Mat IsPenAlone(const cv::Mat& whole, const cv::Mat& colour, const Pen& pen) {
  cv::Mat dark, ink;
  whole.convertTo(dark, CV_32F, -1, pen.paper);
  cv::GaussianBlur(dark, dark, {}, kBlur);
  cv::blur(dark, dark, {kAround, kAround});
  colour.convertTo(ink, CV_32F);
  cv::blur(ink, ink, {kAround, kAround});
  const cv::Mat rest = dark - pen.dims * ink;
  return (ink >= kTinge) & ~PiecesThatReach(rest, kUnexplained, kPrint);
}

// Lifts the pen's ink in `box` to the paper around it, in proportion to how coloured a pixel is.
// Returns how many pixels would have stayed behind as rests.
int LiftPen(const cv::Mat& brightest, const cv::Mat& colour, const cv::Mat& whole, const Pen& pen,
            cv::Mat grey) {
  const cv::Mat alone = IsPenAlone(whole, colour, pen);
  int rests = 0;
  for (int y = 0; y < grey.rows; ++y) {
    for (int x = 0; x < grey.cols; ++x) {
      const int apart = colour.at<uint8_t>(y, x);
      const bool bare = alone.at<uint8_t>(y, x) != 0;
      if (apart < kTinge && !bare) continue;
      const double share = std::min(1.0, apart / pen.depth);
      const double lifted =
          brightest.at<uint8_t>(y, x) * (1 + share * (pen.paper / pen.brightest - 1));
      rests += bare && lifted < pen.paper - kRest ? 1 : 0;
      grey.at<uint8_t>(y, x) =
          cv::saturate_cast<uint8_t>(bare ? pen.paper : std::min(pen.paper, lifted));
    }
  }
  return rests;
}

}  // namespace

Unsealed TakeSealsOut(const Raster& rgb) {
  JUESUAN_CHECK(rgb.channels == 3);
  Unsealed out{GreyOf(rgb)};
  cv::Mat brightest(rgb.height, rgb.width, CV_8UC1), colour(brightest.size(), CV_8UC1);
  SplitColour(rgb, &brightest, &colour);
  const cv::Mat coloured = colour >= kColour;
  if (cv::countNonZero(coloured) == 0) return out;
  const std::vector<cv::Rect> boxes = SealBoxes(coloured, rgb.dpi);
  if (boxes.empty()) return out;
  out.whole = out.grey;
  out.seal = MakeRaster(rgb.width, rgb.height, 1, rgb.dpi, 0);
  cv::Mat grey = ViewOf(&out.grey), seal = ViewOf(&out.seal);
  const cv::Mat whole = ViewOf(&out.whole);
  int rests = 0;
  for (const cv::Rect& box : boxes) {
    const Pen pen = PenIn(brightest(box), colour(box), whole(box), coloured(box));
    rests += LiftPen(brightest(box), colour(box), whole(box), pen, grey(box));
    coloured(box).copyTo(seal(box));
  }
  out.blurred = rests > kMostRests * cv::countNonZero(seal);
  return out;
}

std::vector<Box> HidingPieces(const Raster& grey, const Raster& seal) {
  const cv::Mat page = ViewOf(grey);
  cv::Mat mask = ViewOf(seal) >= 128, background;
  if (cv::countNonZero(mask) == 0) return {};
  const auto block = [&](double points) {
    const int size = PixelsOf(points, grey.dpi) | 1;
    return cv::Mat(cv::Mat::ones(size, size, CV_8U));
  };
  cv::morphologyEx(page, background, cv::MORPH_CLOSE, block(kStroke));
  cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, block(kCut));
  if (CoverOf(page, background, mask, grey.dpi) == Cover::kLeavesPrint) return {};
  return CoveringBoxes(RasterOf(mask, grey.dpi));
}

}  // namespace juesuan
