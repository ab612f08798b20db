// The prose of a document as a reader takes it in: passages of running text, each under its
// headings, with the place of every character.
#pragma once

#include <string>
#include <vector>

#include "base/tables.h"
#include "extract/narrative_grammar.h"

namespace juesuan {

enum class ProsePart { kOther, kNarrative, kAttachment };

struct NarrativePassage {
  // Of `text`: each of its characters in the lines it was printed in.
  struct Place {
    size_t offset = 0;  // in `text`
    const TextLine* line = nullptr;
    size_t at = 0;  // in the line's code points
  };

  ProsePart part = ProsePart::kOther;
  bool is_heading = false;
  std::string first, second;  // the headings over it, as `text`
  std::string section;        // the nearest one, as printed
  std::string text;           // MatchForm, but 。 stays
  std::vector<Place> places;  // by offset

  // Printed words of [begin, end) of `text`.
  std::string Printed(size_t begin, size_t end) const;
  // Page, box (upright) and reader of [begin, end) of `text`: where it wraps, of its first line.
  const TextLine* LineOf(size_t begin) const;
  Box BoxOf(size_t begin, size_t end) const;
};

// In reading order, without contents and page numbers; only parts whose figures are wanted. A body
// paragraph that ends without a full stop goes on over a page break.
std::vector<NarrativePassage> NarrativePassages(const DocumentLayout& layout,
                                                const NarrativeGrammar& grammar);

}  // namespace juesuan
