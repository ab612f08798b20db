#include "ingest/scan_shading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <tuple>

#include "base/mask_runs.h"
#include "ingest/scan_image.h"
#include "ingest/scan_light.h"
#include "ingest/scan_opening.h"

namespace juesuan {
namespace {

// In points, so that they hold at every resolution.
constexpr double kSquare = 2;     // of which the majority is told
constexpr double kAround = 90;    // within which there is bare paper; no field is higher
constexpr double kLeastHigh = 7;  // no row is lower
constexpr double kPrint = 6;      // what a letter leaves in a field's majority is hardly wider
constexpr double kLines = 24;     // … and what lines of letters leave no higher
constexpr double kBeside = 3;     // beyond its edge a field has another tone
constexpr double kInside = 2;     // from its edge it has its own
constexpr double kMargin = 4;     // around a field, in which its edge is looked for
constexpr double kRim = 0.7;      // of a field, where the scanner blurs it with what is beside it
constexpr double kRest = 5;       // of print in the majority of the page's own pixels

constexpr double kLeastWide = 0.2;   // of the page's width; what words leave is no wider
constexpr double kAtEdge = 0.01;     // of the page: a field there is the scanner's lid
constexpr double kFaintest = 8;      // grey levels below the paper
constexpr double kSameTone = 5;      // grey levels by which one tone scatters
constexpr double kFlat = 2;          // … and on most of a row
constexpr double kFilled = 0.93;     // share of its box that a field fills
constexpr double kOther = 0.4;       // of its depth by which another tone differs
constexpr double kSharp = 0.8;       // share of its outline beyond which the tone is another
constexpr double kReverse = 50;      // grey levels below the paper from which print may be light
constexpr double kLightPrint = 0.3;  // of the depth by which such print is lighter than the ground
constexpr double kFewLight = 0.001;  // of a field's pixels: so many at least are print
constexpr double kGrain = 8;         // grey levels by which noise may depart from a dark ground
constexpr double kPrintGrey = 150;   // darker is print on the lifted page
constexpr double kWideGap = 14;      // points between the cells of a row
constexpr double kLowestLine = 4;    // points
constexpr int kMostTones = 8;
constexpr double kStep = 1;  // points a pixel of the picture of majorities

struct Field {
  cv::Rect box;     // pixels of the majorities
  double tone = 0;  // grey
  double paper = 255;
};

// Odd, so that opening and closing leave everything in its place.
cv::Mat Block(double wide, double high, double dpi) {
  return cv::Mat::ones(PixelsOf(high, dpi) | 1, PixelsOf(wide, dpi) | 1, CV_8U);
}

// The grey that most pixels of the square around each point have. Drawn at kStep.
cv::Mat Majorities(const cv::Mat& grey, double dpi) {
  constexpr int kKernel = 5;
  const double fine = std::min(1.0, kKernel * 72 / kSquare / dpi);
  cv::Mat picked, out;
  cv::resize(grey, picked, {}, fine, fine, cv::INTER_NEAREST);
  cv::medianBlur(picked, picked, kKernel);
  const cv::Size size(static_cast<int>(std::lround(grey.cols * 72 / dpi / kStep)),
                      static_cast<int>(std::lround(grey.rows * 72 / dpi / kStep)));
  cv::resize(picked, out, size, 0, 0, cv::INTER_NEAREST);
  return out;
}

cv::Mat PaperOf(const cv::Mat& majority) {
  cv::Mat paper;
  cv::dilate(majority, paper, Block(kAround, kAround, 72 / kStep));
  cv::blur(paper, paper, {PixelsOf(kAround, 72 / kStep) | 1, PixelsOf(kAround, 72 / kStep) | 1},
           {-1, -1}, cv::BORDER_REPLICATE);
  return paper;
}

// What is left of `mask` where a field's least size fits.
cv::Mat Wide(const cv::Mat& mask) {
  const int wide = static_cast<int>(kLeastWide * mask.cols) | 1;
  return OpenUpright(OpenLevel(mask, wide), PixelsOf(kLeastHigh, 72 / kStep) | 1);
}

// Fills in what print left out of `mask`.
void FillPrint(cv::Mat* mask) {
  cv::morphologyEx(*mask, *mask, cv::MORPH_CLOSE, Block(kPrint, kPrint, 72 / kStep));
  const cv::Mat bare = ~*mask;
  const std::vector<MaskRun> runs = RunsOf(MaskOf(bare));
  const MaskComponents pieces = Components(runs);
  for (size_t i = 0; i < runs.size(); ++i) {
    const MaskComponent& piece = pieces.components[static_cast<size_t>(pieces.of[i])];
    if (piece.Height() <= kLines / kStep && piece.Width() <= kLeastWide * mask->cols)
      std::fill_n(mask->ptr<uint8_t>(runs[i].row) + runs[i].from, runs[i].Length(), uint8_t{255});
  }
}

int ModeOf(const cv::Mat& majority, const cv::Mat& mask) {
  std::array<int, 256> count{};
  for (int y = 0; y < mask.rows; ++y)
    for (int x = 0; x < mask.cols; ++x)
      count[majority.at<uint8_t>(y, x)] += mask.at<uint8_t>(y, x) != 0 ? 1 : 0;
  return static_cast<int>(std::max_element(count.begin(), count.end()) - count.begin());
}

// Whether most of the rows near the upper and lower edge have the tone of the whole: a shadow
// fades.
bool IsFlat(const cv::Mat& majority, const cv::Rect& box, double tone) {
  const int in = PixelsOf(kInside, 72 / kStep);
  for (const int y : {box.y + in, box.y + box.height - 1 - in}) {
    cv::Mat alike;
    cv::inRange(majority(cv::Rect(box.x, y, box.width, 1)), cv::Scalar(tone - kFlat),
                cv::Scalar(tone + kFlat), alike);
    if (2 * cv::countNonZero(alike) < box.width) return false;
  }
  return true;
}

// Whether `box`, of `tone`, keeps off the page's edge, and beyond most of each side the tone is
// another at once.
bool IsSharp(const cv::Mat& majority, const cv::Rect& box, double tone, double paper) {
  const int off = PixelsOf(kBeside, 72 / kStep);
  const int x_edge = static_cast<int>(kAtEdge * majority.cols) + off;
  const int y_edge = static_cast<int>(kAtEdge * majority.rows) + off;
  if (box.x < x_edge || box.y < y_edge || box.x + box.width > majority.cols - x_edge ||
      box.y + box.height > majority.rows - y_edge)
    return false;
  const double other = std::max(kSameTone + 1, kOther * (paper - tone));
  const int high = box.height, wide = box.width;
  const cv::Rect sides[] = {{box.x, box.y - off, wide, 1},
                            {box.x, box.y + high + off - 1, wide, 1},
                            {box.x - off, box.y, 1, high},
                            {box.x + wide + off - 1, box.y, 1, high}};
  return std::all_of(std::begin(sides), std::end(sides), [&](const cv::Rect& side) {
    cv::Mat alike;
    cv::inRange(majority(side), cv::Scalar(tone - other), cv::Scalar(tone + other), alike);
    return cv::countNonZero(alike) <= (1 - kSharp) * side.area();
  });
}

// What may be fields: as wide and as high as one.
cv::Mat MayBeFields(const cv::Mat& shaded) {
  cv::Mat filled = shaded.clone();
  FillPrint(&filled);
  return Wide(filled);
}

std::vector<Field> FieldsOf(const cv::Mat& majority) {
  const cv::Mat paper = PaperOf(majority);
  const cv::Mat shaded = majority < paper - kFaintest;
  cv::Mat rest = MayBeFields(shaded);
  std::vector<Field> fields;
  for (int i = 0; i < kMostTones && cv::countNonZero(rest) > 0; ++i) {
    const int tone = ModeOf(majority, rest & shaded);
    cv::Mat of_tone;
    cv::inRange(majority, cv::Scalar(tone - kSameTone), cv::Scalar(tone + kSameTone), of_tone);
    of_tone &= shaded;
    FillPrint(&of_tone);
    // On a light ground print is dark: what is lighter lies beside it.
    of_tone.setTo(0, (majority > paper / 2 + tone / 2) & (paper < tone + kReverse));
    const cv::Mat wide = Wide(of_tone);
    for (const MaskComponent& piece : Components(RunsOf(MaskOf(wide))).components) {
      const cv::Rect box(piece.x0, piece.y0, piece.Width(), piece.Height());
      const bool filled = static_cast<double>(piece.area) >= kFilled * box.area();
      const double around = cv::mean(paper(box))[0];
      if (filled && IsFlat(majority, box, tone) && IsSharp(majority, box, tone, around))
        fields.push_back({box, static_cast<double>(tone), around});
    }
    cv::Mat done;
    cv::dilate(of_tone, done, Block(3, 3, 72 / kStep));
    rest.setTo(0, done);
    rest = Wide(rest);
  }
  std::sort(fields.begin(), fields.end(), [](const Field& a, const Field& b) {
    return std::tie(a.box.y, a.box.x) < std::tie(b.box.y, b.box.x);
  });
  return fields;
}

// A field at the page's own resolution.
struct Ground {
  cv::Rect area;  // a margin around the field
  cv::Mat mask;   // of `area`: 255 in the field
};

// Between the tone of `field` and those beside it, paper and `others`, lie its edges.
Ground GroundOf(const cv::Mat& page, const Field& field, const std::vector<Field>& others,
                double dpi) {
  const double scale = dpi / 72 * kStep;
  const int margin = PixelsOf(kMargin, dpi) - 1;
  const auto at = [&](int value) { return static_cast<int>(std::lround(value * scale)); };
  const cv::Rect own(at(field.box.x), at(field.box.y), at(field.box.width), at(field.box.height));
  const cv::Rect grown(own.x - margin, own.y - margin, own.width + 2 * margin,
                       own.height + 2 * margin);
  Ground ground;
  ground.area = grown & cv::Rect(0, 0, page.cols, page.rows);
  double light = field.paper, dark = 0;
  const int near = PixelsOf(2 * kMargin, 72 / kStep);
  const cv::Rect around(field.box.x - near, field.box.y - near, field.box.width + 2 * near,
                        field.box.height + 2 * near);
  for (const Field& other : others) {
    if ((other.box & around).area() == 0 || other.tone == field.tone) continue;
    if (other.tone > field.tone) light = std::min(light, other.tone);
    if (other.tone < field.tone) dark = std::max(dark, other.tone);
  }
  cv::Mat soft;
  cv::medianBlur(page(ground.area), soft, 5);
  const double darkest = dark > 0 ? (dark + field.tone) / 2 : 0;
  cv::inRange(soft, cv::Scalar(darkest), cv::Scalar((light + field.tone) / 2), ground.mask);
  // Print leaves holes; closed over a border of paper, or the margin would count as ground.
  const int rest = PixelsOf(kRest, dpi) | 1;
  const cv::Mat block = cv::Mat::ones(rest, rest, CV_8U);
  cv::copyMakeBorder(ground.mask, ground.mask, rest, rest, rest, rest, cv::BORDER_CONSTANT, 0);
  cv::morphologyEx(ground.mask, ground.mask, cv::MORPH_CLOSE, block);
  cv::morphologyEx(ground.mask, ground.mask, cv::MORPH_OPEN, block);
  ground.mask = ground.mask(cv::Rect(rest, rest, ground.area.width, ground.area.height)).clone();
  // Print beside the field may touch it, but no print is as wide.
  cv::morphologyEx(ground.mask, ground.mask, cv::MORPH_OPEN,
                   cv::Mat::ones(1, static_cast<int>(kLeastWide * page.cols) | 1, CV_8U));
  return ground;
}

// Whether there is light print on a dark ground.
bool HasLightPrint(const cv::Mat& page, const cv::Mat& core, const Field& field) {
  const double depth = field.paper - field.tone;
  if (depth < kReverse) return false;
  const cv::Mat light = (page > field.tone + kLightPrint * depth) & core;
  return cv::countNonZero(light) >= kFewLight * cv::countNonZero(core);
}

// What is darker than the ground is divided by it; what is lighter is paper, or print of a field of
// reverse type.
void Lift(const Ground& ground, const Field& field, double dpi, cv::Mat* whole) {
  cv::Mat page = (*whole)(ground.area), core, rim;
  const int width = 2 * PixelsOf(kRim, dpi) + 1;
  const cv::Mat block = cv::Mat::ones(width, width, CV_8U);
  cv::erode(ground.mask, core, block, {-1, -1}, 1, cv::BORDER_CONSTANT, 255);
  cv::dilate(ground.mask, rim, block, {-1, -1}, 1, cv::BORDER_CONSTANT, 0);
  const bool reverse = HasLightPrint(page, core, field);
  std::array<uint8_t, 256> in_core{}, in_rim{};
  for (size_t v = 0; v < 256; ++v) {
    const double value = static_cast<double>(v) + (reverse ? kGrain : 0);
    const double divided = value * field.paper / field.tone;
    const double light =
        (static_cast<double>(v) - field.tone - kGrain) / (field.paper - field.tone - kGrain);
    const double turned = field.paper * (1 - std::max(0.0, light));
    in_rim[v] = static_cast<uint8_t>(std::min(field.paper, divided));
    in_core[v] = static_cast<uint8_t>(
        std::clamp(reverse ? std::min(divided, turned) : divided, 0.0, field.paper));
  }
  for (int y = 0; y < page.rows; ++y) {
    const uint8_t* inside = core.ptr<uint8_t>(y);
    const uint8_t* beside = rim.ptr<uint8_t>(y);
    uint8_t* row = page.ptr<uint8_t>(y);
    for (int x = 0; x < page.cols; ++x) {
      if (beside[x] == 0) continue;
      row[x] = inside[x] != 0 ? in_core[row[x]] : in_rim[row[x]];
    }
  }
}

// In points, by the rows and columns that are ground from end to end.
Box EdgesOf(const Ground& ground, double dpi) {
  cv::Mat columns, rows;
  cv::reduce(ground.mask, columns, 0, cv::REDUCE_AVG);
  cv::reduce(ground.mask, rows, 1, cv::REDUCE_AVG);
  const cv::Rect across = cv::boundingRect(columns > 127), down = cv::boundingRect(rows > 127);
  const double points = 72 / dpi;
  return Round2(Box{(ground.area.x + across.x) * points, (ground.area.y + down.y) * points,
                    (ground.area.x + across.x + across.width) * points,
                    (ground.area.y + down.y + down.height) * points});
}

// The lines of print in `box`; their pieces are parted by wider gaps than words have.
std::vector<PrintLine> PrintLinesIn(const Raster& grey, const Box& box) {
  const double scale = grey.dpi / 72;
  const auto at = [&](double value) { return static_cast<int>(value * scale); };
  const Box inner = Grow(box, -kRim);
  const cv::Rect area =
      cv::Rect(at(inner.x0), at(inner.y0), at(inner.Width()), at(inner.Height())) &
      cv::Rect(0, 0, grey.width, grey.height);
  if (area.empty()) return {};
  const cv::Mat print = ViewOf(grey)(area) < kPrintGrey;
  cv::Mat rows, columns;
  cv::reduce(print, rows, 1, cv::REDUCE_MAX);
  cv::transpose(rows, rows);
  std::vector<PrintLine> lines;
  const int least = PixelsOf(kLowestLine, grey.dpi), gap = PixelsOf(kWideGap, grey.dpi);
  for (const MaskRun& line : RunsOf(MaskOf(rows), 0, least)) {
    cv::reduce(print.rowRange(line.from, line.to), columns, 0, cv::REDUCE_MAX);
    lines.push_back({(area.y + line.from) / scale, (area.y + line.to) / scale,
                     RunsOf(MaskOf(columns), gap).size()});
  }
  return lines;
}

}  // namespace

std::vector<Ruling> EdgesOfShading(const std::vector<ShadedField>& fields,
                                   const std::vector<Ruling>& rulings, const Raster& grey) {
  return EdgesOfShading(fields, rulings, grey.height * 72 / grey.dpi,
                        [&](const Box& box) { return PrintLinesIn(grey, box); });
}

bool MayBeShaded(const Raster& grey) {
  const cv::Mat majority = Majorities(ViewOf(grey), grey.dpi);
  return cv::countNonZero(MayBeFields(majority < PaperOf(majority) - kFaintest)) > 0;
}

std::vector<ShadedField> LiftShading(Raster* grey) {
  cv::Mat page = ViewOf(grey);
  const std::vector<Field> fields = FieldsOf(Majorities(page, grey->dpi));
  std::vector<Ground> grounds;
  for (const Field& field : fields) grounds.push_back(GroundOf(page, field, fields, grey->dpi));
  std::vector<ShadedField> lifted;
  for (size_t i = 0; i < fields.size(); ++i) {
    Lift(grounds[i], fields[i], grey->dpi, &page);
    lifted.push_back({EdgesOf(grounds[i], grey->dpi), static_cast<int>(fields[i].tone)});
  }
  return lifted;
}

}  // namespace juesuan
