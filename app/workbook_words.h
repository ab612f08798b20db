// The words of a workbook. They are Chinese wherever it is made, as the forms and the findings are:
// the same database gives the same file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/sheet.h"
#include "base/findings.h"
#include "base/words.h"

namespace juesuan {

std::string_view WordOf(Severity severity);   // 高
std::string_view WordOf(Verdict verdict);     // 文件有误
std::string_view WordOf(FindingState state);  // 待处理
std::string_view WordOf(Reader reader);       // 文字层

struct LegendLine {
  Fill fill;
  std::string_view words;
};
const std::vector<LegendLine>& Legend();

// "PUB03/2080101/1"; "" for a passage of text.
std::string PlaceOf(const FindingCell& cell);

}  // namespace juesuan
