#include "ingest/page_kind.h"

#include <algorithm>
#include <bitset>

namespace juesuan {
namespace {

constexpr double kScanCover = 0.5;    // share of the page under images that makes it a scan
constexpr double kMixedCover = 0.15;  // … under images without text, that makes it mixed
constexpr double kUnmapped = 0.05;    // share of unreadable glyphs that spoils the layer
constexpr size_t kFewGlyphs = 12;     // a page number and a stamp are not a text layer
constexpr size_t kMuchText = 100;     // glyphs upon an image that make it their background
constexpr int kGrid = 40;

using Cover = std::bitset<static_cast<size_t>(kGrid) * kGrid>;

void Mark(const Box& box, const PaintedPage& page, Cover* cover) {
  for (int y = 0; y < kGrid; ++y) {
    for (int x = 0; x < kGrid; ++x) {
      const Point p{(x + 0.5) * page.width / kGrid, (y + 0.5) * page.height / kGrid};
      if (box.Contains(p)) cover->set(static_cast<size_t>(y * kGrid + x));
    }
  }
}

double Share(const Cover& cover) {
  return static_cast<double>(cover.count()) / static_cast<double>(cover.size());
}

struct LayerCount {
  size_t visible = 0, invisible = 0, unmapped = 0, on_images = 0;
};

// Private use, replacement and control characters tell nobody what is printed.
bool IsUnmapped(const std::string& text) {
  if (text.empty()) return true;
  const auto* b = reinterpret_cast<const unsigned char*>(text.data());
  if (text.size() >= 3 && b[0] == 0xEE) return true;                 // U+E000…U+EFFF
  if (text.size() >= 3 && b[0] == 0xEF && b[1] < 0xA4) return true;  // U+F000…U+F8FF
  if (text.size() >= 3 && b[0] == 0xEF && b[1] == 0xBF && b[2] == 0xBD) return true;  // U+FFFD
  return text.size() >= 4 && b[0] >= 0xF3;  // planes 15 and 16
}

LayerCount Count(const Page& page, const std::vector<Box>& images) {
  LayerCount count;
  for (const Glyph& glyph : page.glyphs) {
    if (glyph.text == " ") continue;
    ++(glyph.render_mode == 3 || glyph.render_mode == 7 ? count.invisible : count.visible);
    if (IsUnmapped(glyph.text)) ++count.unmapped;
    const Point centre = glyph.box.Center();
    if (std::any_of(images.begin(), images.end(), [&](const Box& b) { return b.Contains(centre); }))
      ++count.on_images;
  }
  return count;
}

std::string WhyUnsound(const LayerCount& count, int outside, double images) {
  const size_t all = count.visible + count.invisible;
  if (all == 0) return outside > 0 ? "text outside the page" : "no glyphs";
  if (count.invisible * 2 > all)
    return images >= kMixedCover ? "invisible over image" : "invisible text";
  if (static_cast<size_t>(outside) > all) return "text outside the page";
  if (count.unmapped == all) return "no unicode map";
  if (static_cast<double>(count.unmapped) > kUnmapped * static_cast<double>(all))
    return "many unmapped glyphs";
  return "";
}

}  // namespace

void JudgeKind(const PaintedPage& painted, const SkipRules& skip, size_t in_images, Page* page) {
  Cover cover;
  std::vector<Box> images;
  for (const PaintedImage& image : painted.images) {
    if (skip.images.count(image.object) > 0 && image.object != 0) continue;
    if (skip.SkipsNest(painted.nests[static_cast<size_t>(image.nest)])) continue;
    Mark(image.box, painted, &cover);
    images.push_back(image.box);
    if (image.box.Area() > 0.02 * painted.width * painted.height)
      page->image_dpi = std::max(page->image_dpi, Round2(image.dpi));
  }
  const LayerCount count = Count(*page, images);
  const double share = Share(cover);
  // Images that carry much visible text are its background, not a picture of text.
  const bool background = count.visible > kMuchText && count.on_images * 2 > count.visible;
  page->layer_reason = WhyUnsound(count, painted.glyphs_outside, share);
  if (page->layer_reason.empty() && in_images > 0) page->layer_reason = "text under an image";
  if (page->layer_reason.empty() && share >= kMixedCover && !background)
    page->layer_reason = "images may hold text";
  page->layer_sound = page->layer_reason.empty();
  if (share >= kScanCover && !background) {
    page->kind = count.visible > kFewGlyphs ? PageKind::kMixed : PageKind::kScan;
  } else if (share >= kMixedCover && !background) {
    page->kind = PageKind::kMixed;
  } else if (count.visible + count.invisible == 0 && painted.lines.empty() &&
             painted.paths.empty() && share < 0.001) {
    page->kind = PageKind::kBlank;
  } else {
    page->kind = PageKind::kBornDigital;
  }
  if (page->kind == PageKind::kBornDigital || page->kind == PageKind::kBlank) page->image_dpi = 0;
}

}  // namespace juesuan
