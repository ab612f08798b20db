// Rulings that a scan of black and white leaves in pieces: where a thin one leans, it lies between
// two rows of pixels now and then, and neither is dark enough.
#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "base/geometry.h"

namespace juesuan {

// What is printed on a page: 255, pixels of `dpi`; both again with columns as rows.
struct PrintedInk {
  const cv::Mat& rows;
  const cv::Mat& columns;
  double dpi;
};

// Joins pieces of one axis over such breaks, where hardly anything is printed close to what becomes
// one.
void JoinBroken(const PrintedInk& ink, std::vector<Ruling>* pieces);

// Draws rulings that end within a break of the next of `borders` out to it.
void MendEnds(const PrintedInk& ink, const std::vector<Ruling>& borders,
              std::vector<Ruling>* rulings);

}  // namespace juesuan
