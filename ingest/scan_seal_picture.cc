#include "ingest/scan_seal_picture.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "ingest/scan_image.h"
#include "ingest/scan_light.h"
#include "ingest/scan_ring.h"

namespace juesuan {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr int kDirections = 2048, kSteps = 384;
constexpr int kCoarse = 8;             // by which a first look at the turn is coarser
constexpr int kBare = 240;             // of 255: paper but for noise
constexpr int kLighter = 40;           // of 255, by which a page is lighter than the seal would be
constexpr double kMostLighter = 0.04;  // of the seal's ink that is: another seal
constexpr double kLeastShown =
    0.8;                            // of a page's plain ink of the seal's tone that the picture has
constexpr double kLeastInk = 0.01;  // of the disc
constexpr int kTone = 14;           // grey levels by which one ink scatters
constexpr int kAstray = 3;          // directions and steps, half of them to each side
constexpr int kRounds = 4;          // of settling
constexpr double kMostMoved = 0.01;    // of the radius, in one of them
constexpr double kPrintOff = 70;       // of 255, by which print takes a pixel off the picture
constexpr double kNoise = 8;           // grey levels
constexpr size_t kEnoughForDoubt = 4;  // pages of which one may be lighter than the seal

// A ring on a page and how the picture lies in it.
struct Place {
  Ring ring;
  double turn = 0;  // radians by which the page's seal is turned against the picture
};

// The disc of a ring in the form of SealPicture: 255 paper. Bare where the ring's stroke was.
cv::Mat Unrolled(const cv::Mat& page, const Place& place, double paper) {
  const Ring& ring = place.ring;
  cv::Mat x(kDirections, kSteps, CV_32F), y(x.size(), CV_32F), out;
  for (int i = 0; i < kDirections; ++i) {
    const double angle = i * 2 * kPi / kDirections + place.turn, middle = ring.MiddleAt(angle);
    for (int k = 0; k < kSteps; ++k) {
      const double r = middle * k / kSteps;
      x.at<float>(i, k) = static_cast<float>(ring.centre.x + r * std::cos(angle));
      y.at<float>(i, k) = static_cast<float>(ring.centre.y + r * std::sin(angle));
    }
  }
  cv::remap(page, out, x, y, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
  out.convertTo(out, CV_8U, 255 / paper);
  out.colRange(cvFloor((1 - ring.inner / ring.radius) * kSteps), kSteps).setTo(255);
  return out;
}

cv::Rect SquareOf(const Ring& ring, const cv::Size& page) {
  const cv::Rect box(
      cv::Point(cvFloor(ring.centre.x - ring.radius), cvFloor(ring.centre.y - ring.radius)),
      cv::Point(cvCeil(ring.centre.x + ring.radius), cvCeil(ring.centre.y + ring.radius)));
  return box & cv::Rect(cv::Point(), page);
}

// The picture as it lies in `square` of the page; 255 outside the ring.
cv::Mat LaidOut(const cv::Mat& picture, const Place& place, const cv::Rect& square) {
  const Ring& ring = place.ring;
  // The first row once more after the last: directions are a circle.
  cv::Mat closed, rows(square.size(), CV_32F), columns(square.size(), CV_32F), out;
  cv::vconcat(picture, picture.row(0), closed);
  for (int y = 0; y < square.height; ++y)
    for (int x = 0; x < square.width; ++x) {
      const double dx = square.x + x - ring.centre.x, dy = square.y + y - ring.centre.y;
      const double angle = std::atan2(dy, dx);
      double turned = std::fmod(angle - place.turn, 2 * kPi);
      if (turned < 0) turned += 2 * kPi;
      rows.at<float>(y, x) = static_cast<float>(turned / (2 * kPi) * kDirections);
      columns.at<float>(y, x) =
          static_cast<float>(std::hypot(dx, dy) / ring.MiddleAt(angle) * kSteps);
    }
  cv::remap(closed, out, columns, rows, cv::INTER_LINEAR, cv::BORDER_CONSTANT, 255);
  return out;
}

// Moves, turns and stretches `place` by fractions of a pixel until the picture lies as the page has
// it: least squares along the picture's slopes, without the pixels that print makes another.
void Settle(const cv::Mat& page, const cv::Mat& picture, double paper, Place* place) {
  for (int round = 0; round < kRounds; ++round) {
    const cv::Rect square = SquareOf(place->ring, page.size());
    const cv::Mat laid = LaidOut(picture, *place, square);
    cv::Mat slope_x, slope_y;
    cv::Sobel(laid, slope_x, CV_32F, 1, 0, 3, 1.0 / 8);
    cv::Sobel(laid, slope_y, CV_32F, 0, 1, 3, 1.0 / 8);
    cv::Matx44d normal = cv::Matx44d::zeros();
    cv::Vec4d right;
    for (int y = 0; y < square.height; ++y)
      for (int x = 0; x < square.width; ++x) {
        const double along = slope_x.at<float>(y, x), down = slope_y.at<float>(y, x);
        const double off =
            page.at<uint8_t>(square.y + y, square.x + x) * 255 / paper - laid.at<uint8_t>(y, x);
        if (std::fabs(off) > kPrintOff || std::fabs(along) + std::fabs(down) < 1) continue;
        const double dx = square.x + x - place->ring.centre.x;
        const double dy = square.y + y - place->ring.centre.y;
        const cv::Vec4d by(along, down, down * dx - along * dy, along * dx + down * dy);
        normal += by * by.t();
        right -= off * by;
      }
    cv::Vec4d move;
    if (!cv::solve(normal, right, move, cv::DECOMP_CHOLESKY)) return;
    if (std::hypot(move[0], move[1]) > kMostMoved * place->ring.radius ||
        std::max(std::fabs(move[2]), std::fabs(move[3])) > kMostMoved)
      return;
    place->ring.centre += cv::Point2d(move[0], move[1]);
    place->turn += move[2];
    place->ring.radius *= 1 + move[3];
  }
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
  const int near = kCoarse * best(0, size.height - 1,
                                  [&](int turn) { return Alike(coarse, coarse_like, turn); });
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

// The lightest that the discs have at each place tells where ink is; how much paper it leaves there
// the second lightest tells better, if there are enough: noise and what lies astray make the
// lightest too light.
cv::Mat LightestOf(const std::vector<cv::Mat>& discs) {
  cv::Mat first = discs[0].clone(), second = cv::Mat::zeros(first.size(), CV_8U);
  for (size_t i = 1; i < discs.size(); ++i) {
    cv::Mat lower;
    cv::min(first, discs[i], lower);
    cv::max(second, lower, second);
    cv::max(first, discs[i], first);
  }
  if (discs.size() < kEnoughForDoubt) return first;
  cv::Mat ink;
  cv::dilate(first < kBare, ink, cv::Mat::ones(kAstray, kAstray, CV_8U));
  second.copyTo(first, ink);
  return first;
}

}  // namespace

namespace {

struct SealedPage {
  cv::Mat page;  // evenly lit, without the ring's stroke
  double paper;
  Place place;
};

std::vector<SealedPage> SealedOf(const std::vector<Raster>& pages) {
  std::vector<SealedPage> out;
  for (const Raster& raster : pages) {
    const cv::Mat grey = ViewOf(raster);
    const double paper = PaperGrey(grey);
    cv::Mat page = EvenlyLit(grey, PaperAround(grey, raster.dpi), paper);
    for (const Ring& ring : FindRings(page, paper, raster.dpi)) {
      LiftRing(ring, paper, &page);
      out.push_back({page, paper, {ring, 0}});
    }
  }
  return out;
}

double TurnOf(const cv::Mat& disc, const cv::Mat& like) {
  return -TurnTo(disc, like) * 2 * kPi / kDirections;
}

std::vector<cv::Mat> DiscsOf(const std::vector<SealedPage>& sealed) {
  std::vector<cv::Mat> discs;
  for (const SealedPage& one : sealed) discs.push_back(Unrolled(one.page, one.place, one.paper));
  return discs;
}

}  // namespace

std::optional<SealPicture> PictureSeal(const std::vector<Raster>& pages) {
  std::vector<SealedPage> sealed = SealedOf(pages);
  if (sealed.size() < 2) return std::nullopt;
  std::vector<cv::Mat> discs = DiscsOf(sealed);
  for (size_t i = 1; i < sealed.size(); ++i) sealed[i].place.turn = TurnOf(discs[i], discs[0]);
  discs = DiscsOf(sealed);
  cv::Mat share = LightestOf(discs);
  for (SealedPage& one : sealed) Settle(one.page, share, one.paper, &one.place);
  discs = DiscsOf(sealed);
  share = LightestOf(discs);
  for (size_t i = 0; i < sealed.size(); ++i)
    if (!IsOfPicture(discs[i], share, sealed[i].place.ring.tone * 255 / sealed[i].paper))
      return std::nullopt;
  share.setTo(255, share >= kBare);
  if (cv::countNonZero(share < 255) < kLeastInk * static_cast<double>(share.total()))
    return std::nullopt;
  return SealPicture{RasterOf(share, pages.front().dpi)};
}

bool LiftPicture(const SealPicture& picture, const Ring& ring, double paper, cv::Mat* page) {
  const cv::Mat share = ViewOf(picture.share);
  Place place{ring, 0};
  place.turn = TurnOf(Unrolled(*page, place, paper), share);
  Settle(*page, share, paper, &place);
  if (!IsOfPicture(Unrolled(*page, place, paper), share, ring.tone * 255 / paper)) return false;
  const cv::Rect square = SquareOf(place.ring, page->size());
  cv::Mat darker;
  cv::erode(share, darker, cv::Mat::ones(kAstray, kAstray, CV_8U));
  const cv::Mat left = LaidOut(share, place, square), least = LaidOut(darker, place, square);
  for (int y = 0; y < square.height; ++y) {
    uint8_t* row = page->ptr<uint8_t>(square.y + y) + square.x;
    for (int x = 0; x < square.width; ++x) {
      const int share_here = left.at<uint8_t>(y, x), least_here = least.at<uint8_t>(y, x);
      if (least_here == 255) continue;
      const bool bare = row[x] > least_here * paper / 255 - kNoise;
      row[x] = static_cast<uint8_t>(bare ? paper : std::min(paper, row[x] * 255.0 / share_here));
    }
  }
  return true;
}

}  // namespace juesuan
