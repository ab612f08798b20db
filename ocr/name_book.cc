#include "ocr/name_book.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <opencv2/imgproc.hpp>

#include "base/text.h"
#include "ocr/reading_text.h"

namespace juesuan {
namespace {

constexpr double kNear = 0.09;    // distance: the most two prints of one name differ
constexpr size_t kMost = 400;     // names remembered
constexpr int kStray = 2;         // pixels by which the pictures' sides may lie apart
constexpr double kBlock = 0.5;    // of the line's height: most of a character
constexpr double kFaint = 40;     // darkness all over a block that counts as nothing
constexpr double kBlur = 0.02;    // of the line's height
constexpr double kElsewhere = 2;  // the distance of pictures of different sizes

constexpr int64_t kAny = std::numeric_limits<int64_t>::max();

// Square of what differs in the columns [x0, x1) of `a` if `b` is moved by (dx, dy); of what is
// more than `most`, a part that is.
int64_t Difference(const Raster& a, const Raster& b, int x0, int x1, int dx, int dy, int64_t most) {
  const int from = std::max({x0, -dx, 0}), to = std::min({x1, b.width - dx, a.width});
  int64_t sum = 0;
  for (int y = std::max(0, -dy); y < std::min(a.height, b.height - dy) && sum <= most; ++y) {
    const uint8_t* left = a.Row(y);
    const uint8_t* right = b.Row(y + dy) + dx;
    int row = 0;
    for (int x = from; x < to; ++x) row += (left[x] - right[x]) * (left[x] - right[x]);
    sum += row;
  }
  return sum;
}

int64_t Weight(const Raster& ink, int x0, int x1) {
  int64_t sum = 0;
  for (int y = 0; y < ink.height; ++y) {
    const uint8_t* row = ink.Row(y);
    for (int x = std::max(0, x0); x < std::min(x1, ink.width); ++x) sum += row[x] * row[x];
  }
  return sum;
}

struct Shift {
  int dx = 0, dy = 0;
};

// By which the pictures as wholes fit best.
Shift BestShift(const Raster& a, const Raster& b) {
  Shift best;
  int64_t least = kAny;
  for (int dy = -kStray; dy <= kStray; ++dy) {
    for (int dx = -kStray; dx <= kStray; ++dx) {
      const int64_t sum = Difference(a, b, 0, a.width, dx, dy, least);
      if (sum >= least) continue;
      least = sum;
      best = {dx, dy};
    }
  }
  return best;
}

bool IsName(const std::string& text) {
  const std::u32string characters = ToCodePoints(text);
  const auto han = std::count_if(characters.begin(), characters.end(), IsCjk);
  return !HasDigit(text) && han >= 2;
}

}  // namespace

Raster NameInk(const Raster& line) {
  Raster ink = MakeRaster(line.width, line.height, 1, line.dpi, 0);
  const cv::Mat paper(line.height, line.width, CV_8UC1, const_cast<uint8_t*>(line.pixels.data()));
  cv::Mat to(line.height, line.width, CV_8UC1, ink.pixels.data());
  cv::subtract(cv::Scalar(255), paper, to);
  cv::GaussianBlur(to, to, cv::Size(0, 0), std::max(0.5, kBlur * line.height));
  return ink;
}

double NameDistance(const Raster& a, const Raster& b, double enough) {
  if (std::abs(a.width - b.width) > kStray || std::abs(a.height - b.height) > kStray)
    return kElsewhere;
  const Shift whole = BestShift(a, b);
  const int block = std::max(4, static_cast<int>(kBlock * a.height));
  double most = 0;
  for (int x = 0; x < a.width && most <= enough; x += block / 2) {
    int64_t least = kAny;
    for (int dy = -1; dy <= 1; ++dy)
      for (int dx = -1; dx <= 1; ++dx)
        least =
            std::min(least, Difference(a, b, x, x + block, whole.dx + dx, whole.dy + dy, least));
    const double ink = static_cast<double>(Weight(a, x, x + block) +
                                           Weight(b, x + whole.dx, x + whole.dx + block));
    const double faint = kFaint * kFaint * block * a.height;
    most = std::max(most, static_cast<double>(least) / (ink + faint));
  }
  return most;
}

void NameBook::Learn(const Raster& line, const Reading& reading) {
  if (!IsName(reading.text) || known_.size() >= kMost) return;
  known_.push_back({NameInk(line), reading});
}

std::optional<Reading> NameBook::Read(const Raster& line) const {
  const Raster ink = NameInk(line);
  const Entry* nearest = nullptr;
  double least = kNear;
  for (const Entry& entry : known_) {
    const double distance = NameDistance(ink, entry.ink, least);
    if (distance > least) continue;
    least = distance;
    nearest = &entry;
  }
  if (nearest == nullptr) return std::nullopt;
  return nearest->reading;
}

}  // namespace juesuan
