#include "check/check_input.h"

#include <set>
#include <utility>

namespace juesuan {

std::string CheckParagraph::Text() const {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

std::vector<CheckParagraph> CheckParagraphs(const DocumentLayout& layout) {
  std::vector<CheckParagraph> out;
  for (const Paragraph& paragraph : layout.paragraphs) {
    CheckParagraph each;
    each.page = paragraph.page;
    each.box = paragraph.box;
    if (const Frame* frame = layout.FrameOf(paragraph.page))
      each.box = Round2(ToDisplayed(paragraph.box, *frame));
    each.kind = paragraph.kind;
    for (const TextLine& line : paragraph.lines) each.lines.push_back(line.Text());
    out.push_back(std::move(each));
  }
  return out;
}

std::vector<CheckTable> UnclaimedTables(const DocumentLayout& layout, const DocumentFacts& facts) {
  std::set<int> claimed;
  for (const TableClaim& claim : facts.tables)
    if (!claim.form.empty()) claimed.insert(claim.table);
  std::vector<CheckTable> out;
  for (const TableGrid& grid : layout.tables) {
    if (claimed.count(grid.number) > 0 || grid.parts.empty()) continue;
    CheckTable table;
    table.number = grid.number;
    table.page = grid.parts.front().page;
    table.box = grid.parts.front().box;
    if (const Frame* frame = layout.FrameOf(table.page))
      table.box = Round2(ToDisplayed(table.box, *frame));
    table.rows.resize(static_cast<size_t>(grid.rows));
    for (const GridCell& cell : grid.cells) {
      std::string text;
      for (const TextLine& line : cell.lines) text += line.Text();
      table.rows[static_cast<size_t>(cell.row)].push_back(std::move(text));
    }
    out.push_back(std::move(table));
  }
  return out;
}

}  // namespace juesuan
