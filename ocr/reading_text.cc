#include "ocr/reading_text.h"

#include <algorithm>

#include "base/text.h"

namespace juesuan {
namespace {

bool IsDigit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

bool IsNumberPart(char32_t c) {
  return IsDigit(c) || c == U'.' || c == U',' || c == U'-' || c == U'%' || c == U'．' ||
         c == U'，' || c == U'－' || c == U'％';
}

char32_t Narrow(char32_t c) {
  return c >= 0xFF01 && c <= 0xFF5E ? static_cast<char32_t>(c - 0xFF01 + 0x21) : c;
}

// The recogniser sets a space after a point or comma of a wide face. In what is a number otherwise,
// or one and the dash of the cell beside it (also read 一), that space parts nothing; one between
// two digits stays, as a doubt.
std::u32string WithoutPointSpaces(std::u32string text) {
  for (const char32_t c : text)
    if (!IsNumberPart(c) && c != U' ' && c != U'—' && c != U'一') return text;
  std::u32string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const char32_t before = i > 0 ? text[i - 1] : 0, after = i + 1 < text.size() ? text[i + 1] : 0;
    const bool beside_point = before == U'.' || before == U',' || after == U'.' || after == U',';
    const bool beside_digit = IsDigit(before) || IsDigit(after);
    if (text[i] != U' ' || !beside_point || !beside_digit) out.push_back(text[i]);
  }
  return out;
}

bool DifferInMarksOnly(std::string_view a, std::string_view b) {
  const auto is_mark = [](char c) { return c == '.' || c == ','; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return x == y || (is_mark(x) && is_mark(y)); });
}

// 12.345 is no amount, but may be a quantity.
bool CouldHaveThreeDecimals(std::string_view figure) {
  return figure.find(',') == std::string_view::npos && figure.find('.') == figure.rfind('.');
}

}  // namespace

std::string TidyReading(std::string_view text) {
  std::u32string out = WithoutPointSpaces(ToCodePoints(Trim(text)));
  for (size_t i = 0; i < out.size(); ++i) {
    const char32_t before = i > 0 ? out[i - 1] : 0;
    const char32_t after = i + 1 < out.size() ? out[i + 1] : 0;
    if (out[i] == U'丶' && IsCjk(before)) {
      out[i] = U'、';
    } else if (IsDigit(out[i])) {
      out[i] = Narrow(out[i]);
    } else if (IsNumberPart(out[i]) && IsDigit(after) && (IsDigit(before) || out[i] == U'－')) {
      out[i] = Narrow(out[i]);
    } else if (out[i] == U'％' && IsDigit(before)) {
      out[i] = U'%';
    }
  }
  return ToUtf8(out);
}

bool HasDigit(std::string_view text) {
  for (const char32_t c : ToCodePoints(text))
    if (IsDigit(c)) return true;
  return false;
}

bool IsLoneLetter(std::string_view text) {
  return text.size() == 1 &&
         ((text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z'));
}

bool IsFigure(std::string_view text) {
  return HasDigit(text) && text.find_first_not_of("0123456789.,-%") == std::string_view::npos;
}

bool MarksAreTold(std::string_view figure) {
  constexpr size_t kGroup = 3;
  constexpr char kMarks[] = ".,";
  for (size_t at = figure.find_first_of(kMarks); at != std::string_view::npos;) {
    const size_t end = std::min(figure.find_first_not_of("0123456789", at + 1), figure.size());
    const size_t next = figure.find_first_of(kMarks, end);
    const bool is_comma = figure[at] == ',';
    if (is_comma != (end - at - 1 == kGroup)) return false;
    if (!is_comma && next != std::string_view::npos) return false;
    at = next;
  }
  return true;
}

void PreferToldMarks(Reading* reading) {
  if (!IsFigure(reading->text) || MarksAreTold(reading->text)) return;
  for (Candidate& other : reading->others) {
    if (!DifferInMarksOnly(other.text, reading->text) || !MarksAreTold(other.text)) continue;
    if (CouldHaveThreeDecimals(reading->text)) std::swap(reading->score, other.score);
    std::swap(reading->text, other.text);
    return;
  }
}

bool HasPartedDigits(std::string_view text) {
  const std::u32string points = ToCodePoints(text);
  for (size_t i = 1; i + 1 < points.size(); ++i)
    if (points[i] == U' ' && IsDigit(points[i - 1]) && IsDigit(points[i + 1])) return true;
  return false;
}

bool LooksNumeric(std::string_view text) {
  size_t parts = 0, all = 0;
  bool digit = false;
  for (const char32_t c : ToCodePoints(text)) {
    if (c == U' ') continue;
    ++all;
    parts += IsNumberPart(c) ? 1 : 0;
    digit = digit || IsDigit(c);
  }
  return digit && 2 * parts >= all;
}

}  // namespace juesuan
