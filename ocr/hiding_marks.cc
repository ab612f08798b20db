#include "ocr/hiding_marks.h"

#include <algorithm>
#include <string_view>

#include "ocr/reading_text.h"

namespace juesuan {
namespace {

constexpr double kDigitWidth = 0.6;  // of a line's height
constexpr double kDoubted = 0.3;     // the most a word in doubt can score

std::vector<Box> PiecesOf(const Page& page, std::string_view kind) {
  std::vector<Box> boxes;
  for (const WatermarkMark& mark : page.watermarks)
    if (mark.kind == kind) boxes.push_back(mark.box);
  return boxes;
}

void DoubtWords(const std::vector<Box>& pieces, std::vector<Word>* words) {
  for (Word& word : *words) {
    if (!HasDigit(word.Text()) && word.Text().find("元") == std::string::npos) continue;
    Box reach = word.box;
    reach.x0 -= kDigitWidth * word.box.Height();
    reach.x1 += kDigitWidth * word.box.Height();
    if (std::none_of(pieces.begin(), pieces.end(),
                     [&](const Box& piece) { return !Intersect(piece, reach).IsEmpty(); }))
      continue;
    for (Reading& reading : word.readings) reading.score = std::min(reading.score, kDoubted);
  }
}

}  // namespace

void DoubtHiddenPrint(const Page& page, const std::vector<Lattice>& lattices, double line_height,
                      WordPage* words) {
  const std::vector<Box> lifted = PiecesOf(page, kLiftedMark);
  if (!lifted.empty()) DoubtWords(lifted, &words->words);
  const std::vector<Box> pieces = PiecesOf(page, kHidingMark);
  if (pieces.empty()) return;
  DoubtWords(pieces, &words->words);
  for (const Lattice& lattice : lattices) {
    for (const LatticeCell& cell : lattice.cells) {
      const auto inside = [&](const Word& word) { return cell.box.Contains(word.box.Center()); };
      if (std::any_of(words->words.begin(), words->words.end(), inside)) continue;
      double covered = 0;
      for (const Box& piece : pieces) covered += Intersect(cell.box, piece).Area();
      if (covered >= kDigitWidth * line_height * line_height)
        words->unread.push_back({cell.box, "a mark covers what may stand here"});
    }
  }
}

}  // namespace juesuan
