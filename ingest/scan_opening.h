// Openings of masks by a line and their growth, for the scan_*.cc files alone.
#pragma once

#include <opencv2/core.hpp>

namespace juesuan {

// What is left of `mask` where at least `length` set pixels stand in a row (OpenLevel) or a column
// (OpenUpright). The same as OpenCV's opening, but that a line at the page's edge is no longer than
// what is seen of it, and the time does not grow with `length`. REQUIRES: one channel, every pixel
// 0 or 255; an upright `length` is at most 255.
cv::Mat OpenLevel(const cv::Mat& mask, int length);
cv::Mat OpenUpright(const cv::Mat& mask, int length);

// What lies within `reach` pixels of `mask`, level and upright: OpenCV's dilation by a square of
// 2 `reach` + 1. REQUIRES: the same of `mask`; `reach` at most 254.
cv::Mat Grow(const cv::Mat& mask, int reach);

}  // namespace juesuan
