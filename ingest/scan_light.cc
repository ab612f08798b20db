#include "ingest/scan_light.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

#include "ingest/scan_image.h"

namespace juesuan {
namespace {

constexpr double kCoarseDpi = 36;  // at which noise and print strokes are averaged away
constexpr double kWindow = 60;     // points; wider than a mark's strokes and than shaded rows
constexpr double kDarkest = 0.6;   // of the page's paper: what is darker is no paper

}  // namespace

cv::Mat PaperAround(const cv::Mat& grey, double dpi) {
  cv::Mat coarse, around;
  const double scale = std::min(1.0, kCoarseDpi / dpi);
  cv::resize(grey, coarse, {}, scale, scale, cv::INTER_AREA);
  const int window = PixelsOf(kWindow, dpi * scale) | 1;
  cv::dilate(coarse, coarse, cv::Mat::ones(window, window, CV_8U));
  cv::blur(coarse, coarse, {window, window}, {-1, -1}, cv::BORDER_REPLICATE);
  cv::max(coarse, kDarkest * PaperGrey(grey), coarse);
  cv::resize(coarse, around, grey.size(), 0, 0, cv::INTER_LINEAR);
  return around;
}

cv::Mat EvenlyLit(const cv::Mat& grey, const cv::Mat& around, double paper) {
  cv::Mat even;
  cv::divide(grey, around, even, paper);
  return even;
}

double PaperGrey(const cv::Mat& grey) {
  // Equal neighbours are common: to count them in turn would wait for each count.
  std::array<std::array<int, 256>, 4> counts{};
  for (int y = 0; y < grey.rows; ++y) {
    const uint8_t* row = grey.ptr<uint8_t>(y);
    for (int x = 0; x < grey.cols; ++x) ++counts[static_cast<size_t>(x) % 4][row[x]];
  }
  std::array<int, 256>& count = counts[0];
  for (size_t i = 0; i < count.size(); ++i) count[i] += counts[1][i] + counts[2][i] + counts[3][i];
  return static_cast<double>(std::max_element(count.begin() + 128, count.end()) - count.begin());
}

}  // namespace juesuan
