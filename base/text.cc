#include "base/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <optional>

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

// The code point that begins at *at, which moves on; nullopt where it is malformed or beyond the
// basic plane: left to ICU, as most of these functions leave what is rare.
std::optional<char32_t> NextCodePoint(std::string_view utf8, size_t* at) {
  const auto byte = [&](size_t i) -> char32_t {
    return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0;
  };
  const auto goes_on = [&](size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const char32_t first = byte(*at);
  if (first < 0x80) {
    ++*at;
    return first;
  }
  if (first >= 0xC2 && first < 0xE0 && goes_on(*at + 1)) {
    const char32_t c = (first & 0x1F) << 6 | (byte(*at + 1) & 0x3F);
    *at += 2;
    return c;
  }
  if (first >= 0xE0 && first < 0xF0 && goes_on(*at + 1) && goes_on(*at + 2)) {
    const char32_t c = (first & 0x0F) << 12 | (byte(*at + 1) & 0x3F) << 6 | (byte(*at + 2) & 0x3F);
    *at += 3;
    if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) return c;
  }
  return std::nullopt;
}

bool IsHan(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

// The NFKC form of what nearly all our text is made of, none of which composes with a neighbour; 0
// for the rest.
char32_t PlainNfkc(char32_t c) {
  if (c < 0x80 || IsHan(c)) return c;
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;  // full-width ASCII
  if (c == 0x3000) return U' ';
  const bool mark = (c >= 0x3001 && c <= 0x3002) || (c >= 0x3008 && c <= 0x3011) || c == 0x2013 ||
                    c == 0x2014 || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
  return mark ? c : 0;
}

std::u32string NfkcCodePoints(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  for (size_t at = 0; at < utf8.size();) {
    const std::optional<char32_t> c = NextCodePoint(utf8, &at);
    const char32_t plain = c ? PlainNfkc(*c) : 0;
    if (plain == 0) break;
    out.push_back(plain);
    if (at == utf8.size()) return out;
  }
  out.clear();
  const icu::UnicodeString text = Nfkc(utf8);
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    out.push_back(static_cast<char32_t>(text.char32At(i)));
  return out;
}

bool IsSpace(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= 0x09 && c <= 0x0D);
  if (IsHan(c)) return false;
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B || c == 0xFEFF;
}

char32_t ToLower(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 0x20 : c;
  return IsHan(c) ? c : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
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
    case U'⸺':
    case U'⸻':
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
  std::u32string out;
  out.reserve(utf8.size());
  for (size_t at = 0; at < utf8.size();) {
    const std::optional<char32_t> c = NextCodePoint(utf8, &at);
    if (!c) break;
    out.push_back(*c);
    if (at == utf8.size()) return out;
  }
  out.clear();
  const auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    out.push_back(static_cast<char32_t>(text.char32At(i)));
  return out;
}

std::string ToUtf8(std::u32string_view code_points) {
  std::string out;
  out.reserve(3 * code_points.size());
  const auto add = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  for (char32_t c : code_points) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
    if (c < 0x80) {
      add(c);
      continue;
    }
    if (c < 0x800) {
      add(0xC0 | c >> 6);
    } else {
      if (c < 0x10000) {
        add(0xE0 | c >> 12);
      } else {
        add(0xF0 | c >> 18);
        add(0x80 | (c >> 12 & 0x3F));
      }
      add(0x80 | (c >> 6 & 0x3F));
    }
    add(0x80 | (c & 0x3F));
  }
  return out;
}

std::string MatchForm(std::string_view utf8) {
  std::u32string out;
  for (const char32_t c : NfkcCodePoints(utf8)) {
    if (IsSpace(c)) continue;
    out.push_back(IsHan(c) && c != U'丶' ? c : FoldLookAlike(ToLower(c)));
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
