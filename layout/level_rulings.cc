#include "layout/level_rulings.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/text.h"

namespace juesuan {
namespace {

// In type sizes.
constexpr double kOver = 0.25;    // by which words may stand over an edge
constexpr double kStart = 0.15;   // between the starts of words that begin together
constexpr double kAligned = 0.5;  // between a word's middle and that of its cell
constexpr double kMiddle = 1.0;   // of a label over edges from the middle of its merged cell
constexpr double kSpaced = 6;     // between the letters of a word that is spaced out

constexpr int kColumnMates = 3;  // labels that begin together, itself among them
constexpr int kFewCrowded = 12;  // one row in so many may have two figures in one cell

using Columns = std::pair<size_t, size_t>;  // half open

// The columns that a word stands in: those whose edges it crosses by more than a hair.
Columns ColumnsOf(const LevelWord& word, const std::vector<double>& xs) {
  const double over = kOver * word.size;
  size_t first = 0, last = xs.size() - 1;
  while (first + 2 < xs.size() && word.box.x0 >= xs[first + 1] - over) ++first;
  while (last > first + 1 && word.box.x1 <= xs[last - 1] + over) --last;
  return {first, last};
}

// An amount inside other text: such a word must not be taken for a label.
bool HoldsAmount(const LevelWord& word) {
  const std::string text = word.word == nullptr ? "" : MatchForm(word.word->Text());
  const auto is_digit = [&](size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  for (size_t i = 1; i + 1 < text.size(); ++i)
    if ((text[i] == '.' || text[i] == ',') && is_digit(i - 1) && is_digit(i + 1)) return true;
  return false;
}

bool IsLetter(const LevelWord& word) {
  return !word.number && word.word != nullptr && ToCodePoints(word.word->Text()).size() == 1;
}

// The words of a row, two letters that are spaced out (合   计) as one.
std::vector<LevelWord> WordsOf(const LevelRow& row) {
  std::vector<LevelWord> words = row.words;
  std::sort(words.begin(), words.end(), [](const LevelWord& a, const LevelWord& b) {
    return std::tie(a.box.x0, a.box.y0) < std::tie(b.box.x0, b.box.y0);
  });
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    const bool more = i + 2 < words.size() && IsLetter(words[i + 2]);
    if (!IsLetter(words[i]) || !IsLetter(words[i + 1]) || more) continue;
    if (words[i + 1].box.x0 - words[i].box.x1 > kSpaced * words[i].size ||
        words[i + 1].box.Center().y > words[i].box.y1)
      continue;
    words[i].box = Union(words[i].box, words[i + 1].box);
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  return words;
}

bool AreRead(const std::vector<LevelWord>& words) {
  return std::all_of(words.begin(), words.end(),
                     [](const LevelWord& word) { return word.IsRead(); });
}

class Builder {
 public:
  Builder(const LevelTable& table, const LevelColumns& columns,
          const std::vector<ColumnText>& texts, const RowStyle& style)
      : table_(table),
        columns_(columns),
        xs_(columns.xs),
        texts_(texts),
        style_(style),
        drawn_(xs_.size()) {
    for (const LevelStrip& strip : table.strips) lines_ += static_cast<int>(strip.rows.size());
  }

  // Whether the edge of every column is drawn somewhere in the body.
  bool AllDrawn() const {
    return std::all_of(drawn_.begin() + 1, drawn_.end() - 1, [](bool drawn) { return drawn; });
  }

  bool Header(const LevelHeader& header) {
    auto groups = GroupColumns(header, xs_, columns_.head);
    if (!groups) groups = TileColumns(header, xs_, columns_.head);
    if (!groups) return false;
    for (size_t c = 1; c + 1 < xs_.size(); ++c) {
      const bool split = columns_.head[c] == columns_.head[c - 1];
      double top = split ? table_.header_end : table_.box.y0;
      for (const ColumnGroup& group : *groups)
        if (group.first < c && c < group.last) top = std::max(top, group.foot);
      if (top < table_.header_end) Upright(xs_[c], top, table_.header_end);
    }
    for (const ColumnGroup& group : *groups) Level(group.foot, xs_[group.first], xs_[group.last]);
    Level(table_.header_end, xs_.front(), xs_.back());
    return true;
  }

  void Sides(double top) {
    Upright(table_.box.x0, top, table_.box.y1);
    Upright(table_.box.x1, top, table_.box.y1);
  }

  // `merge`: labels may lie over several columns.
  bool Body(bool merge) {
    merge_ = merge;
    // A figure that a mark cut in two must not cost the table: its cell holds both, and is refused.
    crowded_ = std::max(1, lines_ / kFewCrowded);
    for (const LevelStrip& strip : table_.strips) {
      const auto rows = RowsOfStrip(strip, xs_, texts_, style_);
      if (!rows) return false;
      double top = strip.y0;
      for (size_t r = 0; r < rows->size(); ++r) {
        const bool last = r + 1 == rows->size();
        const double foot = last ? strip.y1 : ((*rows)[r].y1 + (*rows)[r + 1].y0) / 2;
        if (!Row((*rows)[r], top, foot)) return false;
        Level(foot, xs_.front(), xs_.back());
        top = foot;
      }
      if (rows->empty()) Row({}, strip.y0, strip.y1);
    }
    return true;
  }

  std::vector<Ruling> Take() { return std::move(rulings_); }

 private:
  // How many words stand in each column.
  struct Counts {
    std::vector<int> figures, labels;
    bool Blank(size_t c) const { return figures[c] + labels[c] == 0; }
  };

  void Level(double at, double from, double to) { rulings_.push_back({true, at, from, to, 0}); }
  void Upright(double at, double from, double to) { rulings_.push_back({false, at, from, to, 0}); }

  // Edges between the cells of a row; false where a figure stands in no cell of its own.
  bool Row(const LevelRow& row, double top, double foot) {
    const std::vector<LevelWord> words = WordsOf(row);
    Counts counts{std::vector<int>(xs_.size() - 1), std::vector<int>(xs_.size() - 1)};
    for (const LevelWord& word : words) {
      const auto [first, last] = ColumnsOf(word, xs_);
      if (last > first + 1 && (word.number || HoldsAmount(word))) return false;
      for (size_t c = first; c < last; ++c) ++(word.number ? counts.figures : counts.labels)[c];
    }
    std::vector<bool> inside(xs_.size());  // of a merged cell
    for (const LevelWord& word : words) {
      if (word.number || !merge_) continue;
      const auto [first, last] = MergedColumns(word, counts);
      for (size_t c = first + 1; c < last; ++c) inside[c] = true;
      for (size_t c = first; last > first + 1 && c < last; ++c)
        if (counts.figures[c] > 0) return false;
    }
    if (std::any_of(counts.figures.begin(), counts.figures.end(), [](int n) { return n > 1; }) &&
        (!AreRead(words) || --crowded_ < 0))
      return false;
    for (size_t c = 1; c + 1 < xs_.size(); ++c) {
      if (inside[c]) continue;
      Upright(xs_[c], top, foot);
      drawn_[c] = true;
    }
    return true;
  }

  // Whether a word stands in its column as others do: begins with them, or in the middle where most
  // stand in the middle.
  bool IsAligned(const LevelWord& word, size_t c) const {
    const ColumnText& text = texts_[c];
    const auto near = [](const std::vector<double>& all, double at, double slack) {
      return std::count_if(all.begin(), all.end(),
                           [&](double x) { return std::abs(x - at) <= slack; });
    };
    if (near(text.starts, word.box.x0, kStart * word.size) >= kColumnMates) return true;
    const double middle = (xs_[c] + xs_[c + 1]) / 2, slack = kAligned * word.size;
    return std::abs(word.box.Center().x - middle) <= slack &&
           2 * static_cast<size_t>(near(text.middles, middle, slack)) > text.middles.size();
  }

  // The columns of a label's cell: all the blank ones around it, if it stands in their middle.
  Columns MergedColumns(const LevelWord& word, const Counts& counts) const {
    const Columns over = ColumnsOf(word, xs_);
    auto [first, last] = over;
    const bool crosses = last > first + 1;
    if (!crosses && IsAligned(word, first)) return over;
    while (first > 0 && counts.Blank(first - 1)) --first;
    while (last + 1 < xs_.size() && counts.Blank(last)) ++last;
    const double off = std::abs((xs_[first] + xs_[last]) / 2 - word.box.Center().x);
    return off <= (crosses ? kMiddle : kAligned) * word.size ? Columns{first, last} : over;
  }

  const LevelTable& table_;
  const LevelColumns& columns_;
  const std::vector<double>& xs_;
  const std::vector<ColumnText>& texts_;
  const RowStyle& style_;
  bool merge_ = true;
  int lines_ = 0, crowded_ = 0;
  std::vector<bool> drawn_;  // edges, in the body
  std::vector<Ruling> rulings_;
};

}  // namespace

std::optional<std::vector<Ruling>> RulingsOfTable(const LevelTable& table,
                                                  const std::optional<LevelHeader>& header,
                                                  const LevelColumns& columns,
                                                  const std::vector<ColumnText>& texts,
                                                  const RowStyle& style) {
  Builder builder(table, columns, texts, style);
  if (header && !builder.Header(*header)) return std::nullopt;
  builder.Sides(table.header_xs.empty() ? table.box.y0 : table.header_end);
  if (!builder.Body(true)) return std::nullopt;
  // An edge that is the header's alone would be taken for the stem of a glyph (base/lattice.h).
  if (!builder.AllDrawn() && !builder.Body(false)) return std::nullopt;
  return builder.Take();
}

}  // namespace juesuan
