#include "base/level_frame.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace juesuan {
namespace {

constexpr double kSameEnd = 0.01;   // of a ruling's width
constexpr double kSameLevel = 2.2;  // points between the strokes of a doubled ruling
constexpr double kBreak = 0.015;    // of the width: a break in the print
constexpr double kShortest = 60;    // points: a frame is wider
constexpr double kTable = 240;      // points: a table that goes over pages is wider
constexpr double kHeader = 150;     // points: a header is lower

bool EndsWith(const LevelFrame& frame, const Ruling& ruling) {
  const double slack = std::max(kSameLevel, kSameEnd * (frame.x1 - frame.x0));
  return std::abs(ruling.from - frame.x0) <= slack && std::abs(ruling.to - frame.x1) <= slack;
}

bool Inside(const LevelFrame& frame, const Ruling& ruling) {
  const double slack = std::max(kSameLevel, kSameEnd * (frame.x1 - frame.x0));
  return ruling.from >= frame.x0 - slack && ruling.to <= frame.x1 + slack &&
         ruling.at > frame.levels.front() + kSameLevel &&
         ruling.at < frame.levels.back() - kSameLevel;
}

// The level rulings, strokes of one line that a small break parts joined; top to bottom.
std::vector<Ruling> LevelRulings(const std::vector<Ruling>& rulings) {
  std::vector<Ruling> level;
  for (const Ruling& ruling : rulings)
    if (ruling.horizontal) level.push_back(ruling);
  std::sort(level.begin(), level.end(), [](const Ruling& a, const Ruling& b) {
    return std::tie(a.at, a.from, a.to) < std::tie(b.at, b.from, b.to);
  });
  std::vector<Ruling> joined;
  for (const Ruling& ruling : level) {
    auto before = std::find_if(joined.begin(), joined.end(), [&](const Ruling& other) {
      const double width = std::max(other.to, ruling.to) - std::min(other.from, ruling.from);
      const double gap = std::max(other.from, ruling.from) - std::min(other.to, ruling.to);
      return ruling.at - other.at <= kSameLevel && gap <= kBreak * width;
    });
    if (before == joined.end()) {
      joined.push_back(ruling);
    } else {
      before->from = std::min(before->from, ruling.from);
      before->to = std::max(before->to, ruling.to);
    }
  }
  return joined;
}

}  // namespace

bool LevelFrame::MayBeOpen() const { return levels.back() - levels.front() <= kHeader; }

std::vector<LevelFrame> FindLevelFrames(const std::vector<Ruling>& rulings) {
  std::vector<Ruling> level = LevelRulings(rulings);
  std::vector<Ruling> widest = level;
  std::stable_sort(widest.begin(), widest.end(), [](const Ruling& a, const Ruling& b) {
    return a.to - a.from > b.to - b.from + kSameLevel;
  });
  std::vector<LevelFrame> frames;
  for (const Ruling& ruling : widest) {
    if (ruling.to - ruling.from < kShortest) break;
    if (std::any_of(frames.begin(), frames.end(), [&](const LevelFrame& frame) {
          return EndsWith(frame, ruling) || Inside(frame, ruling);
        }))
      continue;
    LevelFrame frame{ruling.from, ruling.to, {}, {}};
    for (const Ruling& other : level)
      if (EndsWith(frame, other)) frame.levels.push_back(other.at);
    if (frame.levels.size() < 2) continue;
    for (const Ruling& other : level)
      if (!EndsWith(frame, other) && Inside(frame, other)) frame.parts.push_back(other);
    frames.push_back(std::move(frame));
  }
  return frames;
}

std::vector<LevelFrame> FindFramesOfColumns(const std::vector<Ruling>& rulings) {
  std::vector<LevelFrame> frames = FindLevelFrames(rulings);
  const std::vector<Ruling> level = LevelRulings(rulings);
  const bool only = level.size() == 1 && level.size() == rulings.size();
  if (frames.empty() && only && level[0].to - level[0].from >= kTable)
    frames.push_back({level[0].from, level[0].to, {0, level[0].at}, {}});
  return frames;
}

}  // namespace juesuan
