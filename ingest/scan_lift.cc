#include "ingest/scan_lift.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/mask_runs.h"
#include "ingest/scan_harm.h"
#include "ingest/scan_hidden.h"
#include "ingest/scan_image.h"
#include "ingest/scan_light.h"
#include "ingest/scan_opening.h"
#include "ingest/scan_strokes.h"

namespace juesuan {
namespace {

constexpr double kStroke = 1.6;       // points; print has no stroke this thick, a mark has
constexpr double kBesideMark = 4;     // points from the strokes that are surely a mark's
constexpr double kRim = 1.6;          // points; so wide are its soft rims, both together
constexpr double kLeastShare = 6e-4;  // of the page that a mark covers
constexpr double kVicinity = 5;       // points; as wide a window around a mark may hold its rests
constexpr double kMostRest = 15;     // grey levels below the mark's tone that noise takes its rests
constexpr double kFaintPrint = 0.3;  // of the mark's depth: print is no fainter
constexpr double kLongestTip = 9;    // points; a mark leaves no rest longer than that
constexpr double kLowest = 4, kHighest = 16;  // points; of a character
constexpr double kClearly = 20;               // grey levels by which print is darker than a rest
constexpr double kFewLight = 0.1;             // of the characters
constexpr double kFewThin = 0.1;              // of the characters, …
constexpr double kThinShare = 0.1;            // … of whose ink so much is as light as the mark
constexpr double kRun = 3.5;   // points; level and upright strokes of print are as long
constexpr double kBlur = 0.3;  // points; the scanner's, of a mark's edge

cv::Mat Block(int size) { return cv::Mat::ones(size, size, CV_8U); }

// The page without its thin strokes: paper, mark, shading, photographs.
cv::Mat WithoutPrint(const cv::Mat& grey, double dpi) {
  cv::Mat background;
  cv::morphologyEx(grey, background, cv::MORPH_CLOSE, Block(PixelsOf(kStroke, dpi) | 1), {-1, -1},
                   1, cv::BORDER_REPLICATE);
  return background;
}

// What is darker than its background, if little.
cv::Mat FaintPrint(const cv::Mat& page, const cv::Mat& background, const MarkTone& tone) {
  cv::Mat faint;
  cv::subtract(background, page, faint);
  cv::compare(faint, cv::Scalar(kFaintPrint * (tone.paper - tone.mark)), faint, cv::CMP_GT);
  return faint;
}

// What hangs together: whether some of it is as dark as ink, whether it touches the mark, and how
// many of its pixels lie in level or upright strokes.
struct LightPiece {
  bool dark = false, touches = false;
  int64_t in_runs = 0;
};

void Look(const MaskRun& run, const cv::Mat& page, const cv::Mat& beside, const cv::Mat& straight,
          double lightest_ink, LightPiece* piece) {
  const uint8_t* grey = page.ptr<uint8_t>(run.row);
  const uint8_t* at_mark = beside.ptr<uint8_t>(run.row);
  const uint8_t* in_run = straight.ptr<uint8_t>(run.row);
  for (int x = run.from; x < run.to; ++x) {
    piece->dark = piece->dark || grey[x] < lightest_ink;
    piece->touches = piece->touches || at_mark[x] != 0;
    piece->in_runs += in_run[x] != 0 ? 1 : 0;
  }
}

// Strokes of print that may be as light as the mark: rulings and thin strokes beside a dark mark.
// What hangs together and has ink darker than the mark, or is longer than a tip of the mark, or
// keeps away from `mask`, is print.
cv::Mat LightPrint(const cv::Mat& page, const cv::Mat& background, const cv::Mat& mask,
                   const MarkTone& tone, double lightest_ink, double dpi) {
  const cv::Mat faint = FaintPrint(page, background, tone);
  cv::Mat beside;
  cv::dilate(mask, beside, Block(3));
  const int run = PixelsOf(kRun, dpi);
  const cv::Mat straight = OpenLevel(faint, run) | OpenUpright(faint, run);
  const std::vector<MaskRun> runs = RunsOf(MaskOf(faint));
  const MaskComponents pieces = Components(runs);
  std::vector<LightPiece> seen(pieces.components.size());
  for (size_t i = 0; i < runs.size(); ++i)
    Look(runs[i], page, beside, straight, lightest_ink, &seen[static_cast<size_t>(pieces.of[i])]);
  cv::Mat print = cv::Mat::zeros(page.size(), CV_8UC1);
  const int tip = PixelsOf(kLongestTip, dpi);
  for (size_t i = 0; i < runs.size(); ++i) {
    const auto at = static_cast<size_t>(pieces.of[i]);
    const MaskComponent& piece = pieces.components[at];
    const bool is_straight = 2 * seen[at].in_runs > piece.area;
    if (seen[at].dark || !seen[at].touches ||
        (std::max(piece.Width(), piece.Height()) > tip && is_straight))
      std::fill_n(print.ptr<uint8_t>(runs[i].row) + runs[i].from, runs[i].Length(), uint8_t{255});
  }
  cv::dilate(print, print, Block(3));
  return print;
}

double LightestInk(const MarkTone& tone) {
  const double slack = std::max(8.0, 0.4 * (tone.paper - tone.mark));
  return tone.mark - std::min(slack, kMostRest);
}

// How dark the print is beside the mark's tone.
enum class PrintTone {
  kAsLight,      // no tone tells thin strokes of the two apart
  kThinAsLight,  // the thin strokes of darker characters are as light as the mark
  kDarker
};

// As the characters away from `mask` tell: what would be lost of them if a mark lay beside them.
PrintTone ToneOfPrint(const cv::Mat& page, const cv::Mat& background, const cv::Mat& mask,
                      const MarkTone& tone, double dpi) {
  const cv::Mat faint = FaintPrint(page, background, tone);
  const cv::Mat thin = faint & AwayFromInk(page, LightestInk(tone), dpi);
  const cv::Mat beside = Grow(mask, PixelsOf(kVicinity, dpi) / 2);
  const MaskComponents pieces = Components(RunsOf(MaskOf(faint)));
  const int low = PixelsOf(kLowest, dpi), high = PixelsOf(kHighest, dpi);
  int all = 0, light = 0, thinned = 0;
  for (const MaskComponent& piece : pieces.components) {
    if (piece.Height() < low || piece.Height() > high || piece.Width() > high) continue;
    const cv::Rect box(piece.x0, piece.y0, piece.Width(), piece.Height());
    if (cv::countNonZero(beside(box)) > 0) continue;
    ++all;
    double darkest = 0;
    cv::minMaxLoc(page(box), &darkest, nullptr, nullptr, nullptr, faint(box));
    if (darkest >= LightestInk(tone) - kClearly)
      ++light;
    else if (cv::countNonZero(thin(box)) > kThinShare * static_cast<double>(piece.area))
      ++thinned;
  }
  if (light > kFewLight * all) return PrintTone::kAsLight;
  return thinned > kFewThin * (all - light) ? PrintTone::kThinAsLight : PrintTone::kDarker;
}

// What is left of the mark's rims and tips once it is divided out: beside `mask`, no darker than
// `lightest_ink`, with no such ink so near that it might be the soft edge of a stroke, and no light
// print.
cv::Mat RestsOf(const cv::Mat& page, const cv::Mat& background, const cv::Mat& mask,
                const MarkTone& tone, double dpi) {
  const double lightest_ink = LightestInk(tone);
  cv::Mat rests = AwayFromInk(page, lightest_ink, dpi) & Grow(mask, PixelsOf(kVicinity, dpi) / 2);
  rests.setTo(0, LightPrint(page, background, mask, tone, lightest_ink, dpi));
  return rests;
}

// The mark alone on bare paper: its strokes with soft rims.
cv::Mat MarkOnPaper(const cv::Mat& strokes, const MarkTone& tone, double dpi) {
  cv::Mat soft;
  cv::GaussianBlur(strokes, soft, {}, kBlur * dpi / 72);
  soft.convertTo(soft, CV_8U, (tone.mark - tone.paper) / 255, tone.paper);
  return soft;
}

// Takes `background` out of the pixels of `page` in `where`; none becomes lighter than `around`.
void DivideOut(const cv::Mat& background, const cv::Mat& where, const cv::Mat& around, double paper,
               cv::Mat* page) {
  for (const MaskRun& run : RunsOf(MaskOf(where))) {
    const uint8_t* under = background.ptr<uint8_t>(run.row);
    const uint8_t* lightest = around.ptr<uint8_t>(run.row);
    uint8_t* row = page->ptr<uint8_t>(run.row);
    for (int x = run.from; x < run.to; ++x)
      if (under[x] < paper)
        row[x] = static_cast<uint8_t>(std::min<double>(lightest[x], row[x] * paper / under[x]));
  }
}

}  // namespace

LiftedMark LiftMark(const MarkTone& tone, Raster* grey) {
  cv::Mat page = ViewOf(grey);
  const double dpi = grey->dpi;
  const cv::Mat around = PaperAround(page, dpi), even = EvenlyLit(page, around, tone.paper);
  const cv::Mat strokes = MarkStrokes(even, tone, dpi);
  if (cv::countNonZero(strokes) < kLeastShare * static_cast<double>(strokes.total())) return {};
  const cv::Rect seen = cv::boundingRect(strokes);
  cv::Mat background = WithoutPrint(even, dpi);
  // Farther from the mark what is as thick and as light is print: a blot, the stem of a digit.
  cv::Mat where = ThickStrokes(background, tone, dpi) & Grow(strokes, PixelsOf(kBesideMark, dpi));
  cv::Mat rests;
  const PrintTone print = ToneOfPrint(even, background, where, tone, dpi);
  if (print != PrintTone::kAsLight) {
    where |= strokes;
    rests = RestsOf(even, background, where, tone, dpi);
  }
  cv::dilate(where, where, Block(PixelsOf(kRim, dpi) | 1));
  cv::min(background, MarkOnPaper(strokes, tone, dpi), background);
  cv::max(background, tone.mark, background);
  const bool hides = CoverOf(even, background, strokes, dpi) == Cover::kHidesPrint;
  DivideOut(background, where, around, tone.paper, &page);
  if (!rests.empty()) around.copyTo(page, rests);
  const cv::Mat away = AwayFromInk(even, LightestInk(tone), dpi);
  const bool harms = print != PrintTone::kDarker || AreRestsLeft(page, around, where, away, dpi);
  const double points = 72 / dpi;
  return {Round2(Box{seen.x * points, seen.y * points, (seen.x + seen.width) * points,
                     (seen.y + seen.height) * points}),
          RasterOf(where, dpi), hides ? RasterOf(strokes, dpi) : Raster{},
          harms ? BesideInk(where, even, LightestInk(tone), dpi) : Raster{}};
}

}  // namespace juesuan
