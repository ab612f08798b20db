#include "base/lattice.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <tuple>

namespace juesuan {
namespace {

// Bounds of the tolerances, in points. A printed table row is at least about 5 pt high and a pen
// stroke at most about 2 pt wide; in between the tolerance follows the table's own row pitch.
constexpr double kMinSame = 0.8, kMaxSame = 2.2;
constexpr double kSameOfPitch = 0.16;  // strokes nearer than this share of a row are one line
constexpr double kTouchOfSame = 2.0;   // gaps and short ends, in units of the same-line tolerance
constexpr double kHigherRow = 1.3;     // of its neighbours' heights
constexpr double kRuledShare = 0.5;    // an edge is ruled where this share of it is covered

struct Tolerance {
  double same = kMaxSame;                  // two positions are one line
  double touch = kMaxSame * kTouchOfSame;  // a gap that does not part two strokes
};

struct Segment {
  double at = 0, from = 0, to = 0;
};

// Disjoint sets over 0…n-1; the smallest member leads, so that the result does not depend on order.
class Sets {
 public:
  explicit Sets(size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), size_t{0}); }
  size_t Find(size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void Join(size_t a, size_t b) {
    a = Find(a);
    b = Find(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<size_t> parent_;
};

// The pitch of the lines: the lower quartile of the distances between neighbours, strokes of a
// doubled line left out.
Tolerance ToleranceOf(const std::vector<Ruling>& rulings) {
  std::vector<double> at, gaps;
  for (const Ruling& ruling : rulings)
    if (ruling.horizontal) at.push_back(ruling.at);
  std::sort(at.begin(), at.end());
  for (size_t i = 1; i < at.size(); ++i)
    if (at[i] - at[i - 1] > 2 * kMaxSame) gaps.push_back(at[i] - at[i - 1]);
  Tolerance tolerance;
  if (gaps.empty()) return tolerance;
  const auto quartile = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 4);
  std::nth_element(gaps.begin(), quartile, gaps.end());
  tolerance.same = std::clamp(kSameOfPitch * *quartile, kMinSame, kMaxSame);
  tolerance.touch = kTouchOfSame * tolerance.same;
  return tolerance;
}

// Strokes of one direction, those on one line that touch joined to one; sorted by position.
std::vector<Segment> JoinStrokes(const std::vector<Ruling>& rulings, bool horizontal,
                                 const Tolerance& tolerance) {
  std::vector<Segment> strokes;
  for (const Ruling& r : rulings)
    if (r.horizontal == horizontal && r.to > r.from) strokes.push_back({r.at, r.from, r.to});
  std::sort(strokes.begin(), strokes.end(), [](const Segment& a, const Segment& b) {
    return std::tie(a.at, a.from, a.to) < std::tie(b.at, b.from, b.to);
  });
  std::vector<Segment> joined;
  for (size_t first = 0, last; first < strokes.size(); first = last) {
    last = first + 1;
    while (last < strokes.size() && strokes[last].at - strokes[last - 1].at <= tolerance.same &&
           strokes[last].at - strokes[first].at <= 2 * tolerance.same)
      ++last;
    std::sort(strokes.begin() + static_cast<std::ptrdiff_t>(first),
              strokes.begin() + static_cast<std::ptrdiff_t>(last),
              [](const Segment& a, const Segment& b) { return a.from < b.from; });
    double weight = 0;
    for (size_t i = first; i < last; ++i) {
      const Segment& stroke = strokes[i];
      const double length = stroke.to - stroke.from;
      if (i > first && stroke.from <= joined.back().to + tolerance.touch) {
        Segment& line = joined.back();
        line.at = (line.at * weight + stroke.at * length) / (weight + length);
        line.to = std::max(line.to, stroke.to);
        weight += length;
      } else {
        joined.push_back(stroke);
        weight = length;
      }
    }
  }
  return joined;
}

bool Touch(const Segment& h, const Segment& v, double gap) {
  return v.at >= h.from - gap && v.at <= h.to + gap && h.at >= v.from - gap && h.at <= v.to + gap;
}

struct Lines {
  std::vector<Segment> h, v;
};

// Lines that touch belong together. A line that nothing crosses (an underline) drops out.
std::vector<Lines> Components(const std::vector<Segment>& h, const std::vector<Segment>& v,
                              double gap) {
  Sets sets(h.size() + v.size());
  std::vector<bool> crossed(h.size() + v.size());
  for (size_t i = 0; i < h.size(); ++i)
    for (size_t j = 0; j < v.size(); ++j)
      if (Touch(h[i], v[j], gap)) {
        sets.Join(i, h.size() + j);
        crossed[i] = crossed[h.size() + j] = true;
      }
  std::vector<Lines> components;
  std::vector<size_t> index(h.size() + v.size(), SIZE_MAX);
  for (size_t i = 0; i < index.size(); ++i) {
    if (!crossed[i]) continue;
    size_t& at = index[sets.Find(i)];
    if (at == SIZE_MAX) {
      at = components.size();
      components.emplace_back();
    }
    if (i < h.size()) {
      components[at].h.push_back(h[i]);
    } else {
      components[at].v.push_back(v[i - h.size()]);
    }
  }
  return components;
}

// The distinct positions of parallel lines, ascending; each the mean of its lines by length.
std::vector<double> Positions(std::vector<Segment> lines, double same) {
  std::sort(lines.begin(), lines.end(),
            [](const Segment& a, const Segment& b) { return a.at < b.at; });
  std::vector<double> positions;
  double weight = 0;
  for (const Segment& line : lines) {
    const double length = line.to - line.from;
    if (!positions.empty() && line.at - positions.back() <= same) {
      positions.back() = (positions.back() * weight + line.at * length) / (weight + length);
      weight += length;
    } else {
      positions.push_back(line.at);
      weight = length;
    }
  }
  return positions;
}

// Many tables leave an outer border undrawn, and a page edge cuts the last one off. Where at least
// two lines end together well outside the outermost crossing line, that is where the border stands.
// `end` picks the end of a line on that side; `sign` is -1 for the low side, +1 for the high one.
void CloseSide(const std::vector<Segment>& lines, std::vector<Segment>& across, int sign,
               const Tolerance& tolerance) {
  const auto end = [sign](const Segment& line) { return sign < 0 ? line.from : line.to; };
  double outermost = across.front().at;
  for (const Segment& line : across)
    outermost = sign < 0 ? std::min(outermost, line.at) : std::max(outermost, line.at);
  std::vector<Segment> beyond;  // ends, with the line's position as extent
  for (const Segment& line : lines)
    if (sign * (end(line) - outermost) > 2 * tolerance.touch)
      beyond.push_back({end(line), line.at, line.at});
  std::sort(beyond.begin(), beyond.end(),
            [](const Segment& a, const Segment& b) { return a.at < b.at; });
  size_t best_first = 0, best = 0;
  for (size_t i = 0, j = 0; i < beyond.size(); ++i) {
    j = std::max(j, i);
    while (j < beyond.size() && beyond[j].at - beyond[i].at <= tolerance.touch) ++j;
    if (j - i > best) best = j - i, best_first = i;
  }
  if (best < 2) return;
  Segment border{beyond[best_first + best / 2].at, beyond[best_first].from, beyond[best_first].to};
  for (size_t i = best_first; i < best_first + best; ++i) {
    border.from = std::min(border.from, beyond[i].from);
    border.to = std::max(border.to, beyond[i].to);
  }
  across.push_back(border);
}

void CloseBorders(Lines& lines, const Tolerance& tolerance) {
  for (const int sign : {-1, 1}) {
    CloseSide(lines.h, lines.v, sign, tolerance);
    CloseSide(lines.v, lines.h, sign, tolerance);
  }
}

// Which edges of the atomic grid are ruled. Edge (line i, step j) runs along line position i from
// step j to step j+1 of the crossing positions.
class Edges {
 public:
  Edges(const std::vector<Segment>& lines, const std::vector<double>& positions,
        const std::vector<double>& steps, double same)
      : steps_(steps.size() - 1), covered_(positions.size() * steps_) {
    for (const Segment& line : lines) {
      const auto near = std::min_element(
          positions.begin(), positions.end(),
          [&](double a, double b) { return std::abs(a - line.at) < std::abs(b - line.at); });
      if (std::abs(*near - line.at) > 3 * same) continue;
      const auto i = static_cast<size_t>(near - positions.begin());
      for (size_t j = 0; j < steps_; ++j) {
        const double cover = std::min(line.to, steps[j + 1]) - std::max(line.from, steps[j]);
        if (cover > 0) covered_[i * steps_ + j] += cover / (steps[j + 1] - steps[j]);
      }
    }
  }
  bool Ruled(size_t line, size_t step) const {
    return covered_[line * steps_ + step] >= kRuledShare;
  }
  // The line is drawn right before and right after this step: a break in the print, not an opening.
  bool Broken(size_t line, size_t step) const {
    return !Ruled(line, step) && step > 0 && step + 1 < steps_ && Ruled(line, step - 1) &&
           Ruled(line, step + 1);
  }
  void Mend(size_t line, size_t step) { covered_[line * steps_ + step] = 1; }
  // Ruled at this step and nowhere else.
  bool Lone(size_t line, size_t step) const {
    size_t ruled = 0;
    for (size_t i = 0; i < steps_; ++i) ruled += Ruled(line, i) ? 1 : 0;
    return ruled == 1 && Ruled(line, step);
  }
  void Drop(size_t line, size_t step) { covered_[line * steps_ + step] = 0; }

 private:
  size_t steps_;
  std::vector<double> covered_;
};

struct Span {
  size_t row0 = SIZE_MAX, row1 = 0, col0 = SIZE_MAX, col1 = 0;  // half open
  size_t atoms = 0;
};

class AtomicGrid {
 public:
  AtomicGrid(const Lines& lines, std::vector<double> xs, std::vector<double> ys, double same)
      : xs_(std::move(xs)),
        ys_(std::move(ys)),
        rows_(ys_.size() - 1),
        cols_(xs_.size() - 1),
        horizontal_(lines.h, ys_, xs_, same),
        vertical_(lines.v, xs_, ys_, same) {}

  Lattice Build() {
    DropGlyphStrokes();
    Sets sets = JoinAtoms();
    if (MendBreaks(sets)) sets = JoinAtoms();
    MakeRectangles(sets);
    return ToLattice(sets);
  }

 private:
  Sets JoinAtoms() const {
    Sets sets(rows_ * cols_);
    for (size_t r = 0; r < rows_; ++r)
      for (size_t c = 0; c < cols_; ++c) {
        if (c > 0 && !vertical_.Ruled(c, r)) sets.Join(r * cols_ + c, r * cols_ + c - 1);
        if (r > 0 && !horizontal_.Ruled(r, c)) sets.Join(r * cols_ + c, (r - 1) * cols_ + c);
      }
    return sets;
  }

  // In a scan the stem of a glyph that fills its row looks like a ruling. One that parts a single
  // row, between two rows that are parted alike without it, is taken for a stem: a cell too wide is
  // refused later, a number cut in two would not be. No glyph fills a row that is higher than its
  // neighbours: there stands a header in two lines.
  void DropGlyphStrokes() {
    for (size_t r = 1; r + 1 < rows_; ++r) {
      if (HeightOf(r) > kHigherRow * std::max(HeightOf(r - 1), HeightOf(r + 1))) continue;
      for (size_t c = 1; c + 1 < xs_.size(); ++c) {
        bool alike = vertical_.Lone(c, r);
        for (size_t i = 0; alike && i < xs_.size(); ++i)
          alike = i == c || (vertical_.Ruled(i, r) == vertical_.Ruled(i, r - 1) &&
                             vertical_.Ruled(i, r) == vertical_.Ruled(i, r + 1));
        if (alike) vertical_.Drop(c, r);
      }
    }
  }

  double HeightOf(size_t row) const { return ys_[row + 1] - ys_[row]; }

  std::vector<Span> Spans(Sets& sets) const {
    std::vector<Span> spans(rows_ * cols_);
    for (size_t r = 0; r < rows_; ++r)
      for (size_t c = 0; c < cols_; ++c) {
        Span& span = spans[sets.Find(r * cols_ + c)];
        span.row0 = std::min(span.row0, r);
        span.row1 = std::max(span.row1, r + 1);
        span.col0 = std::min(span.col0, c);
        span.col1 = std::max(span.col1, c + 1);
        ++span.atoms;
      }
    return spans;
  }

  static bool IsRectangle(const Span& s) {
    return s.atoms == (s.row1 - s.row0) * (s.col1 - s.col0);
  }

  // No cell is L-shaped: inside such a group a ruling that breaks off and goes on was misprinted.
  bool MendBreaks(Sets& sets) {
    const std::vector<Span> spans = Spans(sets);
    bool mended = false;
    for (size_t r = 0; r < rows_; ++r)
      for (size_t c = 0; c < cols_; ++c) {
        if (IsRectangle(spans[sets.Find(r * cols_ + c)])) continue;
        if (c > 0 && vertical_.Broken(c, r)) vertical_.Mend(c, r), mended = true;
        if (r > 0 && horizontal_.Broken(r, c)) horizontal_.Mend(r, c), mended = true;
      }
    return mended;
  }

  void MakeRectangles(Sets& sets) const {
    for (bool changed = true; changed;) {
      changed = false;
      const std::vector<Span> spans = Spans(sets);
      for (size_t leader = 0; leader < spans.size(); ++leader) {
        const Span& s = spans[leader];
        if (s.atoms == 0 || IsRectangle(s)) continue;
        for (size_t r = s.row0; r < s.row1; ++r)
          for (size_t c = s.col0; c < s.col1; ++c) sets.Join(leader, r * cols_ + c);
        changed = true;
      }
    }
  }

  // Positions that bound no cell (a stroke inside a cell) are dropped.
  Lattice ToLattice(Sets& sets) const {
    std::vector<bool> row_used(ys_.size()), col_used(xs_.size());
    std::vector<Span> cells;
    for (const Span& span : Spans(sets)) {
      if (span.atoms == 0) continue;
      cells.push_back(span);
      row_used[span.row0] = row_used[span.row1] = true;
      col_used[span.col0] = col_used[span.col1] = true;
    }
    Lattice lattice;
    const std::vector<int> rows = Keep(ys_, row_used, lattice.ys);
    const std::vector<int> cols = Keep(xs_, col_used, lattice.xs);
    lattice.box = {xs_.front(), ys_.front(), xs_.back(), ys_.back()};
    for (const Span& s : cells)
      lattice.cells.push_back({rows[s.row0],
                               cols[s.col0],
                               rows[s.row1] - rows[s.row0],
                               cols[s.col1] - cols[s.col0],
                               {xs_[s.col0], ys_[s.row0], xs_[s.col1], ys_[s.row1]}});
    std::sort(lattice.cells.begin(), lattice.cells.end(),
              [](const LatticeCell& a, const LatticeCell& b) {
                return std::tie(a.row, a.col) < std::tie(b.row, b.col);
              });
    return lattice;
  }

  static std::vector<int> Keep(const std::vector<double>& all, const std::vector<bool>& used,
                               std::vector<double>& kept) {
    std::vector<int> index(all.size());
    for (size_t i = 0; i < all.size(); ++i) {
      index[i] = static_cast<int>(kept.size());
      if (used[i]) kept.push_back(all[i]);
    }
    return index;
  }

  std::vector<double> xs_, ys_;
  size_t rows_, cols_;
  Edges horizontal_, vertical_;
};

}  // namespace

std::vector<Lattice> FindLattices(const std::vector<Ruling>& rulings) {
  const Tolerance tolerance = ToleranceOf(rulings);
  std::vector<Lattice> lattices;
  for (Lines& lines : Components(JoinStrokes(rulings, true, tolerance),
                                 JoinStrokes(rulings, false, tolerance), tolerance.touch)) {
    CloseBorders(lines, tolerance);
    std::vector<double> xs = Positions(lines.v, tolerance.same);
    std::vector<double> ys = Positions(lines.h, tolerance.same);
    if (xs.size() < 2 || ys.size() < 2) continue;
    Lattice lattice = AtomicGrid(lines, std::move(xs), std::move(ys), tolerance.same).Build();
    if (lattice.cells.size() >= 2) lattices.push_back(std::move(lattice));
  }
  std::sort(lattices.begin(), lattices.end(), [](const Lattice& a, const Lattice& b) {
    return std::tie(a.box.y0, a.box.x0) < std::tie(b.box.y0, b.box.x0);
  });
  return lattices;
}

}  // namespace juesuan
