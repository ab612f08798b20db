// The first sheets of a workbook: what was read, what the colours mean, and what does not hold.
#pragma once

#include <string>
#include <vector>

#include "app/document_sheets.h"
#include "app/sheet.h"

namespace juesuan {

inline constexpr char kSummarySheet[] = "汇总";
inline constexpr char kFindingsSheet[] = "疑点";

// Documents by line, then the legend of the colours.
Sheet MakeSummarySheet(const std::vector<DocumentSummary>& documents);
// A finding a line, with a filter over them.
Sheet MakeFindingsSheet(const std::vector<ListedFinding>& findings);

}  // namespace juesuan
