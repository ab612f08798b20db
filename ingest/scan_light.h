// Uneven light on a scanned page.
#pragma once

#include <opencv2/core.hpp>

namespace juesuan {

// The grey of the bare paper around each pixel, as large as `grey`: the lightest within some 60
// points, averaged so that noise does not lift it. A photograph counts as dark paper only so far.
cv::Mat PaperAround(const cv::Mat& grey, double dpi);

// The page as if its paper were `paper` everywhere. `around`: of PaperAround.
cv::Mat EvenlyLit(const cv::Mat& grey, const cv::Mat& around, double paper);

// The grey of most light pixels.
double PaperGrey(const cv::Mat& grey);

}  // namespace juesuan
