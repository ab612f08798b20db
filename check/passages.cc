#include "check/passages.h"

#include "base/pattern.h"

namespace juesuan {

std::vector<Passage> PassagesOf(const std::vector<CheckParagraph>& paragraphs,
                                const std::vector<std::string>& texts) {
  static const Pattern kEnd = MustCompile("[。.;:!?]$");
  std::vector<Passage> out;
  std::string heading;
  bool open = false;
  for (size_t i = 0; i < texts.size(); ++i) {
    const CheckParagraph& paragraph = paragraphs[i];
    if (paragraph.kind == ParagraphKind::kPageNumber) continue;
    const bool body = paragraph.kind == ParagraphKind::kBody;
    if (open && body && out.back().start->page != paragraph.page) {
      out.back().text += texts[i];
    } else {
      if (paragraph.kind == ParagraphKind::kHeading) heading = texts[i];
      out.push_back({&paragraph, texts[i], heading});
    }
    open = body && !kEnd.FindsIn(texts[i]);
  }
  return out;
}

}  // namespace juesuan
