#include "layout/text_class.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace juesuan {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit);
}

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool TakePrefix(std::string_view& text, std::string_view prefix) {
  if (!StartsWith(text, prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// Takes 一…十 and digits off the front; false if there is none.
bool TakeNumeral(std::string_view& text) {
  static constexpr std::string_view kNumerals[] = {"一", "二", "三", "四", "五", "六",
                                                   "七", "八", "九", "十", "百"};
  const size_t before = text.size();
  for (bool taken = true; taken;) {
    taken = false;
    for (const std::string_view numeral : kNumerals) taken = taken || TakePrefix(text, numeral);
    if (!taken && !text.empty() && IsDigit(text.front())) {
      text.remove_prefix(1);
      taken = true;
    }
  }
  return text.size() < before;
}

// Digits of "(1,234.50)", "-1234.5%" without sign and sign of percent; "" if not a number.
std::string NumberBody(std::string_view text) {
  std::string s = MatchForm(text);
  if (s.size() > 2 && s.front() == '(' && s.back() == ')') s = s.substr(1, s.size() - 2);
  if (!s.empty() && (s.front() == '-' || s.front() == '+')) s.erase(0, 1);
  int points = 0;
  for (size_t i = 0; i < s.size(); ++i) {
    const bool last = i + 1 == s.size();
    if (IsDigit(s[i])) continue;
    if (s[i] == '%' && last && i > 0) continue;
    if (s[i] == ',' && i > 0 && !last) continue;
    if (s[i] == '.' && points++ == 0 && i > 0 && !last) continue;
    return "";
  }
  return s == "%" ? "" : s;
}

}  // namespace

bool IsNumber(std::string_view text) { return !NumberBody(text).empty(); }

bool IsAmount(std::string_view text) {
  return NumberBody(text).find_first_of(".,%") != std::string::npos;
}

std::optional<int> SmallInteger(std::string_view text) {
  const std::string s = MatchForm(text);
  if (!AllDigits(s) || s.size() > 3) return std::nullopt;
  return std::stoi(s);
}

bool IsCode(std::string_view text) {
  const std::string s = MatchForm(text);
  return AllDigits(s) && s.size() >= 3 && s.size() <= 9;
}

bool IsPlaceholder(std::string_view text) {
  const std::string s = MatchForm(text);
  return !s.empty() && s.find_first_not_of("-/*") == std::string::npos;
}

bool IsPageNumber(std::string_view text) {
  const std::string form = MatchForm(text);
  std::string_view s = form;
  int numbers = 0;
  while (!s.empty()) {
    size_t digits = 0;
    while (digits < s.size() && IsDigit(s[digits])) ++digits;
    if (digits > 0) {
      if (digits > 4 || ++numbers > 2) return false;
      s.remove_prefix(digits);
    } else if (!TakePrefix(s, "-") && !TakePrefix(s, "/") && !TakePrefix(s, "·") &&
               !TakePrefix(s, "第") && !TakePrefix(s, "页") && !TakePrefix(s, "共") &&
               !TakePrefix(s, "~") && !TakePrefix(s, ",")) {
      return false;
    }
  }
  return numbers > 0;
}

bool HasDotLeader(std::string_view text) {
  const std::u32string s = ToCodePoints(MatchForm(text));
  size_t run = 0;
  for (const char32_t c : s) {
    run = c == U'.' || c == U'·' || c == U'…' || c == U'・' || c == U'_' ? run + 1 : 0;
    if (run >= 4) return true;
  }
  return false;
}

bool HasHeadingNumber(std::string_view text) {
  const std::string form = MatchForm(text);
  std::string_view s = form;
  if (TakePrefix(s, "第"))
    return TakeNumeral(s) && (StartsWith(s, "部分") || StartsWith(s, "章") || StartsWith(s, "节"));
  if (TakePrefix(s, "附件") || TakePrefix(s, "附表")) return s.size() < 60;
  if (TakePrefix(s, "(")) return TakeNumeral(s) && StartsWith(s, ")");
  return TakeNumeral(s) && (StartsWith(s, "、") || StartsWith(s, ","));
}

bool HasItemNumber(std::string_view text) {
  if (HasHeadingNumber(text)) return true;
  const std::string s = MatchForm(text);
  const size_t digits = s.find_first_not_of("0123456789");
  return digits != std::string::npos && digits > 0 && digits <= 2 && s[digits] == '.' &&
         digits + 1 < s.size() && !IsDigit(s[digits + 1]);
}

bool SameText(std::string_view a, std::string_view b) {
  const std::u32string x = ToCodePoints(MatchForm(a)), y = ToCodePoints(MatchForm(b));
  if (x == y) return true;
  const int limit = static_cast<int>(std::max(x.size(), y.size()) / 8);
  return limit > 0 && EditDistance(x, y, limit) <= limit;
}

}  // namespace juesuan
