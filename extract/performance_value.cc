#include "extract/performance_value.h"

#include <algorithm>

#include "base/least_score.h"
#include "base/text.h"
#include "extract/amount.h"
#include "extract/joined_rows.h"

namespace juesuan {
namespace {

constexpr double kWeakName = 0.85;  // whole words of clean scans are read with more

bool HasDigit(const std::string& text) {
  return text.find_first_of("0123456789") != std::string::npos;
}

CellValue ReadText(const GridCell& cell) {
  CellValue out;
  out.readings = JoinReadings(cell);
  // Lines may have been read by different readers.
  out.raw = TextOf(cell);
  out.kind = out.raw.empty() ? CellKind::kBlank : CellKind::kText;
  if (!cell.unread) return out;
  out.doubt = "格内有未能辨认的笔画";
  out.reject = "unread";
  return out;
}

// A figure in words is as good as its reading.
void DoubtFigures(CellValue* value) {
  if (!value->doubt.empty() || !HasDigit(MatchForm(value->raw))) return;
  const Reading& first = value->readings.front();
  if (first.by != Reader::kLayer && first.score < kLeastScore) value->doubt = "识别把握低";
  for (const Reading& other : value->readings)
    if (MatchForm(other.text) != MatchForm(first.text))
      value->doubt = "两次读数不一致：“" + first.text + "”与“" + other.text + "”";
}

// "无" in words of an indicator is a word.
bool IsPlainNumber(const std::string& text) {
  const Amount amount = ParseAmount(text);
  if (amount.kind == CellKind::kDash) return MatchForm(text) != "无";
  return amount.kind == CellKind::kNumber &&
         (amount.unit == Unit::kNone || amount.unit == Unit::kPercent);
}

}  // namespace

CellValue ReadPerformanceCell(const GridCell& cell, ColumnUse use) {
  switch (use) {
    case ColumnUse::kAmount:
    case ColumnUse::kExecuted:
    case ColumnUse::kPercent:
    case ColumnUse::kPoints:
      return ReadValue(cell);
    case ColumnUse::kTarget:
    case ColumnUse::kActual: {
      CellValue value = ReadText(cell);
      if (value.kind == CellKind::kText && !cell.unread && IsPlainNumber(value.raw))
        return ReadValue(cell);
      if (value.kind == CellKind::kText) DoubtFigures(&value);
      return value;
    }
    default:
      return ReadText(cell);
  }
}

bool IsWeaklyRead(const GridCell& cell) {
  return std::any_of(cell.lines.begin(), cell.lines.end(), [](const TextLine& line) {
    return !line.readings.empty() && line.readings.front().by != Reader::kLayer &&
           line.readings.front().score < kWeakName;
  });
}

}  // namespace juesuan
