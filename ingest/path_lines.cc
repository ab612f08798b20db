#include "ingest/path_lines.h"

#include <algorithm>
#include <cmath>

namespace juesuan {
namespace {

constexpr double kSlack = 0.35;  // points a line may lean over its whole length
constexpr double kFilled = 0.5;  // share of its box that a filled line covers

std::optional<Ruling> LineOfSegment(Point a, Point b, double width, const Box& clip) {
  const double dx = std::fabs(a.x - b.x), dy = std::fabs(a.y - b.y);
  Ruling ruling;
  if (dy <= kSlack && dx > dy) {
    ruling = {true, (a.y + b.y) / 2, std::max(std::min(a.x, b.x), clip.x0),
              std::min(std::max(a.x, b.x), clip.x1), width};
    if (ruling.at < clip.y0 - width || ruling.at > clip.y1 + width) return std::nullopt;
  } else if (dx <= kSlack && dy > dx) {
    ruling = {false, (a.x + b.x) / 2, std::max(std::min(a.y, b.y), clip.y0),
              std::min(std::max(a.y, b.y), clip.y1), width};
    if (ruling.at < clip.x0 - width || ruling.at > clip.x1 + width) return std::nullopt;
  } else {
    return std::nullopt;
  }
  if (ruling.to <= ruling.from) return std::nullopt;
  return ruling;
}

// The share of its box that a shape of straight sides fills. Borders are mitred by some producers,
// so a thin trapezoid is a line too.
double FilledShare(const std::vector<Point>& points, const Box& box) {
  double twice_area = 0;
  for (size_t i = 0; i < points.size(); ++i) {
    const Point a = points[i], b = points[(i + 1) % points.size()];
    twice_area += a.x * b.y - b.x * a.y;
  }
  const double whole = box.Area();
  return whole > 0 ? std::fabs(twice_area) / 2 / whole : 1;
}

Box BoxOf(const std::vector<Point>& points) {
  Box box{1e9, 1e9, -1e9, -1e9};
  for (const Point p : points) {
    box = {std::min(box.x0, p.x), std::min(box.y0, p.y), std::max(box.x1, p.x),
           std::max(box.y1, p.y)};
  }
  return box;
}

}  // namespace

std::optional<Ruling> LineOfBox(const Box& box) {
  const double thick = std::min(box.Width(), box.Height());
  const double length = std::max(box.Width(), box.Height());
  if (thick > kThickestRuling || length < 2 * thick || length <= 0) return std::nullopt;
  const Point centre = box.Center();
  if (box.Width() >= box.Height()) return Ruling{true, centre.y, box.x0, box.x1, thick};
  return Ruling{false, centre.x, box.y0, box.y1, thick};
}

std::vector<Ruling> LinesOfStroke(const std::vector<PathPart>& parts, double width,
                                  const Box& clip) {
  std::vector<Ruling> rulings;
  // A stroke as thick as a bar is how some producers paint a filled cell.
  if (width > 2 * kThickestRuling) return rulings;
  for (const PathPart& part : parts) {
    if (part.curved) continue;
    const auto& points = part.points;
    for (size_t i = 1; i < points.size(); ++i) {
      if (const auto line = LineOfSegment(points[i - 1], points[i], width, clip))
        rulings.push_back(*line);
    }
    if (part.closed && points.size() > 2) {
      if (const auto line = LineOfSegment(points.back(), points.front(), width, clip))
        rulings.push_back(*line);
    }
  }
  return rulings;
}

std::vector<Ruling> LinesOfFill(const std::vector<PathPart>& parts, const Box& clip) {
  std::vector<Ruling> rulings;
  for (const PathPart& part : parts) {
    if (part.curved || part.points.size() < 2 || part.points.size() > 8) continue;
    const Box whole = BoxOf(part.points);
    if (!LineOfBox(whole) || FilledShare(part.points, whole) < kFilled) continue;
    // A hairline clipped at its very axis is still seen.
    const Box seen = Intersect(whole, Grow(clip, 0.5));
    if (seen.x1 < seen.x0 || seen.y1 < seen.y0) continue;
    if (const auto line = LineOfBox(seen)) rulings.push_back(*line);
  }
  return rulings;
}

}  // namespace juesuan
