#include "corpus/mutate.h"

#include <algorithm>
#include <array>

namespace juesuan {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::vector<size_t> DigitsOf(const std::string& text) {
  std::vector<size_t> places;
  for (size_t i = 0; i < text.size(); ++i)
    if (IsDigit(text[i])) places.push_back(i);
  return places;
}

bool IsAnotherNumber(const std::string& text, const std::string& than) {
  const auto before = ParseDecimal(than), after = ParseDecimal(text);
  if (!before || !after || !IsDigit(text.back())) return false;
  Decimal one = *before, two = *after;
  for (; one.scale < two.scale; ++one.scale) one.mantissa *= 10;
  for (; two.scale < one.scale; ++two.scale) two.mantissa *= 10;
  return one.mantissa != two.mantissa;
}

CellEdit Number(int record, const std::string& text) {
  return {record, CellKind::kNumber, text, ParseDecimal(text)};
}

CellEdit ContentOf(int record, const Record& from) {
  return {record, from.kind, from.raw, from.value};
}

// `hundredths` of the unit more; a count one more or less.
CellEdit Add(const Record& at, int record, int64_t hundredths) {
  Decimal value = *at.value;
  if (FenPerUnit(at.unit) == 0) {
    value.mantissa += hundredths > 0 ? 1 : -1;
    return {record, CellKind::kNumber, value.ToString(), value};
  }
  for (; value.scale < 2; ++value.scale) value.mantissa *= 10;
  for (int scale = 2; scale < value.scale; ++scale) hundredths *= 10;
  value.mantissa += hundredths;
  return {record, CellKind::kNumber, value.ToString(), value};
}

// One of the changed texts, another from cell to cell; {} if there are none.
std::vector<CellEdit> OneOf(const std::vector<std::string>& texts, int record) {
  if (texts.empty()) return {};
  return {Number(record, texts[static_cast<size_t>(record) % texts.size()])};
}

std::vector<CellEdit> SwapDigits(const std::string& text, int record) {
  std::vector<std::string> texts;
  const std::vector<size_t> digits = DigitsOf(text);
  for (size_t i = 0; i + 1 < digits.size(); ++i) {
    std::string swapped = text;
    std::swap(swapped[digits[i]], swapped[digits[i + 1]]);
    if (swapped != text) texts.push_back(swapped);
  }
  return OneOf(texts, record);
}

std::vector<CellEdit> DropDigit(const std::string& text, int record) {
  std::vector<std::string> texts;
  for (const size_t digit : DigitsOf(text)) {
    std::string rest = text;
    rest.erase(digit, 1);
    if (IsAnotherNumber(rest, text)) texts.push_back(rest);
  }
  return OneOf(texts, record);
}

std::vector<CellEdit> TimesTen(const Record& at, int record) {
  Decimal value = *at.value;
  if (value.mantissa == 0) return {};
  value.mantissa *= 10;
  return {{record, CellKind::kNumber, value.ToString(), value}};
}

std::vector<CellEdit> Exchange(const std::vector<Record>& records, int record) {
  const Record& at = records[static_cast<size_t>(record)];
  for (size_t i = static_cast<size_t>(record) + 1; i < records.size(); ++i) {
    const Record& other = records[i];
    if (other.table != at.table) break;
    if (other.kind != CellKind::kNumber || other.unit != at.unit) continue;
    if (other.value == at.value) continue;
    return {ContentOf(record, other), ContentOf(static_cast<int>(i), at)};
  }
  return {};
}

std::vector<CellEdit> ShiftRow(const std::vector<Record>& records, int record) {
  const Record& at = records[static_cast<size_t>(record)];
  std::vector<int> row;
  for (size_t i = 0; i < records.size(); ++i) {
    const Record& each = records[i];
    if (each.table == at.table && each.row == at.row && each.panel == at.panel &&
        each.unit == at.unit)
      row.push_back(static_cast<int>(i));
  }
  const auto first = std::find_if(row.begin(), row.end(), [&](int i) {
    return records[static_cast<size_t>(i)].kind == CellKind::kNumber;
  });
  if (*first != record || row.size() < 2) return {};
  std::vector<CellEdit> edits;
  for (size_t i = 0; i < row.size(); ++i) {
    const Record& from = records[static_cast<size_t>(row[(i + row.size() - 1) % row.size()])];
    const Record& to = records[static_cast<size_t>(row[i])];
    if (from.raw != to.raw || from.kind != to.kind) edits.push_back(ContentOf(row[i], from));
  }
  return edits;
}

}  // namespace

const std::vector<Mutation>& AllMutations() {
  static const std::vector<Mutation> kAll = {
      Mutation::kCentMore,       Mutation::kCentLess,     Mutation::kDimeMore,
      Mutation::kDimeLess,       Mutation::kOneMore,      Mutation::kOneLess,
      Mutation::kDigitsSwapped,  Mutation::kDigitDropped, Mutation::kTimesTen,
      Mutation::kCellsExchanged, Mutation::kRowShifted};
  return kAll;
}

std::string_view MutationName(Mutation mutation) {
  constexpr std::array<std::string_view, 11> kNames = {
      "+0.01",          "-0.01",         "+0.10", "-0.10",           "+1.00",      "-1.00",
      "digits swapped", "digit dropped", "x10",   "cells exchanged", "row shifted"};
  return kNames[static_cast<size_t>(mutation)];
}

std::vector<CellEdit> Mutate(Mutation mutation, const DocumentFacts& facts, int record) {
  const Record& at = facts.records[static_cast<size_t>(record)];
  const std::string text = at.value->ToString();
  switch (mutation) {
    case Mutation::kCentMore:
      return {Add(at, record, 1)};
    case Mutation::kCentLess:
      return {Add(at, record, -1)};
    case Mutation::kDimeMore:
      return {Add(at, record, 10)};
    case Mutation::kDimeLess:
      return {Add(at, record, -10)};
    case Mutation::kOneMore:
      return {Add(at, record, 100)};
    case Mutation::kOneLess:
      return {Add(at, record, -100)};
    case Mutation::kDigitsSwapped:
      return SwapDigits(text, record);
    case Mutation::kDigitDropped:
      return DropDigit(text, record);
    case Mutation::kTimesTen:
      return TimesTen(at, record);
    case Mutation::kCellsExchanged:
      return Exchange(facts.records, record);
    case Mutation::kRowShifted:
      return ShiftRow(facts.records, record);
  }
  return {};
}

void Print(const CellEdit& edit, DocumentFacts* facts) {
  Record& record = facts->records[static_cast<size_t>(edit.record)];
  Reading reading;
  if (!record.readings.empty()) reading.by = record.readings.front().by;
  reading.text = edit.raw;
  record.kind = edit.kind;
  record.raw = edit.raw;
  record.value = edit.value;
  record.readings.clear();
  if (edit.kind != CellKind::kBlank) record.readings.push_back(std::move(reading));
}

const std::vector<Misreading>& AllMisreadings() {
  static const std::vector<Misreading> kAll = {Misreading::kReplaced, Misreading::kDropped,
                                               Misreading::kInserted, Misreading::kPointLost};
  return kAll;
}

std::string_view MisreadingName(Misreading misreading) {
  constexpr std::array<std::string_view, 4> kNames = {"replaced", "dropped", "inserted",
                                                      "point lost"};
  return kNames[static_cast<size_t>(misreading)];
}

std::string Misread(Misreading misreading, const std::string& text, unsigned choice) {
  const std::vector<size_t> digits = DigitsOf(text);
  if (digits.empty()) return "";
  std::string out = text;
  const size_t at = digits[choice % digits.size()];
  const char other = static_cast<char>('0' + (text[at] - '0' + 1 + choice / 7 % 9) % 10);
  switch (misreading) {
    case Misreading::kReplaced:
      out[at] = other;
      break;
    case Misreading::kDropped:
      out.erase(at, 1);
      break;
    case Misreading::kInserted:
      out.insert(at, 1, other);
      break;
    case Misreading::kPointLost: {
      const size_t point = out.find('.');
      if (point == std::string::npos) return "";
      out.erase(point, 1);
      break;
    }
  }
  return IsAnotherNumber(out, text) ? out : "";
}

}  // namespace juesuan
