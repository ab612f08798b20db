// 一级 and 二级指标 of an indicator's row, from merged cells that a page's end may cut, that may be
// displaced, or of which one is not printed.
#pragma once

#include <string>
#include <vector>

#include "extract/performance_pack.h"

namespace juesuan {

struct IndicatorLevels {
  std::string first, second;  // as printed; "" if unknown

  std::string Panel() const;  // "产出指标/数量指标"
  bool operator==(const IndicatorLevels& o) const { return first == o.first && second == o.second; }
};

// Down the rows of one table. What a row's own merged cells say comes first; a blank cell goes on
// with the one above; a 二级指标 whose 一级 is not printed takes its parent from the pack.
class LevelReader {
 public:
  explicit LevelReader(const PerformancePack& pack) : pack_(pack) {}

  // `first`, `second`: the texts of the cells that cover the row, "" if blank or without a column.
  IndicatorLevels Read(const std::string& first, const std::string& second);

 private:
  const PerformancePack& pack_;
  IndicatorLevels last_;
};

// The pack's name of the 一级指标 a 二级指标 stands under; "" if it knows none. `printed`: the 一级
// as printed; it stays if it may be the parent.
std::string ParentOf(const std::string& second, const std::string& printed,
                     const PerformancePack& pack);

// True if the pack knows the text as a 一级 (or a 二级) 指标.
bool IsFirstLevel(const std::string& text, const PerformancePack& pack);
bool IsSecondLevel(const std::string& text, const PerformancePack& pack);
// One of both without an edit.
bool IsLevelExactly(const std::string& text, const PerformancePack& pack);

}  // namespace juesuan
