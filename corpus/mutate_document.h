// The mutation benchmark on the document side: one amount of a clean document changed at a time,
// and what check finds.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "check/check.h"
#include "corpus/mutate.h"

namespace juesuan {

// What came of the trials of one mutation.
//
// found   a finding that the clean document has not: a rule fails, or the columns are said to be
//         shifted. Notes of rounding do not count.
// soft    of them, only by rules that accuse nobody (worth a look)
// noted   not found, but the notes of rounding say more than they did: a sum that closed exactly
// now
//         closes within its envelope
struct MutationTally {
  int64_t trials = 0, found = 0, soft = 0, noted = 0;

  int64_t Missed() const { return trials - found - noted; }
};

// One rule over all trials and all clean documents.
struct RuleTally {
  int64_t covered = 0;  // trials whose changed cells stand in an instance that is evaluated
  int64_t found = 0;    // of them, those in which this rule has a new finding
  int64_t evaluated = 0, findings = 0, sources = 0;  // instances and findings of clean documents
};

struct DocumentBenchmark {
  int64_t documents = 0, numbers = 0;
  std::map<Mutation, MutationTally> mutations;
  std::map<std::string, RuleTally> rules;
  int64_t cause_trials = 0,
          cause_right = 0;          // found ±1.00: the finding's cause is the changed cell
  std::vector<std::string> missed;  // "+0.01 PUB06/301/1 noted", in order
};

// Whose numbers are changed: those of the ten tables, or those of the projects' performance forms.
enum class Numbers { kTables, kProjects };

// Adds the trials of one document: every mutation of every `every`-th number, beginning with the
// `first`-th. `input` is changed and restored.
void Benchmark(const RulePacks& packs, Numbers numbers, int every, int first, CheckInput* input,
               DocumentBenchmark* out);

// Tables for people.
std::string ToText(const DocumentBenchmark& benchmark);

}  // namespace juesuan
