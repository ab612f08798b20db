#include "check/quotes.h"

#include <re2/re2.h>

#include <memory>
#include <optional>

#include "base/text.h"

namespace juesuan {
namespace {

// The first number the source's patterns find in a paragraph.
std::optional<Decimal> FindIn(const std::vector<std::unique_ptr<RE2>>& patterns,
                              const std::string& text, std::string* raw) {
  for (const auto& pattern : patterns) {
    if (!RE2::PartialMatch(text, *pattern, raw)) continue;
    if (const auto number = ParseDecimal(*raw)) return number;
  }
  return std::nullopt;
}

std::optional<FoundQuote> Find(const QuoteSource& source,
                               const std::vector<CheckParagraph>& paragraphs,
                               const std::vector<std::string>& texts) {
  std::vector<std::unique_ptr<RE2>> patterns;
  for (const std::string& pattern : source.patterns)
    patterns.push_back(std::make_unique<RE2>(pattern, RE2::Quiet));
  std::optional<FoundQuote> found;
  for (size_t i = 0; i < texts.size(); ++i) {
    std::string raw;
    const auto number = FindIn(patterns, texts[i], &raw);
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
                                   const std::vector<CheckParagraph>& paragraphs) {
  std::vector<std::string> texts;
  for (const CheckParagraph& paragraph : paragraphs) texts.push_back(MatchForm(paragraph.Text()));
  std::vector<FoundQuote> out;
  for (const QuoteSource& source : sources)
    if (auto found = Find(source, paragraphs, texts)) out.push_back(std::move(*found));
  return out;
}

}  // namespace juesuan
