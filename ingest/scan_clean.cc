#include "ingest/scan_clean.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core/utility.hpp>
#include <opencv2/imgproc.hpp>

#include "ingest/page_rulings.h"
#include "ingest/scan_harm.h"
#include "ingest/scan_hidden.h"
#include "ingest/scan_image.h"
#include "ingest/scan_lid.h"
#include "ingest/scan_lift.h"
#include "ingest/scan_rulings.h"
#include "ingest/scan_shading.h"
#include "ingest/scan_tilt.h"

namespace juesuan {
namespace {

constexpr int kEdge = 5;           // pixels; colour is blurred by two to each side
constexpr double kSameDpi = 0.03;  // share by which resolutions may differ and count as equal

Raster Resize(const Raster& grey, double dpi) {
  const double scale = dpi / grey.dpi;
  if (std::fabs(scale - 1) <= kSameDpi) return grey;
  cv::Mat resized;
  cv::resize(ViewOf(grey), resized, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
  return RasterOf(resized, dpi);
}

// The hidden text layer of a scan leans with it.
void StraightenGlyphs(Page* page) {
  const double radians = page->frame.tilt * 3.14159265358979323846 / 180;
  const double c = std::cos(radians), s = std::sin(radians);
  const double x = page->frame.width / 2, y = page->frame.height / 2;
  for (Glyph& glyph : page->glyphs) {
    const Point centre = glyph.box.Center();
    const double dx = centre.x - x, dy = centre.y - y;
    const double shift_x = x + c * dx + s * dy - centre.x, shift_y = y - s * dx + c * dy - centre.y;
    glyph.box = Round2(Box{glyph.box.x0 + shift_x, glyph.box.y0 + shift_y, glyph.box.x1 + shift_x,
                           glyph.box.y1 + shift_y});
  }
}

// Where either of two masks is set; either may be empty.
Raster BothOf(const Raster& a, const Raster& b) {
  if (a.IsEmpty() || b.IsEmpty()) return a.IsEmpty() ? b : a;
  return RasterOf(ViewOf(a) | ViewOf(b), a.dpi);
}

// A scanner's JPEG blurs colour: where a coloured seal's strokes end its ink is told from print by
// grey better. `whole`: the page with the seal; `seal`: where its ink is. Boxes, in points, over
// what was lifted.
std::vector<Box> LightenEdges(Raster whole, const Raster& seal, const SealOfDocument& picture,
                              Raster* grey) {
  const LiftedSeals lifted = LiftGreySeals(picture, &whole);
  if (lifted.boxes.empty()) return {};
  const cv::Mat ink = ViewOf(seal) >= 128, block = cv::Mat::ones(kEdge, kEdge, CV_8U);
  cv::Mat edges, solid;
  cv::dilate(ink, edges, block);
  cv::erode(ink, solid, block);
  edges.setTo(0, solid);
  edges &= ViewOf(lifted.where);
  cv::Mat page = ViewOf(grey), lighter;
  cv::max(page, ViewOf(whole), lighter);
  lighter.copyTo(page, edges);
  return CoveringBoxes(RasterOf(ink & ViewOf(lifted.where), grey->dpi));
}

}  // namespace

ScanDpi ChooseScanDpi(double image_dpi, double asked) {
  if (image_dpi < 50 || image_dpi > 620) return {asked, asked};
  const double result = std::max(std::min(image_dpi, kMostScanDpi), std::min(asked, kMostScanDpi));
  if (std::fabs(result / image_dpi - 1) <= kSameDpi) return {image_dpi, image_dpi};
  return {image_dpi, result};
}

CleanedScan CleanScan(const Unsealed& drawn, double result_dpi, const BurntMarks& marks,
                      Page* page) {
  cv::setNumThreads(1);  // one worker a core: more threads would only wait for each other
  Raster grey = Resize(drawn.grey, result_dpi);
  if (page->kind == PageKind::kScan) {
    PaintOverLid(&grey);
    page->frame.tilt = FindTilt(grey);
    grey = Straighten(grey, page->frame.tilt);
    StraightenGlyphs(page);
  }
  const auto note = [&](const char* kind, const std::vector<Box>& boxes) {
    for (const Box& box : boxes) page->watermarks.push_back({kind, "", box});
  };
  Raster marked, coloured;  // the page with its mark; where a coloured one was
  if (!drawn.seal.IsEmpty()) {
    const auto alike = [&](const Raster& raster) {
      return Straighten(Resize(raster, result_dpi), page->frame.tilt);
    };
    const Raster seal = alike(drawn.seal);
    note(kHidingMark, HidingPieces(grey, seal));
    coloured = RasterOf(ViewOf(seal) >= 128, grey.dpi);
    Raster whole = alike(drawn.whole);
    note(kLiftedMark, LightenEdges(whole, seal, marks.seal, &grey));
    const Raster rests = RestsOfColour(grey, seal, drawn.blurred);
    if (!rests.IsEmpty()) {
      note(kHarmingMark, CoveringBoxes(rests));
      marked = std::move(whole);
    }
  }
  const std::vector<ShadedField> shaded = LiftShading(&grey);
  LiftedMark lifted;
  Raster before;
  if (marks.tone) {
    before = grey;
    lifted = LiftMark(*marks.tone, &grey);
  }
  if (!lifted.box.IsEmpty()) page->watermarks.push_back({"tone", "", lifted.box});
  if (!lifted.harms.IsEmpty()) {
    note(kHarmingMark, CoveringBoxes(lifted.harms));
    if (marked.IsEmpty()) marked = std::move(before);
  }
  if (!lifted.hides.IsEmpty()) note(kHidingMark, CoveringBoxes(lifted.hides));
  const LiftedSeals seals = LiftGreySeals(marks.seal, &grey);
  note(kHidingMark, seals.boxes);
  std::vector<Ruling> rulings =
      FindScanRulings(grey, BothOf(coloured, BothOf(lifted.where, seals.where)),
                      !lifted.hides.IsEmpty() || !seals.where.IsEmpty());
  rulings.insert(rulings.end(), page->rulings.begin(), page->rulings.end());
  const std::vector<Ruling> edges = EdgesOfShading(shaded, rulings, grey);
  rulings.insert(rulings.end(), edges.begin(), edges.end());
  page->rulings = MergeRulings(std::move(rulings), page->frame.width, page->frame.height);
  return {std::move(grey), std::move(marked)};
}

}  // namespace juesuan
