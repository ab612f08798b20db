// Sheets as an Excel file. workbook.cc is the only file that knows libxlsxwriter.
#pragma once

#include <filesystem>
#include <vector>

#include "app/sheet.h"
#include "base/result.h"

namespace juesuan {

// Writes beside `path` under a temporary name, syncs, renames. The same sheets give the same bytes:
// the date of making is a fixed one. Text longer than Excel takes is cut, with … at its end; what
// XML cannot hold is left out. REQUIRES: names that LegalSheetName would leave, all different.
// Errors: kExternal.
Status WriteWorkbook(const std::vector<Sheet>& sheets, const std::filesystem::path& path);

// 0xRRGGBB; nullopt: none. For a legend.
std::optional<int> ColourOf(Fill fill);

}  // namespace juesuan
