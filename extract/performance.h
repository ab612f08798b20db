// Which grids are performance forms, of which project, and their records.
#pragma once

#include <string>
#include <vector>

#include "base/tables.h"
#include "extract/continuation.h"
#include "extract/performance_table.h"

namespace juesuan {

// One form over one or more grids that follow each other; a grid may hold several forms.
struct PerformanceClaim {
  std::vector<size_t> grids;  // indices into the tables
  std::string form;           // "PERF.SE", "TRANSFER", "PERF.REP.BUDGET", "PERF.REP.IND"
  std::string title, project;
  Unit unit = Unit::kNone;  // over the table, where it is printed
  PerformanceTable table;   // every record has the project
};

// Of the grids that no other form claims, in order. A grid is a self-evaluation by its title or its
// row 项目名称, with a block of money spent or of indicators reached; a grid of one such block
// alone, in a text that speaks of 绩效, is a table of a report. What follows on the next page
// without a line above it goes on. The project of a report's table is the last one named before it,
// by 项目名称：… in the text or by a self-evaluation; names that differ by a misread character are
// one.
std::vector<PerformanceClaim> ClaimPerformance(const DocumentLayout& layout,
                                               const std::vector<ClaimedTable>& tables,
                                               const PerformancePack& pack);

}  // namespace juesuan
