#include "corpus/lie.h"

#include <fmt/format.h>

#include <map>
#include <variant>
#include <vector>

#include "corpus/named_fields.h"
#include "corpus/pdf_patch.h"
#include "corpus/random.h"

namespace juesuan {
namespace {

constexpr int kDigits = 10;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// What each character stands for in the lying map.
using Mapping = std::map<int, int>;

Mapping MappingOf(const Lie& lie) {
  Mapping mapping;
  if (lie.map == MapLie::kPoint) return {{'.', ','}, {',', '.'}};
  std::vector<int> digits;
  for (int d = 0; d < kDigits; ++d) digits.push_back('0' + d);
  Random random(static_cast<uint32_t>(lie.seed), "map");
  random.Shuffle(&digits);
  const auto count = static_cast<size_t>(std::min(lie.digits, kDigits));
  for (size_t i = 0; i < count; ++i) mapping[digits[i]] = digits[(i + 1) % count];
  return mapping;
}

// Rewrites the targets of "<code> <target>" lines of one character each; false if none changes.
bool RewriteMap(const Lie& lie, const Mapping& mapping, std::string* cmap) {
  bool changed = false;
  size_t at = cmap->find("beginbfchar");
  while ((at = cmap->find("> <", at)) != std::string::npos) {
    at += 3;
    const size_t end = cmap->find('>', at);
    if (end != at + 4) continue;
    const int target = static_cast<int>(std::strtol(cmap->substr(at, 4).c_str(), nullptr, 16));
    const auto found = mapping.find(target);
    const int lied = lie.map == MapLie::kShift ? target + 1
                     : found != mapping.end()  ? found->second
                                               : target;
    changed = changed || lied != target;
    cmap->replace(at, 4, fmt::format("{:04x}", lied));
  }
  return changed;
}

bool HasDigits(const std::string& cmap) { return cmap.find(" <0030>") != std::string::npos; }

// Blanks every reference to a map: no offset of the file moves.
std::string WithoutMaps(std::string pdf) {
  for (size_t at = pdf.find("/ToUnicode "); at != std::string::npos;
       at = pdf.find("/ToUnicode ", at)) {
    const size_t end = pdf.find('R', at + 10);
    pdf.replace(at, end + 1 - at, end + 1 - at, ' ');
  }
  return pdf;
}

bool ReplaceAll(const std::string& what, const std::string& with, std::string* text) {
  bool changed = false;
  for (size_t at = text->find(what); at != std::string::npos;
       at = text->find(what, at + with.size())) {
    text->replace(at, what.size(), with);
    changed = true;
  }
  return changed;
}

bool HideText(LayerLie layer, std::string* content) {
  if (layer == LayerLie::kHidden) return ReplaceAll("BT\n", "BT\n3 Tr\n", content);
  ReplaceAll("ET\n", "ET\nQ\n", content);
  return ReplaceAll("BT\n", "q 1 0 0 1 20000 0 cm\nBT\n", content);
}

}  // namespace

Result<Lie> ParseLie(const std::string& text) {
  using Maps = std::map<std::string, MapLie>;
  using Layers = std::map<std::string, LayerLie>;
  static const FieldSetters<Lie> kSetters = {
      {"map", OneOf(&Lie::map, Maps{{"swap", MapLie::kSwap},
                                    {"point", MapLie::kPoint},
                                    {"shift", MapLie::kShift},
                                    {"none", MapLie::kAbsent}})},
      {"layer", OneOf(&Lie::layer, Layers{{"hidden", LayerLie::kHidden},
                                          {"under", LayerLie::kUnder},
                                          {"outside", LayerLie::kOutside}})},
      {"digits", AnyInteger(&Lie::digits)},
      {"one-font", OnOff(&Lie::one_font)},
      {"wrong", AnyInteger(&Lie::wrong)},
      {"seed", AnyInteger(&Lie::seed)},
  };
  Lie lie;
  if (!text.empty()) JUESUAN_RETURN_IF_ERROR(SetFields(text, kSetters, &lie));
  return lie;
}

Drawing LayerOf(const Drawing& drawing, const Lie& lie) {
  Drawing layer;
  layer.title = drawing.title;
  Random random(static_cast<uint32_t>(lie.seed), "layer");
  for (const PageDrawing& page : drawing.pages) {
    PageDrawing text{page.width, page.height, false, {}};
    for (const Mark& mark : page.marks) {
      const TextRun* run = std::get_if<TextRun>(&mark);
      if (run == nullptr || run->angle != 0) continue;
      TextRun read = *run;
      for (char& c : read.text) {
        if (!IsDigit(c) || !random.Percent(lie.wrong)) continue;
        c = static_cast<char>('0' + (c - '0' + random.Between(1, 9)) % kDigits);
      }
      text.marks.push_back(read);
    }
    layer.pages.push_back(std::move(text));
  }
  return layer;
}

Result<std::string> TellLie(std::string pdf, const Lie& lie) {
  if (lie.map == MapLie::kAbsent) return WithoutMaps(std::move(pdf));
  if (lie.map != MapLie::kNone) {
    const Mapping mapping = MappingOf(lie);
    bool done = false;
    return EditStreams(std::move(pdf), [&](std::string* bytes) {
      if (bytes->find("begincmap") == std::string::npos) return false;
      if (lie.map != MapLie::kShift && !HasDigits(*bytes)) return false;
      if (done && lie.one_font) return false;
      return done = RewriteMap(lie, mapping, bytes);
    });
  }
  if (lie.layer == LayerLie::kHidden || lie.layer == LayerLie::kOutside) {
    return EditStreams(std::move(pdf),
                       [&](std::string* bytes) { return HideText(lie.layer, bytes); });
  }
  return pdf;
}

}  // namespace juesuan
