#include "layout/column_match.h"

#include <algorithm>
#include <cmath>

#include "base/result.h"

namespace juesuan {
namespace {

constexpr double kScale = 0.06;
constexpr double kOfWidth = 0.008, kOfColumn = 0.4;

double NarrowestBeside(const std::vector<double>& xs, size_t i) {
  double width = xs.back() - xs.front();
  if (i > 0) width = std::min(width, xs[i] - xs[i - 1]);
  if (i + 1 < xs.size()) width = std::min(width, xs[i + 1] - xs[i]);
  return width;
}

}  // namespace

std::optional<ColumnMatch> MatchColumns(const std::vector<double>& a,
                                        const std::vector<double>& b) {
  JUESUAN_CHECK(a.size() >= 2 && b.size() >= 2);
  const double width = a.back() - a.front();
  const double scale = width / (b.back() - b.front());
  if (std::abs(scale - 1) > kScale) return std::nullopt;
  std::vector<double> laid;
  for (const double x : b) laid.push_back(a.front() + (x - b.front()) * scale);
  ColumnMatch match;
  size_t i = 0, j = 0, both = 0;
  while (i < a.size() || j < laid.size()) {
    const auto at = static_cast<int>(match.xs.size());
    const bool same =
        i < a.size() && j < laid.size() &&
        std::abs(a[i] - laid[j]) <=
            std::min(kOfWidth * width,
                     kOfColumn * std::min(NarrowestBeside(a, i), NarrowestBeside(laid, j)));
    const bool take_a = same || j == laid.size() || (i < a.size() && a[i] < laid[j]);
    match.xs.push_back(take_a ? a[i] : laid[j]);
    if (take_a) match.of_a.push_back(at), ++i;
    if (same || !take_a) match.of_b.push_back(at), ++j;
    if (same) ++both;
  }
  if (both != std::min(a.size(), b.size())) return std::nullopt;
  return match;
}

}  // namespace juesuan
