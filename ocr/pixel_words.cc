#include "ocr/pixel_words.h"

#include <algorithm>
#include <utility>

#include "base/lattice.h"
#include "ocr/line_image.h"
#include "ocr/reading_text.h"
#include "ocr/regions.h"
#include "ocr/ruling_eraser.h"
#include "ocr/word_order.h"

namespace juesuan {
namespace {

constexpr double kLowFigure = 0.8;    // of the usual height
constexpr double kHighFigure = 1.3;   // of the usual height; a comma hangs lower than a digit
constexpr size_t kEnoughFigures = 5;  // to know what is usual
constexpr double kDoubted = 0.5;      // the most a figure in doubt can score

Box ToPoints(const PixelBox& box, double dpi) {
  const double scale = 72 / dpi;
  return Round2(Box{box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale});
}

// All figures of a table are equally high. One that is lower was cut, one that is higher holds ink
// that is not its own: whatever was read there is in doubt.
void DoubtOddHeights(const std::vector<size_t>& in_cells, std::vector<Word>* words) {
  std::vector<size_t> figures;
  std::vector<double> heights;
  for (const size_t i : in_cells) {
    if (!IsFigure((*words)[i].Text())) continue;
    figures.push_back(i);
    heights.push_back((*words)[i].box.Height());
  }
  if (figures.size() < kEnoughFigures) return;
  std::nth_element(heights.begin(), heights.begin() + heights.size() / 2, heights.end());
  const double usual = heights[heights.size() / 2];
  for (const size_t i : figures) {
    Reading& first = (*words)[i].readings.front();
    const double height = (*words)[i].box.Height();
    if (height < kLowFigure * usual || height > kHighFigure * usual)
      first.score = std::min(first.score, kDoubted);
  }
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
  std::vector<size_t> in_cells;
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
      if (line.in_cell) in_cells.push_back(out.words.size());
      out.words.push_back(std::move(word));
    }
  }
  DoubtOddHeights(in_cells, &out.words);
  SortInReadingOrder(&out.words);
  return out;
}

}  // namespace juesuan
