// Compares what a database holds with the truth, cell by cell. Records on both sides are in the
// contract's format; a cell is found by (form, project, row_key, col_key) and, where that is not
// one cell, by panel, page and order.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/json.h"
#include "base/result.h"

namespace juesuan {

// The fields of a record that are compared.
struct ScoredRecord {
  std::string form, project, row_key, row_label, panel, col_key;
  std::string kind, raw, value;
  std::optional<int64_t> fen;
  std::string status;  // "" in a truth
  int page = 0;
  Box box;  // on the page as displayed; a truth's, as drawn
};

// The records of JSON Lines: a truth, an export of records, or a document's extract/facts.jsonl.
// Errors: kMalformed.
Result<std::vector<ScoredRecord>> ParseRecords(const std::string& json_lines);
ScoredRecord RecordFromJson(const Json& json);

// Counts of one form, or of all. Numbers are right when their value in fen (or, if not money, as
// printed) is the truth's.
struct Tally {
  int64_t cells = 0, cells_exact = 0;      // exact: kind, value, page (but of blanks)
  int64_t numbers = 0, numbers_exact = 0;  // numbers of the truth
  int64_t wrong = 0;                       // another number stands there
  int64_t missing = 0;                     // no number stands there
  int64_t invented = 0;                    // a number where the truth has none
  int64_t flagged = 0;                     // wrong or invented, and marked suspect
  int64_t silent = 0;                      // wrong or invented, and not marked suspect
  int64_t lost = 0;      // missing, though a cell stands there that is not marked suspect
  int64_t off_page = 0;  // right number, wrong page
  int64_t labels = 0, labels_exact = 0;  // one a row of the truth
  int64_t tables = 0, tables_exact = 0;  // every cell exact and nothing invented
};

// One cell that is not exact, for people.
struct Miss {
  std::string what;  // "wrong", "missing", "invented", "kind", "page"
  ScoredRecord truth, got;
};

struct Score {
  std::map<std::string, Tally> forms;
  Tally total;
  std::vector<Miss> misses;
  std::vector<int> truth_of;  // by cell of what was got: its truth's index; -1: the truth has none
};

// The same amount in fen or, if not money, the same value as printed. Both are numbers.
bool SameNumber(const ScoredRecord& a, const ScoredRecord& b);

Score Compare(const std::vector<ScoredRecord>& truth, const std::vector<ScoredRecord>& got);

Json ToJson(const Tally& tally);
Json ToJson(const Score& score);  // {"total":{…},"forms":{…}}
std::string ToText(const Score& score);

// What keeps `total` below the floor of a case: one sentence a shortfall, none if it holds. A floor
// is an object with any of: cells, numbers (exact counts of the truth), cells_ppm, numbers_ppm,
// labels_ppm, tables_exact (least), silent, invented, lost (most). Integers only.
std::vector<std::string> BelowFloor(const Tally& total, const Json& floor);

}  // namespace juesuan
