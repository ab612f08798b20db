#include "layout/cut_numbers.h"

#include <algorithm>
#include <cmath>

#include "layout/text_class.h"

namespace juesuan {
namespace {

constexpr double kAbut = 0.08;     // em: glyphs of one run stand this close
constexpr double kSameLine = 0.2;  // em between the centres

bool IsPartOfNumber(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789.,-") == std::string::npos;
}

bool Continues(const Word& left, const Word& right) {
  const double em = std::min(left.size, right.size);
  return left.readings.front().by == Reader::kLayer &&
         right.readings.front().by == Reader::kLayer && IsPartOfNumber(left.Text()) &&
         IsPartOfNumber(right.Text()) && IsNumber(left.Text() + right.Text()) &&
         std::abs(right.box.x0 - left.box.x1) <= kAbut * em &&
         std::abs(right.box.Center().y - left.box.Center().y) <= kSameLine * em;
}

Word Joined(const Word& left, const Word& right) {
  Word word = left;
  word.box = Union(left.box, right.box);
  word.readings = {{Reader::kLayer, left.Text() + right.Text(), 1, {}}};
  return word;
}

}  // namespace

std::vector<Word> MendCutNumbers(const std::vector<Word>& words) {
  std::vector<Word> mended;
  mended.reserve(words.size());
  for (const Word& word : words) {
    // Words come top to bottom, left to right: the other half is among the last few.
    size_t left = mended.size();
    for (size_t back = 1; back <= 4 && back <= mended.size() && left == mended.size(); ++back)
      if (Continues(mended[mended.size() - back], word)) left = mended.size() - back;
    if (left < mended.size()) {
      mended[left] = Joined(mended[left], word);
    } else {
      mended.push_back(word);
    }
  }
  return mended;
}

}  // namespace juesuan
