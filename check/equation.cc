#include "check/equation.h"

#include <algorithm>

namespace juesuan {
namespace {

struct SideSum {
  Int128 total = 0, ulps = 0, coarsest = 0, finest = 0;
  // Of `ulps`, those of amounts that may have been rounded: there is no money finer than a fen.
  Int128 rounded = 0;
  int parts = 0;
  bool blank = true;
};

// Adds a side up; false if a cell is not known or does not go with the others.
bool Add(const std::vector<SignedCell>& cells, const Values& values, SideSum* sum, Unit* unit) {
  for (const SignedCell& each : cells) {
    const CellValue& value = values[static_cast<size_t>(each.cell)];
    if (!value.known) return false;
    if (value.blank) continue;
    if (*unit == Unit::kNone) *unit = value.number.unit;
    if (!AreComparable(*unit, value.number.unit)) return false;
    sum->blank = false;
    sum->total += each.sign * value.number.value;
    if (value.number.value == 0) continue;
    ++sum->parts;
    sum->ulps += value.number.ulp;
    if (value.number.ulp > kOneFen) sum->rounded += value.number.ulp;
    sum->coarsest = std::max(sum->coarsest, value.number.ulp);
    sum->finest = sum->finest == 0 ? value.number.ulp : std::min(sum->finest, value.number.ulp);
  }
  return true;
}

// How far the two sides may lie apart and still be roundings of equal amounts.
Int128 Envelope(const Tolerance& tolerance, const SideSum& left, const SideSum& right) {
  const Int128 coarsest = std::max(left.coarsest, right.coarsest);
  if (tolerance.kind == ToleranceKind::kUnits) return tolerance.units * coarsest;
  const bool many = left.parts > 1 || right.parts > 1;
  if (many && tolerance.kind == ToleranceKind::kSum) return (left.rounded + right.rounded) / 2;
  // One number against one: exact at equal precision, else half a unit of the coarser.
  const Int128 finest = left.parts == 0    ? right.finest
                        : right.parts == 0 ? left.finest
                                           : std::min(left.finest, right.finest);
  return !many && finest != coarsest ? coarsest / 2 : 0;
}

bool IsSoft(Softness softness, Int128 difference) {
  switch (softness) {
    case Softness::kHard:
      return false;
    case Softness::kSoft:
      return true;
    case Softness::kSoftIfLess:
      return difference < 0;
    case Softness::kSoftIfMore:
      return difference > 0;
  }
  return false;
}

}  // namespace

CellValue ValueOf(const Record& record, int common_scale) {
  CellValue out;
  if (record.kind == CellKind::kBlank || record.kind == CellKind::kDash) {
    out.known = out.blank = true;
    return out;
  }
  if (record.kind != CellKind::kNumber || !record.value) return out;
  const auto number = ToNumber(*record.value, record.unit);
  if (!number) return out;
  out.known = true;
  out.number = *number;
  for (int scale = record.value->scale; scale < common_scale && out.number.ulp >= 10; ++scale)
    out.number.ulp /= 10;
  return out;
}

Evaluation Evaluate(const Equation& equation, const Values& values) {
  Evaluation out;
  SideSum left, right;
  if (equation.lacks || !Add(equation.left, values, &left, &out.unit) ||
      !Add(equation.right, values, &right, &out.unit))
    return out;
  out.left = left.total + equation.left_constant;
  out.right = right.total + equation.right_constant;
  out.left_ulps = left.ulps;
  out.right_ulps = right.ulps;
  out.left_blank = left.blank;
  out.right_blank = right.blank;
  out.parts = left.parts + right.parts;
  out.difference = out.left - out.right;
  out.envelope = Envelope(equation.tolerance, left, right);
  if (left.blank && right.blank && out.difference == 0) {
    out.outcome = equation.blank_holds ? Outcome::kHold : Outcome::kVacuous;
    return out;
  }
  const Int128 off = equation.relation == Relation::kEqual    ? Magnitude(out.difference)
                     : equation.relation == Relation::kAtMost ? out.difference
                                                              : -out.difference;
  if (off <= 0) {
    out.outcome = Outcome::kHold;
  } else if (off <= out.envelope) {
    out.outcome = Outcome::kRound;
  } else if (equation.short_left || equation.short_right) {
    out.outcome = Outcome::kSkipped;
  } else {
    out.outcome = IsSoft(equation.softness, out.difference) ? Outcome::kSoft : Outcome::kViolated;
  }
  return out;
}

bool IsOff(Outcome outcome) { return outcome == Outcome::kViolated || outcome == Outcome::kSoft; }

}  // namespace juesuan
