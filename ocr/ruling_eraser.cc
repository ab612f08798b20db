#include "ocr/ruling_eraser.h"

#include <algorithm>
#include <cmath>

#include "base/result.h"

namespace juesuan {
namespace {

constexpr double kStray = 1.5;       // points a ruling may lie off its axis
constexpr double kPieceLength = 36;  // points along which it is taken for straight
constexpr int kLeastContrast = 16;   // greys by which a ruling is darker than the paper

// A window on a piece of a ruling, turned so that `across` counts off the ruling and `along` runs
// with it.
struct Piece {
  uint8_t* origin = nullptr;
  ptrdiff_t across_step = 0, along_step = 0;
  int across = 0, along = 0;

  uint8_t& At(int a, int l) const { return origin[a * across_step + l * along_step]; }
};

int MedianGrey(const Piece& piece, int a) {
  std::vector<uint8_t> greys(static_cast<size_t>(piece.along));
  for (int l = 0; l < piece.along; ++l) greys[l] = piece.At(a, l);
  const auto middle = greys.begin() + piece.along / 2;
  std::nth_element(greys.begin(), middle, greys.end());
  return *middle;
}

// Paints rows [from, to) with the lighter of the greys beside them; of the two rows at their edges
// only what is too light to be a stroke of text.
void Paint(const Piece& piece, int from, int to, int stroke) {
  for (int l = 0; l < piece.along; ++l) {
    const uint8_t paper = std::max(piece.At(std::max(0, from - 2), l),
                                   piece.At(std::min(piece.across - 1, to + 1), l));
    for (int a = from; a < to; ++a) piece.At(a, l) = std::max(piece.At(a, l), paper);
    for (const int edge : {from - 1, to}) {
      if (edge < 0 || edge >= piece.across) continue;
      if (piece.At(edge, l) > stroke) piece.At(edge, l) = std::max(piece.At(edge, l), paper);
    }
  }
}

void ErasePiece(const Piece& piece, int thickest) {
  std::vector<int> medians;
  for (int a = 0; a < piece.across; ++a) medians.push_back(MedianGrey(piece, a));
  const int paper = *std::max_element(medians.begin(), medians.end());
  const auto darkest = std::min_element(medians.begin(), medians.end());
  if (paper - *darkest < kLeastContrast) return;
  const int edge = paper - (paper - *darkest) / 4;
  int from = static_cast<int>(darkest - medians.begin()), to = from + 1;
  while (from > 0 && medians[from - 1] < edge && to - from < thickest) --from;
  while (to < piece.across && medians[to] < edge && to - from < thickest) ++to;
  Paint(piece, from, to, (paper + *darkest) / 2);
}

}  // namespace

Raster EraseRulings(const Raster& grey, const std::vector<Ruling>& rulings) {
  JUESUAN_CHECK(grey.channels == 1 && grey.dpi > 0);
  Raster out = grey;
  const double scale = grey.dpi / 72;
  const int piece_length = static_cast<int>(kPieceLength * scale);
  for (const Ruling& ruling : rulings) {
    const int axis = static_cast<int>(std::floor(ruling.at * scale));
    const int reach = static_cast<int>(std::ceil((kStray + ruling.thickness / 2) * scale)) + 2;
    const int thickest = static_cast<int>(std::ceil(ruling.thickness * scale * 1.6)) + 3;
    const int length = ruling.horizontal ? out.width : out.height;
    const int breadth = ruling.horizontal ? out.height : out.width;
    const int low = std::max(0, axis - reach), high = std::min(breadth, axis + reach + 1);
    const int end = std::min(length, static_cast<int>(std::ceil(ruling.to * scale)) + 2);
    if (low >= high) continue;
    for (int at = std::max(0, static_cast<int>(ruling.from * scale) - 2); at < end;) {
      // No short piece is left over: it would be too short to tell text from ruling.
      const int run = end - at < 2 * piece_length ? end - at : piece_length;
      const ptrdiff_t row = out.width;
      Piece piece;
      piece.across = high - low;
      piece.along = run;
      piece.across_step = ruling.horizontal ? row : 1;
      piece.along_step = ruling.horizontal ? 1 : row;
      piece.origin = out.pixels.data() + low * piece.across_step + at * piece.along_step;
      ErasePiece(piece, thickest);
      at += run;
    }
  }
  return out;
}

}  // namespace juesuan
