#include "ingest/scan_tone.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "ingest/scan_hidden.h"
#include "ingest/scan_image.h"

namespace juesuan {
namespace {

constexpr double kStroke = 1.6;         // points; print has no stroke this thick, a mark has
constexpr double kRim = 1.1;            // points; the soft edge of thick print is thinner than this
constexpr double kDarkestMark = 120;    // grey; darker is print or a seal
constexpr double kFaintest = 22;        // grey levels below paper that are still a mark
constexpr double kLeastShare = 0.003;   // of the page that a mark covers
constexpr double kLeastCores = 0.0003;  // of the page that the flat middles of its strokes cover
constexpr double kMostShare = 0.35;
constexpr double kShading = 0.8;     // a patch that fills its box so far is a shaded cell
constexpr double kSameTone = 8;      // grey levels by which one tone scatters
constexpr double kOneTone = 0.5;     // share of the mid tones that one tone has
constexpr double kCore = 3.6;        // points; a mark's stroke has a flat middle of this width
constexpr double kFlat = 14;         // grey levels of noise in it
constexpr double kVicinity = 5;      // points; as wide a window around a mark may hold its rests
constexpr double kSoftEdge = 1;      // points; a window in which ink softens its surroundings
constexpr double kMostRest = 15;     // grey levels below the mark's tone that noise takes its rests
constexpr double kFaintPrint = 0.3;  // of the mark's depth: print is no fainter
constexpr double kLongestTip = 9;    // points; a mark leaves no rest longer than that
constexpr double kSolid = 0.3;       // of the mark's depth: its tone scatters so far
constexpr double kCut = 2.4;         // points; a thin stroke of print cuts the mark so wide
constexpr double kSprawl = 0.3;      // of the page's width and height that a mark spans

cv::Mat Block(int size) { return cv::getStructuringElement(cv::MORPH_RECT, {size, size}); }

// The page without its thin strokes: paper, mark, shading, photographs.
cv::Mat WithoutPrint(const cv::Mat& grey, double dpi) {
  cv::Mat background;
  cv::morphologyEx(grey, background, cv::MORPH_CLOSE, Block(PixelsOf(kStroke, dpi) | 1), {-1, -1},
                   1, cv::BORDER_REPLICATE);
  return background;
}

double PaperGrey(const cv::Mat& background) {
  std::array<int, 256> count{};
  for (int y = 0; y < background.rows; ++y) {
    const uint8_t* row = background.ptr<uint8_t>(y);
    for (int x = 0; x < background.cols; ++x) ++count[row[x]];
  }
  return static_cast<double>(std::max_element(count.begin() + 128, count.end()) - count.begin());
}

// Pixels of `background` within [low, high], without rims thinner than a mark's stroke.
cv::Mat Between(const cv::Mat& background, double low, double high, double dpi) {
  cv::Mat mask;
  cv::inRange(background, cv::Scalar(low), cv::Scalar(high), mask);
  cv::morphologyEx(mask, mask, cv::MORPH_OPEN, Block(PixelsOf(kRim, dpi) | 1));
  return mask;
}

// Takes shaded cells and single specks out of a mask of mid tones.
void DropShading(cv::Mat* mask) {
  cv::Mat labels, stats, centres;
  const int count = cv::connectedComponentsWithStats(*mask, labels, stats, centres, 8, CV_32S);
  std::vector<uint8_t> keep(static_cast<size_t>(count), 255);
  keep[0] = 0;
  for (int i = 1; i < count; ++i) {
    const double area = stats.at<int>(i, cv::CC_STAT_AREA);
    const double box = static_cast<double>(stats.at<int>(i, cv::CC_STAT_WIDTH)) *
                       stats.at<int>(i, cv::CC_STAT_HEIGHT);
    if (area > kShading * box && box > 0.0005 * mask->rows * mask->cols)
      keep[static_cast<size_t>(i)] = 0;
  }
  for (int y = 0; y < mask->rows; ++y) {
    const int* label = labels.ptr<int>(y);
    uint8_t* row = mask->ptr<uint8_t>(y);
    for (int x = 0; x < mask->cols; ++x) row[x] = keep[static_cast<size_t>(label[x])];
  }
}

// A watermark crosses the page; a letterhead or a seal keeps to its corner.
bool Sprawls(const cv::Mat& mask) {
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

Peak PeakOf(const cv::Mat& background, const cv::Mat& mask) {
  std::array<double, 256> count{};
  for (int y = 0; y < mask.rows; ++y) {
    const uint8_t* in = mask.ptr<uint8_t>(y);
    const uint8_t* value = background.ptr<uint8_t>(y);
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

// The flat middle of strokes: neither the soft rim of print nor the grey between dense characters.
cv::Mat FlatCores(const cv::Mat& background, double paper, double dpi) {
  cv::Mat high, low, range, mask;
  const cv::Mat block = Block(PixelsOf(kCore, dpi) | 1);
  cv::dilate(background, high, block);
  cv::erode(background, low, block);
  cv::subtract(high, low, range);
  cv::inRange(background, cv::Scalar(kDarkestMark), cv::Scalar(paper - kFaintest), mask);
  mask.setTo(0, range > kFlat);
  cv::dilate(mask, mask, block);
  cv::Mat tones;
  cv::inRange(background, cv::Scalar(kDarkestMark), cv::Scalar(paper - kFaintest), tones);
  cv::bitwise_and(mask, tones, mask);
  return mask;
}

// Strokes of print that may be as light as the mark: rulings and thin strokes beside a dark mark.
// What hangs together and has ink darker than the mark, or is longer than a tip of the mark, or
// keeps away from `mask`, is print.
cv::Mat LightPrint(const cv::Mat& page, const cv::Mat& background, const cv::Mat& mask,
                   const MarkTone& tone, double lightest_ink, double dpi) {
  cv::Mat faint, labels, stats, centres, beside;
  cv::subtract(background, page, faint);
  cv::compare(faint, cv::Scalar(kFaintPrint * (tone.paper - tone.mark)), faint, cv::CMP_GT);
  cv::dilate(mask, beside, Block(3));
  const int count = cv::connectedComponentsWithStats(faint, labels, stats, centres, 8, CV_32S);
  std::vector<uint8_t> dark(static_cast<size_t>(count), 0), touches(dark);
  for (int y = 0; y < page.rows; ++y) {
    const int* label = labels.ptr<int>(y);
    const uint8_t* grey = page.ptr<uint8_t>(y);
    const uint8_t* at_mark = beside.ptr<uint8_t>(y);
    for (int x = 0; x < page.cols; ++x) {
      if (label[x] == 0) continue;
      if (grey[x] < lightest_ink) dark[static_cast<size_t>(label[x])] = 1;
      if (at_mark[x] != 0) touches[static_cast<size_t>(label[x])] = 1;
    }
  }
  std::vector<uint8_t> keep(static_cast<size_t>(count), 0);
  const int tip = PixelsOf(kLongestTip, dpi);
  for (int i = 1; i < count; ++i) {
    const int longest =
        std::max(stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
    const auto at = static_cast<size_t>(i);
    keep[at] = dark[at] != 0 || touches[at] == 0 || longest > tip ? 255 : 0;
  }
  cv::Mat print(page.size(), CV_8UC1);
  for (int y = 0; y < page.rows; ++y) {
    const int* label = labels.ptr<int>(y);
    uint8_t* to = print.ptr<uint8_t>(y);
    for (int x = 0; x < page.cols; ++x) to[x] = keep[static_cast<size_t>(label[x])];
  }
  cv::dilate(print, print, Block(3));
  return print;
}

// What is left of the mark's rims and tips once it is divided out: beside `mask`, no darker than
// `lightest_ink`, with no such ink so near that it might be the soft edge of a stroke, and no light
// print.
cv::Mat RestsOf(const cv::Mat& page, const cv::Mat& background, const cv::Mat& mask,
                const MarkTone& tone, double lightest_ink, double dpi) {
  cv::Mat near_mark, darkest, rests;
  cv::dilate(mask, near_mark, Block(PixelsOf(kVicinity, dpi) | 1));
  cv::erode(page, darkest, Block(PixelsOf(kSoftEdge, dpi) | 1));
  cv::compare(darkest, cv::Scalar(lightest_ink), rests, cv::CMP_GE);
  cv::bitwise_and(rests, near_mark, rests);
  rests.setTo(0, LightPrint(page, background, mask, tone, lightest_ink, dpi));
  return rests;
}

double ShareOf(const cv::Mat& mask) {
  return cv::countNonZero(mask) / static_cast<double>(mask.total());
}

// By how many grey levels the mark may be darker than its tone.
double SlackOf(const MarkTone& tone) { return std::max(8.0, 0.4 * (tone.paper - tone.mark)); }

// The whole strokes of a mark of `tone`.
cv::Mat MarkMask(const cv::Mat& background, const MarkTone& tone, double dpi) {
  const double low = tone.mark - SlackOf(tone), high = tone.mark + 0.7 * (tone.paper - tone.mark);
  cv::Mat mask = Between(background, low, high, dpi);
  DropShading(&mask);
  return mask;
}

// The strokes of the mark without print between them: flat pieces of its tone, and what thin
// strokes cut out of them.
cv::Mat SolidStrokes(const cv::Mat& page, const MarkTone& tone, double dpi) {
  const double reach = std::max(10.0, kSolid * (tone.paper - tone.mark));
  cv::Mat smooth, solid;
  cv::blur(page, smooth, {3, 3});
  cv::inRange(smooth, cv::Scalar(tone.mark - reach), cv::Scalar(tone.mark + reach), solid);
  cv::morphologyEx(solid, solid, cv::MORPH_OPEN, Block(PixelsOf(kStroke, dpi) | 1));
  cv::morphologyEx(solid, solid, cv::MORPH_CLOSE, Block(PixelsOf(kCut, dpi) | 1));
  return solid;
}

std::optional<MarkTone> ToneOfPage(const Raster& grey) {
  const cv::Mat background = WithoutPrint(ViewOf(grey), grey.dpi);
  MarkTone tone;
  tone.paper = PaperGrey(background);
  cv::Mat mask = FlatCores(background, tone.paper, grey.dpi);
  DropShading(&mask);
  if (ShareOf(mask) < kLeastCores) return std::nullopt;
  const Peak peak = PeakOf(background, mask);
  // One tone makes a mark; a photograph or a stain has all of them.
  if (peak.share < kOneTone) return std::nullopt;
  tone.mark = peak.grey;
  mask = MarkMask(background, tone, grey.dpi);
  const double share = ShareOf(mask);
  if (share < kLeastShare || share > kMostShare || !Sprawls(mask)) return std::nullopt;
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
  for (const Raster& page : sample) {
    if (const auto tone = ToneOfPage(page)) tones.push_back(*tone);
  }
  if (tones.empty()) return std::nullopt;
  std::vector<double> marks, papers;
  for (const MarkTone& tone : tones) marks.push_back(tone.mark);
  const double mark = Median(marks);
  for (const MarkTone& tone : tones) {
    if (std::fabs(tone.mark - mark) <= kSameTone) papers.push_back(tone.paper);
  }
  if (papers.size() * 2 < sample.size()) return std::nullopt;
  return MarkTone{Median(papers), mark};
}

LiftedMark LiftMark(const MarkTone& tone, Raster* grey) {
  cv::Mat page = ViewOf(grey);
  const cv::Mat background = WithoutPrint(page, grey->dpi);
  const double slack = SlackOf(tone), low = tone.mark - slack;
  cv::Mat mask = MarkMask(background, tone, grey->dpi);
  if (ShareOf(mask) < 0.2 * kLeastShare) return {};
  const cv::Rect seen = cv::boundingRect(mask);
  const cv::Mat solid = SolidStrokes(page, tone, grey->dpi);
  const bool hides = CoverOf(page, background, solid, grey->dpi) == Cover::kHidesPrint;
  const cv::Mat rests =
      RestsOf(page, background, mask, tone, tone.mark - std::min(slack, kMostRest), grey->dpi);
  cv::dilate(mask, mask, Block(PixelsOf(1.6, grey->dpi) | 1));
  for (int y = 0; y < page.rows; ++y) {
    const uint8_t* in = mask.ptr<uint8_t>(y);
    const uint8_t* under = background.ptr<uint8_t>(y);
    uint8_t* row = page.ptr<uint8_t>(y);
    for (int x = 0; x < page.cols; ++x) {
      if (in[x] == 0 || under[x] < low || under[x] >= tone.paper) continue;
      row[x] = cv::saturate_cast<uint8_t>(row[x] * tone.paper / under[x]);
    }
  }
  page.setTo(cv::Scalar(tone.paper), rests);
  const double points = 72 / grey->dpi;
  return {Round2(Box{seen.x * points, seen.y * points, (seen.x + seen.width) * points,
                     (seen.y + seen.height) * points}),
          RasterOf(mask, grey->dpi), hides ? RasterOf(solid, grey->dpi) : Raster{}};
}

}  // namespace juesuan
