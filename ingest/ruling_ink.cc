#include "ingest/ruling_ink.h"

#include <algorithm>

namespace juesuan {
namespace {

constexpr double kFreeFrom = 1.4, kFreeTo = 2.8;  // points beside an axis where print would be

}  // namespace

double Covered(const Ruling& ruling, const cv::Mat& ink, const cv::Mat& turned, double dpi) {
  const cv::Mat& mask = ruling.horizontal ? ink : turned;
  const double scale = dpi / 72;
  const int row = std::clamp(static_cast<int>(ruling.at * scale), 1, mask.rows - 2);
  const int from = std::clamp(static_cast<int>(ruling.from * scale), 0, mask.cols - 1);
  const int to = std::clamp(static_cast<int>(ruling.to * scale), from + 1, mask.cols);
  cv::Mat any;
  cv::reduce(mask(cv::Rect(from, row - 1, to - from, 3)), any, 0, cv::REDUCE_MAX);
  return cv::countNonZero(any) / static_cast<double>(to - from);
}

double PrintBeside(const Ruling& ruling, int side, const cv::Mat& mask, double dpi) {
  const double scale = dpi / 72;
  const int from = std::clamp(static_cast<int>(ruling.from * scale), 0, mask.cols - 1);
  const int to = std::clamp(static_cast<int>(ruling.to * scale), from + 1, mask.cols);
  const double near = ruling.at + side * kFreeFrom, far = ruling.at + side * kFreeTo;
  const int top = static_cast<int>(std::min(near, far) * scale);
  const int foot = static_cast<int>(std::max(near, far) * scale) + 1;
  if (top < 0 || foot > mask.rows) return 1;
  cv::Mat any;
  cv::reduce(mask(cv::Rect(from, top, to - from, foot - top)), any, 0, cv::REDUCE_MAX);
  return cv::countNonZero(any) / static_cast<double>(to - from);
}

}  // namespace juesuan
