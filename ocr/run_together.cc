#include "ocr/run_together.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace juesuan {
namespace {

constexpr double kGap = 0.42;     // of the line's height; digits of one figure stand closer
constexpr size_t kLeastName = 2;  // characters
// Of what is counted in fractions: nobody prints 3.50 人, and 年末结转 is a name.
constexpr std::u32string_view kUnits = U"万元亿千百倍平米公";

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

// A stretch of white between two strokes of a line.
struct White {
  int from = 0, to = 0;
  int Width() const { return to - from; }
};

std::vector<White> WhitesOf(const Raster& grey, const InkLine& line) {
  const int threshold = line.tone.Threshold();
  std::vector<White> whites;
  int last = line.ink.x0;
  for (int x = line.ink.x0; x < line.ink.x1; ++x) {
    bool ink = false;
    for (int y = line.ink.y0; y < line.ink.y1 && !ink; ++y) {
      const int value = line.tone.inverted ? 255 - grey.Row(y)[x] : grey.Row(y)[x];
      ink = value < threshold;
    }
    if (!ink) continue;
    if (x > last + 1) whites.push_back({last + 1, x});
    last = x;
  }
  return whites;
}

std::vector<InkLine> PartAt(const White& white, const InkLine& line) {
  std::vector<InkLine> parts(2, line);
  parts[0].ink.x1 = white.from;
  parts[1].ink.x0 = white.to;
  parts[0].room.x1 = parts[1].room.x0 = (white.from - 1 + white.to) / 2;
  return parts;
}

}  // namespace

std::string AmountBeforeName(std::string_view text) {
  const std::u32string points = ToCodePoints(text);
  const size_t end = AmountEnd(points);
  if (end == 0) return "";
  const size_t name = end < points.size() && points[end] == U' ' ? end + 1 : end;
  const bool named = points.size() >= name + kLeastName && IsCjk(points[name]) &&
                     kUnits.find(points[name]) == std::u32string_view::npos;
  return named ? ToUtf8(std::u32string_view(points).substr(0, end)) : "";
}

std::vector<InkLine> PartAfterAmount(const Raster& grey, const InkLine& line) {
  for (const White& white : WhitesOf(grey, line))
    if (white.Width() >= kGap * line.ink.Height()) return PartAt(white, line);
  return {};
}

std::vector<InkLine> PartAtWidest(const Raster& grey, const InkLine& line) {
  const std::vector<White> whites = WhitesOf(grey, line);
  const auto widest =
      std::max_element(whites.begin(), whites.end(),
                       [](const White& a, const White& b) { return a.Width() < b.Width(); });
  return widest == whites.end() ? std::vector<InkLine>{} : PartAt(*widest, line);
}

}  // namespace juesuan
