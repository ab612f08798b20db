// Rulings that go on unseen under the strokes of a mark.
#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "base/geometry.h"

namespace juesuan {

// The nearest ruling that crosses the axis of `ruling` behind its end (`side` 1) or before its
// beginning (-1), `least` points from there or more; nullptr if there is none.
const Ruling* NextAcross(const Ruling& ruling, int side, double least,
                         const std::vector<Ruling>& others);

// What hides rulings on one page. A ruling goes on where its axis is ink or hidden; so far as a
// stroke is long that crosses it, not along one that lies on it, which may hide nothing.
class HiddenRulings {
 public:
  // 255 in the ink of print and in what may hide it, of one size, `dpi` of pixels; both again with
  // columns as rows. `hidden` empty: nothing is hidden, and nothing is changed.
  HiddenRulings(const cv::Mat& ink, const cv::Mat& turned_ink, const cv::Mat& hidden,
                const cv::Mat& turned_hidden, double dpi);

  // Joins pieces of one axis that go on behind the strokes of a mark.
  void Join(std::vector<Ruling>* pieces) const;
  // Draws rulings that end at a mark out, cell by cell, where `least_seen` of the way is ink.
  void DrawOut(double least_seen, std::vector<Ruling>* rulings) const;

 private:
  bool GoesOn(const Ruling& rest, double longest_run, double least_seen) const;

  cv::Mat ink_, turned_ink_, hidden_, turned_hidden_;
  double dpi_;
};

}  // namespace juesuan
