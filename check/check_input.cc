#include "check/check_input.h"

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

}  // namespace juesuan
