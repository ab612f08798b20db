#include "extract/label.h"

#include <algorithm>

#include "base/text.h"

namespace juesuan {
namespace {

bool IsBlank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x3000 ||
         c == 0x200B || (c >= 0x2000 && c <= 0x200A);
}

bool IsChineseNumeral(char32_t c) {
  return std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
}

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

// A 、 behind a Chinese numeral, whatever mark a recogniser took it for (二十一《).
bool IsAnyMark(char32_t c) {
  const bool letter = (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
  const bool punctuation = c >= 0x3000 && c <= 0x303F && c != U'〇';
  return punctuation || (!IsCjk(c) && !IsDigit(c) && !letter && c != U'(' && c != U')');
}

// Length of an ordinal at the front of `text`, 0 if there is none.
size_t OrdinalLength(std::u32string_view text) {
  const bool open = !text.empty() && text[0] == U'(';
  size_t end = open ? 1 : 0;
  const size_t first = end;
  while (end < text.size() && (IsChineseNumeral(text[end]) || IsDigit(text[end]))) ++end;
  if (end == first || end == text.size()) return 0;
  const char32_t close = text[end];
  if (open) return close == U')' ? end + 1 : 0;
  if (IsChineseNumeral(text[end - 1]) && IsAnyMark(close)) return end + 1;
  return close == U'、' || close == U'.' || close == U',' || close == U':' ? end + 1 : 0;
}

}  // namespace

int AllowedEdits(size_t code_points) { return code_points < 4 ? 0 : code_points < 8 ? 1 : 2; }

std::u32string MatchPoints(std::string_view text) {
  std::u32string points = ToCodePoints(MatchForm(text));
  points.erase(std::remove(points.begin(), points.end(), U'"'), points.end());
  return points;
}

Spelling MakeSpelling(const std::string& text) { return {text, MatchPoints(text)}; }

int Edits(const std::u32string& form, const Spelling& spelling) {
  const int limit = AllowedEdits(spelling.form.size());
  const int edits = EditDistance(form, spelling.form, limit);
  return edits > limit ? kNoMatch : edits;
}

int Edits(const std::u32string& form, const Spellings& spellings) {
  int least = kNoMatch;
  for (const Spelling& spelling : spellings) least = std::min(least, Edits(form, spelling));
  return least;
}

bool IsOneOf(std::string_view text, const Spellings& spellings) {
  return Edits(MatchPoints(text), spellings) != kNoMatch;
}

bool IsExactly(std::string_view text, const Spellings& spellings) {
  return Edits(MatchPoints(text), spellings) == 0;
}

std::string WithoutOrdinal(std::string_view text) {
  const std::u32string form = ToCodePoints(MatchForm(text));
  std::u32string_view rest = form;
  constexpr std::u32string_view kOfWhich = U"其中:";
  if (rest.substr(0, kOfWhich.size()) == kOfWhich) rest.remove_prefix(kOfWhich.size());
  rest.remove_prefix(OrdinalLength(rest));
  return ToUtf8(rest);
}

std::string Unwrap(std::string_view text) {
  const std::u32string in = ToCodePoints(text);
  std::u32string out;
  bool blank = false;
  for (const char32_t c : in) {
    if (c == U'\n' || c == U'\r') continue;
    if (IsBlank(c)) {
      blank = true;
      continue;
    }
    const bool keep = blank && !out.empty() && !(IsCjk(out.back()) && IsCjk(c));
    if (keep) out.push_back(U' ');
    out.push_back(c);
    blank = false;
  }
  return ToUtf8(out);
}

std::string HeaderText(std::string_view text) {
  std::u32string out;
  for (const char32_t c : ToCodePoints(text))
    if (!IsBlank(c)) out.push_back(c);
  return ToUtf8(out);
}

}  // namespace juesuan
