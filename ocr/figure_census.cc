#include "ocr/figure_census.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ocr/reading_text.h"

namespace juesuan {
namespace {

constexpr double kSame = 0.035;    // distance: shapes so near are prints of one character
constexpr double kNear = 0.06;     // distance: the most a shape may lie off the one that decides
constexpr double kFarther = 0.6;   // of the distance of the nearest with another label
constexpr int kEnough = 4;         // votes
constexpr double kMajority = 0.8;  // share of them
constexpr size_t kMost = 300;      // clusters kept

struct Majority {
  char label = 0;
  int votes = 0;
};

Majority MajorityOf(const std::map<char, int>& votes) {
  Majority most;
  for (const auto& [label, count] : votes)
    if (count > most.votes) most = {label, count};
  return most;
}

}  // namespace

void FigureCensus::Count(const std::vector<FigureShape>& shapes, const std::string& text) {
  if (shapes.empty() || shapes.size() != text.size() || !MarksAreTold(text)) return;
  for (size_t i = 0; i < shapes.size(); ++i) {
    Cluster* nearest = nullptr;
    double least = kSame;
    for (Cluster& cluster : clusters_) {
      const double distance = UnmovedDistance(cluster.shape, shapes[i]);
      if (distance >= least) continue;
      least = distance;
      nearest = &cluster;
    }
    if (nearest == nullptr) {
      if (clusters_.size() == kMost) continue;
      nearest = &clusters_.emplace_back(Cluster{shapes[i], {}, 0});
    }
    ++nearest->votes[text[i]];
    ++nearest->all;
  }
}

FigureCensus::Verdict FigureCensus::Decide(const FigureShape& shape) const {
  constexpr double kNowhere = std::numeric_limits<double>::infinity();
  std::map<char, double> distances;
  Verdict best;
  double least = kNowhere;
  for (const Cluster& cluster : clusters_) {
    const Majority most = MajorityOf(cluster.votes);
    const double share = most.votes / static_cast<double>(cluster.all);
    if (cluster.all < kEnough || share < kMajority) continue;
    const double distance = Distance(cluster.shape, shape);
    const auto known = distances.emplace(most.label, distance);
    if (!known.second) known.first->second = std::min(known.first->second, distance);
    if (distance < least) {
      least = distance;
      best = {most.label, share};
    }
  }
  if (least > kNear) return {};
  for (const auto& [label, distance] : distances)
    if (label != best.label && least > kFarther * distance) return {};
  return best;
}

std::optional<Reading> FigureCensus::Read(const std::vector<FigureShape>& shapes, Reader by) const {
  if (shapes.empty()) return std::nullopt;
  Reading reading;
  reading.by = by;
  reading.score = 1;
  for (const FigureShape& shape : shapes) {
    const Verdict verdict = Decide(shape);
    if (verdict.label == 0) return std::nullopt;
    reading.text += verdict.label;
    reading.score = std::min(reading.score, verdict.share);
  }
  if (!IsFigure(reading.text) || !MarksAreTold(reading.text)) return std::nullopt;
  reading.score = std::round(reading.score * 1e4) / 1e4;
  return reading;
}

}  // namespace juesuan
