#include "ocr/harmed_figures.h"

#include <algorithm>
#include <cmath>

#include "ocr/line_image.h"
#include "ocr/reading_text.h"

namespace juesuan {
namespace {

constexpr double kDigitWidth = 0.6;  // of a line's height
constexpr double kDoubted = 0.3;     // the most a figure in doubt can score

int DigitWidth(const InkLine& line) {
  return static_cast<int>(std::lround(kDigitWidth * line.ink.Height()));
}

// What makes up the numbers of `text`.
std::string NumbersOf(const std::string& text) {
  std::string numbers;
  std::copy_if(text.begin(), text.end(), std::back_inserter(numbers), [](char c) {
    return std::string_view("0123456789.,-%").find(c) != std::string_view::npos;
  });
  return numbers;
}

}  // namespace

bool IsBesideHarm(const Page& page, const InkLine& line, double dpi) {
  const double scale = 72 / dpi;
  const Box reach{(line.ink.x0 - DigitWidth(line)) * scale, line.ink.y0 * scale,
                  (line.ink.x1 + DigitWidth(line)) * scale, line.ink.y1 * scale};
  return std::any_of(page.watermarks.begin(), page.watermarks.end(),
                     [&](const WatermarkMark& mark) {
                       return mark.kind == kHarmingMark && !Intersect(mark.box, reach).IsEmpty();
                     });
}

Status DoubtHarmed(const Raster& marked, const InkLine& line, LineReader* reader,
                   std::vector<Reading>* readings) {
  if (readings->empty() || !HasDigit(readings->front().text)) return Ok();
  if (!marked.IsEmpty()) {
    // A digit at either end may have been lost.
    InkLine wider = line;
    wider.ink.x0 -= DigitWidth(line);
    wider.ink.x1 += DigitWidth(line);
    JUESUAN_TRY(const Reading witness, reader->ReadByFirst(CutLine(marked, wider)));
    if (NumbersOf(witness.text) == NumbersOf(readings->front().text)) return Ok();
  }
  for (Reading& reading : *readings) reading.score = std::min(reading.score, kDoubted);
  return Ok();
}

}  // namespace juesuan
