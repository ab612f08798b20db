#include "layout/level_columns.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "layout/text_class.h"

namespace juesuan {
namespace {

// In type sizes.
constexpr double kWhite = 0.2;     // the least white between two columns
constexpr double kOverEdge = 0.6;  // by which a figure may stand over the end of a short ruling
constexpr double kSlack = 0.1;     // by which two columns may touch
constexpr double kClear = 0.8;     // the next best way must be so much worse
constexpr double kMergeCost = 3, kSplitCost = 3;
constexpr double kStrayCost =
    2;                          // of small figures in few rows that are no column's: a mark's rests
constexpr double kStray = 1.2;  // its width, at most

constexpr double kCentred = 0.8;  // by which edges found from the left and from the right differ

constexpr size_t kFewStrays = 16;  // one row in so many may have such figures
constexpr size_t kFewSpans = 6;    // one row in so many may have words over several columns
constexpr size_t kMostBands = 4;   // under one head

// A stretch of ink over the rows.
struct Band {
  double from = 0, to = 0;
  double core_from = 0, core_to = 0;  // without the few labels that stand out farthest: 合计
  bool amounts = false;
  bool small = true;       // nothing but what a recogniser may make of a mark's rest
  std::vector<bool> rows;  // in which it has words

  bool IsStray() const {
    const auto with = static_cast<size_t>(std::count(rows.begin(), rows.end(), true));
    return small && with <= std::max<size_t>(1, rows.size() / kFewStrays);
  }
};

struct End {
  double x;
  int number, word;
};

double SmallestSize(const std::vector<const LevelRow*>& rows) {
  double size = 1e9;
  for (const LevelRow* row : rows)
    for (const LevelWord& word : row->words) size = std::min(size, word.size);
  return size;
}

// A dash, or a digit or two, that a recogniser read.
bool MayBeRest(const LevelWord& word, double size) {
  if (!word.IsRead() || word.box.Width() > kStray * size) return false;
  const std::string text = word.word->Text();
  return IsPlaceholder(text) || SmallInteger(text).has_value();
}

// Stretches with figures, or with more than `limit` words.
std::vector<Band> Stretches(const std::vector<const LevelRow*>& rows, int limit, double size) {
  std::vector<End> ends;
  for (const LevelRow* row : rows)
    for (const LevelWord& word : row->words) {
      ends.push_back({word.box.x0, word.number ? 1 : 0, word.number ? 0 : 1});
      ends.push_back({word.box.x1, word.number ? -1 : 0, word.number ? 0 : -1});
    }
  std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.x < b.x; });
  std::vector<Band> bands;
  int numbers = 0, words = 0;
  for (size_t i = 0; i + 1 < ends.size(); ++i) {
    numbers += ends[i].number;
    words += ends[i].word;
    if (numbers == 0 && words <= limit) continue;
    if (!bands.empty() && ends[i].x - bands.back().to <= kWhite * size) {
      bands.back().to = ends[i + 1].x;
    } else {
      bands.push_back(
          {ends[i].x, ends[i + 1].x, 0, 0, false, true, std::vector<bool>(rows.size())});
    }
  }
  return bands;
}

// How far the words of one band reach.
struct Reach {
  std::vector<double> starts, ends;  // of labels
  double from = 1e9, to = -1e9;      // of figures

  void Add(const LevelWord& word) {
    if (word.number) {
      from = std::min(from, word.box.x0);
      to = std::max(to, word.box.x1);
    } else {
      starts.push_back(word.box.x0);
      ends.push_back(word.box.x1);
    }
  }
  // A table has one total at least; that of few rows is no small part of them.
  void SetCore(Band* band) {
    std::sort(starts.begin(), starts.end());
    std::sort(ends.begin(), ends.end());
    const size_t all = starts.size(), few = all < 3 ? 0 : std::max<size_t>(1, all / kFewSpans);
    band->core_from = all > few ? std::min(from, starts[few]) : from;
    band->core_to = all > few ? std::max(to, ends[all - 1 - few]) : to;
  }
};

// The bands with every word that touches one of them only; nullopt if a figure stands in none, or
// if they meet.
std::optional<std::vector<Band>> BandsOf(const std::vector<const LevelRow*>& rows, int limit,
                                         double size) {
  std::vector<Band> bands = Stretches(rows, limit, size);
  std::vector<Band> grown = bands;
  std::vector<Reach> reach(bands.size());
  for (size_t r = 0; r < rows.size(); ++r)
    for (const LevelWord& word : rows[r]->words) {
      size_t touched = 0, last = 0;
      for (size_t b = 0; b < bands.size(); ++b)
        if (word.box.x0 < bands[b].to && word.box.x1 > bands[b].from) ++touched, last = b;
      if (touched == 0 && (word.number || limit == 0)) return std::nullopt;
      if (touched != 1) continue;
      reach[last].Add(word);
      grown[last].from = std::min(grown[last].from, word.box.x0);
      grown[last].to = std::max(grown[last].to, word.box.x1);
      grown[last].rows[r] = true;
      grown[last].amounts = grown[last].amounts || word.amount;
      grown[last].small = grown[last].small && MayBeRest(word, size);
    }
  for (size_t b = 0; b < grown.size(); ++b) reach[b].SetCore(&grown[b]);
  for (size_t b = 1; b < grown.size(); ++b)
    if (grown[b].from < grown[b - 1].to) return std::nullopt;
  return grown;
}

bool ShareRow(const std::vector<Band>& bands, size_t first, size_t last) {
  for (size_t a = first; a < last; ++a)
    for (size_t b = a + 1; b < last; ++b)
      for (size_t r = 0; r < bands[a].rows.size(); ++r)
        if (bands[a].rows[r] && bands[b].rows[r]) return true;
  return false;
}

// Lays bands on heads, keeping the two best ways.
class Assignment {
 public:
  Assignment(const std::vector<ColumnHead>& heads, const std::vector<Band>& bands, double size)
      : heads_(heads), bands_(bands), size_(size), ways_(heads.size() + 1) {
    for (auto& row : ways_) row.resize(bands.size() + 1);
    ways_[0][0] = {{0, 0, 0, false}};
    for (size_t to = 1; to <= bands.size(); ++to) Skip(0, to);
    for (size_t i = 0; i < heads.size(); ++i)
      for (size_t to = 0; to <= bands.size(); ++to) {
        for (size_t from = to > kMostBands ? to - kMostBands : 0; from <= to; ++from)
          Extend(i, from, to);
        if (to > 0) Skip(i + 1, to);
      }
  }

  // For each head the bands it takes, half open; empty if there is no clear best way.
  std::vector<std::pair<size_t, size_t>> Best() const {
    const std::vector<Way>& last = ways_.back().back();
    if (last.empty() || (last.size() > 1 && last[1].cost < last[0].cost + kClear)) return {};
    std::vector<std::pair<size_t, size_t>> taken(heads_.size());
    size_t to = bands_.size(), rank = 0;
    for (size_t i = heads_.size(); i > 0;) {
      const Way& way = ways_[i][to][rank];
      if (!way.skips) taken[--i] = {way.from, to};
      to = way.from;
      rank = way.rank;
    }
    return taken;
  }

 private:
  struct Way {
    double cost;
    size_t from, rank;  // the state before
    bool skips;         // the band before is no column's
  };

  static void Keep(Way way, std::vector<Way>* ways) {
    ways->push_back(way);
    std::stable_sort(ways->begin(), ways->end(),
                     [](const Way& a, const Way& b) { return a.cost < b.cost; });
    if (ways->size() > 2) ways->pop_back();
  }

  // Passes over the band before `to`.
  void Skip(size_t heads, size_t to) {
    if (!bands_[to - 1].IsStray()) return;
    const std::vector<Way>& before = ways_[heads][to - 1];
    for (size_t rank = 0; rank < before.size(); ++rank)
      Keep({before[rank].cost + kStrayCost, to - 1, rank, true}, &ways_[heads][to]);
  }

  void Extend(size_t i, size_t from, size_t to) {
    const std::vector<Way>& before = ways_[i][from];
    if (before.empty() || !Fits(i, from, to)) return;
    const std::optional<double> cost = Cost(heads_[i], from, to);
    if (!cost) return;
    std::vector<Way>& ways = ways_[i + 1][to];
    for (size_t rank = 0; rank < before.size(); ++rank)
      Keep({before[rank].cost + *cost, from, rank, false}, &ways);
  }

  // The column lies right of the one before and between the rulings' limits.
  bool Fits(size_t i, size_t from, size_t to) const {
    double right = -1e9, left = heads_[i].x0;
    if (i > 0) right = heads_[i - 1].x1;
    if (from > 0) right = std::max(right, bands_[from - 1].to);
    if (from < to) left = std::min(left, bands_[from].from);
    if (right > left + kSlack * size_) return false;
    return from == to || (bands_[from].core_from >= heads_[i].low - kOverEdge * size_ &&
                          bands_[to - 1].core_to <= heads_[i].high + kOverEdge * size_);
  }

  std::optional<double> Cost(const ColumnHead& head, size_t from, size_t to) const {
    if (from == to) return 0;
    const double x0 = bands_[from].from, x1 = bands_[to - 1].to;
    const double distance = std::max({0.0, x0 - head.x1, head.x0 - x1}) / size_;
    const auto more = static_cast<double>(to - from - 1);
    if (to - from == 1) return distance;
    if (!ShareRow(bands_, from, to)) return distance + kMergeCost * more;
    for (size_t b = from; b < to; ++b)
      if (bands_[b].amounts) return std::nullopt;
    const double middle = (head.x0 + head.x1) / 2;
    if (middle < x0 || middle > x1) return std::nullopt;
    return kSplitCost * more;
  }

  const std::vector<ColumnHead>& heads_;
  const std::vector<Band>& bands_;
  double size_;
  std::vector<std::vector<std::vector<Way>>> ways_;
};

// The edge between two columns: a known one, or the middle of the white.
double EdgeBetween(double right, double left, const std::vector<double>& edges, double slack) {
  const double middle = (right + left) / 2;
  double best = middle, distance = 1e9;
  for (const double edge : edges)
    if (edge >= right - slack && edge <= left + slack && std::abs(edge - middle) < distance)
      best = edge, distance = std::abs(edge - middle);
  return best;
}

LevelColumns ColumnsOf(double x0, double x1, const std::vector<ColumnHead>& heads,
                       const std::vector<double>& edges, const std::vector<Band>& bands,
                       const std::vector<std::pair<size_t, size_t>>& taken, double slack) {
  LevelColumns columns;
  columns.xs = {x0};
  double right = 0;
  const auto add = [&](size_t head, double from, double to) {
    if (!columns.head.empty()) columns.xs.push_back(EdgeBetween(right, from, edges, slack));
    columns.head.push_back(head);
    right = to;
  };
  for (size_t i = 0; i < heads.size(); ++i) {
    const auto [from, to] = taken[i];
    if (to - from > 1 && ShareRow(bands, from, to)) {
      for (size_t b = from; b < to; ++b) add(i, bands[b].from, bands[b].to);
    } else {
      const bool blank = from == to;
      add(i, blank ? heads[i].x0 : std::min(heads[i].x0, bands[from].from),
          blank ? heads[i].x1 : std::max(heads[i].x1, bands[to - 1].to));
    }
  }
  columns.xs.push_back(x1);
  return columns;
}

// From the left edge on, each head's middle reflected at; known edges put small errors right.
std::vector<double> Reflect(double x0, const std::vector<double>& middles,
                            const std::vector<double>& edges, double slack) {
  std::vector<double> xs = {x0};
  for (const double middle : middles) {
    double next = 2 * middle - xs.back();
    for (const double edge : edges)
      if (std::abs(edge - next) <= slack) next = edge;
    xs.push_back(next);
  }
  return xs;
}

}  // namespace

std::optional<LevelColumns> FindLevelColumns(double x0, double x1,
                                             const std::vector<ColumnHead>& heads,
                                             const std::vector<double>& edges,
                                             const std::vector<const LevelRow*>& rows) {
  const double size = SmallestSize(rows);
  const int most = static_cast<int>(std::max<size_t>(1, rows.size() / kFewSpans));
  for (int limit = 0; limit <= most; ++limit) {
    const std::optional<std::vector<Band>> bands = BandsOf(rows, limit, size);
    if (!bands) continue;
    const auto taken = Assignment(heads, *bands, size).Best();
    if (taken.empty()) continue;
    const LevelColumns columns = ColumnsOf(x0, x1, heads, edges, *bands, taken, kOverEdge * size);
    if (std::adjacent_find(columns.xs.begin(), columns.xs.end(), std::greater_equal<double>()) ==
        columns.xs.end())
      return columns;
  }
  return std::nullopt;
}

std::optional<std::vector<double>> EdgesOfCentredHeads(double x0, double x1,
                                                       const std::vector<ColumnHead>& heads,
                                                       const std::vector<double>& edges,
                                                       double size) {
  const double slack = kCentred * size;
  std::vector<double> middles;
  for (const ColumnHead& head : heads) middles.push_back((head.x0 + head.x1) / 2);
  std::vector<double> xs = Reflect(x0, middles, edges, slack);
  std::reverse(middles.begin(), middles.end());
  std::vector<double> back = Reflect(x1, middles, edges, slack);
  std::reverse(back.begin(), back.end());
  for (size_t i = 0; i < xs.size(); ++i) {
    if (std::abs(xs[i] - back[i]) > slack) return std::nullopt;
    const bool known = std::find(edges.begin(), edges.end(), xs[i]) != edges.end();
    if (!known && i > 0 && i + 1 < xs.size()) xs[i] = (xs[i] + back[i]) / 2;
  }
  xs.back() = x1;
  for (size_t i = 0; i < heads.size(); ++i)
    if (heads[i].x0 < xs[i] || heads[i].x1 > xs[i + 1]) return std::nullopt;
  return xs;
}

}  // namespace juesuan
