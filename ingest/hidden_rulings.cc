#include "ingest/hidden_rulings.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "ingest/page_rulings.h"

namespace juesuan {
namespace {

constexpr double kReach = 5;           // points from a ruling's axis to the end of one across
constexpr double kAcross = 40;         // points that a ruling is drawn out to the next at most
constexpr double kBetween = 120;       // … and between two pieces of one
constexpr double kLongestRun = 22;     // points hidden in one go, …
constexpr double kPieceShare = 0.8;    // … or so much of the shorter of two pieces
constexpr double kDrawnShare = 0.125;  // … or of the ruling that is drawn out
constexpr double kFewest = 0.92;       // share of the way that is ink or hidden

// The pixels on and beside row `row` at column `x`.
bool IsSet(const cv::Mat& mask, int row, int x) {
  return mask.at<uint8_t>(row - 1, x) != 0 || mask.at<uint8_t>(row, x) != 0 ||
         mask.at<uint8_t>(row + 1, x) != 0;
}

}  // namespace

const Ruling* NextAcross(const Ruling& ruling, int side, double least,
                         const std::vector<Ruling>& others) {
  const double end = side > 0 ? ruling.to : ruling.from;
  const Ruling* nearest = nullptr;
  for (const Ruling& other : others) {
    if (other.horizontal == ruling.horizontal || side * (other.at - end) <= least) continue;
    if (ruling.at < other.from - kReach || ruling.at > other.to + kReach) continue;
    if (nearest == nullptr || side * (nearest->at - other.at) > 0) nearest = &other;
  }
  return nearest;
}

HiddenRulings::HiddenRulings(const cv::Mat& ink, const cv::Mat& turned_ink, const cv::Mat& hidden,
                             const cv::Mat& turned_hidden, double dpi)
    : ink_(ink.clone()),
      turned_ink_(turned_ink.clone()),
      hidden_(hidden),
      turned_hidden_(turned_hidden),
      dpi_(dpi) {}

bool HiddenRulings::GoesOn(const Ruling& rest, double longest_run, double least_seen) const {
  const cv::Mat& ink = rest.horizontal ? ink_ : turned_ink_;
  const cv::Mat& hidden = rest.horizontal ? hidden_ : turned_hidden_;
  const double scale = dpi_ / 72;
  const int row = std::clamp(static_cast<int>(rest.at * scale), 1, ink.rows - 2);
  const int from = std::clamp(static_cast<int>(rest.from * scale), 0, ink.cols - 1);
  const int to = std::clamp(static_cast<int>(rest.to * scale), from, ink.cols);
  int on_way = 0, seen_way = 0, run = 0, longest = 0;
  for (int x = from; x < to; ++x) {
    const bool seen = IsSet(ink, row, x);
    const bool unseen = !seen && IsSet(hidden, row, x);
    on_way += seen || unseen ? 1 : 0;
    seen_way += seen ? 1 : 0;
    run = unseen ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return on_way >= kFewest * (to - from) && seen_way >= least_seen * (to - from) &&
         longest <= longest_run * scale;
}

void HiddenRulings::Join(std::vector<Ruling>* pieces) const {
  if (hidden_.empty()) return;
  const std::vector<Ruling> all = *pieces;
  for (Ruling& piece : *pieces) {
    const Ruling* next = nullptr;
    for (const Ruling& other : all) {
      if (other.horizontal != piece.horizontal || other.from <= piece.to ||
          other.from > piece.to + kBetween ||
          std::fabs(other.at - piece.at) > kScanPieces.same_axis)
        continue;
      if (next == nullptr || other.from < next->from) next = &other;
    }
    if (next == nullptr) continue;
    Ruling rest = piece;
    rest.from = piece.to;
    rest.to = next->from;
    const double shorter = std::min(piece.to - piece.from, next->to - next->from);
    if (GoesOn(rest, std::max(kLongestRun, kPieceShare * shorter), 0)) piece.to = next->from;
  }
}

void HiddenRulings::DrawOut(double least_seen, std::vector<Ruling>* rulings) const {
  if (hidden_.empty()) return;
  const std::vector<Ruling> all = *rulings;
  for (Ruling& ruling : *rulings) {
    const double longest = std::max(kLongestRun, kDrawnShare * (ruling.to - ruling.from));
    for (const int side : {-1, 1}) {
      while (const Ruling* next = NextAcross(ruling, side, kReach, all)) {
        Ruling rest = ruling;
        rest.from = side > 0 ? ruling.to : next->at;
        rest.to = side > 0 ? next->at : ruling.from;
        if (rest.to - rest.from > kAcross || !GoesOn(rest, longest, least_seen)) break;
        (side > 0 ? ruling.to : ruling.from) = next->at;
      }
    }
  }
}

}  // namespace juesuan
