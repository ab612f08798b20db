#include "corpus/watermark_painter.h"

#include <algorithm>
#include <cmath>

#include "corpus/page_flow.h"

namespace juesuan {
namespace {

Ink MarkInk(const Watermark& watermark) {
  if (!watermark.colour.empty()) {
    Ink ink = InkOf(watermark.colour);
    if (watermark.kind == WatermarkKind::kTranslucent) ink.alpha = watermark.alpha;
    return ink;
  }
  switch (watermark.kind) {
    case WatermarkKind::kTranslucent:
      return {0.4, 0.4, 0.4, watermark.alpha};
    case WatermarkKind::kImage:
      return {0.5, 0.5, 0.5, watermark.alpha};
    default:
      return {watermark.grey, watermark.grey, watermark.grey, 1};
  }
}

// The tiles that cover a page; every second row is shifted by half a step. `moved`: points by which
// all of them are.
std::vector<Mark> Tiles(const Watermark& watermark, const Font& font, double width, double height,
                        Point moved = {}) {
  std::vector<Mark> marks;
  int row = 0;
  for (double y = watermark.step_y * 0.8; y < height + watermark.step_y / 2;
       y += watermark.step_y, ++row) {
    const double shift = row % 2 == 0 ? 0 : watermark.step_x / 2;
    for (double x = 30 - shift; x < width; x += watermark.step_x) {
      if (x < 0) continue;
      marks.push_back(TextRun{
          {x + moved.x, y + moved.y}, watermark.phrase, font, MarkInk(watermark), watermark.angle});
    }
  }
  return marks;
}

// One stamp for each size of page, so that it can be shared.
int StampFor(const Watermark& watermark, const Font& font, const PageDrawing& page,
             Drawing* drawing) {
  for (size_t i = 0; i < drawing->stamps.size(); ++i) {
    const Stamp& stamp = drawing->stamps[i];
    if (stamp.width == page.width && stamp.height == page.height) return static_cast<int>(i);
  }
  Stamp stamp;
  stamp.width = page.width;
  stamp.height = page.height;
  stamp.as_image = watermark.kind == WatermarkKind::kImage;
  stamp.marks = Tiles(watermark, font, page.width, page.height);
  drawing->stamps.push_back(std::move(stamp));
  return static_cast<int>(drawing->stamps.size()) - 1;
}

}  // namespace

void PaintWatermark(const Watermark& watermark, const std::string& family, Drawing* drawing) {
  if (watermark.kind == WatermarkKind::kNone) return;
  const Font font = MakeFont(family, watermark.size, false);
  const bool shared =
      watermark.kind == WatermarkKind::kForm || watermark.kind == WatermarkKind::kImage;
  for (size_t i = 0; i < drawing->pages.size(); ++i) {
    PageDrawing& page = drawing->pages[i];
    std::vector<Mark> marks;
    if (shared) {
      marks.push_back(StampMark{StampFor(watermark, font, page, drawing), {0, 0}});
    } else {
      const double step = watermark.wanders ? static_cast<double>(i) : 0;
      const Point moved{std::fmod(step * 67, watermark.step_x / 2),
                        std::fmod(step * 41, watermark.step_y / 2)};
      marks = Tiles(watermark, font, page.width, page.height, moved);
    }
    page.marks.insert(watermark.above ? page.marks.end() : page.marks.begin(), marks.begin(),
                      marks.end());
  }
}

}  // namespace juesuan
