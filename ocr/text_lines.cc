#include "ocr/text_lines.h"

#include <algorithm>
#include <cmath>

namespace juesuan {
namespace {

constexpr double kLowMark = 0.5;      // of a line's height: a 、 is no higher
constexpr double kNarrowMark = 0.7;   // … and no wider, as a dash is
constexpr double kOne = 0.3;          // of a line's height: a 1 is no wider, …
constexpr double kOnes = 1.4;         // … and two stand so much farther apart than other digits
constexpr double kBesideOne = 0.55;   // of a line's height: a gutter beside a 1 is wider
constexpr double kFootOfLine = 0.3;   // of a line's height: where it stands
constexpr double kLowStrip = 0.5;     // usual heights: a lower strip may be part of a line
constexpr double kLineHeight = 1.25;  // usual heights: what joined strips may reach
constexpr double kTwoLines = 1.7;     // usual heights: a higher strip may hold two lines
constexpr double kValley = 0.2;       // of the peak profile: few strokes cross
constexpr double kLeastLine = 0.55;   // usual heights: each side of a cut is at least that high

constexpr double kDot = 0.35;     // usual heights: a dot of a leader is neither broader nor higher
constexpr double kDotStep = 1.2;  // usual heights: dots farther apart are no leader
constexpr size_t kLeastDots = 8;

struct Strip {
  int y0 = 0, y1 = 0;
  int Height() const { return y1 - y0; }
};

std::vector<int> RowProfile(const Raster& mask) {
  std::vector<int> profile(static_cast<size_t>(mask.height), 0);
  for (int y = 0; y < mask.height; ++y) {
    const uint8_t* row = mask.Row(y);
    profile[y] = static_cast<int>(std::count(row, row + mask.width, uint8_t{255}));
  }
  return profile;
}

std::vector<Strip> StripsOf(const std::vector<int>& profile) {
  std::vector<Strip> strips;
  for (int y = 0; y < static_cast<int>(profile.size()); ++y) {
    if (!profile[y]) continue;
    if (strips.empty() || strips.back().y1 != y) strips.push_back({y, y});
    strips.back().y1 = y + 1;
  }
  return strips;
}

// Joins strips that are too low to be lines with a near neighbour, the nearest first.
std::vector<Strip> JoinLowStrips(std::vector<Strip> strips, double usual) {
  for (;;) {
    size_t best = strips.size();
    int best_gap = 0;
    for (size_t i = 0; i + 1 < strips.size(); ++i) {
      const int low = std::min(strips[i].Height(), strips[i + 1].Height());
      const int gap = strips[i + 1].y0 - strips[i].y1;
      const int joined = strips[i + 1].y1 - strips[i].y0;
      if (low >= kLowStrip * usual || joined > kLineHeight * usual) continue;
      if (best == strips.size() || gap < best_gap) {
        best = i;
        best_gap = gap;
      }
    }
    if (best == strips.size()) return strips;
    strips[best].y1 = strips[best + 1].y1;
    strips.erase(strips.begin() + static_cast<long>(best) + 1);
  }
}

// Cuts a strip where two or more lines touch.
void CutAtValleys(const Strip& strip, const std::vector<int>& profile, double usual,
                  std::vector<Strip>* out) {
  const int least = std::max(2, static_cast<int>(kLeastLine * usual));
  if (strip.Height() < kTwoLines * usual || strip.Height() < 2 * least) {
    out->push_back(strip);
    return;
  }
  const auto begin = profile.begin();
  const int peak = *std::max_element(begin + strip.y0, begin + strip.y1);
  const auto valley = std::min_element(begin + strip.y0 + least, begin + strip.y1 - least);
  if (*valley > kValley * peak) {
    out->push_back(strip);
    return;
  }
  const int at = static_cast<int>(valley - begin);
  CutAtValleys({strip.y0, at}, profile, usual, out);
  CutAtValleys({at, strip.y1}, profile, usual, out);
}

}  // namespace

std::vector<PixelBox> SplitIntoLines(const Raster& mask, double usual_height) {
  const std::vector<int> profile = RowProfile(mask);
  std::vector<Strip> cut;
  for (const Strip& strip : JoinLowStrips(StripsOf(profile), usual_height))
    CutAtValleys(strip, profile, usual_height, &cut);
  std::vector<PixelBox> lines;
  for (const Strip& strip : cut) {
    const PixelBox ink = InkBounds(mask, {0, strip.y0, mask.width, strip.y1});
    if (!ink.IsEmpty()) lines.push_back(ink);
  }
  return lines;
}

std::vector<PixelBox> SplitAtGaps(const Raster& mask, const PixelBox& line, double widest_gap) {
  std::vector<PixelBox> parts;
  int last_ink = -1, start = -1;
  const auto flush = [&] {
    if (start >= 0) parts.push_back(InkBounds(mask, {start, line.y0, last_ink + 1, line.y1}));
  };
  for (int x = line.x0; x < line.x1; ++x) {
    bool ink = false;
    for (int y = line.y0; y < line.y1 && !ink; ++y) ink = mask.Row(y)[x] != 0;
    if (!ink) continue;
    if (start < 0 || x - last_ink - 1 > widest_gap) {
      flush();
      start = x;
    }
    last_ink = x;
  }
  flush();
  return parts;
}

std::vector<PixelBox> SplitAtColumns(const Raster& mask, const PixelBox& line, double widest_gap,
                                     const std::vector<Gutter>& gutters) {
  const std::vector<PixelBox> strokes = SplitAtGaps(mask, line, 0);
  const double high = line.Height();
  const auto is_mark = [&](const PixelBox& stroke) {
    return stroke.Height() <= kLowMark * high && stroke.Width() <= kNarrowMark * high &&
           stroke.y1 >= line.y1 - kFootOfLine * high;
  };
  // In some typefaces a 、 stands in the middle of its line.
  const auto is_small = [&](const PixelBox& stroke) {
    return stroke.Height() <= kLowMark * high && stroke.Width() <= kLowMark * high;
  };
  const auto is_one = [&](const PixelBox& stroke) {
    return stroke.Width() <= kOne * high && stroke.Height() > kLowMark * high;
  };
  const auto is_white = [&](const PixelBox& before, const PixelBox& after) {
    const int ones = (is_one(before) ? 1 : 0) + (is_one(after) ? 1 : 0), gap = after.x0 - before.x1;
    if (gap > (ones == 2 ? kOnes : 1) * widest_gap) return true;
    return !is_small(before) && !is_small(after) && gap > (ones > 0 ? kBesideOne : 0) * high &&
           IsGutter(gutters, before.x1, after.x0, (line.y0 + line.y1) / 2, high);
  };
  std::vector<PixelBox> parts;
  for (size_t i = 0; i < strokes.size(); ++i) {
    const PixelBox& stroke = strokes[i];
    if (i == 0 ||
        (is_white(strokes[i - 1], stroke) && !is_mark(strokes[i - 1]) && !is_mark(stroke))) {
      parts.push_back(stroke);
    } else {
      PixelBox& part = parts.back();
      part = {part.x0, std::min(part.y0, stroke.y0), stroke.x1, std::max(part.y1, stroke.y1)};
    }
  }
  return parts;
}

std::vector<LinePart> SplitAtLeaders(const Raster& mask, const PixelBox& line,
                                     double usual_height) {
  const std::vector<PixelBox> strokes = SplitAtGaps(mask, line, 0);
  const auto is_dot = [&](size_t i) {
    return i < strokes.size() && strokes[i].Width() <= kDot * usual_height &&
           strokes[i].Height() <= kDot * usual_height;
  };
  std::vector<LinePart> parts;
  size_t begin = 0;
  const auto add = [&](size_t end, bool leader) {
    if (end > begin)
      parts.push_back(
          {InkBounds(mask, {strokes[begin].x0, line.y0, strokes[end - 1].x1, line.y1}), leader});
    begin = end;
  };
  for (size_t i = 0; i < strokes.size(); ++i) {
    size_t end = i;
    while (is_dot(end) &&
           (end == i || strokes[end].x0 - strokes[end - 1].x1 <= kDotStep * usual_height))
      ++end;
    if (end - i < kLeastDots) continue;
    add(i, false);
    add(end, true);
    i = end - 1;
  }
  add(strokes.size(), false);
  return parts;
}

std::vector<int> StripHeights(const Raster& mask) {
  std::vector<int> heights;
  for (const Strip& strip : StripsOf(RowProfile(mask))) heights.push_back(strip.Height());
  return heights;
}

}  // namespace juesuan
