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

// Print leaves out one number at a time: at an end, where there is but one neighbour, such a gap is
// no sign of a misreading.
bool IsOdd(const std::vector<RowNumber>& all, size_t i) {
  int with = 0, against = 0;
  const bool at_end = i == 0 || i + 1 == all.size();
  const auto ask = [&](size_t j, int step) {
    if (all[i].number == 0 || all[j].number == 0) return;
    const int off = step * (all[j].number - step - all[i].number);
    ++(off == 0 || (at_end && off == 1) ? with : against);
  };
  if (i > 0) ask(i - 1, -1);
  if (i + 1 < all.size()) ask(i + 1, 1);
  return with == 0 && against > 0;
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
  for (size_t i = 0; i < numbers->size(); ++i) (*numbers)[i].odd = IsOdd(*numbers, i);
}

}  // namespace juesuan
