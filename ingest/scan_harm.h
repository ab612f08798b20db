// Whether lifting a mark harmed the print, or left rests of the mark beside it.
#pragma once

#include <opencv2/core.hpp>

#include "base/raster.h"

namespace juesuan {

// 255 where no ink darker than `lightest_ink` is so near that what stands there might be the soft
// edge of a stroke.
cv::Mat AwayFromInk(const cv::Mat& page, double lightest_ink, double dpi);

// Whether more than traces of a mark stay on `page` in and beside `where` it was lifted, its print
// (elsewhere than `away`) apart. `around`: the paper's grey (ingest/scan_light.h).
bool AreRestsLeft(const cv::Mat& page, const cv::Mat& around, const cv::Mat& where,
                  const cv::Mat& away, double dpi);

// The part of `where` that a character's thin strokes may reach into: beside ink darker than
// `lightest_ink`.
Raster BesideInk(const cv::Mat& where, const cv::Mat& page, double lightest_ink, double dpi);

// Where the ink of a coloured mark was that left rests; empty if it left none. `page`: grey,
// without that ink; `ink`: 255 where it was, as large. `left`: it is known already to have left
// some, where they are told from print no more.
Raster RestsOfColour(const Raster& page, const Raster& ink, bool left);

}  // namespace juesuan
