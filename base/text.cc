#include "base/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/result.h"

namespace juesuan {
namespace {

icu::UnicodeString Nfkc(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  JUESUAN_CHECK(U_SUCCESS(status));
  const auto source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
  icu::UnicodeString out = nfkc->normalize(source, status);
  return U_SUCCESS(status) ? out : source;
}

std::u32string NfkcCodePoints(std::string_view utf8) {
  const icu::UnicodeString text = Nfkc(utf8);
  std::u32string out;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    out.push_back(static_cast<char32_t>(text.char32At(i)));
  return out;
}

bool IsSpace(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B || c == 0xFEFF;
}

char32_t FoldLookAlike(char32_t c) {
  switch (c) {
    case U'“':
    case U'”':
    case U'„':
    case U'＂':
    case U'″':
      return U'"';
    case U'‘':
    case U'’':
    case U'′':
      return U'\'';
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'─':
    case U'−':
    case U'﹣':
      return U'-';
    case U'丶':
    case U'､':
      return U'、';
    case U'〔':
    case U'【':
    case U'[':
      return U'(';
    case U'〕':
    case U'】':
    case U']':
      return U')';
    case U'。':
      return U'.';
    default:
      return c;
  }
}

}  // namespace

std::u32string ToCodePoints(std::string_view utf8) {
  const auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
  std::u32string out;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    out.push_back(static_cast<char32_t>(text.char32At(i)));
  return out;
}

std::string ToUtf8(std::u32string_view code_points) {
  icu::UnicodeString text;
  for (const char32_t c : code_points) text.append(static_cast<UChar32>(c));
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::string MatchForm(std::string_view utf8) {
  std::u32string out;
  for (const char32_t c : NfkcCodePoints(utf8)) {
    if (IsSpace(c)) continue;
    out.push_back(FoldLookAlike(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)))));
  }
  return ToUtf8(out);
}

std::string Squeeze(std::string_view utf8) {
  std::u32string out;
  for (const char32_t c : NfkcCodePoints(utf8)) {
    if (!IsSpace(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != U' ') {
      out.push_back(U' ');
    }
  }
  while (!out.empty() && out.back() == U' ') out.pop_back();
  return ToUtf8(out);
}

std::string_view Trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string> Split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  size_t start = 0;
  for (size_t end; (end = text.find(separator, start)) != std::string_view::npos; start = end + 1)
    parts.emplace_back(text.substr(start, end - start));
  parts.emplace_back(text.substr(start));
  return parts;
}

int EditDistance(std::u32string_view a, std::u32string_view b, int limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (static_cast<int>(b.size() - a.size()) > limit) return limit + 1;
  std::vector<int> row(a.size() + 1);
  for (size_t i = 0; i <= a.size(); ++i) row[i] = static_cast<int>(i);
  for (size_t j = 1; j <= b.size(); ++j) {
    int diagonal = row[0];
    row[0] = static_cast<int>(j);
    int best = row[0];
    for (size_t i = 1; i <= a.size(); ++i) {
      const int substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[i];
      row[i] = std::min({substitute, row[i] + 1, row[i - 1] + 1});
      best = std::min(best, row[i]);
    }
    if (best > limit) return limit + 1;
  }
  return std::min(row[a.size()], limit + 1);
}

int DisplayWidth(std::string_view utf8) {
  int width = 0;
  for (const char32_t c : ToCodePoints(utf8)) {
    const auto code = static_cast<UChar32>(c);
    const int type = u_charType(code);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    const int east_asian = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_FULLWIDTH || east_asian == U_EA_WIDE ? 2 : 1;
  }
  return width;
}

bool IsCjk(char32_t c) {
  return (c >= 0x3000 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace juesuan
