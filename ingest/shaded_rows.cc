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
constexpr double kMostRows = 3;      // of a shaded row's height: a gap in which one row stands
constexpr double kFarBelow = 2.5;    // line heights: a wider gap ends the rows
constexpr double kWrapped = 0.5;     // line heights: lines nearer than that are of one row

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

// The height of the rows between fields that shade every second row; 0 if they do not.
double BareRow(const std::vector<ShadedField>& stack) {
  std::vector<double> bare;
  for (size_t i = 1; i < stack.size(); ++i) {
    const double gap = stack[i].box.y0 - stack[i - 1].box.y1;
    if (gap >= kLeastRow && gap <= kMostRows * stack[i].box.Height()) bare.push_back(gap);
  }
  return bare.size() < 2 ? 0 : Median(std::move(bare));
}

// The bare row above the first of fields that shade every second row, unless that is the header.
std::optional<Box> RowAbove(const std::vector<ShadedField>& stack) {
  const ShadedField& first = stack.front();
  const auto alike = std::count_if(stack.begin(), stack.end(), [&](const ShadedField& other) {
    return std::abs(other.tone - first.tone) <= kSameTone;
  });
  const double row = BareRow(stack);
  if (row == 0 || alike < 2 || std::fabs(first.box.Height() / row - 1) > kOneRow)
    return std::nullopt;
  return Box{first.box.x0, first.box.y0 - row, first.box.x1, first.box.y0};
}

// Where the bare rows below the last field end: one if every second is shaded, else all that follow
// closely. nullopt if there are none, or a ruling further down ends them.
std::optional<double> FootOfRows(const std::vector<ShadedField>& stack,
                                 const std::vector<Ruling>& rulings, double foot,
                                 const LinesIn& lines_in) {
  const Box& last = stack.back().box;
  if (HasLevel(last, last.y1 + kSameLevel, foot, rulings)) return std::nullopt;
  const bool one = BareRow(stack) > 0;
  const std::vector<PrintLine> lines = lines_in({last.x0, last.y1, last.x1, foot});
  double before = last.y1, found = 0, margin = 0;
  for (const PrintLine& line : lines) {
    const double gap = line.y0 - before, height = line.y1 - line.y0;
    const bool wrapped = found == before && gap <= kWrapped * height;
    if (gap > kFarBelow * height || (one && found > 0 && !wrapped)) break;
    if (line.pieces >= 2 || wrapped) {
      found = line.y1;
      if (!wrapped) margin = std::max(1.0, before == last.y1 ? gap : gap / 2);
    }
    before = line.y1;
  }
  if (found == 0) return std::nullopt;
  for (const PrintLine& line : lines)
    if (line.y0 > found) margin = std::min(margin, (line.y0 - found) / 2);
  return found + margin;
}

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

// Whether a level ruling begins and ends with the field.
bool HasMate(const Box& field, const std::vector<Ruling>& rulings) {
  return std::any_of(rulings.begin(), rulings.end(), [&](const Ruling& ruling) {
    return ruling.horizontal && SameWidth(field, {ruling.from, field.y0, ruling.to, field.y1});
  });
}

}  // namespace

std::vector<Ruling> EdgesOfShading(const std::vector<ShadedField>& fields,
                                   const std::vector<Ruling>& rulings, double foot,
                                   const LinesIn& lines_in) {
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
  std::sort(bare.begin(), bare.end(),
            [](const ShadedField& a, const ShadedField& b) { return a.box.y0 < b.box.y0; });
  for (const std::vector<ShadedField>& stack : StacksOf(bare)) {
    const std::optional<double> end = FootOfRows(stack, rulings, foot, lines_in);
    if (stack.size() == 1 && !end && !HasMate(stack.front().box, rulings)) continue;
    for (const ShadedField& field : stack) {
      add(field.box, field.box.y0);
      add(field.box, field.box.y1);
    }
    if (end) add(stack.back().box, *end);
    const std::optional<Box> above = RowAbove(stack);
    if (!above) continue;
    const std::vector<PrintLine> lines = lines_in(*above);
    const bool row = std::any_of(lines.begin(), lines.end(),
                                 [](const PrintLine& line) { return line.pieces >= 2; });
    if (row) add(*above, above->y0);
  }
  return edges;
}

}  // namespace juesuan
