#include "extract/amount.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace juesuan {
namespace {

using Suffix = std::pair<std::u32string_view, Unit>;

// Longer ones first: 万元 ends in 元.
constexpr std::array<Suffix, 13> kSuffixes = {{{U"百万元", Unit::kBaiWanYuan},
                                               {U"台(套)", Unit::kSet},
                                               {U"台/套", Unit::kSet},
                                               {U"万元", Unit::kWanYuan},
                                               {U"千元", Unit::kQianYuan},
                                               {U"亿元", Unit::kYiYuan},
                                               {U"元", Unit::kYuan},
                                               {U"%", Unit::kPercent},
                                               {U"辆", Unit::kVehicle},
                                               {U"台", Unit::kSet},
                                               {U"套", Unit::kSet},
                                               {U"人", Unit::kPerson},
                                               {U"分", Unit::kPoints}}};

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool IsBlank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x3000 ||
         c == 0x200B || c == 0xFEFF || (c >= 0x2000 && c <= 0x200A);
}

bool IsMinus(char32_t c) { return c == U'-' || c == U'−' || c == U'﹣' || c == U'–'; }

bool IsLongDash(char32_t c) {
  return c == U'—' || c == U'―' || c == U'─' || c == U'‒' || c == U'‐' || c == U'‑' || c == U'⸺' ||
         c == U'⸻';
}

// Full-width ASCII to ASCII and nothing else: NFKC would also turn ² and ① into digits.
std::u32string Narrow(std::string_view text) {
  std::u32string out = ToCodePoints(text);
  for (char32_t& c : out)
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  return out;
}

std::u32string_view TrimBlanks(std::u32string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

Amount NotAnAmount(std::string why) {
  Amount amount;
  amount.kind = CellKind::kText;
  amount.why = std::move(why);
  return amount;
}

// A cell of dashes only; a recogniser reads a long dash as the numeral 一.
bool ParseDash(std::u32string_view text, Amount* amount) {
  constexpr size_t kMostDashes = 6;
  if (text.size() > kMostDashes) return false;
  const auto is_dash = [](char32_t c) { return IsMinus(c) || IsLongDash(c); };
  const bool plain =
      text == U"无" || text == U"/" || std::all_of(text.begin(), text.end(), is_dash);
  const bool numeral =
      std::all_of(text.begin(), text.end(), [&](char32_t c) { return is_dash(c) || c == U'一'; });
  if (!plain && !numeral) return false;
  amount->kind = CellKind::kDash;
  if (!plain) amount->doubt = "横线疑似读成“一”";
  return true;
}

// Digits with right grouping and an optional fraction, as ParseDecimal takes it; "" if malformed.
std::string PlainDigits(std::u32string_view text) {
  const size_t point = std::min(text.find(U'.'), text.size());
  const std::u32string_view whole = text.substr(0, point);
  std::string out;
  const bool grouped = whole.find(U',') != std::u32string_view::npos;
  size_t group = 0, groups = 0;
  for (const char32_t c : whole) {
    if (c == U',') {
      if (group == 0 || (groups == 0 ? group > 3 : group != 3)) return "";
      group = 0;
      ++groups;
    } else if (IsDigit(c)) {
      ++group;
      out.push_back(static_cast<char>(c));
    } else {
      return "";
    }
  }
  if (out.empty() || (grouped && group != 3)) return "";
  if (out.size() > 1 && out[0] == '0') return "";
  if (point == text.size()) return out;
  out.push_back('.');
  for (const char32_t c : text.substr(point + 1)) {
    if (!IsDigit(c)) return "";
    out.push_back(static_cast<char>(c));
  }
  return out.back() == '.' ? "" : out;
}

Unit TakeSuffix(std::u32string_view* text) {
  for (const auto& [suffix, unit] : kSuffixes) {
    if (text->size() <= suffix.size()) continue;
    if (text->substr(text->size() - suffix.size()) != suffix) continue;
    *text = TrimBlanks(text->substr(0, text->size() - suffix.size()));
    return unit;
  }
  return Unit::kNone;
}

// Takes the sign off; an unbalanced parenthesis stays and makes the digits malformed.
bool TakeSign(std::u32string_view* text, Amount* amount) {
  if (text->size() > 2 && text->front() == U'(' && text->back() == U')') {
    *text = TrimBlanks(text->substr(1, text->size() - 2));
    return true;
  }
  const char32_t first = text->empty() ? U' ' : text->front();
  const bool negative = IsMinus(first) || IsLongDash(first) || first == U'△' || first == U'▲';
  if (!negative && first != U'+') return false;
  if (IsLongDash(first)) amount->doubt = "负号印作长横线";
  *text = TrimBlanks(text->substr(1));
  return negative;
}

}  // namespace

Amount ParseAmount(std::string_view printed) {
  const std::u32string narrow = Narrow(printed);
  std::u32string_view text = TrimBlanks(narrow);
  Amount amount;
  if (text.empty() || ParseDash(text, &amount)) return amount;
  if (text.front() == U'¥' || text.front() == U'￥') text = TrimBlanks(text.substr(1));
  amount.unit = TakeSuffix(&text);
  const bool negative = TakeSign(&text, &amount);
  if (std::any_of(text.begin(), text.end(), IsBlank)) return NotAnAmount("数字中有空白");
  const std::string digits = PlainDigits(text);
  if (digits.empty()) return NotAnAmount("不是规范的金额");
  amount.value = ParseDecimal(negative ? "-" + digits : digits);
  if (!amount.value) return NotAnAmount("数字过长");
  amount.kind = CellKind::kNumber;
  return amount;
}

Amount ParseAmount(const std::vector<std::string>& lines) {
  std::vector<std::u32string> parts;
  for (const std::string& line : lines) {
    const std::u32string narrow = Narrow(line);
    const std::u32string_view text = TrimBlanks(narrow);
    if (!text.empty()) parts.emplace_back(text);
  }
  if (parts.empty()) return Amount();
  if (parts.size() == 1) return ParseAmount(ToUtf8(parts[0]));
  if (parts.size() > 2) return NotAnAmount("一格中有多行数字");
  const Amount first = ParseAmount(ToUtf8(parts[0]));
  if (first.value && first.value->scale >= 2) return NotAnAmount("一格中有两个数字");
  Amount joined = ParseAmount(ToUtf8(parts[0] + parts[1]));
  if (joined.kind == CellKind::kDash) return joined;
  if (!joined.value || joined.value->scale == 0) return NotAnAmount("两行不能合成一个金额");
  const auto breaks_here = [](char32_t c) { return c == U'.' || c == U','; };
  if (!breaks_here(parts[0].back()) && !breaks_here(parts[1].front()) && joined.doubt.empty())
    joined.doubt = "由两行数字合成";
  return joined;
}

}  // namespace juesuan
