// Which objects of a born-digital document are its watermark.
//
// Decided over all pages by angle, lightness, size and repetition, never by words. A declared
// watermark (Artifact, stamped form, annotation) is believed. Black text turned by quarters, page
// numbers, headers and small logos are no watermark; nor is what covers no text.
#pragma once

#include <vector>

#include "ingest/painted_page.h"

namespace juesuan {

struct PageWatermark {
  SkipRules skip;
  std::vector<WatermarkMark> marks;  // coordinates of PaintedPage
};

// One result a page, in the order of `pages`.
std::vector<PageWatermark> FindWatermarks(const std::vector<PaintedPage>& pages);

}  // namespace juesuan
