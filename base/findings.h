// What check knows of a document: the findings, every evaluated instance of a rule they were made
// of, and what these say of single cells. The artefact check/findings.jsonl: a line each.
// docs/formats.md shows them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/facts.h"
#include "base/geometry.h"
#include "base/json.h"

namespace juesuan {

enum class Severity { kHigh, kMedium, kLow, kInfo };
std::string_view SeverityName(Severity severity);  // "high", …
std::optional<Severity> ParseSeverity(std::string_view name);

// Who is wrong. kSource only if independent readings agree and the identity still fails.
enum class Verdict { kSource, kExtraction, kRounding, kUndecided };
std::string_view VerdictName(Verdict verdict);  // "source", …
std::optional<Verdict> ParseVerdict(std::string_view name);

// What a reviewer made of it.
enum class FindingState { kOpen, kAccepted, kDismissed, kCorrected };
std::string_view FindingStateName(FindingState state);
std::optional<FindingState> ParseFindingState(std::string_view name);

// How one instance of a rule came out.
enum class Outcome {
  kHold,   // closes exactly
  kRound,  // closes within the envelope of rounding
  kViolated,
  kSoft,     // a soft rule does not hold: plausible, needs a human
  kVacuous,  // nothing to check: every operand is blank
  kSkipped,  // an operand is missing or not to be trusted: not evaluated, never violated
};
std::string_view OutcomeName(Outcome outcome);  // "HOLD", "ROUND", "VIOL", "SOFT", "VAC", "SKIP"
std::optional<Outcome> ParseOutcome(std::string_view name);

// A cell or a passage of text that a finding points at.
struct FindingCell {
  std::string form, row_key, col_key, raw;
  int table = 0, row = -1, col = -1;  // of the record; 0 and -1 for text
  int page = 0;
  Box box;
};

struct Finding {
  std::string rule;  // "R19"
  std::string title;
  Severity severity = Severity::kMedium;
  Verdict verdict = Verdict::kUndecided;
  std::string message;  // Chinese, one sentence with both numbers and their difference
  std::string formula;  // with the numbers filled in
  std::string expected, actual, difference,
      envelope;  // exact decimals in the table's unit, or words
  std::vector<FindingCell> cells;
  std::string cause;  // findings with one likely cause share it: "PUB03/2080101/1"; "" alone
  FindingState state = FindingState::kOpen;
};

// What the identities say of one record: status, doubt and evidence replace the record's; with a
// repair, that reading goes before the record's own, its text becomes `raw`, and `kind` and `value`
// replace the record's.
struct RecordChange {
  int record = 0;  // index in DocumentFacts::records
  CellStatus status = CellStatus::kRead;
  std::string doubt;                  // why it is suspect; "" otherwise
  std::vector<std::string> evidence;  // identities that close over it: "R19 2080101"
  std::optional<Reading> repair;      // by kRepair
  CellKind kind = CellKind::kBlank;   // with a repair
  std::optional<Decimal> value;       // with a repair
};

// One evaluated instance, for scoring and for `juesuan check --json`.
struct RuleInstance {
  std::string rule;
  std::string place;  // "208 col 1"
  Outcome outcome = Outcome::kHold;
  std::string lhs, rhs;
};

struct CheckReport {
  std::vector<Finding> findings;        // by rule, then in printed order; rounding notes last
  std::vector<RuleInstance> instances;  // by rule, then in printed order
  std::vector<RecordChange> statuses;   // by record; only records of which it says something new
};

constexpr char kFindingsFormat[] = "juesuan.findings";
// Raise it too when the same rules say other things of the same facts: what was checked by an older
// version is then checked again.
constexpr int kFindingsVersion = 3;

Json ToJson(const Finding& finding);
Result<Finding> FindingFromJson(const Json& json);
Json ToJson(const RuleInstance& instance);
std::vector<Json> ToJson(const CheckReport& report);
Result<CheckReport> CheckReportFromJson(const std::vector<Json>& items);

}  // namespace juesuan
