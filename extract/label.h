// Words against spellings: the one place where printed text is matched to the packs' words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace juesuan {

// One spelling of a thing, as a pack gives it.
struct Spelling {
  std::string text;
  std::u32string form;  // MatchForm
};
using Spellings = std::vector<Spelling>;
Spelling MakeSpelling(const std::string& text);

// MatchForm as code points, without quotes: “三公”经费 is printed without them too, and a font may
// lack them.
std::u32string MatchPoints(std::string_view text);

// Insertions, deletions and substitutions a reading of a word this long may carry: none below 4
// code points, 1 below 8, else 2.
int AllowedEdits(size_t code_points);

constexpr int kNoMatch = 1000;

// Edits between a text under MatchForm and the nearest of the spellings, or kNoMatch if there are
// more than the spelling tolerates.
int Edits(const std::u32string& form, const Spelling& spelling);
int Edits(const std::u32string& form, const Spellings& spellings);
bool IsOneOf(std::string_view text, const Spellings& spellings);
bool IsExactly(std::string_view text, const Spellings& spellings);  // without an edit

// Without the ordinal in front: 一、 （一） 1. 其中：
std::string WithoutOrdinal(std::string_view text);

// A printed text of several lines as one: line breaks removed, and blanks that stand between two
// Chinese characters (justified type); other blanks stay.
std::string Unwrap(std::string_view text);

// A header word with no blank at all.
std::string HeaderText(std::string_view text);

}  // namespace juesuan
