#include "ocr/figure_book.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ocr/reading_text.h"

namespace juesuan {
namespace {

constexpr char kDigits[] = "0123456789";
constexpr size_t kEnough = 2;     // shapes of each digit before the book is opened
constexpr size_t kMost = 8;       // shapes kept of a character
constexpr double kNear = 0.06;    // distance: the most two prints of one character differ on a page
constexpr double kSame = 0.015;   // distance: another shape so near teaches nothing new
constexpr double kFarther = 0.3;  // of the next character's distance: the most of its own
constexpr double kBroader = 0.15;  // digit heights: a point that touches a digit makes it so broad
constexpr double kTaller = 0.08;   // of its height: a lone digit is no higher or lower than others
constexpr double kNowhere = std::numeric_limits<double>::infinity();

double LeastUnmoved(const std::vector<FigureShape>& shapes, const FigureShape& shape,
                    const FigureShape** nearest) {
  double least = kNowhere;
  for (const FigureShape& other : shapes) {
    const double distance = UnmovedDistance(other, shape);
    if (distance >= least) continue;
    least = distance;
    *nearest = &other;
  }
  return least;
}

bool IsMark(char c) { return c == '.' || c == ','; }

double Round4(double value) { return std::round(value * 1e4) / 1e4; }

}  // namespace

// The two characters nearest to a shape; of a point or a comma the nearest and the nearest digit:
// which of the two marks it is, its place tells too.
struct FigureBook::Match {
  char label = 0, next = 0;
  double distance = kNowhere, next_distance = kNowhere;
  double broader = 0;  // than the nearest, digit heights
  double taller = 0;   // … as a share of its height

  double Ratio() const { return distance / std::max(next_distance, 1e-9); }
  bool IsSure() const {
    return distance <= kNear && Ratio() <= kFarther && std::fabs(broader) <= kBroader;
  }
};

bool FigureBook::IsComplete() const {
  return std::all_of(kDigits, kDigits + 10, [&](char digit) {
    const auto found = known_.find(digit);
    return found != known_.end() && found->second.size() >= kEnough;
  });
}

FigureBook::Match FigureBook::Nearest(const FigureShape& shape) const {
  std::map<char, double> distances;
  Match match;
  for (const auto& [label, shapes] : known_) {
    const FigureShape* nearest = nullptr;
    if (LeastUnmoved(shapes, shape, &nearest) == kNowhere) continue;
    const double distance = distances[label] = Distance(*nearest, shape);
    if (distance >= match.distance) continue;
    match.label = label;
    match.distance = distance;
    match.broader = shape.width - nearest->width;
    match.taller = shape.height / nearest->height - 1;
  }
  for (const auto& [label, distance] : distances) {
    if (label == match.label || (IsMark(label) && IsMark(match.label))) continue;
    if (distance >= match.next_distance) continue;
    match.next = label;
    match.next_distance = distance;
  }
  return match;
}

void FigureBook::Learn(const std::vector<FigureShape>& shapes, const std::string& text) {
  if (shapes.size() != text.size() || !MarksAreTold(text)) return;
  std::vector<bool> is_new;
  for (size_t i = 0; i < shapes.size(); ++i) {
    const Match match = Nearest(shapes[i]);
    const bool both_marks = IsMark(match.label) && IsMark(text[i]);
    if (match.distance <= kNear && match.label != text[i] && !both_marks) return;
    is_new.push_back(match.label != text[i] || match.distance > kSame);
  }
  for (size_t i = 0; i < shapes.size(); ++i) {
    std::vector<FigureShape>& known = known_[text[i]];
    if (known.size() < kEnough || (is_new[i] && known.size() < kMost)) known.push_back(shapes[i]);
  }
}

std::optional<Reading> FigureBook::Read(const std::vector<FigureShape>& shapes) const {
  if (shapes.empty() || !IsComplete()) return std::nullopt;
  Reading reading;
  reading.by = Reader::kPpocr;
  double weakest = 0;
  Candidate other;
  for (const FigureShape& shape : shapes) {
    const Match match = Nearest(shape);
    if (!match.IsSure()) return std::nullopt;
    if (match.Ratio() >= weakest && !IsMark(match.label)) {
      weakest = match.Ratio();
      other.text = reading.text + match.next;
    } else {
      other.text += match.label;
    }
    reading.text += match.label;
  }
  if (!MarksAreTold(reading.text)) return std::nullopt;
  reading.score = Round4(1 - weakest * weakest);
  other.score = Round4(weakest * weakest);
  reading.others.push_back(std::move(other));
  return reading;
}

std::optional<Reading> FigureBook::ReadLone(const FigureShape& shape) const {
  std::optional<Reading> reading = Read({shape});
  if (!reading || std::fabs(Nearest(shape).taller) > kTaller) return std::nullopt;
  return reading;
}

std::optional<std::string> FigureBook::Correction(const std::vector<FigureShape>& shapes,
                                                  const std::string& text) const {
  if (shapes.size() != text.size() || !IsComplete()) return std::nullopt;
  std::string corrected = text;
  for (size_t i = 0; i < shapes.size(); ++i) {
    const Match match = Nearest(shapes[i]);
    if (match.IsSure()) corrected[i] = match.label;
  }
  if (corrected == text || !MarksAreTold(corrected)) return std::nullopt;
  return corrected;
}

}  // namespace juesuan
