// What both passes over a page (collect, render) must see alike: the nesting of objects and the way
// they are painted. Knows Poppler; included by poppler_*.cc alone.
#pragma once

#include <map>
#include <vector>

#include <poppler/GfxState.h>
#include <poppler/PDFDoc.h>

#include "ingest/painted_page.h"

namespace juesuan {

// Follows the calls of an output device. Poppler reports marked content only where its properties
// stand in the content stream itself, but the end of every one: an end without a begin is ignored.
class NestTracker {
 public:
  explicit NestTracker(XRef* xref) : xref_(xref) {}

  void Save(const GfxState& state);
  void Restore();
  void BeginGroup(bool for_soft_mask);
  void EndGroup();
  void BeginForm(Ref ref);
  void EndForm();
  void BeginMarked(const char* name, Dict* properties);
  void EndMarked();

  Nest Current() const;
  bool InSoftMask() const { return soft_masks_ > 0; }
  double GroupOpacity() const;

 private:
  bool IsDeclaredWatermark(Ref form);

  XRef* xref_;
  std::vector<double> saved_opacity_;
  struct Group {
    bool soft_mask;
    double opacity;
  };
  std::vector<Group> groups_;
  int soft_masks_ = 0;
  std::vector<int> forms_;
  std::vector<bool> artifact_forms_;
  std::vector<bool> marked_;
  std::map<int, bool> declared_;  // by object number of the form
};

uint32_t FillColour(const GfxState& state);
uint32_t StrokeColour(const GfxState& state);

// How the glyph about to be drawn is painted. `group_opacity` is NestTracker::GroupOpacity().
PaintStyle TextStyle(const GfxState& state, double group_opacity);
double TextSize(const GfxState& state);  // points on the page, REQUIRES: a device of 72 dpi
PaintStyle PathStyle(const GfxState& state, bool stroked, double group_opacity);

// The box of a glyph on the device. Arguments as OutputDev::drawChar takes them.
struct DrawnGlyph {
  double x, y, dx, dy, origin_x, origin_y;
  unsigned int code;
  int bytes;
};
Box GlyphBox(const GfxState& state, const DrawnGlyph& glyph);

// The box of the current path on the device; empty if it has no points.
Box PathBox(const GfxState& state);

}  // namespace juesuan
