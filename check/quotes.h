// Numbers that stand in sentences and that a rule uses.
#pragma once

#include <vector>

#include "check/check_input.h"
#include "check/equation.h"
#include "check/rule.h"

namespace juesuan {

struct FoundQuote {
  Quote quote;
  CellValue value;  // not known if the document says it twice, differently
};

// At most one of each source, in their order. Patterns are matched against `texts`, the
// paragraphs' MatchForm.
std::vector<FoundQuote> FindQuotes(const std::vector<QuoteSource>& sources,
                                   const std::vector<CheckParagraph>& paragraphs,
                                   const std::vector<std::string>& texts);

}  // namespace juesuan
