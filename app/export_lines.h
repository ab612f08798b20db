// The lines of an export as one plain sheet, for who wants to sort and filter them.
#pragma once

#include <filesystem>
#include <string>

#include "store/database.h"
#include "store/exports.h"

namespace juesuan {

// A sheet is held in memory until it is written.
constexpr size_t kMostLines = 50000;

// The rows and columns of the CSV export; amounts and counts are numbers. REQUIRES: documents,
// records, narrative, indicators or rejects. Errors: as Export; kLimit: more than kMostLines.
Status ExportLines(Database& database, ExportWhat what, const std::string& document,
                   const std::filesystem::path& out);

}  // namespace juesuan
