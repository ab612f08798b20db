// The text of a document as a reader takes it in: paragraphs with what a page break cut off, each
// under its heading.
#pragma once

#include <string>
#include <vector>

#include "check/check_input.h"

namespace juesuan {

struct Passage {
  const CheckParagraph* start = nullptr;
  std::string text;     // MatchForm
  std::string heading;  // MatchForm of the last heading before it; "" if there is none
};

// In reading order, without page numbers. A body paragraph that ends without a full stop goes on in
// the next one of another page. `texts` are the paragraphs' MatchForm.
std::vector<Passage> PassagesOf(const std::vector<CheckParagraph>& paragraphs,
                                const std::vector<std::string>& texts);

}  // namespace juesuan
