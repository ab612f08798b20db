#include "layout/two_up.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "base/lattice.h"
#include "base/level_frame.h"
#include "base/text.h"
#include "layout/text_class.h"

namespace juesuan {
namespace {

constexpr double kOffMiddle = 0.05;  // of the width: the farthest that a gutter may stand off it
constexpr double kLeastGutter = 2;   // type sizes
constexpr double kUnsure = 0.5;      // what is read with less may be a rest of a mark
constexpr double kLongLine = 0.8;    // of what the side's words cover
constexpr double kOfHalf = 0.5;      // of the half's width: what a side of prose covers at least
constexpr size_t kLongLines = 3;
constexpr double kFoot = 0.125;     // of the height: where page numbers stand
constexpr double kSameSize = 0.01;  // of the width: sheets of one size

struct Span {
  double from = 0, to = 0;
  double Width() const { return to - from; }
  double Middle() const { return (from + to) / 2; }
};

bool IsSure(const Word& word) { return word.readings.front().score >= kUnsure; }

double UsualSize(const WordPage& page) {
  std::vector<double> sizes;
  for (const Word& word : page.words) sizes.push_back(word.size);
  if (sizes.empty()) return 0;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

// What words and level rulings cover across the page, from left to right. Upright rulings cross no
// gutter: one inside it is a fold.
std::vector<Span> Covered(const WordPage& page) {
  std::vector<Span> spans;
  for (const Word& word : page.words)
    if (IsSure(word)) spans.push_back({word.box.x0, word.box.x1});
  for (const Ruling& ruling : page.rulings)
    if (ruling.horizontal) spans.push_back({ruling.from, ruling.to});
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.from < b.from; });
  return spans;
}

// The gap down the page's middle; nullopt if there is none, or nothing on one of its sides.
std::optional<Span> GutterOf(const WordPage& page) {
  const double width = page.frame.width;
  if (width <= page.frame.height) return std::nullopt;
  const Span middle{(0.5 - kOffMiddle) * width, (0.5 + kOffMiddle) * width};
  const std::vector<Span> spans = Covered(page);
  if (spans.empty()) return std::nullopt;
  std::optional<Span> widest;
  double covered = spans.front().to;
  for (const Span& span : spans) {
    const Span gap{covered, span.from};
    const bool in_middle = gap.from < middle.to && gap.to > middle.from;
    if (in_middle && gap.Width() > (widest ? widest->Width() : kLeastGutter * UsualSize(page)))
      widest = gap;
    covered = std::max(covered, span.to);
  }
  return widest;
}

WordPage SideOf(const WordPage& page, const Span& side) {
  const auto is_outside = [&](double x) { return x < side.from || x >= side.to; };
  WordPage half = page;
  const auto drop = [](auto* items, const auto& which) {
    items->erase(std::remove_if(items->begin(), items->end(), which), items->end());
  };
  drop(&half.words, [&](const Word& word) { return is_outside(word.box.Center().x); });
  drop(&half.unread, [&](const UnreadRegion& each) { return is_outside(each.box.Center().x); });
  drop(&half.rulings, [&](const Ruling& ruling) {
    return is_outside(ruling.horizontal ? (ruling.from + ruling.to) / 2 : ruling.at);
  });
  return half;
}

bool HasTable(const WordPage& side) {
  return !FindLattices(side.rulings).empty() || !FindLevelFrames(side.rulings).empty();
}

bool HasProse(const WordPage& side) {
  Box all;
  for (const Word& word : side.words) all = Union(all, word.box);
  if (all.Width() < kOfHalf * side.frame.width / 2) return false;
  const auto lines = std::count_if(side.words.begin(), side.words.end(), [&](const Word& word) {
    return IsSure(word) && word.box.Width() >= kLongLine * all.Width();
  });
  return static_cast<size_t>(lines) >= kLongLines;
}

// The number printed at the foot.
std::optional<int> PageNumberOf(const WordPage& side) {
  std::optional<int> number;
  for (const Word& word : side.words) {
    if (word.box.Center().y < (1 - kFoot) * side.frame.height || !IsPageNumber(word.Text()))
      continue;
    std::string digits;
    for (const char c : MatchForm(word.Text()))
      if (c >= '0' && c <= '9') digits += c;
    const std::optional<int> value = SmallInteger(digits);
    if (!value || number) return std::nullopt;
    number = value;
  }
  return number;
}

bool ArePages(const WordPage& left, const WordPage& right) {
  const std::optional<int> first = PageNumberOf(left), second = PageNumberOf(right);
  if (first && second && *first + 1 == *second) return true;
  return (HasTable(left) || HasProse(left)) && (HasTable(right) || HasProse(right));
}

struct Halves {
  PrintedPage left, right;
};

Halves Part(const WordPage& page, const Span& gutter) {
  const double middle = gutter.Middle();
  const Box left{0, 0, middle, page.frame.height};
  const Box right{middle, 0, page.frame.width, page.frame.height};
  return {{SideOf(page, {-1e9, middle}), left}, {SideOf(page, {middle, 1e9}), right}};
}

bool AreAlike(const WordPage& a, const WordPage& b) {
  return std::abs(a.frame.width - b.frame.width) <= kSameSize * a.frame.width &&
         std::abs(a.frame.height - b.frame.height) <= kSameSize * a.frame.width;
}

}  // namespace

std::vector<PrintedPage> PartTwoUp(std::vector<WordPage> pages) {
  std::vector<std::optional<Span>> gutters;
  std::vector<bool> parted;
  for (const WordPage& page : pages) {
    gutters.push_back(GutterOf(page));
    const std::optional<Span>& gutter = gutters.back();
    bool is_two = false;
    if (gutter) {
      const Halves halves = Part(page, *gutter);
      is_two = ArePages(halves.left.words, halves.right.words);
    }
    parted.push_back(is_two);
  }
  std::vector<PrintedPage> out;
  for (size_t i = 0; i < pages.size(); ++i) {
    bool is_two = parted[i];
    for (size_t j = 0; j < pages.size() && gutters[i] && !is_two; ++j)
      is_two = parted[j] && AreAlike(pages[i], pages[j]) &&
               gutters[j]->Middle() > gutters[i]->from && gutters[j]->Middle() < gutters[i]->to;
    if (is_two) {
      Halves halves = Part(pages[i], *gutters[i]);
      out.push_back(std::move(halves.left));
      out.push_back(std::move(halves.right));
    } else {
      const Box area{0, 0, pages[i].frame.width, pages[i].frame.height};
      out.push_back({std::move(pages[i]), area});
    }
  }
  return out;
}

}  // namespace juesuan
