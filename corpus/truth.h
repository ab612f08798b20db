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

// The seed's gold records. A record has a place in the seed's text, or only a line where the
// transcription's columns do not hold.
struct SeedGold {
  using Place = std::pair<int, int>;  // line and column, 1-based
  std::map<Place, TruthRecord> placed;
  std::map<int, std::vector<int>> of_line;  // indices into `unplaced`
  std::vector<TruthRecord> unplaced;        // in the gold's order
};

// Of a doubtful cell: what the gold believes was printed, or what the transcription reads.
enum class Doubted { kAsBelieved, kAsRead };

// Errors: kNotFound; kMalformed for a line that is not JSON.
Result<SeedGold> ReadGold(const std::filesystem::path& path, Doubted doubted);

}  // namespace juesuan
