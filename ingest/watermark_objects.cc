#include "ingest/watermark_objects.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <string>
#include <tuple>

namespace juesuan {
namespace {

constexpr double kLight = 0.55;    // lightness from which a slanted text is a mark at once
constexpr double kFaint = 0.62;    // … and an upright one, if it is repeated
constexpr double kBigType = 1.8;   // times the page's usual type size
constexpr double kRepeated = 0.6;  // share of the pages that makes a repetition
constexpr int kLeastPages = 3;     // pages below which repetition proves little
constexpr double kMargin = 0.12;   // share of the height where headers and footers stand
constexpr double kBigImage = 0.3;  // share of the page
constexpr double kWholePage = 0.8;
constexpr int kTextUnderImage = 20;  // glyphs that a page of text has

int SlantFromQuarter(int angle) {
  const int rest = angle % 90;
  return std::min(rest, 90 - rest);
}

double UsualType(const PaintedPage& page) {
  std::vector<double> sizes;
  for (const PaintedGlyph& glyph : page.glyphs) {
    if (SlantFromQuarter(glyph.style.angle) == 0 && glyph.style.Lightness() < kLight)
      sizes.push_back(glyph.size);
  }
  if (sizes.empty()) return 10;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

bool StandsInMiddle(const Box& box, const PaintedPage& page) {
  const double y = box.Center().y / page.height;
  return y > kMargin && y < 1 - kMargin;
}

bool IsRepeated(size_t seen, size_t pages) {
  return static_cast<int>(pages) >= kLeastPages && seen >= 2 &&
         static_cast<double>(seen) >= kRepeated * static_cast<double>(pages);
}

// ---- text ----

// A glyph's place and paint, coarse enough to meet again on the next page.
using PlaceKey = std::tuple<PaintStyle, std::string, int, int>;

PlaceKey KeyOfGlyph(const PaintedGlyph& glyph) {
  const Point centre = glyph.box.Center();
  return {glyph.style, glyph.text, static_cast<int>(std::lround(centre.x / 3)),
          static_cast<int>(std::lround(centre.y / 3))};
}

struct Repetition {
  std::map<PaintStyle, size_t> slanted;  // pages that show a slanted style
  std::map<PlaceKey, size_t> placed;     // pages that show a faint upright glyph at a place
};

Repetition CountText(const std::vector<PaintedPage>& pages) {
  Repetition count;
  for (const PaintedPage& page : pages) {
    std::set<PaintStyle> slanted;
    std::set<PlaceKey> placed;
    for (const PaintedGlyph& glyph : page.glyphs) {
      if (SlantFromQuarter(glyph.style.angle) > 5) {
        slanted.insert(glyph.style);
      } else if (glyph.style.Lightness() >= kFaint && glyph.text != " ") {
        placed.insert(KeyOfGlyph(glyph));
      }
    }
    for (const PaintStyle& style : slanted) ++count.slanted[style];
    for (const PlaceKey& key : placed) ++count.placed[key];
  }
  return count;
}

bool IsSlantedMark(const PaintedGlyph& glyph, double usual, size_t seen) {
  const int slant = SlantFromQuarter(glyph.style.angle);
  const bool big = glyph.size >= kBigType * usual;
  if (slant >= 15 && glyph.style.Lightness() >= kLight) return true;
  if (slant >= 15 && glyph.style.opacity <= 60) return true;
  return slant > 5 && seen >= 2 && big;
}

bool IsUprightMark(const PaintedGlyph& glyph, const PaintedPage& page, double usual, size_t seen,
                   size_t pages) {
  return glyph.style.Lightness() >= kFaint && glyph.size >= kBigType * usual &&
         StandsInMiddle(glyph.box, page) && IsRepeated(seen, pages);
}

void AddTextMark(const PaintStyle& style, const std::string& text, const Box& box,
                 PageWatermark* result) {
  const Box area = Grow(box, 1);
  result->skip.texts.push_back({style, area});
  result->marks.push_back({"text", text, Round2(box)});
}

void FindText(const PaintedPage& page, const Repetition& count, size_t pages,
              PageWatermark* result) {
  const double usual = UsualType(page);
  struct Mark {
    std::string text;
    Box box;
  };
  std::map<PaintStyle, Mark> marks;
  for (const PaintedGlyph& glyph : page.glyphs) {
    if (result->skip.SkipsNest(page.nests[static_cast<size_t>(glyph.nest)])) continue;
    bool is_mark = false;
    if (SlantFromQuarter(glyph.style.angle) > 5) {
      is_mark = IsSlantedMark(glyph, usual, count.slanted.at(glyph.style));
    } else if (glyph.style.Lightness() >= kFaint) {
      const auto seen = count.placed.find(KeyOfGlyph(glyph));
      is_mark =
          seen != count.placed.end() && IsUprightMark(glyph, page, usual, seen->second, pages);
    }
    if (!is_mark) continue;
    Mark& mark = marks[glyph.style];
    mark.text += glyph.text;
    mark.box = Union(mark.box, glyph.box);
  }
  for (const auto& [style, mark] : marks) AddTextMark(style, mark.text, mark.box, result);
}

// ---- forms ----

struct FormLook {
  Box box;
  bool faint = true;  // all of it
  std::string text;
};

std::map<int, FormLook> LookAtForms(const PaintedPage& page) {
  std::map<int, FormLook> looks;
  const auto add = [&](int nest, const Box& box, bool faint, const std::string& text) {
    for (const int form : page.nests[static_cast<size_t>(nest)].forms) {
      FormLook& look = looks[form];
      look.box = Union(look.box, box);
      look.faint = look.faint && faint;
      look.text += text;
    }
  };
  for (const PaintedGlyph& g : page.glyphs)
    add(g.nest, g.box, g.style.Lightness() >= kFaint || g.style.opacity <= 60, g.text);
  for (const PaintedPath& p : page.paths)
    add(p.nest, p.box, p.style.Lightness() >= kFaint || p.style.opacity <= 60, "");
  for (const PaintedImage& i : page.images) add(i.nest, i.box, i.translucent, "");
  for (const PaintedLine& l : page.lines) add(l.nest, {}, false, "");
  return looks;
}

bool IsFormMark(const FormLook& look, const PaintedPage& page, size_t seen, size_t pages) {
  return look.faint && IsRepeated(seen, pages) && StandsInMiddle(look.box, page) &&
         look.box.Area() >= 0.05 * page.width * page.height;
}

void FindForms(const PaintedPage& page, const std::map<int, size_t>& seen, size_t pages,
               PageWatermark* result) {
  for (const auto& [form, look] : LookAtForms(page)) {
    if (!IsFormMark(look, page, seen.at(form), pages)) continue;
    result->skip.forms.insert(form);
    result->marks.push_back({"form", look.text, Round2(look.box)});
  }
}

// ---- images ----

int GlyphsUnder(const PaintedPage& page, const Box& box) {
  return static_cast<int>(
      std::count_if(page.glyphs.begin(), page.glyphs.end(), [&](const PaintedGlyph& glyph) {
        return glyph.render_mode != 3 && box.Contains(glyph.box.Center());
      }));
}

bool IsImageMark(const PaintedImage& image, const PaintedPage& page, size_t seen, size_t pages) {
  if (image.object == 0 || GlyphsUnder(page, image.box) < kTextUnderImage) return false;
  const double share = image.box.Area() / (page.width * page.height);
  if (image.translucent && share >= kBigImage) return true;
  if (share >= kWholePage && seen >= 2 && IsRepeated(seen, pages)) return true;
  return image.translucent && share >= 0.05 && StandsInMiddle(image.box, page) &&
         IsRepeated(seen, pages);
}

// An image that is a mark on one page is one on every page, also on a cover of few words.
std::set<int> MarkImages(const std::vector<PaintedPage>& pages, const std::map<int, size_t>& seen) {
  std::set<int> marks;
  for (const PaintedPage& page : pages) {
    for (const PaintedImage& image : page.images) {
      if (IsImageMark(image, page, seen.at(image.object), pages.size())) marks.insert(image.object);
    }
  }
  return marks;
}

void FindImages(const PaintedPage& page, const std::set<int>& marks, PageWatermark* result) {
  for (const PaintedImage& image : page.images) {
    if (marks.count(image.object) == 0) continue;
    result->skip.images.insert(image.object);
    result->marks.push_back({"image", "", Round2(image.box)});
  }
}

// ---- shapes: a mark whose letters are drawn as outlines ----

using ShapeKey = std::tuple<PaintStyle, int, int, int, int>;

ShapeKey KeyOfPath(const PaintedPath& path) {
  const auto coarse = [](double v) { return static_cast<int>(std::lround(v / 3)); };
  return {path.style, coarse(path.box.x0), coarse(path.box.y0), coarse(path.box.x1),
          coarse(path.box.y1)};
}

// Only shapes that look through: an opaque light fill is the background of a cell.
void FindShapes(const PaintedPage& page, const std::map<ShapeKey, size_t>& seen, size_t pages,
                PageWatermark* result) {
  Box whole;
  for (const PaintedPath& path : page.paths) {
    if (path.style.opacity > 60 || !IsRepeated(seen.at(KeyOfPath(path)), pages)) continue;
    result->skip.paths.push_back({path.style, Grow(path.box, 1)});
    whole = Union(whole, path.box);
  }
  if (!whole.IsEmpty()) result->marks.push_back({"form", "", Round2(whole)});
}

// ---- declared ----

void FindDeclared(const PaintedPage& page, PageWatermark* result) {
  Box box;
  std::string text;
  bool found = false;
  const auto add = [&](int nest, const Box& b, const std::string& t) {
    if (!page.nests[static_cast<size_t>(nest)].artifact) return;
    found = true;
    box = Union(box, b);
    text += t;
  };
  for (const PaintedGlyph& g : page.glyphs) add(g.nest, g.box, g.text);
  for (const PaintedPath& p : page.paths) add(p.nest, p.box, "");
  for (const PaintedImage& i : page.images) add(i.nest, i.box, "");
  if (found) {
    result->skip.artifacts = true;
    result->marks.push_back({"layer", text, Round2(box)});
  }
  for (const Box& annotation : page.hidden_annotations)
    result->marks.push_back({"layer", "", Round2(annotation)});
}

struct ObjectCount {
  std::map<int, size_t> forms, images;
  std::map<ShapeKey, size_t> shapes;
};

ObjectCount CountObjects(const std::vector<PaintedPage>& pages) {
  ObjectCount count;
  for (const PaintedPage& page : pages) {
    std::set<int> forms, images;
    std::set<ShapeKey> shapes;
    for (const Nest& nest : page.nests) forms.insert(nest.forms.begin(), nest.forms.end());
    for (const PaintedImage& image : page.images) images.insert(image.object);
    for (const PaintedPath& path : page.paths) shapes.insert(KeyOfPath(path));
    for (const int form : forms) ++count.forms[form];
    for (const int image : images) ++count.images[image];
    for (const ShapeKey& shape : shapes) ++count.shapes[shape];
  }
  return count;
}

}  // namespace

std::vector<PageWatermark> FindWatermarks(const std::vector<PaintedPage>& pages) {
  const Repetition text = CountText(pages);
  const ObjectCount objects = CountObjects(pages);
  const std::set<int> images = MarkImages(pages, objects.images);
  std::vector<PageWatermark> results;
  for (const PaintedPage& page : pages) {
    PageWatermark result;
    FindDeclared(page, &result);
    FindForms(page, objects.forms, pages.size(), &result);
    FindImages(page, images, &result);
    FindText(page, text, pages.size(), &result);
    FindShapes(page, objects.shapes, pages.size(), &result);
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace juesuan
