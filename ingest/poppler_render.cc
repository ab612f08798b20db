// The drawing pass: one page's pixels, without the objects that are left out.
#include <poppler/Annot.h>
#include <poppler/Page.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/splash/SplashBitmap.h>

#include <cmath>
#include <cstring>
#include <new>

#include "ingest/poppler_image.h"
#include "ingest/poppler_rep.h"
#include "ingest/poppler_state.h"

namespace juesuan {
namespace {

SplashColor kPaper = {255, 255, 255, 0};

class Painter : public SplashOutputDev {
 public:
  Painter(SplashColorMode mode, XRef* objects, double dpi, const SkipRules& skip)
      : SplashOutputDev(mode, 1, false, kPaper), nests_(objects), scale_(72 / dpi), skip_(skip) {}

  void saveState(GfxState* state) override {
    nests_.Save(*state);
    SplashOutputDev::saveState(state);
  }
  void restoreState(GfxState* state) override {
    nests_.Restore();
    SplashOutputDev::restoreState(state);
  }
  void beginTransparencyGroup(GfxState* state, const double* box, GfxColorSpace* space,
                              bool isolated, bool knockout, bool for_soft_mask) override {
    nests_.BeginGroup(for_soft_mask);
    ++groups_;
    SplashOutputDev::beginTransparencyGroup(state, box, space, isolated, knockout, for_soft_mask);
  }
  void endTransparencyGroup(GfxState* state) override {
    nests_.EndGroup();
    --groups_;
    SplashOutputDev::endTransparencyGroup(state);
  }
  void beginForm(Ref ref) override { nests_.BeginForm(ref); }
  void endForm(Ref) override { nests_.EndForm(); }
  void beginMarkedContent(const char* name, Dict* properties) override {
    nests_.BeginMarked(name, properties);
  }
  void endMarkedContent(GfxState*) override { nests_.EndMarked(); }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* u, int length) override {
    if (!SkipsGlyph(*state, {x, y, dx, dy, origin_x, origin_y, code, bytes}))
      SplashOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, u, length);
  }
  // True tells Poppler that the glyph is done: its content stream is then not run.
  bool beginType3Char(GfxState* state, double x, double y, double dx, double dy, CharCode code,
                      const Unicode* u, int length) override {
    if (SkipsGlyph(*state, {x, y, dx, dy, 0, 0, code, 1})) return true;
    const bool done = SplashOutputDev::beginType3Char(state, x, y, dx, dy, code, u, length);
    if (!done) ++type3_depth_;
    return done;
  }
  void endType3Char(GfxState* state) override {
    --type3_depth_;
    SplashOutputDev::endType3Char(state);
  }
  void stroke(GfxState* state) override {
    if (!SkipsPath(*state, true)) SplashOutputDev::stroke(state);
  }
  void fill(GfxState* state) override {
    if (!SkipsPath(*state, false)) SplashOutputDev::fill(state);
  }
  void eoFill(GfxState* state) override {
    if (!SkipsPath(*state, false)) SplashOutputDev::eoFill(state);
  }
  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                     bool invert, bool interpolate, bool inline_image) override {
    if (SkipsImage(ref)) {
      OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate,
                               inline_image);
    } else {
      SplashOutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate,
                                     inline_image);
    }
  }
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                 GfxImageColorMap* map, bool interpolate, const int* mask_colours,
                 bool inline_image) override {
    if (SkipsImage(ref)) {
      OutputDev::drawImage(state, ref, stream, width, height, map, interpolate, mask_colours,
                           inline_image);
    } else if (mask_colours != nullptr || inline_image || groups_ > 0 ||
               !CopyImage(state, stream, width, height, map, getSplash())) {
      SplashOutputDev::drawImage(state, ref, stream, width, height, map, interpolate, mask_colours,
                                 inline_image);
    }
  }
  void drawMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                       GfxImageColorMap* map, bool interpolate, Stream* mask, int mask_width,
                       int mask_height, bool mask_invert, bool mask_interpolate) override {
    if (SkipsImage(ref)) return;
    SplashOutputDev::drawMaskedImage(state, ref, stream, width, height, map, interpolate, mask,
                                     mask_width, mask_height, mask_invert, mask_interpolate);
  }
  void drawSoftMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                           GfxImageColorMap* map, bool interpolate, Stream* mask, int mask_width,
                           int mask_height, GfxImageColorMap* mask_map,
                           bool mask_interpolate) override {
    if (SkipsImage(ref)) return;
    SplashOutputDev::drawSoftMaskedImage(state, ref, stream, width, height, map, interpolate, mask,
                                         mask_width, mask_height, mask_map, mask_interpolate);
  }

 private:
  bool SkipsNest() const { return !skip_.IsEmpty() && skip_.SkipsNest(nests_.Current()); }
  Point CentreOnPage(const Box& device) const {
    const Point centre = device.Center();
    return {centre.x * scale_, centre.y * scale_};
  }
  bool SkipsGlyph(const GfxState& state, const DrawnGlyph& glyph) const {
    if (SkipsNest()) return true;
    if (skip_.texts.empty()) return false;
    return skip_.SkipsText(TextStyle(state, nests_.GroupOpacity()),
                           CentreOnPage(GlyphBox(state, glyph)));
  }
  bool SkipsPath(const GfxState& state, bool stroked) const {
    if (type3_depth_ > 0) return false;
    if (SkipsNest()) return true;
    if (skip_.paths.empty()) return false;
    return skip_.SkipsPath(PathStyle(state, stroked, nests_.GroupOpacity()),
                           CentreOnPage(PathBox(state)));
  }
  bool SkipsImage(const Object* ref) const {
    if (SkipsNest()) return true;
    return ref != nullptr && ref->isRef() && skip_.images.count(ref->getRef().num) > 0;
  }

  NestTracker nests_;
  double scale_;  // points a device pixel
  const SkipRules& skip_;
  int type3_depth_ = 0;
  int groups_ = 0;  // that are open
};

Raster CopyBitmap(SplashBitmap* bitmap, int channels, double dpi) {
  Raster raster = MakeRaster(bitmap->getWidth(), bitmap->getHeight(), channels, dpi, 255);
  const size_t row = static_cast<size_t>(raster.width) * static_cast<size_t>(channels);
  for (int y = 0; y < raster.height; ++y) {
    std::memcpy(raster.Row(y),
                bitmap->getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap->getRowSize(), row);
  }
  return raster;
}

}  // namespace

Result<Raster> PopplerFile::Render(int page, double dpi, int channels, const SkipRules& skip) {
  JUESUAN_CHECK(channels == 1 || channels == 3);
  JUESUAN_RETURN_IF_ERROR(CheckPage(page));
  JUESUAN_TRY(const double scale, ScaleOf(page));
  const double own_dpi = dpi * scale;
  const double pixels = rep_->doc->getPageCropWidth(page) * rep_->doc->getPageCropHeight(page) *
                        own_dpi * own_dpi / 72 / 72;
  if (!(dpi > 0) || !(pixels <= kMaxPixels))
    return MakeError(ErrorCode::kLimit, "the page has too many pixels at this resolution");
  try {
    Painter painter(channels == 1 ? splashModeMono8 : splashModeRGB8, rep_->doc->getXRef(), dpi,
                    skip);
    painter.setFontAntialias(true);
    painter.setVectorAntialias(true);
    painter.setFreeTypeHinting(true, true);
    painter.startDoc(rep_->doc.get());
    rep_->doc->displayPage(&painter, page, own_dpi, own_dpi, 0, false, true, false, nullptr,
                           nullptr, ShowsAnnotation, nullptr);
    SplashBitmap* bitmap = painter.getBitmap();
    if (bitmap == nullptr || bitmap->getDataPtr() == nullptr)
      return MakeError(ErrorCode::kExternal, "the renderer gave no picture");
    return CopyBitmap(bitmap, channels, dpi);
  } catch (const std::bad_alloc&) {
    return MakeError(ErrorCode::kLimit, "no memory for the page's pixels");
  } catch (const std::exception& e) {
    return MakeError(ErrorCode::kDamaged, std::string("cannot be drawn: ") + e.what());
  }
}

}  // namespace juesuan
