#include "check/candidates.h"

#include <algorithm>

#include "base/least_score.h"
#include "base/text.h"

namespace juesuan {
namespace {

// "1,234.50" without its separators; "" if they stand where none belong.
std::string WithoutSeparators(const std::string& text) {
  std::string out;
  size_t group = 0;
  bool grouped = false, point = false;
  for (const char c : text) {
    if (c == ',') {
      if (point || group == 0 || group > 3 || (grouped && group != 3)) return "";
      grouped = true;
      group = 0;
      continue;
    }
    if (c == '.') {
      if (grouped && group != 3) return "";
      point = true;
    } else if (c != '-' && !point) {
      ++group;
    }
    out += c;
  }
  return grouped && !point && group != 3 ? "" : out;
}

bool IsDash(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '-'; });
}

// nullopt: the text is no value of an amount cell.
std::optional<CandidateValue> ParseCandidate(const std::string& text, Unit unit, int scale) {
  CandidateValue out;
  out.text = text;
  const std::string form = MatchForm(text);
  Record record;
  record.unit = unit;
  if (IsDash(form)) {
    record.kind = form.empty() ? CellKind::kBlank : CellKind::kDash;
  } else {
    record.kind = CellKind::kNumber;
    record.value = ParseDecimal(WithoutSeparators(form));
  }
  out.kind = record.kind;
  out.printed = record.value;
  out.value = ValueOf(record, scale);
  if (!out.value.known) return std::nullopt;
  return out;
}

bool SameValue(const CellValue& a, const CellValue& b) {
  const Int128 left = a.blank ? 0 : a.number.value, right = b.blank ? 0 : b.number.value;
  return left == right;
}

// No such amount is printed: a digit too many was read.
bool IsFinerThanAFen(const Record& record) {
  return record.value && FenPerUnit(record.unit) > 0 && !ToFen(*record.value, record.unit);
}

bool IsIndependent(Reader by) { return by != Reader::kRepair; }

void AddCandidate(const CandidateValue& candidate, bool is_first_choice,
                  std::vector<CandidateValue>* out) {
  for (CandidateValue& known : *out) {
    if (!SameValue(known.value, candidate.value)) continue;
    if (is_first_choice) ++known.readers;
    return;
  }
  out->push_back(candidate);
  out->back().readers = is_first_choice ? 1 : 0;
}

}  // namespace

std::vector<CandidateValue> CandidatesOf(const Record& record, int common_scale) {
  std::vector<CandidateValue> out;
  CandidateValue own;
  own.value = ValueOf(record, common_scale);
  own.kind = record.kind;
  own.printed = record.value;
  own.text = record.raw;
  if (own.value.known) out.push_back(own);
  for (const Reading& reading : record.readings)
    if (const auto parsed = ParseCandidate(reading.text, record.unit, common_scale))
      AddCandidate(*parsed, IsIndependent(reading.by), &out);
  for (const Reading& reading : record.readings)
    for (const Candidate& other : reading.others)
      if (const auto parsed = ParseCandidate(other.text, record.unit, common_scale))
        AddCandidate(*parsed, false, &out);
  return out;
}

bool ReadingsDiffer(const Record& record) {
  const auto is_what_it_was_made_of = [&](const Reading& r) { return r.text == record.raw; };
  if (std::all_of(record.readings.begin(), record.readings.end(), is_what_it_was_made_of))
    return false;
  const CellValue own = ValueOf(record, 0);
  if (!own.known) return false;
  for (const Reading& reading : record.readings) {
    if (is_what_it_was_made_of(reading)) continue;
    const auto parsed = ParseCandidate(reading.text, record.unit, 0);
    // What extract made the record of may be spelt in ways that only extract knows.
    if (!parsed && &reading == &record.readings.front()) continue;
    if (!parsed || !SameValue(parsed->value, own)) return true;
  }
  return false;
}

bool IsDoubtful(const Record& record) {
  if (record.status == CellStatus::kCorrected) return false;
  if (record.status == CellStatus::kSuspect && record.doubt.rfind(kFailedIdentity, 0) != 0)
    return true;
  if (record.readings.empty()) return false;
  const Reading& first = record.readings.front();
  if (ReadingsDiffer(record)) return true;
  return first.by != Reader::kLayer && (first.score < kLeastScore || IsFinerThanAFen(record));
}

bool HasTwoReaders(const Record& record) {
  const Reading* one = nullptr;
  for (const Reading& reading : record.readings) {
    if (!IsIndependent(reading.by)) continue;
    if (one != nullptr && one->by != reading.by) return true;
    one = &reading;
  }
  return false;
}

bool IsWitnessed(const Record& record) {
  if (record.status == CellStatus::kCorrected) return true;
  if (IsDoubtful(record) || record.readings.empty()) return false;
  const Reading& first = record.readings.front();
  const bool sound_layer = first.by == Reader::kLayer && first.score >= 1;
  const bool reviewed =
      std::any_of(record.readings.begin(), record.readings.end(),
                  [](const Reading& reading) { return reading.by == Reader::kReviewer; });
  return HasTwoReaders(record) || sound_layer || reviewed;
}

}  // namespace juesuan
