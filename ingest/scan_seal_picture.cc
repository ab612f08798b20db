#include "ingest/scan_seal_picture.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "ingest/scan_image.h"
#include "ingest/scan_light.h"

namespace juesuan {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr int kDirections = 2048, kSteps = 384;
constexpr int kCoarse = 8;         // by which a first look at the turn is coarser
constexpr int kBare = 240;         // of 255: paper but for noise
constexpr int kLighter = 40;       // of 255, by which a page is lighter than the seal would be
constexpr double kMostLighter = 0.04;   // of the seal's ink that is: another seal
constexpr double kLeastShown = 0.8;     // of a page's plain ink of the seal's tone that the picture has
constexpr double kLeastInk = 0.01;      // of the disc
constexpr int kTone = 14;               // grey levels by which one ink scatters
constexpr size_t kEnoughForDoubt = 4;   // pages of which one may be lighter than the seal

double InkEnd(const Ring& ring) { return 1 - ring.inner / ring.radius; }

// The disc of `ring` in the form of SealPicture: 255 paper. Bare where the ring's stroke was.
cv::Mat Unrolled(const cv::Mat& page, const Ring& ring, double paper) {
  cv::Mat x(kDirections, kSteps, CV_32F), y(x.size(), CV_32F), out;
  for (int i = 0; i < kDirections; ++i) {
    const double angle = i * 2 * kPi / kDirections, middle = ring.MiddleAt(angle);
    for (int k = 0; k < kSteps; ++k) {
      const double r = middle * k / kSteps;
      x.at<float>(i, k) = static_cast<float>(ring.centre.x + r * std::cos(angle));
      y.at<float>(i, k) = static_cast<float>(ring.centre.y + r * std::sin(angle));
    }
  }
  cv::remap(page, out, x, y, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
  out.convertTo(out, CV_8U, 255 / paper);
  out.colRange(cvFloor(InkEnd(ring) * kSteps), kSteps).setTo(255);
  return out;
}

// `disc` turned on by `rows`.
cv::Mat TurnedOn(const cv::Mat& disc, int rows) {
  cv::Mat out(disc.size(), disc.type());
  const int split = ((rows % disc.rows) + disc.rows) % disc.rows;
  if (split == 0) return disc.clone();
  disc.rowRange(0, disc.rows - split).copyTo(out.rowRange(split, disc.rows));
  disc.rowRange(disc.rows - split, disc.rows).copyTo(out.rowRange(0, split));
  return out;
}

double Alike(const cv::Mat& a, const cv::Mat& b, int rows) {
  const int split = ((rows % a.rows) + a.rows) % a.rows, rest = a.rows - split;
  double sum = a.rowRange(0, rest).dot(b.rowRange(split, a.rows));
  if (split > 0) sum += a.rowRange(rest, a.rows).dot(b.rowRange(0, split));
  return sum;
}

// By how many rows `disc` must be turned on to lie like `like`.
int TurnTo(const cv::Mat& disc, const cv::Mat& like) {
  cv::Mat ink, ink_like, coarse, coarse_like;
  cv::Mat(255 - disc).convertTo(ink, CV_32F);
  cv::Mat(255 - like).convertTo(ink_like, CV_32F);
  // Inner columns stand for less paper.
  for (int k = 0; k < kSteps; ++k) ink.col(k) *= static_cast<double>(k) / kSteps;
  const cv::Size size(kSteps / kCoarse, kDirections / kCoarse);
  cv::resize(ink, coarse, size, 0, 0, cv::INTER_AREA);
  cv::resize(ink_like, coarse_like, size, 0, 0, cv::INTER_AREA);
  const auto best = [](int from, int to, const auto& score) {
    int at = from;
    double most = -1;
    for (int turn = from; turn <= to; ++turn)
      if (const double sum = score(turn); sum > most) most = sum, at = turn;
    return at;
  };
  const int near = kCoarse * best(0, size.height - 1, [&](int turn) {
                     return Alike(coarse, coarse_like, turn);
                   });
  return best(near - kCoarse, near + kCoarse, [&](int turn) { return Alike(ink, ink_like, turn); });
}

// Whether `disc`, turned like the picture, may be the picture's seal with print over it: nowhere
// lighter than it, and no plain ink beside it.
bool IsOfPicture(const cv::Mat& disc, const cv::Mat& picture, double tone) {
  const cv::Mat ink = picture < tone + kTone;
  cv::Mat lit, plain;
  cv::subtract(disc, picture, lit);
  const int all = cv::countNonZero(ink), lighter = cv::countNonZero((lit > kLighter) & ink);
  if (lighter > kMostLighter * all) return false;
  cv::inRange(disc, cv::Scalar(tone - kTone), cv::Scalar(tone + kTone), plain);
  cv::morphologyEx(plain, plain, cv::MORPH_OPEN, cv::Mat::ones(11, 7, CV_8U));
  const int seen = cv::countNonZero(plain), known = cv::countNonZero(plain & (picture < kBare));
  return known >= kLeastShown * seen;
}

// The lightest that the discs have at each place, or nearly the lightest if there are enough.
cv::Mat LightestOf(const std::vector<cv::Mat>& discs) {
  cv::Mat first = discs[0].clone(), second = cv::Mat::zeros(first.size(), CV_8U);
  for (size_t i = 1; i < discs.size(); ++i) {
    cv::Mat lower;
    cv::min(first, discs[i], lower);
    cv::max(second, lower, second);
    cv::max(first, discs[i], first);
  }
  return discs.size() >= kEnoughForDoubt ? second : first;
}

}  // namespace

std::optional<SealPicture> PictureSeal(const std::vector<Raster>& pages) {
  std::vector<cv::Mat> discs;
  double tone = 0;
  for (const Raster& raster : pages) {
    const cv::Mat grey = ViewOf(raster);
    const double paper = PaperGrey(grey);
    cv::Mat page = EvenlyLit(grey, PaperAround(grey, raster.dpi), paper);
    const std::vector<Ring> rings = FindRings(page, paper, raster.dpi);
    for (const Ring& ring : rings) {
      LiftRing(ring, paper, &page);
      cv::Mat disc = Unrolled(page, ring, paper);
      if (!discs.empty()) disc = TurnedOn(disc, TurnTo(disc, discs.front()));
      discs.push_back(disc);
      tone += ring.tone * 255 / paper;
    }
  }
  if (discs.size() < 2) return std::nullopt;
  tone /= static_cast<double>(discs.size());
  cv::Mat share = LightestOf(discs);
  for (const cv::Mat& disc : discs)
    if (!IsOfPicture(disc, share, tone)) return std::nullopt;
  share.setTo(255, share >= kBare);
  if (cv::countNonZero(share < 255) < kLeastInk * static_cast<double>(share.total()))
    return std::nullopt;
  return SealPicture{RasterOf(share, pages.front().dpi)};
}

bool LiftPicture(const SealPicture& picture, const Ring& ring, double paper, cv::Mat* page) {
  const cv::Mat disc = Unrolled(*page, ring, paper), share = ViewOf(picture.share);
  const int turn = TurnTo(disc, share);
  if (!IsOfPicture(TurnedOn(disc, turn), share, ring.tone * 255 / paper)) return false;
  const double reach = ring.radius;
  const cv::Rect box(cv::Point(cvFloor(ring.centre.x - reach), cvFloor(ring.centre.y - reach)),
                     cv::Point(cvCeil(ring.centre.x + reach), cvCeil(ring.centre.y + reach)));
  const cv::Rect on_page = box & cv::Rect(cv::Point(), page->size());
  cv::Mat rows(on_page.size(), CV_32F), columns(on_page.size(), CV_32F), left;
  for (int y = 0; y < on_page.height; ++y)
    for (int x = 0; x < on_page.width; ++x) {
      const double dx = on_page.x + x - ring.centre.x, dy = on_page.y + y - ring.centre.y;
      const double angle = std::atan2(dy, dx);
      rows.at<float>(y, x) = static_cast<float>(
          std::fmod(angle * kDirections / (2 * kPi) + turn + 2 * kDirections, kDirections));
      columns.at<float>(y, x) =
          static_cast<float>(std::hypot(dx, dy) / ring.MiddleAt(angle) * kSteps);
    }
  cv::remap(share, left, columns, rows, cv::INTER_LINEAR, cv::BORDER_CONSTANT, 255);
  for (int y = 0; y < on_page.height; ++y) {
    uint8_t* row = page->ptr<uint8_t>(on_page.y + y) + on_page.x;
    for (int x = 0; x < on_page.width; ++x) {
      const int share_here = left.at<uint8_t>(y, x);
      if (share_here < 255)
        row[x] = static_cast<uint8_t>(std::min(paper, row[x] * 255.0 / share_here));
    }
  }
  return true;
}

}  // namespace juesuan
