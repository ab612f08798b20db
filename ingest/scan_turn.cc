#include "ingest/scan_turn.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace juesuan {
namespace {

constexpr double kRadians = 3.14159265358979323846 / 180;
constexpr int kPhaseBits = 5, kPhases = 1 << kPhaseBits;  // places between two pixels
constexpr int kBits = 7;          // of a weight: the sum of four products keeps within 16 bits, …
constexpr int kMiddle = 128;      // … as greys are counted from here
constexpr double kCubic = -0.75;  // of the filter: as sharp as OpenCV's

using Weights = std::array<int16_t, 4>;

// Of the pixels before, at, behind and two behind each phase.
std::array<Weights, kPhases> CubicWeights() {
  std::array<Weights, kPhases> all{};
  constexpr double a = kCubic;
  for (int phase = 0; phase < kPhases; ++phase) {
    const double t = static_cast<double>(phase) / kPhases;
    const auto near = [](double d) { return ((a + 2) * d - (a + 3)) * d * d + 1; };
    const auto far = [](double d) { return ((a * d - 5 * a) * d + 8 * a) * d - 4 * a; };
    const std::array<double, 4> exact = {far(1 + t), near(t), near(1 - t), far(2 - t)};
    Weights& weights = all[static_cast<size_t>(phase)];
    int rest = 1 << kBits;
    for (size_t i = 0; i < 4; ++i) {
      weights[i] = static_cast<int16_t>(std::lround(exact[i] * (1 << kBits)));
      rest -= weights[i];
    }
    weights[t < 0.5 ? 1 : 2] = static_cast<int16_t>(weights[t < 0.5 ? 1 : 2] + rest);
  }
  return all;
}

int16_t FromMiddle(uint8_t grey) { return static_cast<int16_t>(grey - kMiddle); }

uint8_t Grey(int16_t sum) {
  const auto value = static_cast<int16_t>((sum + (1 << (kBits - 1))) >> kBits);
  return static_cast<uint8_t>(std::clamp<int16_t>(value, -kMiddle, kMiddle - 1) + kMiddle);
}

int16_t Product(int16_t a, int16_t b) { return static_cast<int16_t>(a * b); }
int16_t Sum(int16_t a, int16_t b) { return static_cast<int16_t>(a + b); }

struct Turn {
  Turn(const Raster& grey, double degrees)
      : c(std::cos(degrees * kRadians)),
        s(std::sin(degrees * kRadians)),
        to_x((grey.width - 1) / 2.0 * (1 - c) + (grey.height - 1) / 2.0 * s),
        to_y((grey.height - 1) / 2.0 * (1 - c) - (grey.width - 1) / 2.0 * s) {}

  // Whence a pixel (x, y) comes: (c x - s y + to_x, s x + c y + to_y). In 1/32 pixel, the way along
  // its own row of the pixel that a column x shows of a row, …
  int AlongRow(int x, int row) const {
    return static_cast<int>(std::lround(kPhases * (x / c - s / c * (row - to_y) + to_x - x)));
  }
  // … and the way down its column.
  int DownColumn(int x, int y) const {
    return static_cast<int>(std::lround(kPhases * (s * x))) +
           static_cast<int>(std::lround(kPhases * (c * y + to_y - y)));
  }

  double c, s, to_x, to_y;
};

// `from` holds a row with `margin` pixels more at each end.
void TurnRow(const Turn& turn, const std::vector<int16_t>& from, int margin, int row, int width,
             const std::array<Weights, kPhases>& weights, uint8_t* out) {
  for (int x = 0; x < width;) {
    const int way = turn.AlongRow(x, row);
    // The way changes by the page's lean of the second order: hardly ever.
    int end = width;
    if (turn.AlongRow(width - 1, row) != way) {
      int low = x, high = width - 1;
      while (high - low > 1) {
        const int middle = (low + high) / 2;
        (turn.AlongRow(middle, row) == way ? low : high) = middle;
      }
      end = high;
    }
    const Weights& w = weights[static_cast<size_t>(way & (kPhases - 1))];
    const int16_t* in = from.data() + margin + (way >> kPhaseBits);
    for (; x < end; ++x)
      out[x] = Grey(Sum(Sum(Product(w[0], in[x - 1]), Product(w[1], in[x])),
                        Sum(Product(w[2], in[x + 1]), Product(w[3], in[x + 2]))));
  }
}

Raster TurnRows(const Raster& grey, const Turn& turn, const std::array<Weights, kPhases>& weights,
                uint8_t beyond) {
  Raster out = MakeRaster(grey.width, grey.height, 1, grey.dpi, 255);
  const int margin =
      4 + static_cast<int>(std::fabs(turn.s) * grey.height + (1 / turn.c - 1) * grey.width);
  std::vector<int16_t> from(static_cast<size_t>(grey.width + 2 * margin), FromMiddle(beyond));
  for (int row = 0; row < grey.height; ++row) {
    std::transform(grey.Row(row), grey.Row(row) + grey.width, from.begin() + margin, FromMiddle);
    TurnRow(turn, from, margin, row, grey.width, weights, out.Row(row));
  }
  return out;
}

// The weights of each column of a row, and the rows they are for.
struct ColumnWays {
  std::array<std::vector<int16_t>, 4> weights;
  std::vector<int> rows;
};

void Spread(const Turn& turn, int y, const std::array<Weights, kPhases>& weights,
            ColumnWays* ways) {
  for (size_t x = 0; x < ways->rows.size(); ++x) {
    const int way = turn.DownColumn(static_cast<int>(x), y);
    ways->rows[x] = way >> kPhaseBits;
    for (size_t i = 0; i < 4; ++i)
      ways->weights[i][x] = weights[static_cast<size_t>(way & (kPhases - 1))][i];
  }
}

void TurnColumns(const Raster& grey, int y, const ColumnWays& ways,
                 const std::vector<uint8_t>& beyond, uint8_t* out) {
  const auto row = [&](int at) {
    return at >= 0 && at < grey.height ? grey.Row(at) : beyond.data();
  };
  for (int x = 0; x < grey.width;) {
    int end = x + 1;
    const int by = ways.rows[static_cast<size_t>(x)];
    while (end < grey.width && ways.rows[static_cast<size_t>(end)] == by) ++end;
    const uint8_t *before = row(y + by - 1), *at = row(y + by), *behind = row(y + by + 1),
                  *last = row(y + by + 2);
    const int16_t *w0 = ways.weights[0].data(), *w1 = ways.weights[1].data(),
                  *w2 = ways.weights[2].data(), *w3 = ways.weights[3].data();
    for (; x < end; ++x)
      out[x] = Grey(
          Sum(Sum(Product(w0[x], FromMiddle(before[x])), Product(w1[x], FromMiddle(at[x]))),
              Sum(Product(w2[x], FromMiddle(behind[x])), Product(w3[x], FromMiddle(last[x])))));
  }
}

}  // namespace

Raster TurnBack(const Raster& grey, double degrees, uint8_t beyond) {
  JUESUAN_CHECK(grey.channels == 1);
  static const std::array<Weights, kPhases> weights = CubicWeights();
  const Turn turn(grey, degrees);
  const Raster rows = TurnRows(grey, turn, weights, beyond);
  Raster out = MakeRaster(grey.width, grey.height, 1, grey.dpi, 255);
  const std::vector<uint8_t> outside(static_cast<size_t>(grey.width), beyond);
  ColumnWays ways;
  ways.rows.resize(static_cast<size_t>(grey.width));
  for (std::vector<int16_t>& weight : ways.weights) weight.resize(ways.rows.size());
  for (int y = 0; y < grey.height; ++y) {
    if (y == 0 || turn.DownColumn(0, y) != turn.DownColumn(0, y - 1))
      Spread(turn, y, weights, &ways);
    TurnColumns(rows, y, ways, outside, out.Row(y));
  }
  return out;
}

}  // namespace juesuan
