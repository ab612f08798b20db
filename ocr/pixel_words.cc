#include "ocr/pixel_words.h"

#include <algorithm>
#include <utility>

#include "base/lattice.h"
#include "ocr/line_image.h"
#include "ocr/regions.h"
#include "ocr/ruling_eraser.h"
#include "ocr/word_order.h"

namespace juesuan {
namespace {

Box ToPoints(const PixelBox& box, double dpi) {
  const double scale = 72 / dpi;
  return Round2(Box{box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale});
}

}  // namespace

Result<WordPage> ReadPixelWords(const Page& page, const Raster& clean, LineReader* reader) {
  JUESUAN_CHECK(clean.channels == 1 && clean.dpi > 0 && !clean.IsEmpty());
  WordPage out;
  out.page = page.number;
  out.frame = page.frame;
  out.kind = page.kind;
  out.rulings = page.rulings;
  const Raster grey = EraseRulings(clean, page.rulings);
  for (const InkLine& line : FindInkLines(grey, FindLattices(page.rulings))) {
    Word word;
    word.box = ToPoints(line.ink, grey.dpi);
    word.size = Round2(word.box.Height());
    const std::string dash = DashOf(grey, line);
    if (!dash.empty()) {
      word.readings.push_back({reader->First(), dash, 1, {}});
    } else {
      JUESUAN_TRY(word.readings, reader->Read(CutLine(grey, line)));
    }
    if (word.readings.empty()) {
      out.unread.push_back({word.box, "no engine reads the ink here"});
    } else {
      out.words.push_back(std::move(word));
    }
  }
  SortInReadingOrder(&out.words);
  return out;
}

}  // namespace juesuan
