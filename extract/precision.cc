#include "extract/precision.h"

#include <algorithm>
#include <map>

namespace juesuan {
namespace {

constexpr size_t kFewest = 20;       // amounts that show what a document prints
constexpr size_t kOneOfSoMany = 20;  // may have another precision by misreading

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

}  // namespace

void DoubtPrecision(std::vector<Record>* records) {
  std::map<Unit, std::map<int, size_t>> counts;
  for (const Record& record : *records)
    if (IsAmount(record)) ++counts[record.unit][record.value->scale];
  std::map<Unit, int> common;
  for (const auto& [unit, scales] : counts) common[unit] = CommonScale(scales);
  for (Record& record : *records) {
    if (!IsAmount(record) || record.status != CellStatus::kRead || record.readings.empty())
      continue;
    if (record.readings.front().by == Reader::kLayer) continue;
    const int scale = common[record.unit];
    if (scale < 0 || record.value->scale == scale) continue;
    record.status = CellStatus::kSuspect;
    record.doubt = "小数位数与其他金额不同";
  }
}

}  // namespace juesuan
