// Shifted columns: a table whose rows fail too often was not read right, or its columns are not
// where its header says; its amounts prove and accuse nothing.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "check/session.h"

namespace juesuan {

struct Misalignment {
  std::string form;
  int failed = 0, rows = 0;    // row sums that fail, of those evaluated
  std::vector<int> equations;  // the failed ones
};

// Forms where more than 30 % of the row sums (rules marked row_sum) fail and three at least, or
// where in two rows and a tenth of them a total is less than its largest part. model.md §4, 7.
std::vector<Misalignment> FindMisaligned(const Session& session);

// Takes every equation over the given forms out of play: not evaluated.
void Suppress(const std::vector<Misalignment>& misaligned, Session* session);

}  // namespace juesuan
