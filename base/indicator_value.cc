#include "base/indicator_value.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/names.h"
#include "base/text.h"

namespace juesuan {
namespace {

constexpr NameTable<4> kAchieved = {"", "met", "partly", "missed"};

using Word = std::pair<std::u32string_view, std::string_view>;

// Longer ones first.
constexpr std::array<Word, 23> kOpsBefore = {
    {{U">=", "≥"},       {U"<=", "≤"},     {U"=>", "≥"},     {U"=<", "≤"},     {U"大于等于", "≥"},
     {U"小于等于", "≤"}, {U"不低于", "≥"}, {U"不少于", "≥"}, {U"不小于", "≥"}, {U"不高于", "≤"},
     {U"不超过", "≤"},   {U"不大于", "≤"}, {U"不多于", "≤"}, {U"大于", ">"},   {U"小于", "<"},
     {U"等于", "="},     {U"≥", "≥"},      {U"≧", "≥"},      {U"⩾", "≥"},      {U"≤", "≤"},
     {U"≦", "≤"},        {U"⩽", "≤"},      {U"=", "="}}};
constexpr std::array<Word, 2> kSignsBefore = {{{U">", ">"}, {U"<", "<"}}};
constexpr std::array<Word, 6> kOpsAfter = {{{U"及以上", "≥"},
                                            {U"以上", "≥"},
                                            {U"及以下", "≤"},
                                            {U"以下", "≤"},
                                            {U"以内", "≤"},
                                            {U"之内", "≤"}}};

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool TakeFront(std::u32string_view word, std::u32string_view* text) {
  if (text->substr(0, word.size()) != word) return false;
  text->remove_prefix(word.size());
  return true;
}

bool TakeBack(std::u32string_view word, std::u32string_view* text) {
  if (text->size() < word.size() || text->substr(text->size() - word.size()) != word) return false;
  text->remove_suffix(word.size());
  return true;
}

template <size_t kSize>
std::string TakeOp(const std::array<Word, kSize>& words, bool front, std::u32string_view* text) {
  for (const auto& [word, op] : words)
    if (front ? TakeFront(word, text) : TakeBack(word, text)) return std::string(op);
  return "";
}

// Digits with right grouping and a fraction, taken off the front; "" if there is no such number.
std::string TakeNumber(std::u32string_view* text) {
  size_t end = 0;
  if (end < text->size() && (*text)[end] == U'-') ++end;
  const size_t first = end;
  while (end < text->size() &&
         (IsDigit((*text)[end]) || (*text)[end] == U',' || (*text)[end] == U'.'))
    ++end;
  std::string out(first, '-');
  size_t group = 0, groups = 0;
  bool fraction = false;
  for (size_t i = first; i < end; ++i) {
    const char32_t c = (*text)[i];
    if (c == U'.') {
      if (fraction || (groups > 0 && group != 3)) return "";
      fraction = true;
    }
    if (c == U',') {
      if (fraction || group == 0 || group > 3 || (groups > 0 && group != 3)) return "";
      ++groups;
      group = 0;
      continue;
    }
    group += fraction ? 0 : 1;
    out.push_back(static_cast<char>(c));
  }
  if (end == first || (!fraction && groups > 0 && group != 3)) return "";
  if (!ParseDecimal(out)) return "";
  text->remove_prefix(end);
  return out;
}

bool IsUnit(std::u32string_view text) {
  constexpr size_t kLongest = 10;
  constexpr std::u32string_view kNot = U",.;:、。~-+±<>=≥≤";
  return text.size() <= kLongest && std::none_of(text.begin(), text.end(), [&](char32_t c) {
           return IsDigit(c) || kNot.find(c) != std::u32string_view::npos;
         });
}

// 11月, 25日, 12月底, 2024年: a date, not a count.
bool IsDate(const std::string& number, std::u32string_view unit) {
  if (unit.empty()) return false;
  if (unit[0] == U'年') return number.size() == 4;
  const bool day = unit[0] == U'日' || unit[0] == U'号';
  return day || (unit[0] == U'月' && number.size() <= 2);
}

Achieved AchievedIn(std::u32string_view text) {
  const auto has = [&](std::u32string_view word) {
    return text.find(word) != std::u32string_view::npos;
  };
  if (!has(U"预期指标") && !has(U"预期目标")) return Achieved::kUnsaid;
  if (has(U"未完成") || has(U"未达成") || has(U"未达到")) return Achieved::kMissed;
  if (has(U"部分")) return Achieved::kPartly;
  return has(U"达成") || has(U"达到") || has(U"完成") ? Achieved::kMet : Achieved::kUnsaid;
}

int CompareTo(int64_t count, const Decimal& number) {
  int64_t scaled = count;
  for (int i = 0; i < number.scale; ++i)
    if (__builtin_mul_overflow(scaled, int64_t{10}, &scaled)) return count < 0 ? -1 : 1;
  return scaled < number.mantissa ? -1 : scaled > number.mantissa ? 1 : 0;
}

}  // namespace

std::string_view AchievedName(Achieved achieved) { return EnumName(kAchieved, achieved); }

IndicatorValue ParseIndicatorValue(std::string_view text) {
  const std::u32string form = ToCodePoints(MatchForm(text));
  std::u32string_view rest = form;
  IndicatorValue out;
  out.op = TakeOp(kOpsBefore, true, &rest);
  if (out.op.empty()) out.op = TakeOp(kSignsBefore, true, &rest);
  std::u32string_view after = rest;
  const std::string number = TakeNumber(&after);
  if (number.empty()) {
    if (!out.op.empty() && !rest.empty() && IsUnit(rest)) {
      out.unit = ToUtf8(rest);
      return out;
    }
  } else {
    std::string op = out.op;
    if (op.empty()) op = TakeOp(kOpsAfter, false, &after);
    if (IsUnit(after) && (!op.empty() || !IsDate(number, after))) {
      out.op = op;
      out.number = ParseDecimal(number);
      out.unit = ToUtf8(after);
      return out;
    }
  }
  out.op.clear();
  out.text = Squeeze(text);
  out.achieved = AchievedIn(form);
  return out;
}

bool Meets(int64_t count, const IndicatorValue& wanted) {
  const int order = CompareTo(count, *wanted.number);
  if (wanted.op == "≥") return order >= 0;
  if (wanted.op == "≤") return order <= 0;
  if (wanted.op == ">") return order > 0;
  if (wanted.op == "<") return order < 0;
  return order == 0;
}

}  // namespace juesuan
