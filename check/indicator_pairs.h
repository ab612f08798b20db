// The indicators of a project in its self-evaluation beside those in its report.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "check/number.h"
#include "check/projects.h"

namespace juesuan {

struct IndicatorPairs {
  std::vector<std::pair<const ProjectRow*, const ProjectRow*>> both;  // of the form, of the report
  std::vector<const ProjectRow*> form_only, report_only;              // with a name
};

// By name; what is left by level, points and value asked, where that leaves no choice.
IndicatorPairs PairIndicators(const Project& project);

// The rows that say what was reached: of the form, of the report where there is no form.
const std::vector<ProjectRow>& IndicatorsOf(const Project& project);

// The digits of an indicator's value, without the sign that a misread = leaves; nullopt if it is
// in words, or too fine.
std::optional<Int128> DigitsOf(const IndicatorValue* value);

// Points an indicator got: blank counts 0 beside its 分值; nullopt if that is not known.
std::optional<Int128> ScoreOf(const ProjectRow& row);

}  // namespace juesuan
