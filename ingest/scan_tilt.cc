#include "ingest/scan_tilt.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/geometry.h"
#include "ingest/scan_image.h"
#include "ingest/scan_turn.h"

namespace juesuan {
namespace {

constexpr double kRadians = 3.14159265358979323846 / 180;
constexpr double kMargin = 0.03;     // of the page: the scanner's lid does not lean with the paper
constexpr double kDistinct = 1.12;   // best score against the usual one
constexpr double kLeastTilt = 0.03;  // degrees; below, resampling costs more than it gives
constexpr size_t kLeastEdges = 200;

struct Edge {
  float along, across;  // pixels from the page's centre
};

// Edges where paper turns to ink, going down along every `step`-th column of `ink`.
std::vector<Edge> UpperEdges(const cv::Mat& ink, int step) {
  std::vector<Edge> edges;
  const int x0 = static_cast<int>(ink.cols * kMargin), y0 = static_cast<int>(ink.rows * kMargin);
  for (int y = y0 + 1; y < ink.rows - y0; ++y) {
    const uint8_t* above = ink.ptr<uint8_t>(y - 1);
    const uint8_t* row = ink.ptr<uint8_t>(y);
    for (int x = x0; x < ink.cols - x0; x += step) {
      if (row[x] != 0 && above[x] == 0)
        edges.push_back({static_cast<float>(x - ink.cols / 2), static_cast<float>(y)});
    }
  }
  return edges;
}

// How much the edges crowd into few rows when the page is turned back by `degrees`.
double Crowding(const std::vector<Edge>& edges, double degrees, size_t rows) {
  std::vector<float> count(rows + 2, 0);
  const auto slope = static_cast<float>(std::tan(degrees * kRadians));
  for (const Edge& edge : edges) {
    const float at = edge.across - edge.along * slope;
    if (at < 0 || at >= static_cast<float>(rows)) continue;
    const auto cell = static_cast<size_t>(at);
    const float part = at - static_cast<float>(cell);
    count[cell] += 1 - part;
    count[cell + 1] += part;
  }
  double sum = 0;
  for (const float c : count) sum += static_cast<double>(c) * static_cast<double>(c);
  return sum;
}

class Profile {
 public:
  Profile(std::vector<Edge> edges, int rows, double sign)
      : edges_(std::move(edges)), rows_(static_cast<size_t>(rows)), sign_(sign) {
    std::vector<double> scores;
    for (double a = -kMostTilt; a <= kMostTilt; a += 0.5) scores.push_back(Raw(a));
    std::nth_element(scores.begin(), scores.begin() + 6, scores.end());
    usual_ = scores[6];
  }
  bool HasEnough() const { return edges_.size() >= kLeastEdges && usual_ > 0; }
  double Score(double degrees) const { return HasEnough() ? Raw(degrees) / usual_ : 0; }

 private:
  double Raw(double degrees) const { return Crowding(edges_, sign_ * degrees, rows_); }
  std::vector<Edge> edges_;
  size_t rows_;
  double sign_;
  double usual_ = 0;
};

// Pixels clearly darker than the paper around them; light marks are left out.
cv::Mat DarkInk(const cv::Mat& grey) {
  cv::Mat ink;
  const double otsu = cv::threshold(grey, ink, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
  if (otsu > 160) cv::threshold(grey, ink, 160, 255, cv::THRESH_BINARY_INV);
  return ink;
}

// The usual grey of the page: what lies beyond its edges after turning must make no edge of its
// own.
uint8_t PaperOf(const cv::Mat& grey) {
  std::vector<uint8_t> sample;
  for (int y = 0; y < grey.rows; y += 16) {
    for (int x = 0; x < grey.cols; x += 16) sample.push_back(grey.at<uint8_t>(y, x));
  }
  const auto middle = sample.begin() + static_cast<std::ptrdiff_t>(sample.size() / 2);
  std::nth_element(sample.begin(), middle, sample.end());
  return *middle;
}

}  // namespace

double FindTilt(const Raster& grey) {
  const cv::Mat ink = DarkInk(ViewOf(grey));
  cv::Mat turned;
  cv::transpose(ink, turned);
  const int step = std::max(1, PixelsOf(1.5, grey.dpi));
  const Profile rows(UpperEdges(ink, step), ink.rows, 1);
  const Profile columns(UpperEdges(turned, step), turned.rows, -1);
  const auto score = [&](double a) { return rows.Score(a) + columns.Score(a); };
  double best = 0, best_score = score(0);
  double around = 0, width = kMostTilt;
  for (const double step_degrees : {0.2, 0.05, 0.0125}) {
    for (double a = around - width; a <= around + width + 1e-9; a += step_degrees) {
      const double s = score(a);
      if (s > best_score) {
        best_score = s;
        best = a;
      }
    }
    around = best;
    width = step_degrees;
  }
  const int profiles = (rows.HasEnough() ? 1 : 0) + (columns.HasEnough() ? 1 : 0);
  if (profiles == 0 || best_score < kDistinct * profiles) return 0;
  return std::fabs(best) < kLeastTilt ? 0 : Round2(best);
}

Raster Straighten(const Raster& grey, double tilt) {
  if (tilt == 0) return grey;
  return TurnBack(grey, tilt, PaperOf(ViewOf(grey)));
}

}  // namespace juesuan
