#include "corpus/look.h"

#include <cstdlib>
#include <functional>
#include <map>
#include <optional>

#include "base/text.h"

namespace juesuan {
namespace {

using Setter = std::function<bool(const std::string&, Look*)>;

template <typename T>
Setter OneOf(T Look::*field, std::map<std::string, T> words) {
  return [field, words](const std::string& word, Look* look) {
    const auto found = words.find(word);
    if (found == words.end()) return false;
    look->*field = found->second;
    return true;
  };
}

Setter Text(std::string Look::*field) {
  return [field](const std::string& word, Look* look) {
    look->*field = word;
    return !word.empty();
  };
}

Setter Number(double Look::*field) {
  return [field](const std::string& word, Look* look) {
    look->*field = std::strtod(word.c_str(), nullptr);
    return look->*field > 0;
  };
}

Setter Flag(bool Look::*field) { return OneOf<bool>(field, {{"0", false}, {"1", true}}); }

template <typename T>
Setter Mark(T Watermark::*field, std::function<std::optional<T>(const std::string&)> parse) {
  return [field, parse](const std::string& word, Look* look) {
    const std::optional<T> value = parse(word);
    if (value) look->watermark.*field = *value;
    return value.has_value();
  };
}

std::optional<double> ParseNumber(const std::string& word) {
  return std::strtod(word.c_str(), nullptr);
}

std::optional<WatermarkKind> ParseKind(const std::string& word) {
  static const std::map<std::string, WatermarkKind> kKinds = {
      {"none", WatermarkKind::kNone},
      {"text", WatermarkKind::kText},
      {"translucent", WatermarkKind::kTranslucent},
      {"form", WatermarkKind::kForm},
      {"image", WatermarkKind::kImage}};
  const auto found = kKinds.find(word);
  return found == kKinds.end() ? std::nullopt : std::optional(found->second);
}

const std::map<std::string, Setter>& Setters() {
  static const std::map<std::string, Setter> kSetters = {
      {"font", Text(&Look::family)},
      {"heading-font", Text(&Look::heading_family)},
      {"size", Number(&Look::table_size)},
      {"prose-size", Number(&Look::prose_size)},
      {"ruling-width", Number(&Look::ruling_width)},
      {"rulings", OneOf<RulingKind>(&Look::rulings, {{"strokes", RulingKind::kStrokes},
                                                     {"fills", RulingKind::kFills},
                                                     {"boxes", RulingKind::kBoxes}})},
      {"head", OneOf<HeadKind>(&Look::head, {{"stacked", HeadKind::kStacked},
                                             {"two-lines", HeadKind::kTwoLines},
                                             {"one-line", HeadKind::kOneLine}})},
      {"repeat", OneOf<HeaderRepeat>(&Look::repeat, {{"never", HeaderRepeat::kNever},
                                                     {"always", HeaderRepeat::kAlways},
                                                     {"alternate", HeaderRepeat::kAlternate}})},
      {"side-borders", Flag(&Look::side_borders)},
      {"landscape", Flag(&Look::landscape_tables)},
      {"rotated", Flag(&Look::rotated)},
      {"cut-rows", Flag(&Look::cut_rows)},
      {"page-numbers", Flag(&Look::page_numbers)},
      {"watermark", Mark<WatermarkKind>(&Watermark::kind, ParseKind)},
      {"phrase", Mark<std::string>(&Watermark::phrase,
                                   [](const std::string& word) { return std::optional(word); })},
      {"above", Mark<bool>(&Watermark::above,
                           [](const std::string& word) { return std::optional(word == "1"); })},
      {"angle", Mark<double>(&Watermark::angle, ParseNumber)},
      {"mark-size", Mark<double>(&Watermark::size, ParseNumber)},
      {"grey", Mark<double>(&Watermark::grey, ParseNumber)},
      {"alpha", Mark<double>(&Watermark::alpha, ParseNumber)},
  };
  return kSetters;
}

}  // namespace

Status ApplyLook(const std::string& text, Look* look) {
  for (const std::string& item : Split(text, ',')) {
    const size_t equals = item.find('=');
    const std::string name = item.substr(0, equals);
    const auto setter = Setters().find(name);
    if (equals == std::string::npos || setter == Setters().end()) {
      return MakeError(ErrorCode::kUsage, "no look option " + name);
    }
    if (!setter->second(item.substr(equals + 1), look)) {
      return MakeError(ErrorCode::kUsage, "bad value in look option " + item);
    }
  }
  return Ok();
}

}  // namespace juesuan
