// The findings of a document against the gold's, which name lines of the transcription they were
// found in: which of the gold's were raised at their place, and what of ours no gold finding
// explains.
#pragma once

#include <string>
#include <vector>

#include "base/findings.h"
#include "base/result.h"
#include "check/check_input.h"
#include "corpus/seed_lines.h"

namespace juesuan {

struct GoldPlace {
  int line = 0;  // of the transcription
  std::string quote;
};

struct GoldFinding {
  std::string id, rule, severity, project, printed;
  std::vector<GoldPlace> places;
};

// Errors: kMalformed with the line.
Result<std::vector<GoldFinding>> ParseGoldFindings(const std::string& json_lines);

struct RaisedFinding {
  GoldFinding gold;
  std::string by;       // our rule; "" if it was not raised
  std::string message;  // ours
  int page = 0;
  int places = 0;  // how many of the gold's places ours points at
};

struct FindingScore {
  std::vector<RaisedFinding> gold;       // in the gold's order
  std::vector<std::string> unexplained;  // ours above info: rule, page and message
  int64_t Raised() const;
};

// A gold finding is raised by a finding of its rule, or of one that looks at the same thing
// (finding_score.cc lists them), that points into the pages which hold the gold's line and at a
// figure, a word or a row that the gold quotes there. One of ours is explained if it points at a
// place of any gold finding; notes of rounding accuse nobody.
FindingScore ScoreFindings(const std::vector<GoldFinding>& gold, const std::vector<SeedLine>& seed,
                           const CheckInput& document, const std::vector<Finding>& ours);

std::string ToText(const FindingScore& score);

}  // namespace juesuan
