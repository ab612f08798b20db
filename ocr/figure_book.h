// Reads figures by comparing their characters with characters of the same page that were read
// before.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/words.h"
#include "ocr/figure_shapes.h"

namespace juesuan {

// On one page a digit is printed hundreds of times, in one or two types. A recogniser that is shown
// each of them anew is slow, and may err at any of them. The book keeps what the recogniser surely
// read and gives it back where the same shapes stand again. It refuses rather than guesses: every
// character must be far nearer to one it knows than to any other digit, and it must know all ten
// digits before it says anything at all, since what it does not know it cannot rule out. A comma
// and a point are too alike for that, so their places in the figure must tell them apart as well.
//
// Other pages have other types, sizes and blur. To read one with a book that was learnt from others
// too does no harm, since shapes that differ are refused; only a page's own book may correct it.
class FigureBook {
 public:
  // Remembers the shapes of a figure that was surely read. No effect if there is not one shape for
  // each character of `text`, or where a shape lies nearer to another character than to its own.
  void Learn(const std::vector<FigureShape>& shapes, const std::string& text);

  // What the shapes print; nothing if any of them is in doubt. The score is that of the weakest
  // character: 1 - r², where r is how many times nearer it lies to its own than to the next, which
  // stands in the one other candidate. `by` is the recogniser, whose word it is.
  std::optional<Reading> Read(const std::vector<FigureShape>& shapes) const;

  // The same of a line with nothing but `shape`. It must be as high as digits that the book knows:
  // beside others a digit's size shows, alone it may be a small letter.
  std::optional<Reading> ReadLone(const FigureShape& shape) const;

  // `text`, read by the recogniser from these shapes, with the characters that the book surely
  // knows better; nothing if it knows none better.
  std::optional<std::string> Correction(const std::vector<FigureShape>& shapes,
                                        const std::string& text) const;

 private:
  struct Match;
  bool IsComplete() const;
  Match Nearest(const FigureShape& shape) const;

  std::map<char, std::vector<FigureShape>> known_;
};

}  // namespace juesuan
