#include "check/indicator_pairs.h"

#include <algorithm>

#include "base/text.h"

namespace juesuan {
namespace {

bool IsAlike(const ProjectRow& a, const ProjectRow& b) {
  const auto points = a.NumberAt("分值"), others = b.NumberAt("分值");
  if (a.panel != b.panel || !points || !others || points->value != others->value) return false;
  const IndicatorValue *asked = a.ValueAt("指标值"), *other = b.ValueAt("指标值");
  if (asked == nullptr || other == nullptr) return false;
  const std::optional<Int128> digits = DigitsOf(asked);
  return digits ? digits == DigitsOf(other) : MatchForm(asked->text) == MatchForm(other->text);
}

template <typename Rows>
const ProjectRow* OnlyAlike(const ProjectRow& row, const Rows& others) {
  const ProjectRow* found = nullptr;
  for (const ProjectRow* other : others) {
    if (!IsAlike(row, *other)) continue;
    if (found != nullptr) return nullptr;
    found = other;
  }
  return found;
}

void Drop(const ProjectRow* row, std::vector<const ProjectRow*>* rows) {
  rows->erase(std::remove(rows->begin(), rows->end(), row), rows->end());
}

void DropNameless(std::vector<const ProjectRow*>* rows) {
  rows->erase(std::remove_if(rows->begin(), rows->end(),
                             [](const ProjectRow* row) { return row->line.empty(); }),
              rows->end());
}

}  // namespace

IndicatorPairs PairIndicators(const Project& project) {
  IndicatorPairs out;
  for (const ProjectRow& row : project.In(Block::kReportIndicators))
    out.report_only.push_back(&row);
  for (const ProjectRow& row : project.In(Block::kIndicators)) {
    const ProjectRow* other =
        row.line.empty() ? nullptr : project.Row(Block::kReportIndicators, row.line);
    if (other == nullptr) {
      out.form_only.push_back(&row);
      continue;
    }
    out.both.emplace_back(&row, other);
    Drop(other, &out.report_only);
  }
  const std::vector<const ProjectRow*> left = out.form_only;
  for (const ProjectRow* row : left) {
    const ProjectRow* other = OnlyAlike(*row, out.report_only);
    if (other == nullptr || OnlyAlike(*other, out.form_only) != row) continue;
    out.both.emplace_back(row, other);
    Drop(row, &out.form_only);
    Drop(other, &out.report_only);
  }
  DropNameless(&out.form_only);
  DropNameless(&out.report_only);
  return out;
}

const std::vector<ProjectRow>& IndicatorsOf(const Project& project) {
  const auto& rows = project.In(Block::kIndicators);
  return rows.empty() ? project.In(Block::kReportIndicators) : rows;
}

std::optional<Int128> DigitsOf(const IndicatorValue* value) {
  if (value == nullptr || !value->number) return std::nullopt;
  const auto number = ToNumber(*value->number, Unit::kPoints);
  return number ? std::optional(Magnitude(number->value)) : std::nullopt;
}

std::optional<Int128> ScoreOf(const ProjectRow& row) {
  const Record* record = row.At("得分");
  if (record == nullptr || !row.NumberAt("分值")) return std::nullopt;
  if (const auto number = row.NumberAt("得分")) return number->value;
  const bool blank = record->kind == CellKind::kBlank && !row.IsInDoubt("得分");
  return blank ? std::optional<Int128>(0) : std::nullopt;
}

}  // namespace juesuan
