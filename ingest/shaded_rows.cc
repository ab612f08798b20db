#include "ingest/shaded_rows.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace juesuan {
namespace {

constexpr double kSameLevel = 2.2;   // points between an edge and the ruling that runs along it
constexpr double kSameEnd = 0.01;    // of a field's width
constexpr double kMostHeight = 0.8;  // of a field's height: an upright ruling that parts it
constexpr double kHalf = 0.5;        // of its width: a ruling that runs along it
constexpr int kSameTone = 3;         // grey levels between rows that are shaded alike
constexpr double kLeastRow = 7;      // points
constexpr double kOneRow = 0.35;     // of the usual row by which a shaded one is higher or lower

bool IsRuled(const Box& field, const std::vector<Ruling>& rulings) {
  return std::any_of(rulings.begin(), rulings.end(), [&](const Ruling& ruling) {
    const double shared = std::min(ruling.to, field.y1) - std::max(ruling.from, field.y0);
    return !ruling.horizontal && ruling.at > field.x0 + kSameLevel &&
           ruling.at < field.x1 - kSameLevel && shared >= kMostHeight * field.Height();
  });
}

// Whether one of `rulings` lies on a level from `top` to `foot`, along the field.
bool HasLevel(const Box& field, double top, double foot, const std::vector<Ruling>& rulings) {
  return std::any_of(rulings.begin(), rulings.end(), [&](const Ruling& ruling) {
    const double shared = std::min(ruling.to, field.x1) - std::max(ruling.from, field.x0);
    return ruling.horizontal && ruling.at >= top && ruling.at <= foot &&
           shared >= kHalf * field.Width();
  });
}

bool SameWidth(const Box& a, const Box& b) {
  const double slack = std::max(kSameLevel, kSameEnd * a.Width());
  return std::fabs(a.x0 - b.x0) <= slack && std::fabs(a.x1 - b.x1) <= slack;
}

double Median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Fields of one width that lie over each other with bare rows between: one table.
class Stack {
 public:
  explicit Stack(std::vector<ShadedField> fields) : fields_(std::move(fields)) {
    std::vector<double> bare;
    for (size_t i = 1; i < fields_.size(); ++i) {
      const double gap = fields_[i].box.y0 - fields_[i - 1].box.y1;
      if (gap >= kLeastRow) bare.push_back(gap);
    }
    if (!bare.empty()) row_ = Median(std::move(bare));
  }

  // The bare row above the first field, unless that is the header.
  std::optional<Box> RowAbove() const {
    const ShadedField& first = fields_.front();
    const auto alike = std::count_if(fields_.begin(), fields_.end(), [&](const ShadedField& other) {
      return std::abs(other.tone - first.tone) <= kSameTone;
    });
    if (row_ == 0 || alike < 2 || !IsOneRow(first)) return std::nullopt;
    return Box{first.box.x0, first.box.y0 - row_, first.box.x1, first.box.y0};
  }

  std::optional<Box> RowBelow() const {
    const ShadedField& last = fields_.back();
    if (row_ == 0 || !IsOneRow(last)) return std::nullopt;
    return Box{last.box.x0, last.box.y1, last.box.x1, last.box.y1 + row_};
  }

 private:
  bool IsOneRow(const ShadedField& field) const {
    return std::fabs(field.box.Height() / row_ - 1) <= kOneRow;
  }

  std::vector<ShadedField> fields_;
  double row_ = 0;  // height of a bare one; 0 if there is none
};

std::vector<std::vector<ShadedField>> StacksOf(const std::vector<ShadedField>& fields) {
  std::vector<std::vector<ShadedField>> stacks;
  for (const ShadedField& field : fields) {
    const auto stack = std::find_if(stacks.begin(), stacks.end(), [&](const auto& other) {
      return SameWidth(other.front().box, field.box);
    });
    if (stack == stacks.end()) {
      stacks.push_back({field});
    } else {
      stack->push_back(field);
    }
  }
  return stacks;
}

}  // namespace

std::vector<Ruling> EdgesOfShading(const std::vector<ShadedField>& fields,
                                   const std::vector<Ruling>& rulings,
                                   const std::function<size_t(const Box&)>& pieces_in) {
  std::vector<Ruling> edges;
  const auto add = [&](const Box& field, double at) {
    if (HasLevel(field, at - kSameLevel, at + kSameLevel, rulings) ||
        HasLevel(field, at - kSameLevel, at + kSameLevel, edges))
      return;
    edges.push_back({true, Round2(at), field.x0, field.x1, 0});
  };
  std::vector<ShadedField> bare;
  for (const ShadedField& field : fields)
    if (!IsRuled(field.box, rulings)) bare.push_back(field);
  std::sort(bare.begin(), bare.end(), [](const ShadedField& a, const ShadedField& b) {
    return a.box.y0 < b.box.y0;
  });
  for (const ShadedField& field : bare) {
    add(field.box, field.box.y0);
    add(field.box, field.box.y1);
  }
  for (const std::vector<ShadedField>& fields_of_one : StacksOf(bare)) {
    const Stack stack(fields_of_one);
    const auto above = stack.RowAbove(), below = stack.RowBelow();
    if (above && pieces_in(*above) >= 2 &&
        !HasLevel(*above, above->y0 - kSameLevel, above->y1 - kSameLevel, rulings))
      add(*above, above->y0);
    if (below && pieces_in(*below) >= 2 &&
        !HasLevel(*below, below->y0 + kSameLevel, below->y1 + kSameLevel, rulings))
      add(*below, below->y1);
  }
  return edges;
}

}  // namespace juesuan
