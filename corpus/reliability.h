// How far a reading's score can be believed: the amounts of drawn scans by the score that they were
// read with, and how many of them are wrong, before and after the rules.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/facts.h"
#include "corpus/score.h"

namespace juesuan {

// kBook: what figure_book gave instead of the recogniser. It stands under the recogniser's name and
// is told by its one runner-up, as long as the reading, whose score makes up one.
enum class ScoredReader { kPpocr, kBook, kTesseract };
std::string_view ScoredReaderName(ScoredReader reader);

// One amount that was read from pixels.
struct ReadAmount {
  ScoredReader reader = ScoredReader::kPpocr;
  double score = 0;
  bool read_right = false;                // the first reading says what is printed
  bool read_amount = false;               // it is an amount, and not doubted for its precision
  bool taken_right = false;               // so does the value that extract made of the readings
  bool doubted = false;                   // by extract, for something else than the score
  bool stored_right = false;              // the value after check is what is printed
  CellStatus status = CellStatus::kRead;  // after check
  bool only_weak = false;                 // suspect for its score, and for nothing else
  std::string where;                      // for people: form, row, column, truth and readings
};

// The amounts of a document. `read`: its facts as extract gave them; `checked`: the same after
// check. An amount under a key that the truth does not have, as where 栏次 were not read, is
// compared with what is printed at its place. `name` goes into `where`.
std::vector<ReadAmount> AmountsOf(const std::string& name, const DocumentFacts& read,
                                  const DocumentFacts& checked,
                                  const std::vector<ScoredRecord>& truth);

// What would be silent if a score of at least `threshold` were believed: wrong amounts that are
// proven, or that nothing but a score below `threshold` could flag. `alone`: the same where no rule
// says anything of the amounts, as of a table that nothing adds up in; `lone`: where besides no
// second reader looked.
struct ThresholdRow {
  double threshold = 0;
  int64_t amounts = 0, right = 0;
  int64_t silent = 0, alone = 0, lone = 0;  // wrong and not flagged
  int64_t flagged_right = 0;                // flagged though stored right
};
std::vector<ThresholdRow> ThresholdsOf(const std::vector<ReadAmount>& amounts);

// The greatest mean of a Poisson count of which `count` or fewer are seen in one of twenty trials:
// with 95 % confidence there are no more.
double UpperBound(int64_t count);

// The table of each reader by score, and the thresholds: errors as counted, and how many of 10,000
// amounts at most.
std::string ToText(const std::vector<ReadAmount>& amounts);

}  // namespace juesuan
