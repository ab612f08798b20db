// What layout knows of a document: the artefact layout/tables.jsonl. One line the pages' frames,
// then one line a table, then one line a paragraph, in reading order.
//
// Coordinates are in each page's upright frame. A table continued over pages is one grid: its parts
// say which rows stand on which page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/artefact.h"
#include "base/geometry.h"
#include "base/page.h"
#include "base/words.h"

namespace juesuan {

// One line of text inside a cell or around a table.
struct TextLine {
  int page = 0;
  Box box;
  double size = 0;  // type size, points
  bool bold = false;
  std::vector<Reading> readings;  // the believed one first; "" for none (an unread region)

  std::string Text() const { return readings.empty() ? "" : readings.front().text; }
};

struct GridCell {
  int row = 0, col = 0;  // 0-based in the stitched grid
  int row_span = 1, col_span = 1;
  int page = 0;                 // where it begins
  Box box;                      // of the part on `page`
  std::vector<TextLine> lines;  // top to bottom; empty: a blank cell
  bool unread = false;          // there is ink that nobody could read

  std::string Text() const;  // the lines as printed, joined with "\n"
};

// The rows of a grid that stand on one page.
struct GridPart {
  int page = 0;
  Box box;
  int first_row = 0, rows = 0;
  int repeated_header_rows = 0;  // printed again at the top of this part, left out of the grid
};

struct TableGrid {
  int number = 0;  // 1-based, in document order
  int rows = 0, cols = 0;
  bool ruled = true;            // from rulings; false: from alignment
  int header_rows = 0;          // layout's guess from repetition and content; extract may differ
  std::vector<GridPart> parts;  // by page
  std::vector<GridCell> cells;  // by row, then column; disjoint; blank cells included
  std::vector<TextLine> above;  // lines between what came before on the page and the table
  std::vector<TextLine> below;  // lines after its last part, up to the next table or heading

  // The cell that covers an atom; nullptr if none does.
  const GridCell* At(int row, int col) const;
};

enum class ParagraphKind { kHeading, kBody, kPageNumber, kContents };
std::string_view ParagraphKindName(ParagraphKind kind);  // "heading", "body", …
std::optional<ParagraphKind> ParseParagraphKind(std::string_view name);

struct Paragraph {
  int page = 0;  // where it begins
  Box box;       // of its part on `page`
  ParagraphKind kind = ParagraphKind::kBody;
  std::vector<TextLine> lines;

  std::string Text() const;  // lines joined without a break; a page number line is never inside
};

struct PageFrame {
  int page = 0;
  Frame frame;
  PageKind kind = PageKind::kBlank;
};

struct DocumentLayout {
  std::vector<PageFrame> pages;
  std::vector<TableGrid> tables;
  std::vector<Paragraph> paragraphs;  // reading order; lines in `above`/`below` stand here too
  std::vector<PageFailure> failures;

  const Frame* FrameOf(int page) const;  // nullptr if that page failed
};

constexpr char kTablesFormat[] = "juesuan.tables";
constexpr int kTablesVersion = 1;

std::vector<Json> ToJson(const DocumentLayout& layout);
Result<DocumentLayout> DocumentLayoutFromJson(const std::vector<Json>& items);
Json ToJson(const TableGrid& grid);

}  // namespace juesuan
