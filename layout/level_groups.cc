// Which columns each group's head of a level-ruled header covers.
#include <algorithm>
#include <cmath>

#include "layout/level_header.h"

namespace juesuan {
namespace {

constexpr double kClear = 0.5;  // of the type size: the next best cut must be so much worse

// Heads side by side over the columns [first, last).
struct Run {
  size_t first = 0, last = 0;
  double foot = 0;
  std::vector<const HeaderBlock*> heads;
};

// The columns whose middle lies over the head's ruling.
std::pair<size_t, size_t> OverRuling(const HeaderBlock& head, const std::vector<double>& xs) {
  size_t first = xs.size(), last = 0;
  for (size_t c = 0; c + 1 < xs.size(); ++c) {
    const double middle = (xs[c] + xs[c + 1]) / 2;
    if (middle < head.from || middle > head.to) continue;
    first = std::min(first, c);
    last = c + 1;
  }
  return {first, last};
}

// The neighbouring columns around the head whose leaves lie below it in its own cell, which begins
// at `top`. The height between them goes to `foot`.
std::pair<size_t, size_t> OverLeaves(const HeaderBlock& head, double top, const LevelHeader& header,
                                     const std::vector<double>& xs,
                                     const std::vector<size_t>& head_of, double* foot) {
  // Heads stand in the middle of their cells: one under this head lower than one beside it.
  const double cell_foot = 2 * head.box.Center().y - top;
  const auto below = [&](size_t c) {
    const HeaderBlock& leaf = header.leaves[head_of[c]];
    const double y = leaf.box.Center().y;
    return leaf.above == head.above && y > head.box.y1 &&
           std::abs(y - (cell_foot + leaf.below) / 2) < std::abs(y - (top + leaf.below) / 2);
  };
  const double middle = head.box.Center().x;
  size_t at = 0;
  while (at + 2 < xs.size() && xs[at + 1] < middle) ++at;
  if (!below(at)) return {xs.size(), 0};
  size_t first = at, last = at + 1;
  while (first > 0 && below(first - 1)) --first;
  while (last < head_of.size() && below(last)) ++last;
  double next = 1e9;
  for (size_t c = first; c < last; ++c) next = std::min(next, header.leaves[head_of[c]].box.y0);
  for (const HeaderBlock& group : header.groups)
    if (group.box.y0 > head.box.y1 && group.box.Center().x > xs[first] &&
        group.box.Center().x < xs[last])
      next = std::min(next, group.box.y0);
  *foot = (head.box.y1 + next) / 2;
  return {first, last};
}

// How far the heads stand off the middles of their columns, cut at `cuts`.
double Offset(const Run& run, const std::vector<size_t>& cuts, const std::vector<double>& xs) {
  double offset = 0;
  for (size_t i = 0; i < run.heads.size(); ++i) {
    const double from = xs[cuts[i]], to = xs[cuts[i + 1]];
    const Box& box = run.heads[i]->box;
    if (box.x0 < from - 1 || box.x1 > to + 1) return 1e9;
    offset += std::abs((from + to) / 2 - box.Center().x);
  }
  return offset;
}

// A lone head stands in the middle of its columns: a ruling that a mark's rest made longer reaches
// over one too many.
void TrimToMiddle(Run* run, const std::vector<double>& xs) {
  const double size = run->heads.front()->size, middle = run->heads.front()->box.Center().x;
  const auto off = [&](size_t first, size_t last) {
    return std::abs((xs[first] + xs[last]) / 2 - middle);
  };
  if (run->last - run->first < 3 || off(run->first, run->last) <= size) return;
  if (off(run->first, run->last - 1) <= kClear * size) {
    --run->last;
  } else if (off(run->first + 1, run->last) <= kClear * size) {
    ++run->first;
  }
}

struct Cutting {
  std::vector<size_t> best;
  double offset = 1e9, next = 1e9;
};

void TryCuts(const Run& run, const std::vector<double>& xs, std::vector<size_t>* cuts,
             Cutting* found) {
  if (cuts->size() == run.heads.size()) {
    cuts->push_back(run.last);
    const double offset = Offset(run, *cuts, xs);
    if (offset < found->offset) {
      found->next = found->offset;
      found->offset = offset;
      found->best = *cuts;
    } else {
      found->next = std::min(found->next, offset);
    }
    cuts->pop_back();
    return;
  }
  for (size_t c = cuts->back() + 1; c < run.last; ++c) {
    cuts->push_back(c);
    TryCuts(run, xs, cuts, found);
    cuts->pop_back();
  }
}

}  // namespace

std::optional<std::vector<ColumnGroup>> GroupColumns(const LevelHeader& header,
                                                     const std::vector<double>& xs,
                                                     const std::vector<size_t>& head_of) {
  std::vector<Run> runs;
  for (const HeaderBlock& head : header.groups) {
    Run run;
    run.foot = head.below;
    double top = head.above;
    for (const Run& over : runs)
      if (over.foot <= head.box.Center().y && xs[over.first] < head.box.Center().x &&
          xs[over.last] > head.box.Center().x)
        top = std::max(top, over.foot);
    std::tie(run.first, run.last) =
        head.ruled ? OverRuling(head, xs) : OverLeaves(head, top, header, xs, head_of, &run.foot);
    if (run.first >= run.last) return std::nullopt;
    const auto same = std::find_if(runs.begin(), runs.end(), [&](const Run& other) {
      return other.first == run.first && other.last == run.last &&
             std::abs(other.foot - run.foot) < head.size / 2;
    });
    Run& into = same == runs.end() ? runs.emplace_back(run) : *same;
    into.heads.push_back(&head);
  }
  std::vector<ColumnGroup> groups;
  for (Run& run : runs) {
    if (run.heads.size() > run.last - run.first) return std::nullopt;
    if (run.heads.size() == 1) TrimToMiddle(&run, xs);
    std::sort(run.heads.begin(), run.heads.end(),
              [](const HeaderBlock* a, const HeaderBlock* b) { return a->box.x0 < b->box.x0; });
    Cutting found;
    std::vector<size_t> cuts = {run.first};
    TryCuts(run, xs, &cuts, &found);
    const double size = run.heads.front()->size;
    if (found.best.empty() || found.next < found.offset + kClear * size) return std::nullopt;
    for (size_t i = 0; i < run.heads.size(); ++i)
      groups.push_back({run.foot, found.best[i], found.best[i + 1]});
  }
  return groups;
}

}  // namespace juesuan
