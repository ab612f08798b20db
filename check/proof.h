// Which cells the identities prove.
#pragma once

#include <vector>

#include "check/session.h"

namespace juesuan {

// What the equations that close over a cell are worth.
struct Evidence {
  int exact_sums = 0;  // of three numbers or more, without a difference
  int round_sums = 0;  // closed within rounding
  int copies = 0;      // two numbers
  // Of them, those that no other last digit would close.
  int pinned_sums = 0, pinned_copies = 0;

  void Add(const Evaluation& closed);
  int Sums() const { return exact_sums + round_sums; }
  // Closed more than once, and no other last digit would close as well: a sum of rounded amounts
  // may lie a digit off, so one that closes exactly leaves a wrong last digit possible where the
  // right one would have closed within rounding. Two of them that agree do not, nor does a copy.
  bool Pins() const {
    return (pinned_sums + pinned_copies > 0 && Sums() + copies > 1) ||
           (exact_sums > 1 && round_sums == 0);
  }
};

// Counts equations of `closed` as they come out under `values`.
Evidence EvidenceOf(const Session& session, const std::vector<int>& closed, const Values& values);

// By cell: true where the value is closed by identities that no other reading of the cell closes,
// or where two independent readings agree, and no identity it is to blame for fails. Blank cells
// are never proven. `blamed` marks the cells that a failure is put down to.
//
// Strict on purpose. A copy of the same digits by the same reader proves little (both may be
// misread alike), a sum within rounding leaves room for a wrong last digit: a cell read from pixels
// by one reader needs a sum that pins it, or a sum and a copy, or two exact sums and none that only
// rounds. A sound text layer needs any one identity. A cell equal to a proven one in an exact copy
// is proven too.
std::vector<bool> ProvenCells(const Session& session, const std::vector<bool>& blamed);

}  // namespace juesuan
