#include "ocr/gutters.h"

#include <algorithm>
#include <cmath>

namespace juesuan {
namespace {

constexpr double kPart = 6;          // line heights between two levels that hold several rows
constexpr int kFewestLines = 10;     // of a part
constexpr int kFewCrossing = 12;     // one line in so many may cross a gutter
constexpr int kFewestEnds = 4;       // cells that make an edge straight …
constexpr int kEnds = 5;             // … and one line in so many
constexpr double kNarrowest = 0.42;  // line heights: digits of one figure stand closer
constexpr double kBeside = 0.3;     // line heights from a straight edge, where its cells have print
constexpr double kSameEdge = 0.25;  // line heights between the ends of a gutter and of such white

struct Part {
  double y0 = 0, y1 = 0;  // points
};

std::vector<Part> PartsOf(const LevelFrame& frame, double foot, double high) {
  std::vector<double> levels = frame.levels;
  if (foot > levels.back()) levels.push_back(foot);
  std::vector<Part> parts;
  bool rows = false;  // the last part is one of several near levels
  for (size_t i = 0; i + 1 < levels.size(); ++i) {
    const bool near = levels[i + 1] - levels[i] < kPart * high;
    if (near && rows) {
      parts.back().y1 = levels[i + 1];
    } else {
      parts.push_back({levels[i], levels[i + 1]});
    }
    rows = near;
  }
  return parts;
}

// How many lines of a part have ink in each column of pixels.
struct Profile {
  std::vector<int> with;
  int lines = 0;
};

Profile ProfileOf(const Raster& mask, const PixelBox& part, int high) {
  Profile profile;
  profile.with.assign(static_cast<size_t>(part.Width()), 0);
  std::vector<bool> ink(profile.with.size());
  for (int y = part.y0; y < part.y1; y += high) {
    std::fill(ink.begin(), ink.end(), false);
    for (int row = y; row < std::min(y + high, part.y1); ++row)
      for (int x = part.x0; x < part.x1; ++x)
        if (mask.Row(row)[x] != 0) ink[static_cast<size_t>(x - part.x0)] = true;
    if (std::none_of(ink.begin(), ink.end(), [](bool is) { return is; })) continue;
    ++profile.lines;
    for (size_t x = 0; x < ink.size(); ++x) profile.with[x] += ink[x] ? 1 : 0;
  }
  return profile;
}

void AddGutters(const Profile& profile, const PixelBox& part, double usual,
                std::vector<Gutter>* gutters) {
  const int few = profile.lines / kFewCrossing, width = part.Width();
  const int beside = std::max(1, static_cast<int>(kBeside * usual));
  const auto straight = [&](int from, int to) {
    const auto begin = profile.with.begin();
    const int most = *std::max_element(begin + std::max(0, from), begin + std::min(width, to));
    return most >= kFewestEnds && most * kEnds >= profile.lines;
  };
  for (int x = 0; x < width;) {
    int end = x;
    while (end < width && profile.with[static_cast<size_t>(end)] <= few) ++end;
    if (end - x >= kNarrowest * usual && x > 0 && end < width) {
      const Gutter gutter{part.x0 + x, part.x0 + end,           part.y0,
                          part.y1,     straight(x - beside, x), straight(end, end + beside)};
      if (gutter.straight0 || gutter.straight1) gutters->push_back(gutter);
    }
    x = end + 1;
  }
}

}  // namespace

std::vector<Gutter> FindGutters(const Raster& mask, const LevelFrame& frame, double foot,
                                double usual) {
  const double scale = mask.dpi / 72;
  const PixelBox page{0, 0, mask.width, mask.height};
  std::vector<Gutter> gutters;
  for (const Part& each : PartsOf(frame, foot, usual / scale)) {
    const PixelBox part =
        Intersect({static_cast<int>(frame.x0 * scale), static_cast<int>(each.y0 * scale),
                   static_cast<int>(frame.x1 * scale), static_cast<int>(each.y1 * scale)},
                  page);
    if (part.IsEmpty()) continue;
    const Profile profile = ProfileOf(mask, part, std::max(1, static_cast<int>(usual)));
    if (profile.lines >= kFewestLines) AddGutters(profile, part, usual, &gutters);
  }
  return gutters;
}

bool IsGutter(const std::vector<Gutter>& gutters, int from, int to, int y, double high) {
  if (to - from < kNarrowest * high) return false;
  const double slack = kSameEdge * high;
  return std::any_of(gutters.begin(), gutters.end(), [&](const Gutter& gutter) {
    if (y < gutter.y0 || y >= gutter.y1 || from >= gutter.x1 || to <= gutter.x0) return false;
    return (gutter.straight0 && std::abs(from - gutter.x0) <= slack) ||
           (gutter.straight1 && std::abs(to - gutter.x1) <= slack);
  });
}

}  // namespace juesuan
