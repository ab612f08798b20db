#include "check/project_text.h"

#include <algorithm>

#include "base/text.h"

namespace juesuan {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The byte is a comma or point inside a number: 1,234 or 5.06.
bool IsInNumber(std::string_view text, size_t at) {
  if (at == 0 || at + 1 >= text.size() || !IsDigit(text[at - 1]) || !IsDigit(text[at + 1]))
    return false;
  if (text[at] == '.') return true;
  size_t digits = 0;
  while (at + 1 + digits < text.size() && IsDigit(text[at + 1 + digits])) ++digits;
  return text[at] == ',' && digits == 3;
}

// Bytes of a mark that parts clauses at `at`; 0 if there is none.
size_t MarkAt(std::string_view text, size_t at) {
  constexpr std::string_view kMarks = ",;:.!?";
  if (kMarks.find(text[at]) != kMarks.npos) return IsInNumber(text, at) ? 0 : 1;
  constexpr std::string_view kFullStop = "。";
  return text.substr(at, kFullStop.size()) == kFullStop ? kFullStop.size() : 0;
}

// Letters, / and % behind a number.
std::string UnitAt(std::string_view text, size_t at) {
  constexpr size_t kLongest = 24;
  constexpr std::string_view kNot = "()\"-~+、";
  size_t end = at;
  while (end < text.size() && end - at < kLongest && !IsDigit(text[end]) &&
         MarkAt(text, end) == 0) {
    size_t next = end + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    if (kNot.find(text.substr(end, next - end)) != kNot.npos) break;
    end = next;
  }
  return std::string(text.substr(at, end - at));
}

std::string WithoutCommas(std::string_view digits) {
  std::string out(digits);
  out.erase(std::remove(out.begin(), out.end(), ','), out.end());
  return out;
}

}  // namespace

void ProjectText::Append(const std::string& more, const FindingCell& place) {
  places.emplace_back(text.size(), place);
  text += more;
}

FindingCell ProjectText::PlaceOf(size_t begin, size_t end) const {
  FindingCell out;
  for (const auto& [offset, place] : places)
    if (offset <= begin) out = place;
  out.raw = text.substr(begin, end - begin);
  return out;
}

std::optional<Decimal> Mention::Amount() const {
  const auto amount = groups.find("amount");
  return amount == groups.end() ? std::nullopt : ParseDecimal(WithoutCommas(amount->second));
}

std::optional<Number> Mention::Money() const {
  const std::optional<Decimal> amount = Amount();
  const auto unit = groups.find("unit");
  if (!amount || unit == groups.end()) return std::nullopt;
  const std::string name = unit->second == "万" ? "万元" : unit->second;
  const Unit money = ParseUnit(name).value_or(Unit::kNone);
  return FenPerUnit(money) > 0 ? ToNumber(*amount, money) : std::nullopt;
}

std::vector<Mention> MentionsIn(const std::string& text, const Patterns& patterns) {
  std::vector<Mention> out;
  const std::string_view all = text;
  for (const Pattern& pattern : patterns)
    for (size_t at = 0; at < all.size();) {
      const auto found = pattern.Where(all.substr(at));
      if (!found || found->first == found->second) break;
      Mention mention{at + found->first, at + found->second, {}};
      at = mention.end;
      const bool taken = std::any_of(out.begin(), out.end(), [&](const Mention& each) {
        return each.begin < mention.end && mention.begin < each.end;
      });
      if (taken) continue;
      mention.groups =
          pattern.NamedGroupsIn(all.substr(mention.begin, mention.end - mention.begin));
      out.push_back(std::move(mention));
    }
  std::sort(out.begin(), out.end(),
            [](const Mention& a, const Mention& b) { return a.begin < b.begin; });
  return out;
}

std::vector<PrintedNumber> NumbersIn(std::string_view text) {
  std::vector<PrintedNumber> out;
  for (size_t at = 0; at < text.size(); ++at) {
    if (!IsDigit(text[at])) continue;
    size_t end = at;
    while (end < text.size() && (IsDigit(text[end]) || IsInNumber(text, end))) ++end;
    if (const auto value = ParseDecimal(WithoutCommas(text.substr(at, end - at))))
      out.push_back({at, end, *value, UnitAt(text, end)});
    at = end;
  }
  return out;
}

bool SaysUnit(std::string_view said, std::string_view unit) {
  if (unit.empty() || said.substr(0, unit.size()) != unit) return false;
  return said.size() == unit.size() || said[unit.size()] != '/';
}

std::vector<Clause> ClausesOf(std::string_view text) {
  std::vector<Clause> out;
  size_t begin = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t mark = MarkAt(text, at);
    if (mark > 0 && at > begin) out.push_back({begin, at});
    at += std::max<size_t>(mark, 1);
    if (mark > 0) begin = at;
  }
  if (begin < text.size()) out.push_back({begin, text.size()});
  return out;
}

std::string PlainText(const Decimal& value) {
  Decimal plain = value;
  while (plain.scale > 0 && plain.mantissa % 10 == 0) {
    plain.mantissa /= 10;
    --plain.scale;
  }
  return plain.ToString();
}

bool IsSame(const Decimal& a, const Decimal& b) { return PlainText(a) == PlainText(b); }

size_t CommonCharacters(std::u32string_view name, std::u32string_view text) {
  std::vector<size_t> best(text.size() + 1, 0);
  for (const char32_t c : name) {
    size_t before = 0;  // of the row above, one to the left
    for (size_t i = 1; i <= text.size(); ++i) {
      const size_t above = best[i];
      best[i] = text[i - 1] == c ? before + 1 : std::max(above, best[i - 1]);
      before = above;
    }
  }
  return best.back();
}

}  // namespace juesuan
