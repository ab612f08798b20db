#include "extract/row_numbers.h"

#include "extract/header_rows.h"

namespace juesuan {
namespace {

constexpr int kUnset = -1000000;

// The number at i implied by a neighbour, if that is sound.
int Implied(const std::vector<RowNumber>& all, const std::vector<int>& read, size_t i, int step) {
  const int j = static_cast<int>(i) + step;
  if (j < 0 || j >= static_cast<int>(all.size()) || read[static_cast<size_t>(j)] == 0)
    return kUnset;
  return read[static_cast<size_t>(j)] - step;
}

// What the rows around i say it is; kUnset if they say nothing or do not agree.
int Expected(const std::vector<RowNumber>& all, const std::vector<int>& read, size_t i) {
  const int before = Implied(all, read, i, -1), after = Implied(all, read, i, 1);
  if (before != kUnset && after != kUnset) return before == after ? before : kUnset;
  const int step = before != kUnset ? -1 : 1;
  const int near = step < 0 ? before : after;
  const int far = Implied(all, read, i, 2 * step);
  return near == far ? near : kUnset;
}

}  // namespace

void SettleRowNumbers(std::vector<RowNumber>* numbers) {
  std::vector<int> read;
  for (const RowNumber& n : *numbers) read.push_back(SmallNumber(n.read));
  for (size_t i = 0; i < numbers->size(); ++i) {
    RowNumber& n = (*numbers)[i];
    n.number = read[i];
    const int expected = Expected(*numbers, read, i);
    if (expected == kUnset || expected == read[i] || expected <= 0) continue;
    // At an end the printed number may well open a gap; only an unreadable one is put right there.
    const bool inside = i > 0 && i + 1 < numbers->size();
    if (read[i] != 0 && !inside) continue;
    if (n.read.empty() && !(inside && n.labelled)) continue;
    n.number = expected;
    n.repaired = true;
  }
}

}  // namespace juesuan
