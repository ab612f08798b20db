#include "ocr/layer_runs.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/text.h"

namespace juesuan {
namespace {

constexpr double kSameLine =
    0.2;  // type sizes that two neighbours' boxes may stand apart in height
constexpr double kNeighbour = 0.45;  // type sizes between two neighbours
constexpr double kOverlap = 0.3;     // type sizes by which they may overlap
constexpr size_t kLeader = 4;        // glyphs of one character
constexpr size_t kLongestFigure = 24, kLongestWords = 16, kLeastWords = 6;

bool IsBlank(const std::string& text) { return !text.empty() && Squeeze(text).empty(); }

// A Chinese character, or the punctuation that is set as broad as one.
bool IsHan(const std::string& text) {
  const std::u32string points = ToCodePoints(text);
  if (points.empty()) return false;
  const char32_t c = points[0];
  const bool quote = c >= 0x2018 && c <= 0x201F;
  const bool broad_sign = (c >= 0xFF01 && c <= 0xFF0C) || (c >= 0xFF1A && c <= 0xFF20);
  return quote || broad_sign || (c >= 0x3001 && c < 0xFF00 && IsCjk(c)) ||
         (c >= 0x2E80 && c < 0x3000);
}

// A sign that stands alone says little, and is easily taken for a speck.
bool IsSign(const std::string& text) {
  return text.size() != 1 || std::isalnum(static_cast<unsigned char>(text[0])) == 0;
}

bool Follows(const Glyph& a, const Glyph& b) {
  if (a.font != b.font || a.angle != b.angle) return false;
  const double size = std::max({a.size, b.size, 1.0});
  const double gap = b.box.x0 - a.box.x1;
  return std::fabs(a.box.y1 - b.box.y1) <= kSameLine * size && gap <= kNeighbour * size &&
         gap >= -kOverlap * size;
}

class RunBuilder {
 public:
  explicit RunBuilder(const Page& page) : page_(page) {}

  void Add(const Glyph& glyph) {
    const bool han = IsHan(glyph.text);
    if (last_ != nullptr &&
        (!Follows(*last_, glyph) || han != run_.is_words || run_.keys.size() >= Longest()))
      Flush();
    run_.is_words = han;
    run_.size = run_.keys.empty() ? glyph.size : std::max(run_.size, glyph.size);
    run_.box = run_.keys.empty() ? glyph.box : Union(run_.box, glyph.box);
    run_.keys.emplace_back(page_.fonts[static_cast<size_t>(glyph.font)].object, glyph.code);
    run_.texts.push_back(glyph.text);
    last_ = &glyph;
  }

  void Flush() {
    if (!run_.keys.empty() && !run_.box.IsEmpty() && !IsLeader() && !IsLoneSign() &&
        (!run_.is_words || run_.keys.size() >= kLeastWords))
      runs_.push_back(std::move(run_));
    run_ = {};
    last_ = nullptr;
  }

  std::vector<LayerRun> Take() { return std::move(runs_); }

 private:
  bool IsLoneSign() const { return run_.keys.size() == 1 && IsSign(run_.texts.front()); }
  bool IsLeader() const {
    return run_.keys.size() >= kLeader &&
           std::all_of(run_.keys.begin(), run_.keys.end(),
                       [&](const GlyphKey& key) { return key == run_.keys.front(); });
  }
  size_t Longest() const { return run_.is_words ? kLongestWords : kLongestFigure; }

  const Page& page_;
  LayerRun run_{};
  const Glyph* last_ = nullptr;
  std::vector<LayerRun> runs_;
};

}  // namespace

std::string LayerRun::Text() const {
  std::string all;
  for (const std::string& text : texts) all += text;
  return all;
}

std::vector<LayerRun> FindLayerRuns(const Page& page) {
  RunBuilder builder(page);
  for (const Glyph& glyph : page.glyphs) {
    const bool known = glyph.font >= 0 && static_cast<size_t>(glyph.font) < page.fonts.size();
    if (!known || glyph.render_mode == 3 || glyph.angle != 0 || IsBlank(glyph.text)) {
      builder.Flush();
      continue;
    }
    builder.Add(glyph);
  }
  builder.Flush();
  return builder.Take();
}

}  // namespace juesuan
