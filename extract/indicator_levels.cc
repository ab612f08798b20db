#include "extract/indicator_levels.h"

#include <algorithm>

namespace juesuan {
namespace {

bool Says(const Spellings& words, const std::string& text) {
  return !text.empty() && IsOneOf(text, words);
}

}  // namespace

std::string IndicatorLevels::Panel() const {
  if (first.empty() || second.empty()) return first + second;
  return first + "/" + second;
}

bool IsFirstLevel(const std::string& text, const PerformancePack& pack) {
  return std::any_of(pack.levels.begin(), pack.levels.end(),
                     [&](const IndicatorLevel& level) { return Says(level.words, text); });
}

bool IsSecondLevel(const std::string& text, const PerformancePack& pack) {
  return std::any_of(pack.levels.begin(), pack.levels.end(),
                     [&](const IndicatorLevel& level) { return Says(level.children, text); });
}

bool IsLevelExactly(const std::string& text, const PerformancePack& pack) {
  return std::any_of(pack.levels.begin(), pack.levels.end(), [&](const IndicatorLevel& level) {
    return IsExactly(text, level.words) || IsExactly(text, level.children);
  });
}

std::string ParentOf(const std::string& second, const std::string& printed,
                     const PerformancePack& pack) {
  std::string parent;
  for (const IndicatorLevel& level : pack.levels) {
    if (!Says(level.children, second)) continue;
    if (Says(level.words, printed)) return printed;
    if (parent.empty()) parent = level.name;
  }
  return parent;
}

IndicatorLevels LevelReader::Read(const std::string& first, const std::string& second) {
  IndicatorLevels out;
  const bool new_first = !first.empty() && first != last_.first;
  out.first = first.empty() ? last_.first : first;
  // A new 一级 without a 二级 of its own has none yet: nothing is taken over from the one above.
  out.second = !second.empty() ? second : new_first ? "" : last_.second;
  if (first.empty() && !second.empty())
    if (const std::string parent = ParentOf(second, out.first, pack_); !parent.empty())
      out.first = parent;
  last_ = out;
  return out;
}

}  // namespace juesuan
