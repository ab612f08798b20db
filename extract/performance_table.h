// One performance form, over all grids it was printed in: its records.
#pragma once

#include <string>
#include <vector>

#include "base/facts.h"
#include "extract/joined_rows.h"
#include "extract/performance_columns.h"
#include "extract/performance_pack.h"

namespace juesuan {

struct PerformanceTable {
  std::string project;          // as its own row prints it; "" if it has none
  std::vector<Record> records;  // boxes in the upright frame; `project` left empty
  std::vector<Reject> rejects;
  bool has_funds = false, has_indicators = false;  // blocks with their header
  bool has_actual = false;   // the indicators have a column of what was reached
  bool is_transfer = false;  // it says so
};

// `unit`: of money where neither a column nor the block says it; kNone makes such amounts suspect.
PerformanceTable ReadPerformanceTable(const JoinedRows& rows, const PerformancePack& pack,
                                      PerformanceContext context, Unit unit);

}  // namespace juesuan
