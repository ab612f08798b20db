#include "extract/narrative_figures.h"

#include <algorithm>
#include <string_view>

namespace juesuan {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

size_t DigitsFrom(std::string_view text, size_t at) {
  while (at < text.size() && IsDigit(text[at])) ++at;
  return at;
}

// 5,061.13: groups of three after the first of up to three; a point only before a digit.
size_t NumberEnd(std::string_view text, size_t begin) {
  size_t end = DigitsFrom(text, begin);
  if (end - begin <= 3)
    while (end < text.size() && text[end] == ',' && DigitsFrom(text, end + 1) == end + 4) end += 4;
  if (end + 1 < text.size() && text[end] == '.' && IsDigit(text[end + 1]))
    end = DigitsFrom(text, end + 1);
  return end;
}

// A minus sign, not the dash of a range or of a name.
bool HasMinus(std::string_view text, size_t begin) {
  if (begin == 0 || text[begin - 1] != '-') return false;
  if (begin == 1) return true;
  const char before = text[begin - 2];
  const bool word = IsDigit(before) || (before >= 'a' && before <= 'z') || before == '-' ||
                    before == ')' || before == '%';
  return !word;
}

// 1、 （1） 2. at the beginning.
bool IsOrdinal(std::string_view text, size_t begin, size_t end) {
  if (end - begin > 2 || end >= text.size()) return false;
  if (begin == 0) return text[end] == '.' || text[end] == ')' || text.substr(end, 3) == "、";
  return begin == 1 && text[0] == '(' && text[end] == ')';
}

void SetUnit(std::string_view text, const NarrativeGrammar& grammar, Figure* figure) {
  const std::string_view rest = text.substr(figure->digits_end);
  for (const UnitWord& unit : grammar.units) {
    if (rest.substr(0, unit.word.size()) != unit.word) continue;
    figure->unit = unit.name;
    figure->unit_kind = unit.kind;
    figure->end = figure->digits_end + unit.word.size();
    return;
  }
}

void SetValue(std::string_view text, Figure* figure) {
  std::string digits(text.substr(figure->begin, figure->digits_end - figure->begin));
  digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
  figure->value = ParseDecimal(digits);
}

}  // namespace

std::vector<Figure> FiguresIn(const std::string& text, const NarrativeGrammar& grammar) {
  std::vector<Figure> out;
  for (size_t at = 0; at < text.size();) {
    if (!IsDigit(text[at])) {
      ++at;
      continue;
    }
    Figure figure;
    figure.begin = at;
    // 1.2024年: the number of a paragraph before a year.
    const bool ordinal = IsOrdinal(text, at, DigitsFrom(text, at));
    const size_t whole = NumberEnd(text, at);
    figure.digits_end = figure.end = whole;
    const bool decimal = whole > DigitsFrom(text, at);
    if (ordinal && decimal) {
      const size_t next = DigitsFrom(text, at) + 1;
      if (whole - next == 4 && text.compare(whole, 3, "年") == 0)
        figure.digits_end = figure.end = DigitsFrom(text, at);
    }
    if (ordinal && figure.digits_end == DigitsFrom(text, at)) {
      figure.kind = FigureKind::kOrdinal;
    } else {
      SetUnit(text, grammar, &figure);
      if (figure.unit_kind == UnitKind::kDate) figure.kind = FigureKind::kDate;
      if (figure.unit_kind == UnitKind::kMoney &&
          AnyFindsIn(grammar.threshold, text.substr(figure.end, 24)))
        figure.kind = FigureKind::kThreshold;
      if (HasMinus(text, at)) --figure.begin;
    }
    SetValue(text, &figure);
    at = figure.digits_end;
    out.push_back(std::move(figure));
  }
  return out;
}

}  // namespace juesuan
