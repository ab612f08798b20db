#include "ocr/layer_words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "base/level_frame.h"
#include "base/text.h"
#include "ocr/cell_index.h"
#include "ocr/word_order.h"

namespace juesuan {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kWordGap = 0.6;           // em: a wider gap separates words
constexpr double kColumnGap = 0.35;        // the same between level rulings, outside cells
constexpr double kLineShift = 0.4;         // em: centres further apart are different lines
constexpr double kSameGlyph = 0.6;         // share of a glyph's box that its double covers
constexpr char kReplacement[] = "\uFFFD";  // stands for a glyph without unicode

enum class Ink { kSpace, kMapped, kUnmapped };

// A glyph along its own writing direction: `u` runs with the text, `v` across it, downwards.
struct Placed {
  const Glyph* glyph = nullptr;
  Ink ink = Ink::kMapped;
  double u0 = 0, u1 = 0, v = 0, height = 0;
  double size = 0;
  bool doubled = false;
};

bool IsBlank(char32_t c) {
  return c == 0x20 || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

Ink InkOf(const std::string& text) {
  const std::u32string points = ToCodePoints(text);
  if (points.empty()) return Ink::kUnmapped;
  if (std::all_of(points.begin(), points.end(), IsBlank)) return Ink::kSpace;
  for (const char32_t c : points)
    if (c == 0xFFFD || c < 0x20 || (c >= 0x7F && c < 0xA0)) return Ink::kUnmapped;
  return Ink::kMapped;
}

Placed Place(const Glyph& glyph) {
  Placed out;
  out.glyph = &glyph;
  out.ink = InkOf(glyph.text);
  out.size = glyph.size > 0 ? glyph.size : std::max(glyph.box.Height(), 1.0);
  const Point c = glyph.box.Center();
  const double turn = glyph.angle * kPi / 180;
  const double u = c.x * std::cos(turn) + c.y * std::sin(turn);
  out.v = -c.x * std::sin(turn) + c.y * std::cos(turn);
  double width = glyph.box.Width();
  out.height = glyph.box.Height();
  if (glyph.angle % 180 == 90) std::swap(width, out.height);
  // The box of a glyph at a slant is larger than the glyph: its type size is the better measure.
  if (glyph.angle % 90 != 0) width = out.height = out.size;
  out.u0 = u - width / 2;
  out.u1 = u + width / 2;
  return out;
}

bool IsDouble(const Placed& a, const Placed& b) {
  if (a.glyph->text != b.glyph->text) return false;
  const double width = std::max({a.u1 - a.u0, b.u1 - b.u0, 0.1 * a.size});
  const double shared = width - std::abs((a.u0 + a.u1) - (b.u0 + b.u1)) / 2;
  const double height = std::max({a.height, b.height, 0.1 * a.size});
  return shared >= kSameGlyph * width && height - std::abs(a.v - b.v) >= kSameGlyph * height;
}

// Glyphs that can stand in one word: one direction, one cell.
using Group = std::vector<Placed>;

// Invisible glyphs are somebody's hidden text: they count only where they are most of the page.
bool CountsInvisible(const Page& page) {
  const auto invisible = std::count_if(page.glyphs.begin(), page.glyphs.end(),
                                       [](const Glyph& g) { return g.render_mode == 3; });
  return 2 * static_cast<size_t>(invisible) > page.glyphs.size();
}

std::map<std::pair<int, int>, Group> GroupGlyphs(const Page& page, const CellIndex& cells) {
  const bool invisible_too = CountsInvisible(page);
  std::map<std::pair<int, int>, Group> groups;
  for (const Glyph& glyph : page.glyphs) {
    if (glyph.render_mode == 3 && !invisible_too) continue;
    const int angle = (glyph.angle % 360 + 360) % 360;
    const std::pair<int, int> key(angle, cells.Find(glyph.box.Center()));
    Group& group = groups[key];
    Placed placed = Place(glyph);
    // A combining mark has no width of its own and follows its base glyph.
    if (placed.u1 - placed.u0 < 0.05 * placed.size && !group.empty() &&
        std::abs(placed.u0 - group.back().u0) < placed.size &&
        std::abs(placed.v - group.back().v) < placed.size) {
      placed.u0 = placed.u1 = group.back().u0;
      placed.v = group.back().v;
    }
    group.push_back(placed);
  }
  return groups;
}

// Lines of a group: glyphs whose centres lie on one height.
std::vector<Group> SplitIntoLines(Group group) {
  std::stable_sort(group.begin(), group.end(),
                   [](const Placed& a, const Placed& b) { return a.v < b.v; });
  std::vector<Group> lines;
  double sum = 0, size = 0;
  for (const Placed& glyph : group) {
    const bool joins = !lines.empty() && glyph.v - sum / static_cast<double>(lines.back().size()) <
                                             kLineShift * std::min(size, glyph.size);
    if (!joins) {
      lines.emplace_back();
      sum = 0;
      size = glyph.size;
    }
    lines.back().push_back(glyph);
    sum += glyph.v;
    size = std::max(size, glyph.size);
  }
  for (Group& line : lines)
    std::stable_sort(line.begin(), line.end(),
                     [](const Placed& a, const Placed& b) { return a.u0 < b.u0; });
  return lines;
}

Group WithoutDoubles(const Group& line) {
  Group out;
  for (const Placed& glyph : line) {
    bool is_double = false;
    for (size_t back = 1; back <= 3 && back <= out.size() && !is_double; ++back) {
      Placed& before = out[out.size() - back];
      if (before.ink != Ink::kSpace && IsDouble(before, glyph)) before.doubled = is_double = true;
    }
    if (!is_double) out.push_back(glyph);
  }
  return out;
}

// A ruling that crosses the way from the centre of `a` to that of `b`.
bool RulingBetween(const Placed& a, const Placed& b, const std::vector<Ruling>& rulings) {
  const Point p = a.glyph->box.Center(), q = b.glyph->box.Center();
  for (const Ruling& ruling : rulings) {
    const double p_across = ruling.horizontal ? p.y : p.x, q_across = ruling.horizontal ? q.y : q.x;
    if (std::min(p_across, q_across) >= ruling.at || std::max(p_across, q_across) <= ruling.at)
      continue;
    const double share = (ruling.at - p_across) / (q_across - p_across);
    const double along = ruling.horizontal ? p.x + share * (q.x - p.x) : p.y + share * (q.y - p.y);
    if (along >= ruling.from && along <= ruling.to) return true;
  }
  return false;
}

class WordBuilder {
 public:
  explicit WordBuilder(WordPage* page, const std::vector<Font>& fonts)
      : page_(page), fonts_(fonts) {}

  void Add(const Placed& glyph, bool after_space) {
    if (after_space && !text_.empty()) text_ += ' ';
    text_ += glyph.ink == Ink::kMapped ? glyph.glyph->text : kReplacement;
    // The width of a letter may be nothing at all in a broken font; it still has a place.
    const Box& box = glyph.glyph->box;
    box_ = Union(box_, box.IsEmpty() ? Grow(box, 0.01) : box);
    sizes_.push_back(glyph.size);
    const int font = glyph.glyph->font;
    const bool bold = font >= 0 && font < static_cast<int>(fonts_.size()) && fonts_[font].bold;
    bold_glyphs_ += bold || glyph.doubled ? 1 : 0;
    if (glyph.ink == Ink::kUnmapped)
      page_->unread.push_back({Round2(box), "a glyph of the text layer has no unicode"});
  }

  void Flush() {
    if (sizes_.empty()) return;
    std::sort(sizes_.begin(), sizes_.end());
    Word word;
    word.box = Round2(box_);
    word.size = Round2(sizes_[sizes_.size() / 2]);
    word.bold = 2 * bold_glyphs_ > sizes_.size();
    word.readings.push_back({Reader::kLayer, text_, 1, {}});
    page_->words.push_back(std::move(word));
    box_ = Box{};
    text_.clear();
    sizes_.clear();
    bold_glyphs_ = 0;
  }

 private:
  WordPage* page_;
  const std::vector<Font>& fonts_;
  Box box_;
  std::string text_;
  std::vector<double> sizes_;
  size_t bold_glyphs_ = 0;
};

// Whether columns may stand side by side without an upright ruling between them: on a level between
// rulings, outside cells.
bool MayBeColumns(const Placed& glyph, bool in_cell, const std::vector<LevelFrame>& frames) {
  const Point at = glyph.glyph->box.Center();
  return !in_cell && std::any_of(frames.begin(), frames.end(), [&](const LevelFrame& frame) {
    return at.x >= frame.x0 && at.x <= frame.x1 && at.y >= frame.levels.front() &&
           (at.y <= frame.levels.back() || frame.MayBeOpen());
  });
}

// `columns`: the line may hold cells side by side without rulings between them.
void CutIntoWords(const Group& line, const std::vector<Ruling>& rulings, bool columns,
                  WordBuilder* word) {
  const Placed* last = nullptr;
  bool space = false;
  for (const Placed& glyph : line) {
    if (glyph.ink == Ink::kSpace) {
      space = true;
      continue;
    }
    if (last) {
      const double gap = glyph.u0 - last->u1;
      const double size = std::max(glyph.size, last->size);
      if (gap > kWordGap * size || (columns && !space && gap > kColumnGap * size) ||
          RulingBetween(*last, glyph, rulings)) {
        word->Flush();
      }
    }
    word->Add(glyph, space);
    last = &glyph;
    space = false;
  }
  word->Flush();
}

}  // namespace

WordPage ReadLayer(const Page& page) {
  WordPage out;
  out.page = page.number;
  out.frame = page.frame;
  out.kind = page.kind;
  out.rulings = page.rulings;
  const CellIndex cells(page.rulings);
  const std::vector<LevelFrame> frames = FindFramesOfColumns(page.rulings);
  WordBuilder builder(&out, page.fonts);
  for (auto& [key, group] : GroupGlyphs(page, cells))
    for (const Group& line : SplitIntoLines(group))
      CutIntoWords(WithoutDoubles(line), page.rulings,
                   MayBeColumns(line.front(), key.second >= 0, frames), &builder);
  SortInReadingOrder(&out.words);
  std::sort(out.unread.begin(), out.unread.end(), [](const auto& a, const auto& b) {
    return std::tie(a.box.y0, a.box.x0) < std::tie(b.box.y0, b.box.x0);
  });
  return out;
}

}  // namespace juesuan
