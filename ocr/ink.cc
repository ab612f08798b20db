#include "ocr/ink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/mask_runs.h"
#include "base/result.h"

namespace juesuan {
namespace {

constexpr int kLeastContrast = 40;   // greys; weaker marks are paper, noise or watermark rests
constexpr double kInkShare = 0.42;   // of the contrast: where ink begins
constexpr double kFaintShare = 0.2;  // of the contrast: a stroke goes on along its row down to here
constexpr double kStroke = 4;        // points; a level stroke is no shorter
constexpr double kSpeckSize = 0.8;   // points; smaller than the full stop of a 7-point type
constexpr double kPointGap = 0.6;    // line heights from a figure's point to the digits beside it
constexpr double kPointFoot = 0.25;  // … by which their feet may differ
constexpr int kFewPixels = 12;       // as many dark ones are ink in a region however large
constexpr double kStrokeShare = 0.002;  // of a region's pixels, at least, are its strongest strokes

struct Histogram {
  std::array<int, 256> count{};
  int total = 0;
};

Histogram HistogramOf(const Raster& grey, const PixelBox& box) {
  // Equal neighbours are common: to count them in turn would wait for each count.
  std::array<std::array<int, 256>, 4> counts{};
  for (int y = box.y0; y < box.y1; ++y) {
    const uint8_t* row = grey.Row(y);
    int x = box.x0;
    for (; x + 4 <= box.x1; x += 4)
      for (size_t i = 0; i < 4; ++i) ++counts[i][row[x + static_cast<int>(i)]];
    for (; x < box.x1; ++x) ++counts[0][row[x]];
  }
  Histogram out;
  for (size_t v = 0; v < 256; ++v)
    out.count[v] = counts[0][v] + counts[1][v] + counts[2][v] + counts[3][v];
  out.total = box.IsEmpty() ? 0 : box.Width() * box.Height();
  return out;
}

// The most frequent grey, neighbours of 4 levels counted with it.
int Mode(const Histogram& histogram) {
  int best = 255, best_count = -1;
  for (int v = 255; v >= 0; --v) {
    int count = 0;
    for (int k = std::max(0, v - 4); k <= std::min(255, v + 4); ++k) count += histogram.count[k];
    if (count > best_count) {
      best_count = count;
      best = v;
    }
  }
  return best;
}

// One row of a mask. Song type has level strokes so thin that blur leaves them half as dark as the
// others: a faint run of at least `stroke` pixels is ink if it reaches a dark one. `to` is all 0.
void MarkInk(const uint8_t* from, int width, const Tone& tone, int stroke, uint8_t* to) {
  const int dark = tone.Threshold();
  const int faint = tone.paper - static_cast<int>((tone.paper - tone.ink) * kFaintShare);
  uint8_t least = 255, most = 0;
  for (int x = 0; x < width; ++x) {
    least = std::min(least, from[x]);
    most = std::max(most, from[x]);
  }
  if ((tone.inverted ? 255 - most : least) >= dark) return;  // most rows are paper
  int start = 0;
  bool reaches = false;
  for (int x = 0; x <= width; ++x) {
    const int value = x == width ? 255 : tone.inverted ? 255 - from[x] : from[x];
    if (x < width) to[x] = value < dark ? 255 : 0;
    reaches = reaches || value < dark;
    if (value < faint) continue;
    if (reaches && x - start >= stroke) std::fill(to + start, to + x, uint8_t{255});
    start = x + 1;
    reaches = false;
  }
}

// Whether a speck stands at the foot of ink near it on both sides.
bool IsPoint(const MaskComponent& speck, const Raster& ink, double line_height) {
  const int reach = static_cast<int>(std::ceil(kPointGap * line_height));
  const int top = std::max(0, speck.y1 - static_cast<int>(line_height));
  const int foot = std::min(ink.height, speck.y1 + reach);
  const auto last_row = [&](int from, int to) {
    for (int y = foot - 1; y >= top; --y) {
      const uint8_t* row = ink.Row(y);
      if (std::any_of(row + std::max(0, from), row + std::min(ink.width, to),
                      [](uint8_t pixel) { return pixel != 0; }))
        return y + 1;
    }
    return -1;
  };
  const auto is_foot = [&](int y) { return std::abs(y - speck.y1) <= kPointFoot * line_height; };
  return is_foot(last_row(speck.x0 - reach, speck.x0)) &&
         is_foot(last_row(speck.x1, speck.x1 + reach));
}

}  // namespace

PixelBox Intersect(const PixelBox& a, const PixelBox& b) {
  return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

bool Tone::HasInk() const { return paper - ink >= kLeastContrast; }

int Tone::Threshold() const { return paper - static_cast<int>((paper - ink) * kInkShare); }

uint8_t Tone::Normalise(uint8_t grey) const {
  const int value = inverted ? 255 - grey : grey;
  return static_cast<uint8_t>(std::min(255, value * 255 / std::max(1, paper)));
}

Tone MeasureTone(const Raster& grey, const PixelBox& box) {
  JUESUAN_CHECK(grey.channels == 1);
  Histogram histogram = HistogramOf(grey, box);
  Tone tone;
  if (histogram.total == 0) {
    tone.ink = tone.paper;
    return tone;
  }
  int mode = Mode(histogram);
  if (mode < 110) {
    std::reverse(histogram.count.begin(), histogram.count.end());
    tone.inverted = true;
    mode = 255 - mode;
  }
  tone.paper = mode;
  // A few dark pixels are enough: a lone dash in a wide cell is all the ink there is.
  const int enough =
      std::max(4, std::min(kFewPixels, static_cast<int>(histogram.total * kStrokeShare)));
  int seen = 0;
  for (tone.ink = 0; tone.ink < mode; ++tone.ink) {
    seen += histogram.count[tone.ink];
    if (seen >= enough) break;
  }
  return tone;
}

Raster InkMask(const Raster& grey, const PixelBox& box, const Tone& tone, double figures) {
  JUESUAN_CHECK(grey.channels == 1);
  Raster mask = MakeRaster(box.Width(), box.Height(), 1, grey.dpi, 0);
  const int stroke = static_cast<int>(std::ceil(kStroke * grey.dpi / 72));
  for (int y = 0; y < mask.height; ++y)
    MarkInk(grey.Row(box.y0 + y) + box.x0, mask.width, tone, stroke, mask.Row(y));
  const int speck = static_cast<int>(kSpeckSize * grey.dpi / 72);
  if (speck < 1) return mask;
  const std::vector<MaskRun> runs = RunsOf(ViewOfMask(mask));
  const MaskComponents found = Components(runs);
  std::vector<size_t> specks;
  for (size_t i = 0; i < runs.size(); ++i) {
    const MaskComponent& of = found.components[static_cast<size_t>(found.of[i])];
    if (of.Width() > speck || of.Height() > speck) continue;
    std::fill_n(mask.Row(runs[i].row) + runs[i].from, runs[i].Length(), uint8_t{0});
    specks.push_back(i);
  }
  if (figures <= 0) return mask;
  const Raster ink = mask;
  for (const size_t i : specks)
    if (IsPoint(found.components[static_cast<size_t>(found.of[i])], ink, figures))
      std::fill_n(mask.Row(runs[i].row) + runs[i].from, runs[i].Length(), uint8_t{255});
  return mask;
}

PixelBox InkBounds(const Raster& mask, const PixelBox& within) {
  PixelBox out{within.x1, within.y1, within.x0, within.y0};
  for (int y = within.y0; y < within.y1; ++y) {
    const uint8_t* row = mask.Row(y);
    for (int x = within.x0; x < within.x1; ++x) {
      if (!row[x]) continue;
      out.x0 = std::min(out.x0, x);
      out.x1 = std::max(out.x1, x + 1);
      out.y0 = std::min(out.y0, y);
      out.y1 = std::max(out.y1, y + 1);
    }
  }
  return out.IsEmpty() ? PixelBox{} : out;
}

}  // namespace juesuan
