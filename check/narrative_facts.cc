#include "check/narrative_facts.h"

#include <algorithm>

#include "check/structure_checks.h"

namespace juesuan {

FactList Chosen(const StructureInput& input, const std::string& setting) {
  FactList out;
  const Patterns& patterns = Setting(input, setting);
  for (const NamedFact& each : *input.narrative)
    if (AnyFindsIn(patterns, each.selector)) out.push_back(each.fact);
  return out;
}

FactList OfGroup(const StructureInput& input, int group, const std::string& role) {
  FactList out;
  for (const NamedFact& each : *input.narrative)
    if (each.fact->group == group && group != 0 && each.fact->role == role)
      out.push_back(each.fact);
  return out;
}

std::optional<Number> NumberOf(const NarrativeFact& fact) {
  if (!fact.value) return std::nullopt;
  const Unit unit = fact.measure == FactMeasure::kCount
                        ? Unit::kPerson
                        : ParseUnit(fact.unit).value_or(Unit::kNone);
  return ToNumber(*fact.value, unit);
}

const NarrativeFact* OnlyOne(const FactList& facts) {
  const NarrativeFact* first = nullptr;
  std::optional<Number> number;
  for (const NarrativeFact* fact : facts) {
    const std::optional<Number> here = NumberOf(*fact);
    if (!here) return nullptr;
    if (first == nullptr) {
      first = fact;
      number = here;
    } else if (here->value != number->value) {
      return nullptr;
    }
  }
  return first;
}

StructureResult ResultOf(const std::string& place, Outcome outcome, const FactList& facts) {
  StructureResult result;
  result.place = place;
  result.outcome = outcome;
  for (const NarrativeFact* fact : facts) {
    FindingCell cell;
    cell.raw = fact->raw;
    cell.page = fact->page;
    cell.box = fact->box;
    result.cells.push_back(std::move(cell));
    result.from_pixels = result.from_pixels || fact->by != Reader::kLayer;
  }
  return result;
}

std::string Printed(const NarrativeFact& fact) { return fact.raw + fact.unit; }

}  // namespace juesuan
