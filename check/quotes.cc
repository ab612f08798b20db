#include "check/quotes.h"

#include <optional>

namespace juesuan {
namespace {

// The first number the source's patterns find in a paragraph.
std::optional<Decimal> FindIn(const Patterns& patterns, const std::string& text, std::string* raw) {
  for (const Pattern& pattern : patterns) {
    const std::vector<std::string> groups = pattern.GroupsIn(text);
    if (groups.empty()) continue;
    *raw = groups.front();
    if (const auto number = ParseDecimal(*raw)) return number;
  }
  return std::nullopt;
}

std::optional<FoundQuote> Find(const QuoteSource& source,
                               const std::vector<CheckParagraph>& paragraphs,
                               const std::vector<std::string>& texts) {
  std::optional<FoundQuote> found;
  for (size_t i = 0; i < texts.size(); ++i) {
    std::string raw;
    const auto number = FindIn(source.patterns, texts[i], &raw);
    const auto value = number ? ToNumber(*number, source.unit) : std::nullopt;
    if (!value) continue;
    if (!found) {
      found = FoundQuote{{source.name, raw, paragraphs[i].page, paragraphs[i].box}, {}};
      found->value.known = true;
      found->value.number = *value;
    } else if (found->value.number.value != value->value) {
      found->value.known = false;
    }
  }
  return found;
}

}  // namespace

std::vector<FoundQuote> FindQuotes(const std::vector<QuoteSource>& sources,
                                   const std::vector<CheckParagraph>& paragraphs,
                                   const std::vector<std::string>& texts) {
  std::vector<FoundQuote> out;
  for (const QuoteSource& source : sources)
    if (auto found = Find(source, paragraphs, texts)) out.push_back(std::move(*found));
  return out;
}

}  // namespace juesuan
