#include "ocr/run_together.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace juesuan {
namespace {

constexpr double kGap = 0.42;     // of the line's height; digits of one figure stand closer
constexpr size_t kLeastName = 2;  // characters
// Of what is counted in fractions: nobody prints 3.50 人, and 年末结转 is a name.
constexpr std::u32string_view kUnits = U"万元亿千百倍平米";
constexpr std::u32string_view kMetric = U"里斤顷分吨";  // after 公, which names begin with too
constexpr std::u32string_view kCounted = U"年月日号个人辆台套项次万元亿千百多余";  // … whole

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

// Where a 科目代码 at the front of `text` ends; 0 if there is none.
size_t CodeEnd(std::u32string_view text) {
  size_t end = 0;
  while (end < text.size() && IsDigit(text[end])) ++end;
  return end == 3 || end == 5 || end == 7 ? end : 0;
}

std::u32string_view WithoutSpace(std::u32string_view text) {
  while (!text.empty() && text.front() == U' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == U' ') text.remove_suffix(1);
  return text;
}

// Han characters that are no unit of the figure before them.
bool IsName(std::u32string_view text, std::u32string_view units) {
  text = WithoutSpace(text);
  if (text.size() < kLeastName || !IsCjk(text[0])) return false;
  if (text[0] == U'公' && kMetric.find(text[1]) != std::u32string_view::npos) return false;
  return units.find(text[0]) == std::u32string_view::npos;
}

// A dash with nothing beside it is also read as the character for one.
bool AreDashes(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) { return IsDash(c) || c == U'一'; });
}

// `text` is two amounts or more, the first of which ends by `end` at the latest: where the second
// begins, if both have as many decimals; else 0.
size_t SecondAmount(std::u32string_view text, size_t end) {
  if (end != text.size()) {
    const std::u32string_view rest = WithoutSpace(text.substr(end));
    const size_t next = AmountEnd(rest);
    if (rest.empty() || next == rest.size() || AreDashes(rest)) return rest.empty() ? 0 : end;
    return next > 0 && SecondAmount(rest, next) == next ? end : 0;
  }
  const size_t first = text.find(U'.'), last = text.rfind(U'.');
  const size_t decimals = text.size() - last - 1, second = first + 1 + decimals;
  return first < last && decimals > 0 && second + 1 < last + 1 && IsDigit(text[second]) ? second
                                                                                        : 0;
}

// Where the amount with its fraction at the end of `text` begins, behind a name; 0 if there is
// none.
size_t AmountAfterName(std::u32string_view text) {
  size_t from = text.size();
  while (from > 0 && (IsDigit(text[from - 1]) || text[from - 1] == U',' || text[from - 1] == U'.' ||
                      text[from - 1] == U'-'))
    --from;
  if (from == text.size() || AmountEnd(text.substr(from)) != text.size() - from) return 0;
  if (text.substr(from).find(U'.') == std::u32string_view::npos) return 0;
  const std::u32string_view name = WithoutSpace(text.substr(0, from));
  return name.size() >= kLeastName && IsCjk(name[0]) && IsCjk(name.back()) ? from : 0;
}

// A stretch of white between two strokes of a line.
struct White {
  int from = 0, to = 0;
  int Width() const { return to - from; }
};

bool IsInk(const Raster& grey, const InkLine& line, int x, int y) {
  const int value = line.tone.inverted ? 255 - grey.Row(y)[x] : grey.Row(y)[x];
  return value < line.tone.Threshold();
}

bool HasInkInRow(const Raster& grey, const InkLine& line, int y) {
  for (int x = line.ink.x0; x < line.ink.x1; ++x)
    if (IsInk(grey, line, x, y)) return true;
  return false;
}

std::vector<White> WhitesOf(const Raster& grey, const InkLine& line) {
  std::vector<White> whites;
  int last = line.ink.x0;
  for (int x = line.ink.x0; x < line.ink.x1; ++x) {
    bool ink = false;
    for (int y = line.ink.y0; y < line.ink.y1 && !ink; ++y) ink = IsInk(grey, line, x, y);
    if (!ink) continue;
    if (x > last + 1) whites.push_back({last + 1, x});
    last = x;
  }
  return whites;
}

// Beside a figure a dash is as high as itself: it is told by that.
void DrawRowsIn(const Raster& grey, InkLine* part) {
  PixelBox& ink = part->ink;
  while (ink.y1 - ink.y0 > 1 && !HasInkInRow(grey, *part, ink.y0)) ++ink.y0;
  while (ink.y1 - ink.y0 > 1 && !HasInkInRow(grey, *part, ink.y1 - 1)) --ink.y1;
}

std::vector<InkLine> PartAt(const Raster& grey, const White& white, const InkLine& line) {
  std::vector<InkLine> parts(2, line);
  parts[0].ink.x1 = white.from;
  parts[1].ink.x0 = white.to;
  parts[0].room.x1 = parts[1].room.x0 = (white.from - 1 + white.to) / 2;
  for (InkLine& part : parts) DrawRowsIn(grey, &part);
  return parts;
}

}  // namespace

TwoCells TwoCellsOf(std::string_view text) {
  const std::u32string points = ToCodePoints(text);
  const std::u32string_view all = points;
  const size_t amount = AmountEnd(all), code = CodeEnd(all);
  size_t right = 0;
  if (amount > 0) right = IsName(all.substr(amount), kUnits) ? amount : SecondAmount(all, amount);
  if (code > 0 && IsName(all.substr(code), kCounted)) right = code;
  if (right == 0) right = AmountAfterName(all);
  if (right == 0) return {};
  return {ToUtf8(WithoutSpace(all.substr(0, right))), ToUtf8(WithoutSpace(all.substr(right)))};
}

std::vector<InkLine> PartAfterAmount(const Raster& grey, const InkLine& line) {
  for (const White& white : WhitesOf(grey, line))
    if (white.Width() >= kGap * line.ink.Height()) return PartAt(grey, white, line);
  return {};
}

std::vector<InkLine> PartAtWidest(const Raster& grey, const InkLine& line, size_t rank) {
  std::vector<White> whites = WhitesOf(grey, line);
  if (rank >= whites.size()) return {};
  std::stable_sort(whites.begin(), whites.end(),
                   [](const White& a, const White& b) { return a.Width() > b.Width(); });
  return PartAt(grey, whites[rank], line);
}

}  // namespace juesuan
