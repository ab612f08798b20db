#include "ocr/lost_hairlines.h"

#include <algorithm>
#include <array>

#include "base/mask_runs.h"
#include "ocr/reading_text.h"

namespace juesuan {
namespace {

constexpr int kEveryRow = 4;          // that is looked at
constexpr double kPaperShare = 0.7;   // of a page in black and white is one tone
constexpr double kTrace = 0.25;       // of the ink's contrast that is left of a stroke, if faintly
constexpr double kFoot = 0.6;         // of a line's height: what is below and low is a point
constexpr double kLow = 0.3;          // of a line's height
constexpr int kLeastDigits = 3;       // of a figure that tells
constexpr int kFewFigures = 4;        // that tell nothing of a page
constexpr double kMostParted = 0.5;   // of the figures of sound print
constexpr double kMostPieces = 1.22;  // a digit
constexpr double kDoubted = 0.3;      // the most a figure in doubt can score

// Where `line` has ink or a trace of it.
Raster TraceMask(const Raster& grey, const InkLine& line) {
  Raster mask = MakeRaster(line.ink.Width(), line.ink.Height(), 1, grey.dpi, 0);
  const Tone& tone = line.tone;
  const int least = tone.paper - static_cast<int>((tone.paper - tone.ink) * kTrace);
  for (int y = 0; y < mask.height; ++y) {
    const uint8_t* from = grey.Row(line.ink.y0 + y) + line.ink.x0;
    std::transform(from, from + mask.width, mask.Row(y), [&](uint8_t pixel) {
      return (tone.inverted ? 255 - pixel : pixel) < least ? uint8_t{255} : uint8_t{0};
    });
  }
  return mask;
}

int PiecesOf(const Raster& mask) {
  const MaskComponents found = Components(RunsOf(ViewOfMask(mask)));
  return static_cast<int>(std::count_if(
      found.components.begin(), found.components.end(), [&](const MaskComponent& piece) {
        return piece.Height() > kLow * mask.height || piece.y0 < kFoot * mask.height;
      }));
}

bool IsAmount(const std::string& text) {
  return IsFigure(text) && text.find_first_of(".,") != std::string::npos;
}

}  // namespace

bool IsBlackAndWhite(const Raster& grey) {
  std::array<int64_t, 256> count{};
  int64_t all = 0;
  for (int y = 0; y < grey.height; y += kEveryRow) {
    for (int x = 0; x < grey.width; ++x) ++count[grey.Row(y)[x]];
    all += grey.width;
  }
  return static_cast<double>(*std::max_element(count.begin(), count.end())) >=
         kPaperShare * static_cast<double>(all);
}

void HairlineCheck::Look(const Raster& grey, const InkLine& line, const std::string& text) {
  if (!IsFigure(text)) return;
  const int digits = static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
  if (digits < kLeastDigits) return;
  const int pieces = PiecesOf(TraceMask(grey, line));
  ++figures_;
  parted_ += pieces > digits ? 1 : 0;
  digits_ += digits;
  pieces_ += pieces;
}

bool HairlineCheck::AreLost() const {
  return figures_ >= kFewFigures && parted_ > kMostParted * figures_ &&
         pieces_ > kMostPieces * digits_;
}

void RefuseLostHairlines(std::vector<Reading>* readings) {
  const auto may_be_a_four = [](const Reading& reading) {
    return IsAmount(reading.text) && reading.text.find('1') != std::string::npos;
  };
  if (std::any_of(readings->begin(), readings->end(), may_be_a_four)) {
    readings->clear();
    return;
  }
  for (Reading& reading : *readings)
    if (HasDigit(reading.text)) reading.score = std::min(reading.score, kDoubted);
}

}  // namespace juesuan
