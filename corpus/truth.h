// The ground truth of one value cell, in the contract's record format (export --what records), so
// that a database and a drawing are compared field by field.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/geometry.h"
#include "base/json.h"
#include "base/quantity.h"
#include "base/result.h"

namespace juesuan {

struct TruthRecord {
  std::string form, project;
  std::string row_key, row_label, panel, col_key;
  std::vector<std::string> col_path;
  std::string cell_kind;  // number, blank, dash, text
  std::string raw, unit;
  std::optional<Decimal> value;
  std::optional<int64_t> value_fen, ulp_fen;
  std::string department, year;
  int page = 0;  // 1-based; 0 until it is drawn
  Box box;       // points, origin top left, page as displayed; the part on `page`
};

// Sets raw, cell_kind, value, value_fen and ulp_fen from the text printed in a cell.
void SetPrinted(const std::string& raw, Unit unit, TruthRecord* record);

Json ToJson(const TruthRecord& record);

// One record a line. Only records that were drawn (page > 0) belong in the file.
Status WriteTruth(const std::vector<TruthRecord>& records, const std::filesystem::path& path);

// The seed's gold records by (line, column) of the seed text, both 1-based.
// Errors: kNotFound; kMalformed for a line that is not JSON.
using SeedPlace = std::pair<int, int>;
Result<std::map<SeedPlace, TruthRecord>> ReadGold(const std::filesystem::path& path);

}  // namespace juesuan
