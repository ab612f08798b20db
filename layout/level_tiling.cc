// Which columns each group's head covers where no ruling under it tells: heads stand in the middle
// of their columns, level upon level.
#include <algorithm>
#include <cmath>

#include "layout/level_header.h"

namespace juesuan {
namespace {

// In type sizes.
constexpr double kMiddle = 0.6;  // from a head's middle to that of its cell, across and down
constexpr double kLower = 0.5;   // by which what belongs to a group stands lower than its head
constexpr double kClear = 0.5;   // the next best way must be so much worse

using Heads = std::vector<const HeaderBlock*>;

struct Way {
  double cost = 0;
  std::vector<ColumnGroup> groups;  // in the order of the header's groups
};

// Tries every way to tile columns with heads and what stands below them; keeps the two best.
class Tiling {
 public:
  Tiling(const LevelHeader& header, const std::vector<double>& xs,
         const std::vector<size_t>& head_of)
      : header_(header), xs_(xs), head_of_(head_of), now_{0, {}} {
    now_.groups.resize(header.groups.size());
  }

  std::optional<std::vector<ColumnGroup>> Best(double top, double foot) {
    Heads heads;
    for (const HeaderBlock& group : header_.groups) heads.push_back(&group);
    const double size = heads.front()->size;
    Tile({0, head_of_.size(), top, foot, heads}, {});
    if (ways_.empty() || (ways_.size() > 1 && ways_[1].cost < ways_[0].cost + kClear * size))
      return std::nullopt;
    return ways_[0].groups;
  }

 private:
  // Columns [first, last) and the heads that stand in them, between two heights.
  struct Field {
    size_t first = 0, last = 0;
    double top = 0, foot = 0;
    Heads heads;
  };

  // Lays the heads of `field` from its first column on, then the fields that wait.
  void Tile(const Field& field, std::vector<Field> waiting) {
    if (field.first == field.last) {
      if (!field.heads.empty()) return;
      if (waiting.empty()) return Keep();
      const Field next = std::move(waiting.back());
      waiting.pop_back();
      return Tile(next, std::move(waiting));
    }
    if (LeafFills(field)) {
      Field rest = field;
      ++rest.first;
      Tile(rest, waiting);
    }
    for (const HeaderBlock* head : field.heads)
      for (size_t end = field.first + 2; end <= field.last; ++end) Lay(*head, end, field, waiting);
  }

  // A lone leaf over the whole height stands in its middle.
  bool LeafFills(const Field& field) const {
    const HeaderBlock& leaf = header_.leaves[head_of_[field.first]];
    return std::abs(leaf.box.Center().y - (field.top + field.foot) / 2) <= kMiddle * leaf.size;
  }

  // `head` over the columns from the field's first to `end`.
  void Lay(const HeaderBlock& head, size_t end, const Field& field, std::vector<Field> waiting) {
    const double x0 = xs_[field.first], x1 = xs_[end];
    const double off = std::abs((x0 + x1) / 2 - head.box.Center().x);
    if (off > kMiddle * head.size || head.box.x0 < x0 - 1 || head.box.x1 > x1 + 1) return;
    Field rest = field, below{field.first, end, 0, field.foot, {}};
    rest.first = end;
    rest.heads.clear();
    double next = 1e9;
    const auto is_lower = [&](const HeaderBlock& block) {
      next = std::min(next, block.box.y0);
      return block.box.Center().y > head.box.Center().y + kLower * head.size;
    };
    for (const HeaderBlock* other : field.heads) {
      if (other == &head) continue;
      const double x = other->box.Center().x;
      if (x > x1) {
        rest.heads.push_back(other);
      } else if (x < x0 || !is_lower(*other)) {
        return;
      } else {
        below.heads.push_back(other);
      }
    }
    for (size_t c = field.first; c < end; ++c)
      if (!is_lower(header_.leaves[head_of_[c]])) return;
    below.top = (head.box.y1 + next) / 2;
    if (std::abs((field.top + below.top) / 2 - head.box.Center().y) > kMiddle * head.size) return;
    const auto index = static_cast<size_t>(&head - header_.groups.data());
    now_.groups[index] = {below.top, field.first, end};
    now_.cost += off;
    waiting.push_back(std::move(below));
    Tile(rest, std::move(waiting));
    now_.cost -= off;
  }

  void Keep() {
    ways_.push_back(now_);
    std::stable_sort(ways_.begin(), ways_.end(),
                     [](const Way& a, const Way& b) { return a.cost < b.cost; });
    if (ways_.size() > 2) ways_.pop_back();
  }

  const LevelHeader& header_;
  const std::vector<double>& xs_;
  const std::vector<size_t>& head_of_;
  Way now_;
  std::vector<Way> ways_;
};

}  // namespace

std::optional<std::vector<ColumnGroup>> TileColumns(const LevelHeader& header,
                                                    const std::vector<double>& xs,
                                                    const std::vector<size_t>& head_of) {
  constexpr size_t kMostColumns = 16, kMostGroups = 12;  // of a form; more would take long
  const std::vector<HeaderBlock>& groups = header.groups;
  const bool unruled = std::none_of(groups.begin(), groups.end(),
                                    [](const HeaderBlock& group) { return group.ruled; });
  if (groups.empty() || !unruled || groups.size() > kMostGroups || head_of.size() > kMostColumns)
    return std::nullopt;
  return Tiling(header, xs, head_of).Best(groups.front().above, groups.front().below);
}

}  // namespace juesuan
