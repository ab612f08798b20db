// Text as printed and text as compared. What is stored is what was printed; what is matched goes
// through MatchForm first, so that full-width digits, spaces inserted by a wrapped cell and the
// recogniser's habits (丶 for 、, － for -) do not matter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace juesuan {

// UTF-8 to code points and back. Invalid bytes become U+FFFD.
std::u32string ToCodePoints(std::string_view utf8);
std::string ToUtf8(std::u32string_view code_points);

// NFKC, all white space removed, letters lowered, and a short table of look-alikes folded: quotes
// to
// ", every dash to -, 丶 to 、, 〔〕 to (). For comparing, never for storing.
std::string MatchForm(std::string_view utf8);

// NFKC and white space squeezed to single blanks, ends trimmed.
std::string Squeeze(std::string_view utf8);

std::string_view Trim(std::string_view text);
std::vector<std::string> Split(std::string_view text, char separator);

// Insertions, deletions and substitutions between two strings, in code points. At most `limit` is
// worked out: any larger distance is returned as limit + 1.
int EditDistance(std::u32string_view a, std::u32string_view b, int limit);

// Columns a terminal takes: 2 for wide (CJK) characters, 0 for combining ones.
int DisplayWidth(std::string_view utf8);

bool IsCjk(char32_t code_point);  // a Han character, kana or full-width form

}  // namespace juesuan
