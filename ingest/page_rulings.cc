#include "ingest/page_rulings.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <tuple>

namespace juesuan {
namespace {

constexpr double kOffPage = 1.0;  // points by which a line at the edge may miss the page
constexpr double kShortDash = 9;  // points; a piece up to this long may be a dash
constexpr size_t kDashes = 4;     // so many in a row are a dashed line
constexpr double kSpeck = 4;      // points; no border is shorter

bool Before(const Ruling& a, const Ruling& b) {
  return std::tie(b.horizontal, a.at, a.from, a.to, a.thickness) <
         std::tie(a.horizontal, b.at, b.from, b.to, b.thickness);
}

// The pieces of one axis, joined where they overlap or touch.
std::vector<Ruling> JoinPieces(std::vector<Ruling> pieces, double touch) {
  std::sort(pieces.begin(), pieces.end(), [](const Ruling& a, const Ruling& b) {
    return std::tie(a.from, a.to, a.at, a.thickness) < std::tie(b.from, b.to, b.at, b.thickness);
  });
  std::vector<Ruling> joined;
  double weight = 0;  // length that the last ruling's axis is the mean over
  for (const Ruling& piece : pieces) {
    const double length = piece.to - piece.from;
    if (joined.empty() || piece.from > joined.back().to + touch) {
      joined.push_back(piece);
      weight = length;
      continue;
    }
    Ruling& last = joined.back();
    if (weight + length > 0) last.at = (last.at * weight + piece.at * length) / (weight + length);
    weight += length;
    last.to = std::max(last.to, piece.to);
    last.thickness = std::max(last.thickness, piece.thickness);
  }
  return joined;
}

bool IsNextDash(const Ruling& dash, const Ruling& next) {
  const double length = std::max(dash.to - dash.from, next.to - next.from);
  return length <= kShortDash && next.from - dash.to <= std::max(3.0, 1.5 * length);
}

// Runs of short pieces at small gaps become one line.
std::vector<Ruling> JoinDashes(const std::vector<Ruling>& pieces) {
  std::vector<Ruling> joined;
  for (size_t i = 0; i < pieces.size();) {
    size_t end = i + 1;
    while (end < pieces.size() && IsNextDash(pieces[end - 1], pieces[end])) ++end;
    if (end - i >= kDashes) {
      Ruling line = pieces[i];
      line.to = pieces[end - 1].to;
      joined.push_back(line);
    } else {
      joined.insert(joined.end(), pieces.begin() + static_cast<std::ptrdiff_t>(i),
                    pieces.begin() + static_cast<std::ptrdiff_t>(end));
    }
    i = end;
  }
  return joined;
}

void ClipToPage(double width, double height, std::vector<Ruling>* rulings) {
  for (Ruling& ruling : *rulings) {
    const double along = ruling.horizontal ? width : height;
    const double across = ruling.horizontal ? height : width;
    ruling.from = std::max(ruling.from, 0.0);
    ruling.to = std::min(ruling.to, along);
    if (ruling.at < -kOffPage || ruling.at > across + kOffPage) ruling.to = ruling.from;
    ruling.at = std::clamp(ruling.at, 0.0, across);
  }
  rulings->erase(std::remove_if(rulings->begin(), rulings->end(),
                                [](const Ruling& r) { return r.to - r.from <= 0; }),
                 rulings->end());
}

}  // namespace

std::vector<Ruling> MergeRulings(std::vector<Ruling> lines, double width, double height,
                                 const PieceLimits& limits) {
  ClipToPage(width, height, &lines);
  std::sort(lines.begin(), lines.end(), Before);
  std::vector<Ruling> merged;
  for (size_t i = 0; i < lines.size();) {
    size_t end = i + 1;
    while (end < lines.size() && lines[end].horizontal == lines[i].horizontal &&
           lines[end].at - lines[end - 1].at <= limits.same_axis &&
           lines[end].at - lines[i].at <= limits.axis_spread)
      ++end;
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(i);
    const auto last = lines.begin() + static_cast<std::ptrdiff_t>(end);
    for (const Ruling& ruling : JoinDashes(JoinPieces({first, last}, limits.touch))) {
      if (ruling.to - ruling.from < kSpeck) continue;
      merged.push_back({ruling.horizontal, Round2(ruling.at), Round2(ruling.from),
                        Round2(ruling.to), Round2(ruling.thickness)});
    }
    i = end;
  }
  std::sort(merged.begin(), merged.end(), Before);
  return merged;
}

}  // namespace juesuan
