#include "layout/dump.h"

#include <vector>

namespace juesuan {
namespace {

std::string CellText(const GridCell& cell) {
  std::string text;
  for (const TextLine& line : cell.lines) text += (text.empty() ? "" : "/") + line.Text();
  if (cell.unread) text += "?";
  if (cell.row_span > 1 || cell.col_span > 1) {
    if (!text.empty()) text += " ";
    text += "{" + std::to_string(cell.row_span) + "x" + std::to_string(cell.col_span) + "}";
  }
  return text;
}

std::string Head(const TableGrid& grid) {
  std::string text = "table " + std::to_string(grid.number) + ": " + std::to_string(grid.rows) +
                     " x " + std::to_string(grid.cols) + (grid.ruled ? " ruled" : " aligned") +
                     ", header " + std::to_string(grid.header_rows) + ", pages";
  for (const GridPart& part : grid.parts) {
    text += " " + std::to_string(part.page) + "(" + std::to_string(part.rows);
    if (part.repeated_header_rows > 0) text += "+" + std::to_string(part.repeated_header_rows);
    text += ")";
  }
  return text + "\n";
}

std::string_view KindName(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::kHeading:
      return "heading";
    case ParagraphKind::kBody:
      return "body";
    case ParagraphKind::kPageNumber:
      return "page number";
    case ParagraphKind::kContents:
      return "contents";
  }
  return "";
}

}  // namespace

std::string Dump(const TableGrid& grid) {
  std::string text = Head(grid);
  for (const TextLine& line : grid.above) text += "above: " + line.Text() + "\n";
  std::vector<std::vector<std::string>> atoms(
      static_cast<size_t>(grid.rows), std::vector<std::string>(static_cast<size_t>(grid.cols)));
  for (const GridCell& cell : grid.cells)
    for (int r = 0; r < cell.row_span; ++r)
      for (int c = 0; c < cell.col_span; ++c)
        atoms[static_cast<size_t>(cell.row + r)][static_cast<size_t>(cell.col + c)] =
            c > 0   ? "<"
            : r > 0 ? "^"
                    : CellText(cell);
  for (const auto& row : atoms) {
    for (const std::string& atom : row) text += "| " + atom + (atom.empty() ? "" : " ");
    text += "|\n";
  }
  for (const TextLine& line : grid.below) text += "below: " + line.Text() + "\n";
  return text;
}

std::string Dump(const DocumentLayout& layout) {
  std::string text;
  for (const TableGrid& grid : layout.tables) text += Dump(grid) + "\n";
  for (const Paragraph& paragraph : layout.paragraphs)
    text += "p" + std::to_string(paragraph.page) + " " + std::string(KindName(paragraph.kind)) +
            ": " + paragraph.Text() + "\n";
  return text;
}

}  // namespace juesuan
