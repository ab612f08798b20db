#include "check/quotes.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace juesuan {
namespace {

// One printing of an amount in the text.
struct Mention {
  std::string number, unit;
};

// What the first pattern that finds something finds.
std::optional<Mention> MentionIn(const QuoteSource& source, const std::string& text) {
  for (const Pattern& pattern : source.patterns) {
    const std::vector<std::string> groups = pattern.GroupsIn(text);
    if (!groups.empty()) return Mention{groups[0], groups.size() > 1 ? groups[1] : ""};
  }
  return std::nullopt;
}

std::optional<Number> NumberOf(const QuoteSource& source, const Mention& mention) {
  std::string digits = mention.number;
  digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
  const auto printed = ParseDecimal(digits);
  const Unit unit =
      source.unit != Unit::kNone ? source.unit : ParseUnit(mention.unit).value_or(Unit::kNone);
  return printed ? ToNumber(*printed, unit) : std::nullopt;
}

void Add(const QuoteSource& source, const Passage& passage, const Mention& mention,
         std::vector<FoundQuote>* found) {
  const std::optional<Number> number = NumberOf(source, mention);
  if (!number) return;
  if (!found->empty()) {
    CellValue& known = found->front().value;
    if (known.number.value != number->value) known.known = false;
    return;
  }
  FoundQuote out;
  out.quote.name = source.name;
  out.quote.raw = mention.number;
  out.quote.page = passage.start->page;
  out.quote.box = passage.start->box;
  out.value.known = true;
  out.value.number = *number;
  found->push_back(std::move(out));
}

}  // namespace

std::vector<FoundQuote> FindQuotes(const std::vector<QuoteSource>& sources,
                                   const std::vector<Passage>& passages) {
  std::vector<FoundQuote> out;
  for (const QuoteSource& source : sources) {
    std::vector<FoundQuote> found;
    for (const Passage& passage : passages) {
      if (passage.start->kind == ParagraphKind::kContents) continue;
      if (!source.headings.empty() && !AnyFindsIn(source.headings, passage.heading)) continue;
      if (const std::optional<Mention> mention = MentionIn(source, passage.text))
        Add(source, passage, *mention, &found);
    }
    std::move(found.begin(), found.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace juesuan
