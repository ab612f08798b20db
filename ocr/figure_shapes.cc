#include "ocr/figure_shapes.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace juesuan {
namespace {

constexpr int kInk = 65;        // darkness: what has more is ink, thin strokes too
constexpr double kBroad = 0.9;  // digit heights: a broader stretch is two digits or a Han character
constexpr int kThinInk = 45;    // darkness: of strokes so thin that blur takes their ink
constexpr double kOneDigit = 0.75;  // digit heights: no broader digit has parts
constexpr double kTwoDigits = 1.9;  // digit heights: no two digits that touch are broader
constexpr double kSeam = 0.15;      // digit heights by which their seam may lie off the middle
constexpr int kMostSeam = 110;      // darkness of a seam: blur, no stroke
constexpr double kStep = 0.9;       // digit heights: digits farther apart are of two figures, …
constexpr double kMarkStep = 1.1;   // … and so is a point or a comma
constexpr double kPitch = 1.2;  // times the least step between digits: a point was lost in a wider
constexpr double kGap = 0.16;   // digit heights by which gaps may differ: half of a point's room
constexpr double kFull = 0.85;  // of the highest stretch: what is as high is a digit
constexpr double kUneven = 0.12;      // digit heights: how far tops and feet may stand apart
constexpr int kLeastHeight = 8;       // pixels; lower digits show too little
constexpr size_t kMostShapes = 24;    // a longer line is no figure
constexpr double kBlur = 0.6;         // pixels of the grid: takes the noise, leaves the strokes
constexpr double kLineHeights = 1.5;  // digit heights of a line's picture, about

constexpr int kFaint = 28;  // darkness: more than noise; a faint stroke may be a sign or a point
constexpr double kFaintRun = 0.15;  // of a line's height: so many columns of it are no noise

struct Stretch {
  int x0, x1;  // columns [x0, x1)
  int y0, y1;  // rows of its ink
  int Height() const { return y1 - y0; }
  double Middle() const { return (x0 + x1) / 2.0; }
};

// Stretches of columns with ink; none if there are too many.
std::vector<Stretch> FindStretches(const cv::Mat& ink) {
  std::vector<Stretch> out;
  bool open = false;
  for (int x = 0; x < ink.cols; ++x) {
    int first = ink.rows, last = -1;
    for (int y = 0; y < ink.rows; ++y) {
      if (ink.at<uint8_t>(y, x) <= kInk) continue;
      first = std::min(first, y);
      last = y;
    }
    if (last < 0) {
      open = false;
      continue;
    }
    if (!open) {
      if (out.size() == kMostShapes) return {};
      out.push_back({x, x, first, last + 1});
      open = true;
    }
    Stretch& stretch = out.back();
    stretch = {stretch.x0, x + 1, std::min(stretch.y0, first), std::max(stretch.y1, last + 1)};
  }
  return out;
}

int Highest(const std::vector<Stretch>& stretches) {
  int highest = 0;
  for (const Stretch& stretch : stretches) highest = std::max(highest, stretch.Height());
  return highest;
}

double DarkestOf(const cv::Mat& ink) {
  double darkest = 0;
  cv::minMaxLoc(ink, nullptr, &darkest);
  return darkest;
}

// Columns [x0, x1) with the rows of their ink.
Stretch Columns(const cv::Mat& ink, int x0, int x1) {
  const cv::Rect box = cv::boundingRect(ink.colRange(x0, x1) > kInk);
  return {x0, x1, box.y, box.y + box.height};
}

// Parts two digits that only blur joins: digits are equally broad, so it is in the middle.
std::vector<Stretch> PartTouching(const cv::Mat& ink, const std::vector<Stretch>& stretches) {
  const int highest = Highest(stretches);
  if (highest < kLeastHeight) return stretches;
  std::vector<Stretch> out;
  for (const Stretch& stretch : stretches) {
    const int width = stretch.x1 - stretch.x0;
    int seam = 0;
    double least = kMostSeam;
    const int from = static_cast<int>(stretch.Middle() - kSeam * highest);
    for (int x = from; x <= stretch.Middle() + kSeam * highest; ++x) {
      if (width <= kBroad * highest || width > kTwoDigits * highest) break;
      const double darkest = DarkestOf(ink.col(x));
      if (darkest >= least) continue;
      least = darkest;
      seam = x;
    }
    if (seam > 0) {
      out.push_back(Columns(ink, stretch.x0, seam));
      out.push_back(Columns(ink, seam + 1, stretch.x1));
    } else {
      out.push_back(stretch);
    }
  }
  return out;
}

// Joins the parts of a digit that only a thin stroke holds together.
std::vector<Stretch> JoinParts(const cv::Mat& ink, const std::vector<Stretch>& stretches) {
  const int highest = Highest(stretches);
  std::vector<Stretch> out;
  for (const Stretch& stretch : stretches) {
    const bool near = !out.empty() && stretch.x1 - out.back().x0 <= kOneDigit * highest;
    bool held = near;
    for (int x = near ? out.back().x1 : 0; held && x < stretch.x0; ++x)
      held = DarkestOf(ink.col(x)) >= kThinInk;
    if (held) {
      Stretch& last = out.back();
      last = {last.x0, stretch.x1, std::min(last.y0, stretch.y0), std::max(last.y1, stretch.y1)};
    } else {
      out.push_back(stretch);
    }
  }
  return out;
}

// Whether something fainter than ink stands beside the stretches: a sign, say, that they leave out.
bool HasFaintStrokes(const cv::Mat& ink, const std::vector<Stretch>& stretches) {
  const int long_run = std::max(2, static_cast<int>(kFaintRun * ink.rows));
  size_t next = 0;
  int run = 0;
  for (int x = 0; x < ink.cols; ++x) {
    while (next < stretches.size() && stretches[next].x1 < x) ++next;
    // A column beside a stretch is the soft edge of its strokes.
    const bool own =
        next < stretches.size() && x >= stretches[next].x0 - 1 && x <= stretches[next].x1;
    int darkest = 0;
    for (int y = 0; y < ink.rows && !own; ++y)
      darkest = std::max(darkest, static_cast<int>(ink.at<uint8_t>(y, x)));
    run = darkest > kFaint ? run + 1 : 0;
    if (run >= long_run) return true;
  }
  return false;
}

// The rows the digits stand between, to a fraction of a pixel.
struct Band {
  double top = 0, foot = 0;
  double Height() const { return foot - top; }
};

// Digits stand at even steps or, where a one is narrower than others, with even gaps. A wider one
// holds a point so faint that it is no stretch, and the figure without it would be a hundred times
// as much.
bool StepsAreEven(const std::vector<const Stretch*>& digits, int highest) {
  std::vector<double> steps;
  std::vector<int> gaps;
  for (size_t i = 1; i < digits.size(); ++i) {
    if (digits[i] != digits[i - 1] + 1) continue;  // a point or a comma stands between
    steps.push_back(digits[i]->Middle() - digits[i - 1]->Middle());
    gaps.push_back(digits[i]->x0 - digits[i - 1]->x1);
  }
  if (steps.empty()) return true;
  const auto [least, most] = std::minmax_element(steps.begin(), steps.end());
  const auto [narrowest, widest] = std::minmax_element(gaps.begin(), gaps.end());
  return *most <= kPitch * *least || *widest - *narrowest <= kGap * highest;
}

// Height 0 if the stretches cannot be those of a figure.
Band DigitBand(const std::vector<Stretch>& stretches) {
  const int highest = Highest(stretches);
  Band sum;
  std::vector<const Stretch*> digits;
  const Stretch* last = &stretches.front();
  for (const Stretch& stretch : stretches) {
    const bool both_high = std::min(stretch.Height(), last->Height()) >= kFull * highest;
    if (stretch.x1 - stretch.x0 > kBroad * highest ||
        stretch.Middle() - last->Middle() > (both_high ? kStep : kMarkStep) * highest)
      return {};
    last = &stretch;
    if (stretch.Height() < kFull * highest) continue;
    digits.push_back(&stretch);
    sum = {sum.top + stretch.y0, sum.foot + stretch.y1};
  }
  if (highest < kLeastHeight || digits.empty() || !StepsAreEven(digits, highest)) return {};
  const double count = static_cast<double>(digits.size());
  const Band band{sum.top / count, sum.foot / count};
  const double uneven = std::max(1.0, kUneven * highest);
  for (const Stretch* digit : digits)
    if (std::abs(digit->y0 - band.top) > uneven || std::abs(digit->y1 - band.foot) > uneven)
      return {};
  return band;
}

// Where the weight of the stretch's ink lies, in columns.
double Centre(const cv::Mat& ink, const Stretch& stretch) {
  double sum = 0, weighted = 0;
  for (int y = 0; y < ink.rows; ++y) {
    const uint8_t* row = ink.ptr<uint8_t>(y);
    for (int x = stretch.x0; x < stretch.x1; ++x) {
      sum += row[x];
      weighted += row[x] * (x + 0.5);
    }
  }
  return weighted / std::max(sum, 1.0);
}

// Darkness, without the grain.
cv::Mat SoftInk(const Raster& line) {
  const cv::Mat paper(line.height, line.width, CV_8UC1, const_cast<uint8_t*>(line.pixels.data()));
  cv::Mat ink;
  cv::subtract(cv::Scalar(255), paper, ink);
  const double blur = kBlur * line.height / (FigureShape::kDigitHeight * kLineHeights);
  cv::GaussianBlur(ink, ink, cv::Size(0, 0), blur);
  return ink;
}

FigureShape ShapeOf(const cv::Mat& ink, const Stretch& stretch, const Band& band, double dpi) {
  // One column beside the stretch belongs to it: the grey edge of its strokes.
  const int x0 = std::max(0, stretch.x0 - 1), x1 = std::min(ink.cols, stretch.x1 + 1);
  const cv::Mat own = ink.colRange(x0, x1);
  const double scale = FigureShape::kDigitHeight / band.Height();
  // Pixel centres: the grid's (u, v) shows the line's (centre + (u + ½ - W/2) / scale, …).
  const cv::Matx23d map(1 / scale, 0,
                        Centre(ink, stretch) - 0.5 - x0 + (0.5 - FigureShape::kWidth / 2.0) / scale,
                        0, 1 / scale, band.top - 0.5 + (0.5 - FigureShape::kAbove) / scale);
  FigureShape shape;
  shape.width = (stretch.x1 - stretch.x0) / band.Height();
  shape.height = band.Height() * 72 / dpi;
  cv::Mat to(FigureShape::kHeight, FigureShape::kWidth, CV_8UC1, shape.ink.data());
  cv::warpAffine(own, to, map, to.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                 cv::BORDER_CONSTANT, cv::Scalar(0));
  return shape;
}

// Square of what differs if `b` is moved by (dx, dy).
int64_t Difference(const FigureShape& a, const FigureShape& b, int dx, int dy) {
  constexpr int kW = FigureShape::kWidth, kH = FigureShape::kHeight;
  int64_t sum = 0;
  for (int y = 1; y < kH - 1; ++y) {
    const uint8_t* from = a.ink.data() + y * kW;
    const uint8_t* with = b.ink.data() + (y + dy) * kW + dx;
    int row = 0;
    for (int x = 1; x < kW - 1; ++x) row += (from[x] - with[x]) * (from[x] - with[x]);
    sum += row;
  }
  return sum;
}

int64_t Weight(const FigureShape& shape) {
  int64_t sum = 0;
  for (const uint8_t value : shape.ink) sum += value * value;
  return sum;
}

double Relative(int64_t difference, const FigureShape& a, const FigureShape& b) {
  const int64_t weight = Weight(a) + Weight(b);
  return static_cast<double>(difference) / static_cast<double>(std::max<int64_t>(1, weight));
}

}  // namespace

double UnmovedDistance(const FigureShape& a, const FigureShape& b) {
  return Relative(Difference(a, b, 0, 0), a, b);
}

double Distance(const FigureShape& a, const FigureShape& b) {
  int64_t least = Difference(a, b, 0, 0);
  for (int dy = -1; dy <= 1; ++dy)
    for (int dx = -1; dx <= 1; ++dx)
      if (dx != 0 || dy != 0) least = std::min(least, Difference(a, b, dx, dy));
  return Relative(least, a, b);
}

std::vector<FigureShape> CutFigureShapes(const Raster& line) {
  const cv::Mat ink = SoftInk(line);
  const std::vector<Stretch> stretches = PartTouching(ink, JoinParts(ink, FindStretches(ink)));
  if (stretches.size() < 2 || HasFaintStrokes(ink, stretches)) return {};
  const Band band = DigitBand(stretches);
  if (band.Height() <= 0) return {};
  std::vector<FigureShape> out;
  out.reserve(stretches.size());
  for (const Stretch& stretch : stretches) out.push_back(ShapeOf(ink, stretch, band, line.dpi));
  return out;
}

std::optional<FigureShape> CutLoneShape(const Raster& line) {
  if (line.width > line.height) return std::nullopt;
  const cv::Mat ink = SoftInk(line);
  const std::vector<Stretch> stretches = JoinParts(ink, FindStretches(ink));
  if (stretches.size() != 1 || HasFaintStrokes(ink, stretches)) return std::nullopt;
  const Band band = DigitBand(stretches);
  if (band.Height() <= 0) return std::nullopt;
  return ShapeOf(ink, stretches.front(), band, line.dpi);
}

}  // namespace juesuan
