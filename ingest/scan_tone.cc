#include "ingest/scan_tone.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "ingest/scan_image.h"
#include "ingest/scan_light.h"
#include "ingest/scan_shading.h"
#include "ingest/scan_strokes.h"
#include "ingest/scan_tilt.h"

namespace juesuan {
namespace {

constexpr double kLeastCores = 0.0004;  // of the page that such middles cover, …
constexpr double kFewCores = 0.00008;   // … or so little, if they are of one tone
constexpr double kLeastShare = 0.003;   // of the page that a mark covers
constexpr double kMostShare = 0.35;
constexpr double kSameTone = 8;       // grey levels by which one tone scatters
constexpr double kOneTone = 0.5;      // share of the mid tones that one tone has, …
constexpr double kSureTone = 0.85;    // … or where these are few
constexpr double kDark = 110;         // grey; a mark so dark must be told from pale print, …
constexpr double kLighter = 25;       // … than which it is so much lighter
constexpr double kInkShare = 0.0005;  // of the page; so much of it at least is the middle of print
constexpr double kTileShare = 0.02;   // of a mark that stands in a ninth of the page, …
constexpr int kMostNinths = 7;        // … in so many of them if it is tiled
constexpr double kSprawl = 0.3;       // of the page's width and height that a mark spans
constexpr size_t kEnough = 3;         // pages that show one tone: no more need be looked at

// Whether small tiles stand all over the page: in most of its ninths.
bool AreTiled(const cv::Mat& mask) {
  const int least = static_cast<int>(kTileShare * cv::countNonZero(mask));
  const int width = mask.cols / 3, height = mask.rows / 3;
  int ninths = 0;
  for (int i = 0; i < 9; ++i)
    ninths += cv::countNonZero(mask({i % 3 * width, i / 3 * height, width, height})) > least;
  return ninths >= kMostNinths;
}

// A watermark crosses the page; a letterhead or a seal keeps to its corner.
bool Sprawls(const cv::Mat& mask) {
  if (AreTiled(mask)) return true;
  cv::Mat columns, rows;
  cv::reduce(mask, columns, 0, cv::REDUCE_MAX);
  cv::reduce(mask, rows, 1, cv::REDUCE_MAX);
  const cv::Rect box = cv::boundingRect(mask);
  return box.width > kSprawl * mask.cols && box.height > kSprawl * mask.rows &&
         cv::countNonZero(columns) > 0.2 * mask.cols && cv::countNonZero(rows) > 0.25 * mask.rows;
}

// The grey of most pixels of `mask` and how large a share of them has it, give or take kSameTone.
struct Peak {
  double grey = 0, share = 0;
};

Peak PeakOf(const cv::Mat& page, const cv::Mat& mask) {
  std::array<double, 256> count{};
  for (int y = 0; y < mask.rows; ++y) {
    const uint8_t* in = mask.ptr<uint8_t>(y);
    const uint8_t* value = page.ptr<uint8_t>(y);
    for (int x = 0; x < mask.cols; ++x) count[value[x]] += in[x] != 0 ? 1 : 0;
  }
  Peak peak;
  constexpr int kReach = static_cast<int>(kSameTone);
  for (int t = kReach; t < 256 - kReach; ++t) {
    double sum = 0, weighted = 0;
    for (int v = t - kReach; v <= t + kReach; ++v) {
      sum += count[static_cast<size_t>(v)];
      weighted += count[static_cast<size_t>(v)] * v;
    }
    if (sum > peak.share) peak = {weighted / sum, sum};
  }
  peak.share /= std::max(1, cv::countNonZero(mask));
  return peak;
}

// The grey of the middles of print, by the darkest pixels.
double InkGrey(const cv::Mat& page) {
  std::array<int, 256> count{};
  for (int y = 0; y < page.rows; ++y) {
    const uint8_t* row = page.ptr<uint8_t>(y);
    for (int x = 0; x < page.cols; ++x) ++count[row[x]];
  }
  const double enough = kInkShare * static_cast<double>(page.total());
  int grey = 0;
  for (double seen = count[0]; seen < enough && grey < 255;
       seen += count[static_cast<size_t>(grey)])
    ++grey;
  return grey;
}

double ShareOf(const cv::Mat& mask) {
  return cv::countNonZero(mask) / static_cast<double>(mask.total());
}

// Shaded cells are as flat as a mark.
Raster WithoutShading(const Raster& raster) {
  if (!MayBeShaded(raster)) return raster;
  Raster page = Straighten(raster, FindTilt(raster));
  return LiftShading(&page).empty() ? raster : page;
}

std::optional<MarkTone> ToneOfPage(const Raster& drawn) {
  const Raster raster = WithoutShading(drawn);
  const cv::Mat grey = ViewOf(raster);
  MarkTone tone;
  tone.paper = PaperGrey(grey);
  const cv::Mat page = EvenlyLit(grey, PaperAround(grey, raster.dpi), tone.paper);
  cv::Mat cores = FlatCores(page, tone.paper, raster.dpi);
  const double middles = ShareOf(cores);
  if (middles < kFewCores) return std::nullopt;
  const Peak peak = PeakOf(page, cores);
  // One tone makes a mark; a photograph or a stain has all of them. Thin strokes have few middles,
  // and so has print: then nearly all must be of one tone.
  if (peak.share < (middles < kLeastCores ? kSureTone : kOneTone)) return std::nullopt;
  tone.mark = peak.grey;
  if (tone.mark < kDark && tone.mark < InkGrey(page) + kLighter) return std::nullopt;
  const cv::Mat strokes = MarkStrokes(page, tone, raster.dpi);
  const double share = ShareOf(strokes);
  if (share < kLeastShare || share > kMostShare || !Sprawls(strokes)) return std::nullopt;
  return tone;
}

double Median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

std::optional<MarkTone> EstimateMarkTone(const std::vector<Raster>& sample) {
  std::vector<MarkTone> tones;
  std::vector<double> marks, papers;
  const auto agree = [&] {
    const auto [least, most] = std::minmax_element(marks.begin(), marks.end());
    return *most - *least <= kSameTone;
  };
  size_t looked = 0;
  // Every other page first: they lie as far apart as the sample does.
  for (const size_t from : {0U, 1U}) {
    for (size_t i = from; i < sample.size(); i += 2) {
      if (looked == kEnough && tones.size() == kEnough && agree()) break;
      ++looked;
      const auto tone = ToneOfPage(sample[i]);
      if (!tone) continue;
      tones.push_back(*tone);
      marks.push_back(tone->mark);
    }
  }
  if (tones.empty()) return std::nullopt;
  const double mark = Median(marks);
  for (const MarkTone& tone : tones) {
    if (std::fabs(tone.mark - mark) <= kSameTone) papers.push_back(tone.paper);
  }
  if (papers.size() * 2 < looked) return std::nullopt;
  return MarkTone{Median(papers), mark};
}

}  // namespace juesuan
