#include "ingest/scan_strokes.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/mask_runs.h"
#include "ingest/scan_image.h"
#include "ingest/scan_opening.h"

namespace juesuan {
namespace {

constexpr double kDarkestMark = 75;  // grey; darker is print or a seal
constexpr double kFaintest = 22;     // grey levels below paper that are still a mark
constexpr double kCore = 1.1;        // points; a mark's stroke has a flat middle of this width
constexpr double kFlat = 20;         // grey levels of noise in it
constexpr double kShading = 0.8;     // a patch that fills its box so far is a shaded cell
constexpr double kSolid = 0.3;       // of the mark's depth: its tone scatters so far
constexpr double kNoise = 14;        // … or so many grey levels
constexpr double kRun = 14;          // points; a level or upright run of ink as long, …
constexpr double kThin = 2;          // … and no thicker than this, is a ruling
constexpr double kLeastPiece = 3;    // points; as wide and as high a piece is no rest of print
constexpr double kLeastRest = 1.4;   // … and so small a one is none even beside a large one, …
constexpr double kBeside = 30;       // in a window of so many points
constexpr double kGrown = 1.6;       // points; its rims, both together, as far as they are in tone
constexpr double kSlack = 0.4;       // of its depth by which thick strokes may be darker than it
constexpr double kLeastSlack = 8;    // … or so many grey levels
constexpr double kSoft = 0.7;        // of its depth by which their rims are lighter
constexpr double kCut = 2.4;         // points; a thin stroke of print cuts the mark so wide

cv::Mat Block(double points, double dpi) {
  const int size = PixelsOf(points, dpi) | 1;
  return cv::Mat::ones(size, size, CV_8U);
}

// Sets the components of `mask` that `keep` refuses to 0.
template <typename Keep>
void KeepPieces(cv::Mat* mask, const Keep& keep) {
  const std::vector<MaskRun> runs = RunsOf(MaskOf(*mask));
  const MaskComponents pieces = Components(runs);
  for (size_t i = 0; i < runs.size(); ++i) {
    if (keep(pieces.components[static_cast<size_t>(pieces.of[i])])) continue;
    std::fill_n(mask->ptr<uint8_t>(runs[i].row) + runs[i].from, runs[i].Length(), uint8_t{0});
  }
}

// Takes shaded cells out of a mask of mid tones.
void DropShading(cv::Mat* mask) {
  const double least = 0.0005 * static_cast<double>(mask->total());
  KeepPieces(mask, [&](const MaskComponent& piece) {
    const double box = static_cast<double>(piece.Width()) * piece.Height();
    return static_cast<double>(piece.area) <= kShading * box || box <= least;
  });
}

// Rulings, which may be as light as a dark mark and as thick as its strokes.
cv::Mat ThinRuns(const cv::Mat& ink, double dpi) {
  const int run = PixelsOf(kRun, dpi), thin = PixelsOf(kThin, dpi) + 1;
  cv::Mat level = OpenLevel(ink, run), upright = OpenUpright(ink, run);
  level.setTo(0, OpenUpright(ink, thin));
  upright.setTo(0, OpenLevel(ink, thin));
  return level | upright;
}

}  // namespace

cv::Mat FlatCores(const cv::Mat& page, double paper, double dpi) {
  cv::Mat high, low, mask;
  const cv::Mat block = Block(kCore, dpi);
  cv::dilate(page, high, block);
  cv::erode(page, low, block);
  cv::inRange(page, cv::Scalar(kDarkestMark), cv::Scalar(paper - kFaintest), mask);
  cv::subtract(high, low, high);
  mask.setTo(0, high > kFlat);
  return mask;
}

cv::Mat ThickStrokes(const cv::Mat& background, const MarkTone& tone, double dpi) {
  const double depth = tone.paper - tone.mark;
  cv::Mat mask;
  cv::inRange(background, cv::Scalar(tone.mark - std::max(kLeastSlack, kSlack * depth)),
              cv::Scalar(tone.mark + kSoft * depth), mask);
  cv::morphologyEx(mask, mask, cv::MORPH_OPEN, Block(kCore, dpi));
  DropShading(&mask);
  return mask;
}

cv::Mat MarkStrokes(const cv::Mat& page, const MarkTone& tone, double dpi) {
  const double reach = std::max(kNoise, kSolid * (tone.paper - tone.mark));
  cv::Mat tones = (page >= tone.mark - reach) & (page < (tone.mark + tone.paper) / 2);
  tones.setTo(0, ThinRuns(page < tone.paper - kFaintest, dpi));
  cv::Mat flat = tones & (page <= tone.mark + reach);
  cv::morphologyEx(flat, flat, cv::MORPH_OPEN, Block(kCore, dpi));
  DropShading(&flat);
  // Small pieces count only beside large ones: alone they are rests of print.
  cv::Mat large = flat.clone();
  const double least = std::pow(PixelsOf(kLeastPiece, dpi), 2);
  KeepPieces(&large,
             [&](const MaskComponent& piece) { return static_cast<double>(piece.area) >= least; });
  cv::bitwise_and(flat, Grow(large, PixelsOf(kBeside, dpi) / 2), flat);
  const double fewest = std::pow(PixelsOf(kLeastRest, dpi), 2);
  KeepPieces(&flat,
             [&](const MaskComponent& piece) { return static_cast<double>(piece.area) >= fewest; });
  // Their soft rims, as far as these are no darker than the mark.
  cv::Mat rims;
  cv::dilate(flat, rims, Block(kGrown, dpi));
  flat |= rims & tones;
  cv::morphologyEx(flat, flat, cv::MORPH_CLOSE, Block(kCut, dpi));
  return flat;
}

}  // namespace juesuan
