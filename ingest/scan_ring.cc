#include "ingest/scan_ring.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "ingest/scan_image.h"

namespace juesuan {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kSearchDpi = 75;                      // for rings
constexpr double kLeastRadius = 38, kMostRadius = 72;  // points; seals have 38 to 45 mm
constexpr double kStray = 2;                           // points by which a ring may lie off
constexpr int kEdge = 80, kVotes = 45;                 // of Hough's circles
constexpr double kLooksClosed = 0.7;                   // of a coarse circle that is seen, at least
constexpr double kClosed = 0.85;                       // … of the ring fitted to it
constexpr double kRingContrast = 50;  // grey levels by which it is darker than the page
constexpr double kWidest = 7;         // points; of the stroke with its rims
constexpr double kReach = 6;   // points to both sides of the stroke's middle that are looked at
constexpr double kStep = 0.5;  // pixels between samples across the stroke
constexpr int kDirections = 720;
constexpr int kRounds = 11;
constexpr int kTerms = 5;           // of the strays' Fourier series: place, size, ellipse
constexpr double kOutlier = 1.2;    // pixels off the series: print, not the ring
constexpr double kNoise = 8;        // grey levels
constexpr double kRimShare = 0.06;  // of the depth that is left where a rim ends

// The share of a circle, in pixels, on which `grey` is darker than `dark` close by.
double SeenOf(const cv::Mat& grey, const cv::Vec3f& circle, double stray, double dark) {
  constexpr int kLooks = 180;
  int seen = 0;
  for (int i = 0; i < kLooks; ++i) {
    const double angle = i * 2 * kPi / kLooks;
    bool met = false;
    for (double off = -stray; off <= stray && !met; off += 0.5) {
      const double r = static_cast<double>(circle[2]) + off;
      const int x = static_cast<int>(static_cast<double>(circle[0]) + r * std::cos(angle));
      const int y = static_cast<int>(static_cast<double>(circle[1]) + r * std::sin(angle));
      met = x >= 0 && y >= 0 && x < grey.cols && y < grey.rows && grey.at<uint8_t>(y, x) < dark;
    }
    seen += met ? 1 : 0;
  }
  return seen / static_cast<double>(kLooks);
}

// Coarse circles of the size of seals, on most of which the page is darker than `dark`.
std::vector<cv::Vec3f> CirclesSeen(const cv::Mat& page, double dark, double dpi) {
  cv::Mat small;
  const double scale = kSearchDpi / dpi;
  cv::resize(page, small, {}, scale, scale, cv::INTER_AREA);
  std::vector<cv::Vec3f> circles, seen;
  cv::HoughCircles(small, circles, cv::HOUGH_GRADIENT, 1, PixelsOf(kLeastRadius, kSearchDpi), kEdge,
                   kVotes, PixelsOf(kLeastRadius, kSearchDpi), PixelsOf(kMostRadius, kSearchDpi));
  for (const cv::Vec3f& found : circles) {
    const cv::Vec3f circle = found * (1 / scale);
    if (SeenOf(page, circle, PixelsOf(kStray, dpi), dark) >= kLooksClosed) seen.push_back(circle);
  }
  return seen;
}

std::array<double, kTerms> TermsOf(double angle) {
  return {1, std::cos(angle), std::sin(angle), std::cos(2 * angle), std::sin(2 * angle)};
}

double AngleOf(int direction) { return direction * 2 * kPi / kDirections; }

double At(const std::array<double, kTerms>& series, double angle) {
  const std::array<double, kTerms> terms = TermsOf(angle);
  return std::inner_product(series.begin(), series.end(), terms.begin(), 0.0);
}

// One row a direction, one column each kStep from -kReach to kReach about the ring's middle.
cv::Mat Unrolled(const cv::Mat& page, const Ring& ring, double reach) {
  const int half = static_cast<int>(reach / kStep);
  cv::Mat x(kDirections, 2 * half + 1, CV_32F), y(x.size(), CV_32F), out;
  for (int i = 0; i < kDirections; ++i) {
    const double angle = AngleOf(i), middle = ring.radius + ring.strays[static_cast<size_t>(i)];
    for (int k = -half; k <= half; ++k) {
      const double r = middle + k * kStep;
      x.at<float>(i, k + half) = static_cast<float>(ring.centre.x + r * std::cos(angle));
      y.at<float>(i, k + half) = static_cast<float>(ring.centre.y + r * std::sin(angle));
    }
  }
  cv::remap(page, out, x, y, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  return out;
}

uint8_t MedianOf(std::vector<uint8_t>* values) {
  const auto middle = values->begin() + static_cast<std::ptrdiff_t>(values->size() / 2);
  std::nth_element(values->begin(), middle, values->end());
  return *middle;
}

// Over all directions: print crosses only few of them.
std::vector<float> ProfileOf(const cv::Mat& unrolled) {
  std::vector<float> profile;
  std::vector<uint8_t> values(static_cast<size_t>(unrolled.rows));
  for (int k = 0; k < unrolled.cols; ++k) {
    for (int i = 0; i < unrolled.rows; ++i)
      values[static_cast<size_t>(i)] = unrolled.at<uint8_t>(i, k);
    profile.push_back(MedianOf(&values));
  }
  return profile;
}

// By how many steps row `i` lies off the profile, at most `most`; print, which is darker than the
// profile, counts no more than `cap`.
int OffOf(const cv::Mat& unrolled, int i, const std::vector<float>& profile, int most, float cap) {
  const uint8_t* row = unrolled.ptr<uint8_t>(i);
  int best = 0;
  float least = 1e9F;
  for (int off = -most; off <= most; ++off) {
    float sum = 0;
    for (int k = most; k < unrolled.cols - most; ++k)
      sum += std::min(cap, std::fabs(row[k + off] - profile[static_cast<size_t>(k)]));
    // The nearest of equals.
    if (sum + 0.01F * static_cast<float>(std::abs(off)) < least) {
      least = sum + 0.01F * static_cast<float>(std::abs(off));
      best = off;
    }
  }
  return best;
}

// Of the Fourier series through the offsets, in pixels, without those that lie far off it.
std::array<double, kTerms> SeriesThrough(const std::vector<double>& offs) {
  std::array<double, kTerms> series{};
  std::vector<double> fitted(offs.size(), 0);
  for (int round = 0; round < 5; ++round) {
    cv::Mat normal = cv::Mat::zeros(kTerms, kTerms, CV_64F),
            right = cv::Mat::zeros(kTerms, 1, CV_64F);
    for (size_t i = 0; i < offs.size(); ++i) {
      if (round > 0 && std::fabs(offs[i] - fitted[i]) > kOutlier * (round == 1 ? 2 : 1)) continue;
      const auto terms = TermsOf(AngleOf(static_cast<int>(i)));
      for (int a = 0; a < kTerms; ++a) {
        right.at<double>(a) += terms[a] * offs[i];
        for (int b = 0; b < kTerms; ++b) normal.at<double>(a, b) += terms[a] * terms[b];
      }
    }
    cv::Mat solved;
    if (!cv::solve(normal, right, solved, cv::DECOMP_CHOLESKY)) return {};
    for (size_t a = 0; a < kTerms; ++a) series[a] = solved.at<double>(static_cast<int>(a));
    for (size_t i = 0; i < offs.size(); ++i) fitted[i] = At(series, AngleOf(static_cast<int>(i)));
  }
  return series;
}

// Puts the darkest place of the profile in its middle and notes where its rims end.
void Measure(double paper, Ring* ring) {
  const std::vector<float>& profile = ring->profile;
  const int half = static_cast<int>(profile.size() / 2);
  const auto at = [&](int k) {
    return static_cast<double>(profile[static_cast<size_t>(half + k)]);
  };
  int darkest = 0;
  const int near = half / 2;
  for (int k = -near; k <= near; ++k)
    if (at(k) < at(darkest)) darkest = k;
  ring->tone = at(darkest);
  constexpr int kMargin = 3;  // samples
  const double end = paper - std::max(6.0, kRimShare * (paper - ring->tone));
  int in = darkest, out = darkest;
  while (in > kMargin - half && at(in) < end) --in;
  while (out < half - kMargin && at(out) < end) ++out;
  ring->inner = -in * kStep;
  ring->outer = out * kStep;
}

Ring Fit(const cv::Mat& page, const cv::Vec3f& circle, double paper, double dpi) {
  Ring ring;
  ring.centre = {circle[0], circle[1]};
  ring.radius = circle[2];
  ring.strays.assign(kDirections, 0);
  const double reach = kReach * dpi / 72;
  for (int round = 0; round <= kRounds; ++round) {
    const cv::Mat unrolled = Unrolled(page, ring, reach);
    ring.profile = ProfileOf(unrolled);
    Measure(paper, &ring);
    if (round == kRounds) break;
    if (round % 2 == 0 && round + 1 < kRounds) {
      // The coarse circle may lie beside the stroke.
      ring.radius += (ring.outer - ring.inner) / 2;
      continue;
    }
    const int most = static_cast<int>(kStray * dpi / 72 / kStep);
    const float cap = static_cast<float>(0.5 * (paper - ring.tone));
    std::vector<double> offs;
    for (int i = 0; i < kDirections; ++i)
      offs.push_back(kStep * OffOf(unrolled, i, ring.profile, most, cap));
    std::array<double, kTerms> series = SeriesThrough(offs);
    ring.radius += std::exchange(series[0], 0);
    ring.centre += cv::Point2d(std::exchange(series[1], 0), std::exchange(series[2], 0));
    for (int i = 0; i < kDirections; ++i)
      ring.strays[static_cast<size_t>(i)] += At(series, AngleOf(i));
  }
  return ring;
}

// The share of the directions in which the stroke's middle is as dark as half its ink.
double ClosedShare(const cv::Mat& page, const Ring& ring, double paper) {
  const cv::Mat unrolled = Unrolled(page, ring, kStep);
  int closed = 0;
  for (int i = 0; i < unrolled.rows; ++i)
    closed += unrolled.at<uint8_t>(i, 1) < (paper + ring.tone) / 2 ? 1 : 0;
  return closed / static_cast<double>(unrolled.rows);
}

}  // namespace

double Ring::MiddleAt(double angle) const {
  double at = angle / (2 * kPi) * kDirections;
  if (at < 0) at += kDirections;
  const double floor = std::floor(at);
  const auto i = static_cast<size_t>(floor) % kDirections, next = (i + 1) % kDirections;
  return radius + strays[i] + (at - floor) * (strays[next] - strays[i]);
}

bool MayHaveRings(const cv::Mat& page, double paper, double dpi) {
  return !CirclesSeen(page, paper - kRingContrast / 2, dpi).empty();
}

std::vector<Ring> FindRings(const cv::Mat& page, double paper, double dpi) {
  std::vector<Ring> rings;
  for (const cv::Vec3f& circle : CirclesSeen(page, paper - kRingContrast, dpi)) {
    Ring ring = Fit(page, circle, paper, dpi);
    if (paper - ring.tone >= kRingContrast && ring.inner + ring.outer < kWidest * dpi / 72 &&
        ClosedShare(page, ring, paper) >= kClosed)
      rings.push_back(std::move(ring));
  }
  return rings;
}

void LiftRing(const Ring& ring, double paper, cv::Mat* page) {
  const double reach = ring.radius + ring.outer + 4;
  const cv::Rect box = cv::Rect(cv::Point(static_cast<int>(ring.centre.x - reach),
                                          static_cast<int>(ring.centre.y - reach)),
                                cv::Point(static_cast<int>(ring.centre.x + reach),
                                          static_cast<int>(ring.centre.y + reach))) &
                       cv::Rect(cv::Point(), page->size());
  const double half = static_cast<double>(ring.profile.size() / 2);
  for (int y = box.y; y < box.y + box.height; ++y) {
    uint8_t* row = page->ptr<uint8_t>(y);
    for (int x = box.x; x < box.x + box.width; ++x) {
      const double dx = x - ring.centre.x, dy = y - ring.centre.y;
      const double off = std::hypot(dx, dy) - ring.MiddleAt(std::atan2(dy, dx));
      if (off < -ring.inner || off > ring.outer) continue;
      const double at = half + off / kStep;
      const auto below = static_cast<size_t>(at);
      const double part = at - std::floor(at);
      const double under =
          ring.profile[below] + part * (ring.profile[below + 1] - ring.profile[below]);
      if (under >= paper) continue;
      // Half a pixel astray it would be as dark as that: a bare rim.
      const bool bare =
          row[x] > *std::min_element(&ring.profile[below - 1], &ring.profile[below + 3]) - kNoise;
      row[x] = static_cast<uint8_t>(bare ? paper : std::min(paper, row[x] * paper / under));
    }
  }
}

}  // namespace juesuan
