#include "check/verdict.h"

#include "check/candidates.h"

namespace juesuan {
namespace {

bool HasLayer(const Record& record) {
  return !record.readings.empty() && record.readings.front().by == Reader::kLayer;
}

}  // namespace

Verdict VerdictOf(const Session& session, const Equation& equation, const Cause& cause) {
  bool witnessed = true, layer = true, blanks = false, quotes = false;
  for (const auto* side : {&equation.left, &equation.right})
    for (const SignedCell& each : *side) {
      if (!session.IsRecord(each.cell)) {
        quotes = true;
        layer = layer && session.QuoteOf(each.cell).by == Reader::kLayer;
        continue;
      }
      const Record& record = session.RecordOf(each.cell);
      if (session.values[static_cast<size_t>(each.cell)].blank) {
        blanks = true;
        continue;
      }
      if (IsDoubtful(record)) return Verdict::kExtraction;
      witnessed = witnessed && IsWitnessed(record);
      layer = layer && HasLayer(record);
    }
  // Prose is read once: beside a scanned table it was read from pixels, by one reader.
  if (!witnessed || (quotes && !layer)) return Verdict::kUndecided;
  const bool single_number = cause.IsSingle() && cause.equations.size() > 1 &&
                             !session.values[static_cast<size_t>(cause.cells.front())].blank;
  return layer || !blanks || single_number ? Verdict::kSource : Verdict::kUndecided;
}

}  // namespace juesuan
