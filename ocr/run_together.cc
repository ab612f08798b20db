#include "ocr/run_together.h"

#include <string>

#include "base/text.h"

namespace juesuan {
namespace {

constexpr double kGap = 0.42;     // of the line's height; digits of one figure stand closer
constexpr size_t kLeastName = 2;  // characters
constexpr std::u32string_view kUnits = U"万元亿千百人个年月日倍户台辆件次套平米公";

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool IsDash(char32_t c) { return c == U'-' || c == U'—'; }

// Where an amount with its fraction, or a dash, at the front of `text` ends; 0 if there is none.
size_t AmountEnd(std::u32string_view text) {
  size_t dashes = 0;
  while (dashes < text.size() && IsDash(text[dashes])) ++dashes;
  size_t end = dashes, point = 0;
  for (; end < text.size() && (IsDigit(text[end]) || text[end] == U',' || text[end] == U'.'); ++end)
    if (text[end] == U'.') point = end;
  if (end == dashes) return dashes;
  return point > dashes && IsDigit(text[point - 1]) && end > point + 1 ? end : 0;
}

}  // namespace

bool IsAmountAndName(std::string_view text) {
  const std::u32string points = ToCodePoints(text);
  size_t at = AmountEnd(points);
  if (at == 0) return false;
  if (at < points.size() && points[at] == U' ') ++at;
  return points.size() >= at + kLeastName && points[at] >= 0x4E00 && points[at] <= 0x9FFF &&
         kUnits.find(points[at]) == std::u32string_view::npos;
}

std::vector<InkLine> PartAfterAmount(const Raster& grey, const InkLine& line) {
  const int threshold = line.tone.Threshold();
  int last = line.ink.x0;
  for (int x = line.ink.x0; x < line.ink.x1; ++x) {
    bool ink = false;
    for (int y = line.ink.y0; y < line.ink.y1 && !ink; ++y) {
      const int value = line.tone.inverted ? 255 - grey.Row(y)[x] : grey.Row(y)[x];
      ink = value < threshold;
    }
    if (!ink) continue;
    if (x - last - 1 < kGap * line.ink.Height()) {
      last = x;
      continue;
    }
    std::vector<InkLine> parts(2, line);
    parts[0].ink.x1 = last + 1;
    parts[1].ink.x0 = x;
    parts[0].room.x1 = parts[1].room.x0 = (last + x) / 2;
    return parts;
  }
  return {};
}

}  // namespace juesuan
