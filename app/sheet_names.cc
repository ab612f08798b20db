#include "app/sheet_names.h"

#include <string_view>

#include "base/text.h"

namespace juesuan {
namespace {

constexpr size_t kLongestSheetName = 31;  // UTF-16 units
constexpr size_t kLongestFileName = 40;   // characters; some file systems take 255 bytes
constexpr std::u32string_view kNoSheetName = U"[]:*?/\\";
// A link reads # and % in its own way.
constexpr std::u32string_view kNoFileName = U"<>:\"/\\|?*#%";

size_t Units(char32_t c) { return c > 0xFFFF ? 2 : 1; }

std::u32string Without(const std::string& text, std::u32string_view forbidden) {
  std::u32string out;
  for (const char32_t c : ToCodePoints(text))
    if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF && forbidden.find(c) == forbidden.npos) out += c;
  return out;
}

// The first characters that take at most `units`.
std::u32string Cut(const std::u32string& text, size_t units) {
  size_t used = 0, count = 0;
  while (count < text.size() && used + Units(text[count]) <= units) used += Units(text[count++]);
  return text.substr(0, count);
}

// Blanks, and whatever of `ends` stands at an end.
std::string Stripped(const std::u32string& text, std::string_view ends) {
  std::string out = ToUtf8(text);
  const auto strip = [&](char c) { return c == ' ' || ends.find(c) != ends.npos; };
  while (!out.empty() && strip(out.back())) out.pop_back();
  while (!out.empty() && strip(out.front())) out.erase(out.begin());
  return out;
}

std::string SheetName(const std::string& wanted, size_t units) {
  return Stripped(Cut(Without(wanted, kNoSheetName), units), "'");
}

}  // namespace

std::string LegalSheetName(const std::string& wanted) {
  const std::string name = SheetName(wanted, kLongestSheetName);
  // Excel keeps the name History for itself.
  return name.empty() || MatchForm(name) == "history" ? "表" : name;
}

std::string LegalFileName(const std::string& wanted) {
  const std::string name = Stripped(Without(wanted, kNoFileName).substr(0, kLongestFileName), ".");
  return name.empty() ? "document" : name;
}

std::string UniqueNames::Sheet(const std::string& wanted) {
  const std::string name = LegalSheetName(wanted);
  std::string unique = name;
  for (int n = 2; !taken_.insert(MatchForm(unique)).second; ++n) {
    const std::string suffix = " (" + std::to_string(n) + ")";
    unique = SheetName(name, kLongestSheetName - suffix.size()) + suffix;
  }
  return unique;
}

std::string UniqueNames::File(const std::string& wanted) {
  const std::string name = LegalFileName(wanted);
  std::string unique = name;
  for (int n = 2; !taken_.insert(MatchForm(unique)).second; ++n)
    unique = name + " (" + std::to_string(n) + ")";
  return unique;
}

}  // namespace juesuan
