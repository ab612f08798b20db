// Structure rules (group A): what no equation can say, over table heads, records and paragraphs.
// The predicates are code; their words and patterns are settings in the pack.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/findings.h"
#include "check/check_input.h"
#include "check/contents.h"
#include "check/fact_index.h"
#include "check/form_names.h"
#include "check/rule.h"

namespace juesuan {

// One thing a structure rule looked at.
struct StructureResult {
  std::string place;
  Outcome outcome = Outcome::kHold;
  std::string lhs, rhs;
  std::string message;             // Chinese; only if it does not hold
  std::vector<FindingCell> cells;  // where to look
  bool from_pixels = false;        // prose that one reader read: nobody is accused
};

struct NamedFact {
  std::string selector;  // "detail.account 教育支出"
  const NarrativeFact* fact = nullptr;
};

struct Passage;  // check/passages.h
struct Project;  // check/projects.h

// What rules of the same words would each work out again; of one document.
struct StructureMemo {
  std::map<std::string, std::vector<Contents>> contents;  // by the patterns they were found with
  std::shared_ptr<const std::vector<Passage>> passages;   // once a rule has asked for them
  std::vector<const CheckParagraph*> of_reports;  // with them: the paragraphs of their reports
  std::shared_ptr<const std::vector<Project>> projects;  // once a rule has asked for them
};

struct StructureInput {
  const CheckInput* document = nullptr;
  const std::vector<std::string>* texts = nullptr;  // MatchForm of each paragraph
  const FactIndex* index = nullptr;
  const std::vector<NamedFact>* narrative = nullptr;  // the figures that a form fits
  const FormCatalogue* forms = nullptr;
  const Rule* rule = nullptr;
  const RulePart* part = nullptr;
  StructureMemo* memo = nullptr;
};

bool IsStructure(std::string_view name);
bool IsStructureSetting(std::string_view structure, std::string_view key);

// REQUIRES: IsStructure(input.part->structure).
std::vector<StructureResult> RunStructure(const StructureInput& input);

}  // namespace juesuan
