// What extract knows of a document: the artefact extract/facts.jsonl. One line the document, one
// line a table's claim, one line a value cell (record), one line a reject, one line a sentence with
// its figures. docs/formats.md shows each.
//
// Boxes are the contract's: PDF points, origin top left, the page as displayed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/artefact.h"
#include "base/geometry.h"
#include "base/narrative.h"
#include "base/page.h"
#include "base/quantity.h"
#include "base/words.h"

namespace juesuan {

enum class CellKind { kNumber, kBlank, kDash, kText };
std::string_view CellKindName(CellKind kind);
std::optional<CellKind> ParseCellKind(std::string_view name);

enum class CellStatus { kProven, kRead, kSuspect, kCorrected };
std::string_view CellStatusName(CellStatus status);
std::optional<CellStatus> ParseCellStatus(std::string_view name);

// A doubt that begins like this is about whose amount it is, not how much: no identity settles it.
constexpr char kKeyDoubt[] = "行的归属存疑：";
// … and one that begins like this is about the unit of a whole table: its identities hold in any.
constexpr char kUnitDoubt[] = "金额单位存疑：";
bool OutlastsProof(std::string_view doubt);  // it is one of the two

// Notes `doubt` in `doubts`, which holds one: the first, unless a later one outlasts proof and it
// does not. An empty `doubt` is none.
void AddDoubt(const std::string& doubt, std::string* doubts);

// One value cell of a claimed form.
struct Record {
  std::string form;      // "PUB01" … "PUB10"
  std::string project;   // performance forms only
  int table = 0;         // TableGrid::number
  int row = 0, col = 0;  // of the cell in that grid, 0-based
  int page = 0;
  Box box;
  std::string row_key, row_label, panel, col_key;
  std::vector<std::string> col_path;  // header path as printed, unwrapped, top to leaf
  std::string line;     // the form pack's name of the line item, the same in every variant
  std::string measure;  // the form pack's name of the measure, the same in every variant
  CellKind kind = CellKind::kBlank;
  std::string raw;  // as printed, line breaks of a wrapped cell removed
  Unit unit = Unit::kNone;
  std::optional<Decimal> value;
  std::vector<Reading> readings;
  CellStatus status = CellStatus::kRead;
  std::string doubt;                  // why it is suspect; "" otherwise
  std::vector<std::string> evidence;  // of check: identities that close over it, "R19 2080101"
};

// A cell or region that could not be used, with its place and reason.
struct Reject {
  int table = 0, row = -1, col = -1;  // 0 and -1: not in a table, not one cell
  int page = 0;
  Box box;
  std::string code;  // "not_an_amount", "unread", "unknown_row", "unknown_column", …
  std::string text;  // what was read there
  std::string why;   // one sentence, Chinese
};

// What a grid was taken for.
struct TableClaim {
  int table = 0;
  std::string form;  // "" if no form claims it
  std::string pack;  // the pack file's name that claimed it
  int score = 0;     // 0…100
  std::string title, printed_code;
  Unit unit = Unit::kNone;
  std::string department, year;  // as in its head; "" if not printed
  int first_page = 0, last_page = 0;
  bool declared_empty = false;  // 本表无数据
  std::string note;             // 注：… under the table
  std::string why;              // for an unclaimed grid: what was missing
};

// Kinds of documents.
inline constexpr char kFinalAccount[] = "final_account";  // 部门决算
inline constexpr char kOtherKind[] = "other";

struct DocumentFacts {
  std::string kind;
  std::string department, year;
  std::vector<TableClaim> tables;
  std::vector<Record> records;
  std::vector<Reject> rejects;
  std::vector<NarrativeFact> narrative;  // in reading order
  std::vector<PageFailure> failures;
};

constexpr char kFactsFormat[] = "juesuan.facts";
constexpr int kFactsVersion = 2;

std::vector<Json> ToJson(const DocumentFacts& facts);
Result<DocumentFacts> DocumentFactsFromJson(const std::vector<Json>& items);

}  // namespace juesuan
