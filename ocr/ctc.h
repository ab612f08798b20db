// What a recogniser's step scores say: text, and what it might be instead.
#pragma once

#include <string>
#include <vector>

#include "base/words.h"

namespace juesuan {

// Decodes a line by CTC (Graves 2006), best class at each step: repeats are one character, blanks
// separate. `scores`: `steps` rows of `alphabet.size()` probabilities; class 0 is the blank, class
// i prints as alphabet[i].
//
// The score is that of the weakest decision: of a character, the best of its steps; of a stretch of
// blanks or a space, how surely no other character was passed over there. Up to four runners-up
// replace, drop or insert a character at the weakest decisions.
struct CtcText {
  std::string text;
  double score = 0;  // 0…1, rounded to 4 places; 1 for an empty line of sure blanks
  std::vector<Candidate> others;
};
CtcText DecodeCtc(const float* scores, size_t steps, const std::vector<std::string>& alphabet);

}  // namespace juesuan
