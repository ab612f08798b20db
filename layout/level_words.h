// The words of a page as tables between level rulings look at them.
#pragma once

#include <vector>

#include "base/words.h"

namespace juesuan {

// `box` may be laid on another page's frame (complete_rulings.cc).
struct LevelWord {
  Box box;
  double size = 0;      // of its type, or what is usual for such words where its ink is lower
  bool number = false;  // digits or a placeholder
  bool amount = false;  // a number that is no code, no 行次; or a placeholder
  const Word* word = nullptr;

  bool IsRead() const;  // by a recogniser, which reads what a mark left too
};

// The words of `page`, in its order, but for signs that a recogniser made of a mark's rests.
// `page` must outlive the result.
std::vector<LevelWord> LevelWordsOf(const WordPage& page);

}  // namespace juesuan
