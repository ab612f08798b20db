// The indicators of performance forms as lines of an export: the records of a row together, with
// what is asked and what was reached parsed.
#pragma once

#include <functional>
#include <string>

#include "base/facts.h"
#include "base/indicator_value.h"
#include "store/database.h"
#include "store/export_csv.h"
#include "store/sqlite.h"

namespace juesuan {

struct Indicator {
  std::string form, project;
  int table = 0, page = 0;
  Box box;                          // of its name, page as displayed
  std::string first, second, name;  // 一级, 二级, 三级指标 as printed
  std::string initial, target,
      actual;  // as printed: 年初指标值, the value in force, what was reached
  IndicatorValue asked, reached;  // `target` (where blank, `initial`) and `actual`, parsed
  std::optional<Decimal> weight, score;
  std::string note;
  CellStatus status = CellStatus::kRead;  // suspect if one of its cells is
};

// In printed order. A document that failed has none.
Status EachIndicator(Connection& connection, const std::string& sha256,
                     const std::function<void(const Indicator&)>& take);

Json IndicatorLine(const StoredDocument& document, const Indicator& indicator);
CsvRow IndicatorCsvHead();
CsvRow IndicatorCsvRow(const StoredDocument& document, const Indicator& indicator);

}  // namespace juesuan
