// Compares the amounts of two readings of the same PDF, place by place: its text layer and an OCR
// run. No truth is needed, so it works on any published document.
#pragma once

#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/json.h"
#include "base/result.h"

namespace juesuan {

// An amount in a grid cell: digits with an optional sign, separators and a decimal part.
struct PlacedAmount {
  int page = 0;
  Box box;            // of the cell, points, page as displayed
  std::string value;  // without separators
};

// The plain digits of an amount with a decimal part; "" for any other text.
std::string AmountOf(const std::string& text);

// From `juesuan export --what tables --format jsonl`. Only amounts with a decimal part count: whole
// numbers are line numbers and codes. Errors: kMalformed.
Result<std::vector<PlacedAmount>> ParseAmounts(const std::string& json_lines);

struct Agreement {
  int64_t amounts = 0;             // of the first reading
  int64_t same = 0;                // the second has the same amount there
  int64_t differ = 0;              // another amount
  int64_t missing = 0;             // none
  int64_t invented = 0;            // amounts of the second where the first has none
  std::vector<std::string> notes;  // one a disagreement
};

// Two amounts stand at the same place when the centre of one cell lies in the other.
Agreement Agree(const std::vector<PlacedAmount>& first, const std::vector<PlacedAmount>& second);

Json ToJson(const Agreement& agreement);

// What keeps the agreement below the floor of a case: one sentence a shortfall. A floor is an
// object with any of: same_ppm (least, of the amounts), differ, invented (most).
std::vector<std::string> BelowFloor(const Agreement& agreement, const Json& floor);

}  // namespace juesuan
