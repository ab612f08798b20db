// How much ink lies on a ruling and beside it.
#pragma once

#include <opencv2/core.hpp>

#include "base/geometry.h"

namespace juesuan {

// The share of the length of `ruling` that is ink on its axis. `turned`: `ink` with columns as
// rows.
double Covered(const Ruling& ruling, const cv::Mat& ink, const cv::Mat& turned, double dpi);

// The share of the length of `ruling` that has print close over it (`side` -1) or under it (1) in
// `mask`, whose rows run along it.
double PrintBeside(const Ruling& ruling, int side, const cv::Mat& mask, double dpi);

}  // namespace juesuan
