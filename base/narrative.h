// Figures that stand in sentences: what the 情况说明 of a disclosure, and the prose of what is
// attached to it, say in numbers. Part of the facts (base/facts.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "base/json.h"
#include "base/quantity.h"
#include "base/words.h"

namespace juesuan {

// What a figure says of its subject.
enum class FactMeasure {
  kAmount,      // so much: of the year, of the budget, of another year (its role tells)
  kDelta,       // so much more or less than another amount
  kRate,        // a delta in percent of what it started from
  kShare,       // percent of a larger amount
  kCompletion,  // percent of a budget or target
  kCount,       // so many things or persons
  kDate,        // a year, month or day
  kNumber,      // anything else: the number of a paragraph or of a paper
};
std::string_view FactMeasureName(FactMeasure measure);  // "amount", …
std::optional<FactMeasure> ParseFactMeasure(std::string_view name);

enum class FactDirection { kNone, kUp, kDown };
std::string_view FactDirectionName(FactDirection direction);  // "", "up", "down"
std::optional<FactDirection> ParseFactDirection(std::string_view name);

// One printed figure.
struct NarrativeFact {
  std::string section;   // the nearest heading over it, as printed
  std::string sentence;  // the words between two full stops or semicolons, as printed
  std::string subject;   // what it is of: the grammar's name; as printed if no form fits
  FactMeasure measure = FactMeasure::kNumber;
  FactDirection direction = FactDirection::kNone;
  std::string raw;  // digits as printed, "5,061.13"
  std::string unit;  // as printed, "万元", "人次"; what must be meant where the print leaves it out
  std::optional<Decimal> value;
  std::string compare_year;  // of a delta, a rate or another year's amount: "2023"; "" if none
  int page = 0;
  Box box;  // of the digits and the unit, on the page as displayed
  Reader by = Reader::kLayer;
  std::string bound_to;  // "PUB05/208/1": form, row_key, col_key of the record it restates
  std::string form;      // the sentence form it fits, by the grammar; "" if none: unbound
  std::string role;      // its part there: "account", "budget", "delta", …
  int group = 0;         // figures of one subject in one sentence form share it; 0: of none
};

// A line a sentence, its figures within it.
std::vector<Json> ToJson(const std::vector<NarrativeFact>& facts);
// Appends the figures of one such line. Errors: kMalformed.
Status AddFactsFromJson(const Json& sentence, std::vector<NarrativeFact>* facts);

}  // namespace juesuan
