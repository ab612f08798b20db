// Numbers that stand in sentences and that a rule uses.
#pragma once

#include <vector>

#include "check/equation.h"
#include "check/passages.h"
#include "check/rule.h"

namespace juesuan {

struct FoundQuote {
  Quote quote;
  CellValue value;  // not known if the document says it twice, differently
};

// At most one of each source, in their order.
std::vector<FoundQuote> FindQuotes(const std::vector<QuoteSource>& sources,
                                   const std::vector<Passage>& passages);

}  // namespace juesuan
