// The collecting pass: one page's objects as plain data.
#include <poppler/Annot.h>
#include <poppler/GfxFont.h>
#include <poppler/OutputDev.h>
#include <poppler/Page.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "ingest/page_scale.h"
#include "ingest/path_lines.h"
#include "ingest/poppler_rep.h"
#include "ingest/poppler_state.h"

namespace juesuan {
namespace {

void AppendUtf8(unsigned int c, std::string* out) {
  const auto put = [out](unsigned int byte) { out->push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x110000) {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::string GlyphText(const Unicode* u, int length) {
  std::string text;
  for (int i = 0; i < length; ++i) {
    const bool surrogate = u[i] >= 0xD800 && u[i] < 0xE000;
    if (u[i] >= 0x20 && u[i] != 0x7F && !surrogate) AppendUtf8(u[i], &text);
  }
  return text;
}

// Without a map of its own, a font whose characters are numbered by the producer alone says
// nothing: Poppler then gives the numbers out as if they were Unicode.
bool HasMap(const GfxFont& font) {
  if (font.hasToUnicodeCMap() || !font.isCIDFont()) return true;
  const GooString* collection = static_cast<const GfxCIDFont&>(font).getCollection();
  return collection != nullptr && collection->toStr() != "Adobe-Identity";
}

// One closed upright rectangle.
bool IsRectangle(const std::vector<PathPart>& parts) {
  if (parts.size() != 1 || parts[0].curved) return false;
  const std::vector<Point>& points = parts[0].points;
  if (points.size() < 4 || points.size() > 5) return false;
  for (size_t i = 1; i < points.size(); ++i) {
    const Point a = points[i - 1], b = points[i];
    if (std::fabs(a.x - b.x) > 0.1 && std::fabs(a.y - b.y) > 0.1) return false;
  }
  return points.size() == 4 ||
         std::hypot(points[0].x - points[4].x, points[0].y - points[4].y) < 0.1;
}

bool IsBoldName(const std::string& name) {
  for (const char* mark : {"Bold", "bold", "BOLD", "Heavy", "Black", "Hei", "hei", "HEI"}) {
    if (name.find(mark) != std::string::npos) return true;
  }
  return false;
}

bool IsColoured(const PaintStyle& style) {
  const uint32_t red = style.colour >> 16, green = style.colour >> 8 & 0xFF;
  return red != green || green != (style.colour & 0xFF);
}

bool IsColoured(GfxImageColorMap* map) {
  if (map->getNumPixelComps() != 1) return true;
  const GfxColorSpaceMode mode = map->getColorSpace()->getMode();
  return mode != csDeviceGray && mode != csCalGray && mode != csICCBased;
}

bool IsOpaque(const GfxState& state, const PaintStyle& style) {
  return style.opacity == 100 && state.getBlendMode() == gfxBlendNormal;
}

// Device of 72 dpi (of the page as handed out), so that device units are points.
class Collector : public OutputDev {
 public:
  Collector(XRef* xref, PaintedPage* page) : nests_(xref), page_(page) {}

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int,
                         int, double, double) override {
    return Unlooked();
  }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return Unlooked(); }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return Unlooked(); }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override {
    return Unlooked();
  }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override {
    return Unlooked();
  }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return Unlooked(); }

  void saveState(GfxState* state) override { nests_.Save(*state); }
  void restoreState(GfxState*) override { nests_.Restore(); }
  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                              bool for_soft_mask) override {
    nests_.BeginGroup(for_soft_mask);
  }
  void endTransparencyGroup(GfxState*) override { nests_.EndGroup(); }
  void beginForm(Ref ref) override { nests_.BeginForm(ref); }
  void endForm(Ref) override { nests_.EndForm(); }
  void beginMarkedContent(const char* name, Dict* properties) override {
    nests_.BeginMarked(name, properties);
  }
  void endMarkedContent(GfxState*) override { nests_.EndMarked(); }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* u, int length) override;
  void stroke(GfxState* state) override { Path(state, true); }
  void fill(GfxState* state) override { Path(state, false); }
  void eoFill(GfxState* state) override { Path(state, false); }

  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                     bool invert, bool interpolate, bool inline_image) override {
    Image(state, ref, width, height, false, nullptr);
    OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inline_image);
  }
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                 GfxImageColorMap* map, bool interpolate, const int* mask_colours,
                 bool inline_image) override {
    Image(state, ref, width, height, mask_colours != nullptr, map);
    OutputDev::drawImage(state, ref, stream, width, height, map, interpolate, mask_colours,
                         inline_image);
  }
  void drawMaskedImage(GfxState* state, Object* ref, Stream*, int width, int height,
                       GfxImageColorMap* map, bool, Stream*, int, int, bool, bool) override {
    Image(state, ref, width, height, true, map);
  }
  void drawSoftMaskedImage(GfxState* state, Object* ref, Stream*, int width, int height,
                           GfxImageColorMap* map, bool, Stream*, int, int, GfxImageColorMap*,
                           bool) override {
    Image(state, ref, width, height, true, map);
  }

 private:
  int NestIndex();
  int FontIndex(const GfxFont& font);
  void Path(GfxState* state, bool stroked);
  // `map` is null for a stencil, which paints ink through a mask.
  void Image(GfxState* state, Object* ref, int width, int height, bool masked,
             GfxImageColorMap* map);
  // What is painted with other means than the ones looked at here is taken for coloured.
  bool Unlooked() {
    page_->coloured = true;
    return true;
  }
  static Box Clip(const GfxState& state) {
    Box clip;
    state.getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
    return clip;
  }

  NestTracker nests_;
  PaintedPage* page_;
  std::map<std::pair<int, std::string>, int> fonts_;
  int painted_ = 0;  // objects so far
};

int Collector::NestIndex() {
  const Nest nest = nests_.Current();
  auto& nests = page_->nests;
  for (size_t i = nests.size(); i-- > 0;) {
    if (nests[i] == nest) return static_cast<int>(i);
  }
  nests.push_back(nest);
  return static_cast<int>(nests.size()) - 1;
}

int Collector::FontIndex(const GfxFont& font) {
  const std::string name = font.getNameWithoutSubsetTag();
  const auto [known, added] =
      fonts_.try_emplace({font.getID()->num, name}, static_cast<int>(page_->fonts.size()));
  if (added) {
    Font entry;
    entry.name = name;
    entry.bold = font.isBold() || font.getWeight() >= GfxFont::W600 || IsBoldName(name);
    entry.object = font.getID()->num;
    entry.has_unicode = false;
    Ref embedded;
    entry.embedded = font.getEmbeddedFontID(&embedded) || font.getType() == fontType3;
    page_->fonts.push_back(std::move(entry));
  }
  return known->second;
}

void Collector::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                         double origin_y, CharCode code, int bytes, const Unicode* u, int length) {
  if (nests_.InSoftMask() || !state->getFont()) return;
  PaintedGlyph glyph;
  glyph.box = GlyphBox(*state, {x, y, dx, dy, origin_x, origin_y, code, bytes});
  if (!std::isfinite(glyph.box.Width()) || !std::isfinite(glyph.box.Height())) return;
  if (!Clip(*state).Contains(glyph.box.Center())) {
    ++page_->glyphs_outside;
    return;
  }
  if (HasMap(*state->getFont())) glyph.text = GlyphText(u, length);
  glyph.code = code;
  glyph.size = TextSize(*state);
  glyph.style = TextStyle(*state, nests_.GroupOpacity());
  page_->coloured =
      page_->coloured || IsColoured(glyph.style) || state->getFont()->getType() == fontType3;
  glyph.font = FontIndex(*state->getFont());
  glyph.render_mode = state->getRender();
  glyph.nest = NestIndex();
  glyph.order = ++painted_;
  if (!glyph.text.empty() && glyph.text != " ")
    page_->fonts[static_cast<size_t>(glyph.font)].has_unicode = true;
  page_->glyphs.push_back(std::move(glyph));
}

void Collector::Path(GfxState* state, bool stroked) {
  if (nests_.InSoftMask()) return;
  const PaintStyle style = PathStyle(*state, stroked, nests_.GroupOpacity());
  page_->coloured = page_->coloured || IsColoured(style);
  const Box clip = Clip(*state);
  std::vector<PathPart> parts;
  const GfxPath* path = state->getPath();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath* sub = path->getSubpath(i);
    PathPart part;
    part.closed = sub->isClosed();
    for (int j = 0; j < sub->getNumPoints(); ++j) {
      part.curved = part.curved || sub->getCurve(j);
      Point p;
      state->transform(sub->getX(j), sub->getY(j), &p.x, &p.y);
      part.points.push_back(p);
    }
    parts.push_back(std::move(part));
  }
  const double width = stroked ? state->getTransformedLineWidth() : 0;
  std::vector<Ruling> rulings;
  if (style.Lightness() < kWhitestRuling)
    rulings = stroked ? LinesOfStroke(parts, width, clip) : LinesOfFill(parts, clip);
  if (!rulings.empty()) {
    const int nest = NestIndex();
    for (const Ruling& ruling : rulings) page_->lines.push_back({ruling, nest});
  }
  const Box box = Intersect(PathBox(*state), clip);
  if (box.Width() > kThickestRuling && box.Height() > kThickestRuling)
    page_->paths.push_back({box, style, NestIndex(), ++painted_,
                            !stroked && IsOpaque(*state, style) && IsRectangle(parts)});
}

void Collector::Image(GfxState* state, Object* ref, int width, int height, bool masked,
                      GfxImageColorMap* map) {
  if (nests_.InSoftMask()) return;
  const double* m = state->getCTM();
  Box box{std::min({m[4], m[4] + m[0], m[4] + m[2], m[4] + m[0] + m[2]}),
          std::min({m[5], m[5] + m[1], m[5] + m[3], m[5] + m[1] + m[3]}),
          std::max({m[4], m[4] + m[0], m[4] + m[2], m[4] + m[0] + m[2]}),
          std::max({m[5], m[5] + m[1], m[5] + m[3], m[5] + m[1] + m[3]})};
  const double points_wide = std::hypot(m[0], m[1]), points_high = std::hypot(m[2], m[3]);
  box = Intersect(box, Clip(*state));
  if (box.IsEmpty() || points_wide <= 0 || points_high <= 0) return;
  const PaintStyle style = PathStyle(*state, false, nests_.GroupOpacity());
  const bool stencil = map == nullptr;
  page_->coloured = page_->coloured || (stencil ? IsColoured(style) : IsColoured(map));
  const auto thin = LineOfBox(box);
  if (thin && (!stencil || style.Lightness() < kWhitestRuling)) {
    page_->lines.push_back({*thin, NestIndex()});
    return;
  }
  PaintedImage image;
  image.object = ref != nullptr && ref->isRef() ? ref->getRef().num : 0;
  image.box = box;
  image.dpi = std::min(width / points_wide, height / points_high) * 72;
  image.translucent = masked || !IsOpaque(*state, style);
  image.stencil = stencil;
  image.nest = NestIndex();
  image.order = ++painted_;
  page_->images.push_back(image);
}

// Watermark annotations are hidden from both passes; their places are kept for the report.
bool NoteAnnotation(Annot* annotation, void* data) {
  if (ShowsAnnotation(annotation, nullptr)) return true;
  static_cast<PaintedPage*>(data)->hidden_annotations.push_back({});
  return false;
}

}  // namespace

Result<PaintedPage> PopplerFile::Collect(int page) {
  JUESUAN_RETURN_IF_ERROR(CheckPage(page));
  JUESUAN_TRY(PaintedPage painted, CollectAt(page, 1));
  const double scale = ScaleOfScan(painted);
  rep_->scales[page] = scale;
  if (scale == 1) return painted;
  return CollectAt(page, scale);
}

Result<double> PopplerFile::ScaleOf(int page) {
  if (!MayBePointAPixel(rep_->doc->getPageCropWidth(page), rep_->doc->getPageCropHeight(page)))
    return 1.0;
  if (rep_->scales.count(page) == 0) JUESUAN_RETURN_IF_ERROR(Collect(page));
  return rep_->scales[page];
}

Result<PaintedPage> PopplerFile::CollectAt(int page, double scale) {
  PaintedPage painted;
  painted.number = page;
  painted.width = scale * rep_->doc->getPageCropWidth(page);
  painted.height = scale * rep_->doc->getPageCropHeight(page);
  if (rep_->doc->getPageRotate(page) % 180 != 0) std::swap(painted.width, painted.height);
  try {
    Collector collector(rep_->doc->getXRef(), &painted);
    rep_->doc->displayPage(&collector, page, 72 * scale, 72 * scale, 0, false, true, false, nullptr,
                           nullptr, NoteAnnotation, &painted);
  } catch (const std::exception& e) {
    return MakeError(ErrorCode::kDamaged, std::string("cannot be read: ") + e.what());
  }
  for (Box& box : painted.hidden_annotations) box = {0, 0, painted.width, painted.height};
  return painted;
}

}  // namespace juesuan
