// Openings of masks by a line, for the scan_*.cc files alone.
#pragma once

#include <opencv2/core.hpp>

namespace juesuan {

// What is left of `mask` where at least `length` set pixels stand in a row (OpenLevel) or a column
// (OpenUpright). The same as OpenCV's opening, but that a line at the page's edge is no longer than
// what is seen of it, and the time does not grow with `length`. REQUIRES: one channel, every pixel
// 0 or 255; `length` at most 255.
cv::Mat OpenLevel(const cv::Mat& mask, int length);
cv::Mat OpenUpright(const cv::Mat& mask, int length);

}  // namespace juesuan
