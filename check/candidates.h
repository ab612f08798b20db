// What else a cell may say: its readings and their runners-up, and how far they agree.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/facts.h"
#include "check/equation.h"

namespace juesuan {

struct CandidateValue {
  CellValue value;
  CellKind kind = CellKind::kBlank;
  std::optional<Decimal> printed;
  std::string text;
  int readers = 0;  // independent readers whose first choice it is
};

// How a doubt that check itself wrote begins: it is judged anew each time.
constexpr char kFailedIdentity[] = "恒等式不成立";

// Distinct values, the record's own first. Only texts that are an amount, a dash or nothing count.
std::vector<CandidateValue> CandidatesOf(const Record& record, int common_scale);

// Flagged by extract, or its readings do not give one value, or the reader was unsure, or read from
// pixels an amount finer than a fen. A cell a reviewer corrected is beyond doubt.
bool IsDoubtful(const Record& record);

// Enough to accuse the document: a sound text layer, a reviewer, or two readers that agree, and no
// reader that says otherwise.
bool IsWitnessed(const Record& record);

// At least two engines, or an engine and the text layer, read it.
bool HasTwoReaders(const Record& record);

// Some reader's first choice gives another value than the record's.
bool ReadingsDiffer(const Record& record);

}  // namespace juesuan
