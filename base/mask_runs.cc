#include "base/mask_runs.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace juesuan {
namespace {

// The first pixel from `at` on that is `value`, or the row's end.
int Next(const uint8_t* row, int at, int width, int value) {
  const void* found = std::memchr(row + at, value, static_cast<size_t>(width - at));
  return found == nullptr ? width : static_cast<int>(static_cast<const uint8_t*>(found) - row);
}

// Which runs hang together; every set is known by its first run.
class Sets {
 public:
  explicit Sets(size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0); }

  int Find(int i) {
    while (parent_[i] != i) {
      parent_[i] = parent_[parent_[i]];
      i = parent_[i];
    }
    return i;
  }
  void Join(int a, int b) {
    a = Find(a);
    b = Find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<int> parent_;
};

// Joins each run with those of the row above that touch it, over corners too.
Sets Touching(const std::vector<MaskRun>& runs) {
  Sets sets(runs.size());
  const auto count = static_cast<int>(runs.size());
  int above = 0;
  for (int i = 0; i < count; ++i) {
    while (above < i && (runs[above].row < runs[i].row - 1 ||
                         (runs[above].row == runs[i].row - 1 && runs[above].to < runs[i].from)))
      ++above;
    for (int j = above; j < i && runs[j].row == runs[i].row - 1 && runs[j].from <= runs[i].to; ++j)
      sets.Join(i, j);
  }
  return sets;
}

void Add(const MaskRun& run, MaskComponent* to) {
  to->x0 = std::min(to->x0, run.from);
  to->x1 = std::max(to->x1, run.to);
  to->y1 = run.row + 1;
  to->area += run.Length();
  to->row_sum += static_cast<int64_t>(run.row) * run.Length();
}

}  // namespace

MaskView ViewOfMask(const Raster& mask) {
  JUESUAN_CHECK(mask.channels == 1);
  return {mask.pixels.data(), mask.width, mask.height, static_cast<size_t>(mask.width)};
}

std::vector<MaskRun> RunsOf(const MaskView& mask, int gap, int least) {
  std::vector<MaskRun> runs;
  for (int y = 0; y < mask.height; ++y) {
    const uint8_t* row = mask.pixels + static_cast<size_t>(y) * mask.stride;
    MaskRun open{y, 0, 0};
    const auto close = [&] {
      if (open.to > open.from && open.Length() >= least) runs.push_back(open);
    };
    for (int from = Next(row, 0, mask.width, 255); from < mask.width;) {
      const int to = Next(row, from, mask.width, 0);
      if (open.to == open.from || from - open.to > gap) {
        close();
        open.from = from;
      }
      open.to = to;
      from = Next(row, to, mask.width, 255);
    }
    close();
  }
  return runs;
}

MaskComponents Components(const std::vector<MaskRun>& runs) {
  Sets sets = Touching(runs);
  MaskComponents out;
  out.of.resize(runs.size());
  for (size_t i = 0; i < runs.size(); ++i) {
    const auto first = static_cast<size_t>(sets.Find(static_cast<int>(i)));
    if (first == i) {
      out.of[i] = static_cast<int>(out.components.size());
      out.components.push_back({runs[i].from, runs[i].row, runs[i].to, runs[i].row + 1, 0, 0});
    } else {
      out.of[i] = out.of[first];
    }
    Add(runs[i], &out.components[static_cast<size_t>(out.of[i])]);
  }
  return out;
}

}  // namespace juesuan
