#include "ingest/poppler_state.h"

#include <poppler/GfxFont.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace juesuan {
namespace {

constexpr double kDegrees = 180 / 3.14159265358979323846;

uint32_t Pack(const GfxRGB& rgb) {
  const auto byte = [](GfxColorComp c) { return static_cast<uint32_t>(colToByte(c)); };
  return byte(rgb.r) << 16 | byte(rgb.g) << 8 | byte(rgb.b);
}

int Percent(double share) { return static_cast<int>(std::lround(share * 100)); }

// Rounds alike in both passes: a value that stands on a half but for its last bits goes up in both.
int RoundSteadily(double value) { return static_cast<int>(std::floor(value + 0.5 + 1e-4)); }

// Type 3 fonts choose their own glyph space: the em is then that of the font's box.
double Type3Em(const GfxFont& font) {
  const double* matrix = font.getFontMatrix();
  const double* box = font.getFontBBox();
  const double em = std::fabs((box[3] - box[1]) * matrix[3]);
  return em > 0.05 && em < 20 ? em : std::fabs(matrix[3]) * 1000;
}

struct Extent {
  double ascent, descent;  // of the em; descent is negative
};

Extent FontExtent(const GfxState& state) {
  Extent extent{0.88, -0.12};
  const auto& font = state.getFont();
  if (!font || font->getType() == fontType3) return extent;
  const double ascent = font->getAscent(), descent = font->getDescent();
  if (ascent > 0.4 && ascent < 1.3) extent.ascent = std::min(ascent, 1.05);
  if (descent < 0 && descent > -0.6) extent.descent = std::max(descent, -0.4);
  return extent;
}

}  // namespace

void NestTracker::Save(const GfxState& state) { saved_opacity_.push_back(state.getFillOpacity()); }

void NestTracker::Restore() {
  if (!saved_opacity_.empty()) saved_opacity_.pop_back();
}

// Poppler saves the state on entering a form and then sets its opacity to 1: the group's own
// opacity is that of the last saved state.
void NestTracker::BeginGroup(bool for_soft_mask) {
  groups_.push_back({for_soft_mask, saved_opacity_.empty() ? 1 : saved_opacity_.back()});
  soft_masks_ += for_soft_mask ? 1 : 0;
}

void NestTracker::EndGroup() {
  if (groups_.empty()) return;
  soft_masks_ -= groups_.back().soft_mask ? 1 : 0;
  groups_.pop_back();
}

void NestTracker::BeginForm(Ref ref) {
  forms_.push_back(ref.num);
  artifact_forms_.push_back(IsDeclaredWatermark(ref));
}

void NestTracker::EndForm() {
  if (forms_.empty()) return;
  forms_.pop_back();
  artifact_forms_.pop_back();
}

void NestTracker::BeginMarked(const char* name, Dict* properties) {
  const bool artifact = std::string(name) == "Artifact" && properties != nullptr &&
                        properties->lookup("Subtype").isName("Watermark");
  marked_.push_back(artifact);
}

void NestTracker::EndMarked() {
  if (!marked_.empty()) marked_.pop_back();
}

Nest NestTracker::Current() const {
  Nest nest;
  for (const int form : forms_) {
    if (form > 0) nest.forms.push_back(form);
  }
  const auto any = [](const std::vector<bool>& flags) {
    return std::find(flags.begin(), flags.end(), true) != flags.end();
  };
  nest.artifact = any(artifact_forms_) || any(marked_);
  return nest;
}

double NestTracker::GroupOpacity() const {
  double opacity = 1;
  for (const Group& group : groups_) opacity *= group.opacity;
  return opacity;
}

// Editors that stamp pages leave a note in the form they add: PDF 32000-1, 14.5 (page-piece
// dictionaries), /PieceInfo /ADBE_CompoundType /Private /Watermark.
bool NestTracker::IsDeclaredWatermark(Ref form) {
  if (form == Ref::INVALID()) return false;
  const auto known = declared_.find(form.num);
  if (known != declared_.end()) return known->second;
  bool declared = false;
  const Object object = xref_->fetch(form);
  if (object.isStream()) {
    const Object piece = object.streamGetDict()->lookup("PieceInfo");
    if (piece.isDict()) {
      const Object compound = piece.dictLookup("ADBE_CompoundType");
      declared = compound.isDict() && compound.dictLookup("Private").isName("Watermark");
    }
  }
  declared_[form.num] = declared;
  return declared;
}

uint32_t FillColour(const GfxState& state) {
  GfxRGB rgb;
  state.getFillRGB(&rgb);
  return Pack(rgb);
}

uint32_t StrokeColour(const GfxState& state) {
  GfxRGB rgb;
  state.getStrokeRGB(&rgb);
  return Pack(rgb);
}

double TextSize(const GfxState& state) {
  double m11, m12, m21, m22;
  state.getFontTransMat(&m11, &m12, &m21, &m22);
  const double size = std::hypot(m21, m22);
  const auto& font = state.getFont();
  return font && font->getType() == fontType3 ? size * Type3Em(*font) : size;
}

PaintStyle TextStyle(const GfxState& state, double group_opacity) {
  double m11, m12, m21, m22;
  state.getFontTransMat(&m11, &m12, &m21, &m22);
  const int degrees = RoundSteadily(std::atan2(m12, m11) * kDegrees);
  const bool stroked = state.getRender() == 1 || state.getRender() == 5;
  PaintStyle style;
  style.angle = (degrees + 360) % 360;
  const double device = state.getVDPI() / 72;
  style.half_points = RoundSteadily(TextSize(state) / device * 2);
  style.colour = stroked ? StrokeColour(state) : FillColour(state);
  const double own = stroked ? state.getStrokeOpacity() : state.getFillOpacity();
  style.opacity = Percent(own * group_opacity);
  return style;
}

PaintStyle PathStyle(const GfxState& state, bool stroked, double group_opacity) {
  PaintStyle style;
  style.colour = stroked ? StrokeColour(state) : FillColour(state);
  const double own = stroked ? state.getStrokeOpacity() : state.getFillOpacity();
  style.opacity = Percent(own * group_opacity);
  return style;
}

Box GlyphBox(const GfxState& state, const DrawnGlyph& glyph) {
  double m11, m12, m21, m22;
  state.getFontTransMat(&m11, &m12, &m21, &m22);
  const auto& font = state.getFont();
  const double em = font && font->getType() == fontType3 ? Type3Em(*font) : 1;
  const bool vertical = font && font->getWMode() == 1;
  double spacing = state.getCharSpace();
  if (glyph.code == 0x20 && glyph.bytes == 1) spacing += state.getWordSpace();
  double space_x = 0, space_y = 0;
  state.textTransformDelta(spacing * state.getHorizScaling(), 0, &space_x, &space_y);
  Point base, advance;
  state.transform(glyph.x - glyph.origin_x, glyph.y - glyph.origin_y, &base.x, &base.y);
  if (vertical) {
    advance = {m11, m12};
  } else {
    state.transformDelta(glyph.dx - space_x, glyph.dy - space_y, &advance.x, &advance.y);
  }
  const Extent extent = FontExtent(state);
  const Point up{m21 * em, m22 * em};
  Box box{1e9, 1e9, -1e9, -1e9};
  for (const double along : {0.0, 1.0}) {
    for (const double above : {extent.ascent, extent.descent}) {
      const double x = base.x + along * advance.x + above * up.x;
      const double y = base.y + along * advance.y + above * up.y;
      box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x), std::max(box.y1, y)};
    }
  }
  return box;
}

Box PathBox(const GfxState& state) {
  Box box{1e9, 1e9, -1e9, -1e9};
  const GfxPath* path = state.getPath();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath* sub = path->getSubpath(i);
    for (int j = 0; j < sub->getNumPoints(); ++j) {
      double x, y;
      state.transform(sub->getX(j), sub->getY(j), &x, &y);
      box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x), std::max(box.y1, y)};
    }
  }
  return box;
}

}  // namespace juesuan
