// Equations over cells, and how they come out under given values. Instances of rules are made of
// them (instantiate.h); repair, proof and blame work on them alone.
#pragma once

#include <string>
#include <vector>

#include "base/facts.h"
#include "base/findings.h"
#include "check/fact_index.h"
#include "check/number.h"
#include "check/rule.h"

namespace juesuan {

// What a cell is taken to say. Cells are numbered: first the records, then the quotes.
struct CellValue {
  bool known = false;  // false: unread, in doubt, no amount
  bool blank = false;  // nothing printed, or a dash: counts 0
  Number number;
};
using Values = std::vector<CellValue>;

// A number in a sentence that a rule uses.
struct Quote {
  std::string name, raw;
  std::string item;  // subject of a figure of the narrative
  int page = 0;
  Box box;
  int record = -1;  // that a figure of the narrative restates; -1 for the numbers of [[text]]
  Reader by = Reader::kLayer;
};

// The value of a record under its believed reading, in doubt or not. `common_scale` is its table's.
CellValue ValueOf(const Record& record, int common_scale);

struct SignedCell {
  int cell = 0;
  int sign = 1;
};

// left (relation) right; both sides sums of cells and constants.
struct Equation {
  std::vector<SignedCell> left, right;
  Int128 left_constant = 0, right_constant = 0;
  Relation relation = Relation::kEqual;
  Tolerance tolerance;
  Softness softness = Softness::kHard;
  bool blank_holds = false;
  bool lacks = false;  // an operand is not there, or stands twice: never evaluated
  // The side sums over rows of a table that lost some: nobody knows what they held.
  bool short_left = false, short_right = false;
};

struct Evaluation {
  Outcome outcome = Outcome::kSkipped;
  Int128 left = 0, right = 0, difference = 0, envelope = 0;  // difference = left - right
  Int128 left_ulps = 0, right_ulps = 0;                      // of the non-zero numbers
  bool left_blank = true, right_blank = true;
  Unit unit = Unit::kNone;  // of the first cell with a number
  int parts = 0;            // non-zero numbers
};

Evaluation Evaluate(const Equation& equation, const Values& values);

// Violated, or not as a soft rule would have it.
bool IsOff(Outcome outcome);

}  // namespace juesuan
