// What check is given of a document: the facts, and the words around the tables. Filled from the
// layout in `juesuan run`, from the database in `juesuan check`.
#pragma once

#include <string>
#include <vector>

#include "base/facts.h"
#include "base/geometry.h"
#include "base/tables.h"

namespace juesuan {

// A paragraph in reading order; its lines joined without a break. A line of a 目录 is a paragraph
// of its own or one line of a kContents paragraph: `lines` keeps them apart.
struct CheckParagraph {
  int page = 0;
  Box box;  // on the page as displayed
  ParagraphKind kind = ParagraphKind::kBody;
  std::vector<std::string> lines;

  std::string Text() const;
};

struct CheckInput {
  DocumentFacts facts;
  std::vector<CheckParagraph> paragraphs;
};

// Of a layout; boxes go from each page's upright frame to the page as displayed.
std::vector<CheckParagraph> CheckParagraphs(const DocumentLayout& layout);

}  // namespace juesuan
