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

// The words of a table that no form claims, row by row; blank cells are "".
struct CheckTable {
  int number = 0;  // TableGrid::number
  int page = 0;
  Box box;
  std::vector<std::vector<std::string>> rows;
};

struct CheckInput {
  DocumentFacts facts;
  std::vector<CheckParagraph> paragraphs;
  std::vector<CheckTable> others;  // may be left empty: then rules say nothing of them
};

// Of a layout; boxes go from each page's upright frame to the page as displayed.
std::vector<CheckParagraph> CheckParagraphs(const DocumentLayout& layout);
// The grids that `facts` claims for no form.
std::vector<CheckTable> UnclaimedTables(const DocumentLayout& layout, const DocumentFacts& facts);

}  // namespace juesuan
