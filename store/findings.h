// What check makes of a document, kept beside what extract said: findings, checked statuses and
// repairs, and what reviewers made of them.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/findings.h"
#include "store/database.h"

namespace juesuan {

// Where a record stands in the tables, and what extract said of it.
struct RecordPlace {
  int table = 0, row = 0, col = 0, n = 0;
  Unit unit = Unit::kNone;
  CellStatus status = CellStatus::kRead;
};
std::vector<RecordPlace> PlacesOf(const std::vector<Record>& records);

struct CheckedDocument {
  std::string sha256;
  std::string facts_key;  // of the facts that were checked
  std::string rules_key;
  std::vector<Finding> findings;      // their states are not looked at
  std::vector<RecordPlace> places;    // of LoadFacts().records, all of them
  std::vector<RecordChange> changes;  // of the same records
};

// Replaces the findings and checked statuses of the documents, in one transaction, and says of each
// how it went; the state of a finding that comes again stays. Errors of a document: kNotFound; its
// own error if it failed; kExternal if it was stored anew since it was loaded; kMalformed if the
// places are not those of its records, or a change is of none of them: nothing of it is written.
// Errors of them all: the database cannot be written; then nothing is.
Result<std::vector<Status>> SaveFindings(Database& database,
                                         const std::vector<CheckedDocument>& checked);
// One document.
Status SaveFindings(Database& database, const CheckedDocument& checked);

// What a document was checked with, rules and code; "" if it was not, or is not there.
Result<std::string> RulesKeyOf(Database& database, const std::string& sha256);

struct FindingFilter {
  std::string document;  // as the filter of Database::Documents; "" for all
  std::string rule;      // "" for all
  std::optional<Severity> severity;
  std::optional<Verdict> verdict;
};

// Calls `take` for each finding that passes, by file, sha256, then as check gave them. Errors: as
// Database::Documents.
Status EachFinding(Database& database, const FindingFilter& filter,
                   const std::function<void(const StoredDocument&, const Finding&)>& take);

// The same for one document, within the caller's transaction; `filter.document` is not looked at.
Status EachFindingOf(Connection& connection, const std::string& sha256, const FindingFilter& filter,
                     const std::function<void(const Finding&)>& take);

// Keeps what a reviewer made of the findings of this rule and message. kOpen forgets it.
Status SetFindingState(Database& database, const std::string& sha256, const Finding& finding,
                       FindingState state);

// What check came to in one document.
struct CheckCounts {
  std::map<std::string, int64_t> by_severity, by_verdict;
  int64_t suspect = 0;  // records

  int64_t Findings() const;
  int64_t Of(Severity severity) const;
};
Result<CheckCounts> CheckCountsOf(Database& database, const std::string& sha256);

}  // namespace juesuan
