#include "extract/precision.h"

#include <algorithm>
#include <map>

namespace juesuan {
namespace {

constexpr size_t kFewest = 20;           // amounts that show what a document prints
constexpr size_t kOneOfSoMany = 20;      // may have another precision by misreading
constexpr size_t kFewestFractions = 12;  // … a fraction wherever there is one
constexpr int kFraction = 2;             // decimals that go with a lost point

bool IsAmount(const Record& record) {
  return record.kind == CellKind::kNumber && record.value && record.value->mantissa != 0 &&
         FenPerUnit(record.unit) > 0;
}

// The precision of nearly all amounts; -1 if there is none.
int CommonScale(const std::map<int, size_t>& counts) {
  size_t all = 0, most = 0;
  int common = -1;
  for (const auto& [scale, count] : counts) {
    all += count;
    if (count > most) most = count, common = scale;
  }
  return all >= kFewest && kOneOfSoMany * (all - most) <= all ? common : -1;
}

// Whether most amounts print a fraction in full, never one figure of it: one without any has then
// lost its point. A recogniser that loses it loses it wherever the figure stands, so there may be
// many.
bool PrintsFractions(const std::map<int, size_t>& counts) {
  size_t all = 0, fractions = 0, cut = 0;
  for (const auto& [scale, count] : counts) {
    all += count;
    if (scale >= kFraction) fractions += count;
    if (scale > 0 && scale < kFraction) cut += count;
  }
  return fractions >= kFewestFractions && 2 * fractions > all && kOneOfSoMany * cut <= all;
}

}  // namespace

void DoubtPrecision(std::vector<Record>* records) {
  std::map<Unit, std::map<int, size_t>> counts;
  for (const Record& record : *records)
    if (IsAmount(record)) ++counts[record.unit][record.value->scale];
  std::map<Unit, int> common;
  std::map<Unit, bool> fractions;
  for (const auto& [unit, scales] : counts) {
    common[unit] = CommonScale(scales);
    fractions[unit] = PrintsFractions(scales);
  }
  for (Record& record : *records) {
    if (!IsAmount(record) || record.status != CellStatus::kRead || record.readings.empty())
      continue;
    if (record.readings.front().by == Reader::kLayer) continue;
    const int scale = common[record.unit];
    const bool differs = scale >= 0 && record.value->scale != scale;
    if (!differs && (record.value->scale > 0 || !fractions[record.unit])) continue;
    record.status = CellStatus::kSuspect;
    record.doubt = "小数位数与其他金额不同";
  }
}

}  // namespace juesuan
