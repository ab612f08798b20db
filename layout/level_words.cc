#include "layout/level_words.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"
#include "layout/text_class.h"

namespace juesuan {
namespace {

constexpr double kDigit = 0.6;  // of the type size: a digit is no lower

bool HasHan(const std::string& text) {
  const std::u32string points = ToCodePoints(text);
  return std::any_of(points.begin(), points.end(), IsCjk);
}

// The type size of a page's words, where it is known from their ink: that of a dash, of 1 or of 一
// says little of its own, and digits are lower than Han letters.
struct UsualSizes {
  double digits = 0, han = 0;
};

LevelWord LevelWordOf(const Word& word, const UsualSizes& usual) {
  const std::string text = word.Text();
  // What a mark left may read as a digit.
  const bool digits = IsNumber(text) && word.size >= kDigit * usual.digits;
  const bool dash = IsPlaceholder(text), number = dash || digits;
  const double size = std::max(word.size, HasHan(text) ? usual.han : usual.digits);
  return {word.box, size, number, dash || (digits && IsAmount(text)), &word};
}

// A sign that a recogniser made of a mark's rest: cells hold words, figures and dashes.
bool IsRest(const LevelWord& word) {
  constexpr size_t kLongest = 2;
  if (word.number || !word.IsRead()) return false;
  const std::u32string points = ToCodePoints(word.word->Text());
  return points.size() <= kLongest && std::none_of(points.begin(), points.end(), [](char32_t c) {
           return IsCjk(c) || (c >= U'0' && c <= U'9');
         });
}

double Median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

UsualSizes UsualSizesOf(const WordPage& page) {
  if (page.kind == PageKind::kBornDigital) return {};
  std::vector<double> digits, han;
  for (const Word& word : page.words) {
    const std::string text = word.Text();
    if (HasHan(text)) han.push_back(word.size);
    if (IsNumber(text) && !IsPlaceholder(text)) digits.push_back(word.size);
  }
  const double letters = Median(std::move(han));
  return {digits.empty() ? letters : Median(std::move(digits)), letters};
}

}  // namespace

bool LevelWord::IsRead() const {
  return word != nullptr && !word->readings.empty() && word->readings.front().by != Reader::kLayer;
}

std::vector<LevelWord> LevelWordsOf(const WordPage& page) {
  const UsualSizes usual = UsualSizesOf(page);
  std::vector<LevelWord> words;
  for (const Word& word : page.words) {
    const LevelWord level_word = LevelWordOf(word, usual);
    if (!IsRest(level_word)) words.push_back(level_word);
  }
  return words;
}

}  // namespace juesuan
