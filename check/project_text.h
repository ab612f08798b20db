// Words about a project: a cell of its self-evaluation or a section of its report, with the places
// that findings point at, and what rules look for in them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/findings.h"
#include "base/pattern.h"
#include "base/quantity.h"
#include "check/check_input.h"
#include "check/number.h"

namespace juesuan {

// Part of a text between , ; : . and their like, but for those within a number. Offsets in bytes.
struct Clause {
  size_t begin = 0, end = 0;
};
std::vector<Clause> ClausesOf(std::string_view text);

struct ProjectText {
  std::string name;  // the form pack's name of the cell; the section's heading without ordinal
  bool in_report = false;  // a section of the report
  bool from_pixels = false;
  std::string text;                                    // MatchForm, what a page break parts joined
  std::vector<std::pair<size_t, FindingCell>> places;  // by the offset that they begin at
  std::vector<Clause> clauses;                         // of the text, once it is whole

  void Append(const std::string& more, const FindingCell& place);
  // The bytes [begin, end), for a finding.
  FindingCell PlaceOf(size_t begin, size_t end) const;
};

// A place in a text that a pattern finds.
struct Mention {
  size_t begin = 0, end = 0;  // bytes
  std::map<std::string, std::string> groups;

  // The groups "amount" and "unit" as money; nullopt if they are none.
  std::optional<Number> Money() const;
  std::optional<Decimal> Amount() const;
};

// All that do not overlap, in order; the first pattern that finds something at a place.
std::vector<Mention> MentionsIn(const std::string& text, const Patterns& patterns);

// A number with what stands behind it up to the next number or mark: 10000 元/辆.
struct PrintedNumber {
  size_t begin = 0, end = 0;  // of the digits, bytes
  Decimal value;
  std::string unit;
};
std::vector<PrintedNumber> NumbersIn(std::string_view text);
// What stands behind a number begins with that unit, and goes on with no other part of it.
bool SaysUnit(std::string_view said, std::string_view unit);

// Without trailing zeros, as one and the same number is printed: 361.00 as 361.
std::string PlainText(const Decimal& value);
bool IsSame(const Decimal& a, const Decimal& b);

// How many characters of `name` stand in `text` in their order, the most.
size_t CommonCharacters(std::u32string_view name, std::u32string_view text);

}  // namespace juesuan
