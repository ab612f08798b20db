// The mutation benchmark on the reading side: one reading of one amount of a scan corrupted at a
// time, and what check and repair make of the cell.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "check/check.h"
#include "corpus/mutate.h"
#include "corpus/score.h"

namespace juesuan {

// Where the truth is left beside the corrupted reading.
enum class Witness {
  kNone,      // the only reading is wrong and the reader is sure of it
  kUnsure,    // the only reading is wrong and weak
  kRunnerUp,  // weak, and the truth is a runner-up
  kDecoys,    // weak, and the truth is the last of four runners-up
  kSecond,    // a second reader read the truth
};
const std::vector<Witness>& AllWitnesses();
std::string_view WitnessName(Witness witness);

// What became of the corrupted cell. A trial is *covered* where the truth is among the cell's
// readings or their runners-up, and identities single it out: with it no equation over the cell
// fails and at least two close (one, if a second reader gave it as its first choice), and with any
// other candidate one fails. Equations are the rules' instances whose other operands are all known.
//
// Where the truth was read by nobody no repair is wanted: an identity that asks for another amount
// than any reader saw may show a wrong document as well as a wrong reading. Such cells must end as
// suspect.
struct ReadingTally {
  int64_t trials = 0;
  int64_t covered = 0, covered_right = 0;  // and of them stored right and not suspect
  int64_t right = 0;                       // stored right, suspect or not
  int64_t suspect = 0;                     // stored wrong, marked suspect
  int64_t read_named = 0;                  // stored wrong as read, but a finding points at it
  int64_t read_silent = 0;                 // stored wrong as read, no finding points at it
  int64_t proven = 0;                      // stored wrong as proven, here or in any other cell
  int64_t others = 0;                      // other cells that were right and are now wrong
};

struct ReadingBenchmark {
  int64_t documents = 0, cells = 0;
  std::map<Witness, ReadingTally> witnesses;
  std::map<Misreading, ReadingTally> misreadings;
  std::vector<std::string> troubles;  // proven wrong, repaired wrong or covered and not right
};

// Adds the trials of one document: every witness and misreading of every `every`-th amount that was
// read right and is not suspect. `truth` is the drawing's. `input` is changed and restored.
void Benchmark(const RulePacks& packs, const std::vector<ScoredRecord>& truth, int every,
               CheckInput* input, ReadingBenchmark* out);

std::string ToText(const ReadingBenchmark& benchmark);

}  // namespace juesuan
