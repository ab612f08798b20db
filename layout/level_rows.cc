#include "layout/level_rows.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace juesuan {
namespace {

constexpr double kLineSpace = 1.6;  // type sizes between two lines of a label, at most
constexpr double kFull = 2.5;       // type sizes that a line which wraps may leave free
constexpr double kMiddle = 0.3;     // of the type size
constexpr double kTighter = 0.95;   // of the pitch of rows: lines of one label
constexpr size_t kDeepest = 4;      // lines above or below the figures
constexpr size_t kFewest = 3;       // strips that tell whether each is a row

size_t ColumnOf(const LevelWord& word, const std::vector<double>& xs) {
  const auto after = std::upper_bound(xs.begin() + 1, xs.end() - 1, word.box.Center().x);
  return static_cast<size_t>(after - xs.begin()) - 1;
}

double Middle(const LevelRow& row) { return (row.y0 + row.y1) / 2; }

// Where the figures of a row stand; its middle if it has none.
double FigureLine(const LevelRow& row) {
  for (const LevelWord& word : row.words)
    if (word.number) return word.box.Center().y;
  return Middle(row);
}

class Joiner {
 public:
  Joiner(const LevelStrip& strip, const std::vector<double>& xs, const std::vector<double>& fill)
      : rows_(strip.rows), xs_(xs), fill_(fill), into_(rows_.size()) {
    for (size_t i = 0; i < rows_.size(); ++i) into_[i] = i;
    FindPitch();
  }

  std::vector<LevelRow> Join() {
    for (size_t i = 0; i < rows_.size(); ++i)
      if (rows_[i].HasNumber()) JoinAround(i);
    for (size_t i = 0; i < rows_.size(); ++i)
      if (rows_[i].HasNumber() && into_[i] == i) JoinBelow(i);
    std::vector<LevelRow> joined;
    for (size_t i = 0; i < rows_.size(); ++i) {
      const bool goes_on = !joined.empty() && i > 0 && into_[i] == into_[i - 1];
      if (!goes_on) {
        joined.push_back(rows_[i]);
        continue;
      }
      LevelRow& row = joined.back();
      row.y1 = rows_[i].y1;
      row.words.insert(row.words.end(), rows_[i].words.begin(), rows_[i].words.end());
    }
    return joined;
  }

 private:
  void FindPitch() {
    std::vector<double> pitches;
    for (size_t i = 1; i < rows_.size(); ++i)
      if (rows_[i].HasNumber() && rows_[i - 1].HasNumber())
        pitches.push_back(FigureLine(rows_[i]) - FigureLine(rows_[i - 1]));
    if (pitches.empty()) return;
    const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
    std::nth_element(pitches.begin(), middle, pitches.end());
    pitch_ = *middle;
  }

  // The column of a row that is nothing but words of one column.
  std::optional<size_t> LabelColumn(size_t i) const {
    if (rows_[i].HasNumber() || into_[i] != i) return std::nullopt;
    const size_t column = ColumnOf(rows_[i].words.front(), xs_);
    for (const LevelWord& word : rows_[i].words)
      if (ColumnOf(word, xs_) != column) return std::nullopt;
    return column;
  }

  bool IsFull(size_t i, size_t column) const {
    double end = 0, size = 0;
    for (const LevelWord& word : rows_[i].words)
      if (ColumnOf(word, xs_) == column) end = std::max(end, word.box.x1), size = word.size;
    return size > 0 && end >= fill_[column] - kFull * size;
  }

  double Space(size_t i) const {
    return (Middle(rows_[i + 1]) - Middle(rows_[i])) / rows_[i].words.front().size;
  }

  // Label lines above and below, as far from the figures on both sides.
  void JoinAround(size_t i) {
    for (size_t k = std::min({kDeepest, i, rows_.size() - 1 - i}); k > 0; --k) {
      const std::optional<size_t> column = LabelColumn(i - k);
      if (!column) continue;
      bool joins = true;
      for (size_t j = i - k; joins && j < i + k; ++j) {
        joins = Space(j) <= kLineSpace && (j == i || LabelColumn(j) == column) &&
                (j == i ? HasFullLine(i, *column) : IsFull(j, *column));
      }
      joins = joins && LabelColumn(i + k) == column;
      const double middle = (Middle(rows_[i - k]) + Middle(rows_[i + k])) / 2;
      const double size = rows_[i].words.front().size;
      if (!joins || std::abs(middle - FigureLine(rows_[i])) > kMiddle * size) continue;
      for (size_t j = i - k; j <= i + k; ++j) into_[j] = i;
      return;
    }
  }

  // The figures' own line of the label is full, or they stand between two lines.
  bool HasFullLine(size_t i, size_t column) const {
    const bool none =
        std::none_of(rows_[i].words.begin(), rows_[i].words.end(),
                     [&](const LevelWord& word) { return ColumnOf(word, xs_) == column; });
    return none || IsFull(i, column);
  }

  // Label lines below a row whose own label stands beside its figures.
  void JoinBelow(size_t i) {
    for (size_t j = i + 1; j < rows_.size(); ++j) {
      const std::optional<size_t> column = LabelColumn(j);
      const bool joins = column && IsFull(j - 1, *column) && Space(j - 1) <= kLineSpace &&
                         Middle(rows_[j]) - Middle(rows_[j - 1]) < kTighter * pitch_;
      if (!joins) return;
      into_[j] = i;
    }
  }

  const std::vector<LevelRow>& rows_;
  const std::vector<double>&xs_, &fill_;
  std::vector<size_t> into_;
  double pitch_ = 0;
};

size_t FigureLines(const LevelStrip& strip) {
  return static_cast<size_t>(std::count_if(strip.rows.begin(), strip.rows.end(),
                                           [](const LevelRow& row) { return row.HasNumber(); }));
}

}  // namespace

std::vector<LevelRow> RowsOfStrip(const LevelStrip& strip, const std::vector<double>& xs,
                                  const std::vector<double>& fill, bool single) {
  if (!single || FigureLines(strip) > 1) return Joiner(strip, xs, fill).Join();
  LevelRow row;
  for (const LevelRow& part : strip.rows) {
    if (row.words.empty()) row.y0 = part.y0;
    row.y1 = part.y1;
    row.words.insert(row.words.end(), part.words.begin(), part.words.end());
  }
  if (row.words.empty()) return {};
  return {row};
}

bool HasRowRulings(const std::vector<const LevelStrip*>& strips) {
  const auto rows = std::count_if(strips.begin(), strips.end(),
                                  [](const LevelStrip* strip) { return FigureLines(*strip) <= 1; });
  return strips.size() >= kFewest && 5 * static_cast<size_t>(rows) >= 4 * strips.size();
}

std::vector<double> FillOf(const std::vector<const LevelRow*>& rows,
                           const std::vector<double>& xs) {
  std::vector<double> fill(xs.size() - 1);
  for (const LevelRow* row : rows)
    for (const LevelWord& word : row->words) {
      double& column = fill[ColumnOf(word, xs)];
      column = std::max(column, word.box.x1);
    }
  return fill;
}

}  // namespace juesuan
