#include "app/show_page.h"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>

namespace juesuan {
namespace {

struct Colour {
  double r, g, b;
};

constexpr Colour kTableColour{0.85, 0.45, 0.0};
constexpr double kKeyPoints = 4.2;  // small enough to stand in the corner of a row of 12 points
constexpr double kTablePoints = 9.0;

Colour StatusColour(CellStatus status) {
  switch (status) {
    case CellStatus::kProven:
      return {0.0, 0.55, 0.2};
    case CellStatus::kRead:
      return {0.1, 0.35, 0.85};
    case CellStatus::kSuspect:
      return {0.9, 0.05, 0.05};
    case CellStatus::kCorrected:
      return {0.55, 0.1, 0.7};
  }
  return {0, 0, 0};
}

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

Surface ToSurface(const Raster& page) {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, page.width, page.height),
                  cairo_surface_destroy);
  unsigned char* data = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < page.height; ++y) {
    const uint8_t* from = page.Row(y);
    auto* to = reinterpret_cast<uint32_t*>(data + static_cast<ptrdiff_t>(y) * stride);
    for (int x = 0; x < page.width; ++x, from += 3)
      to[x] = static_cast<uint32_t>(from[0] << 16 | from[1] << 8 | from[2]);
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

Raster ToRaster(const Surface& surface, double dpi) {
  cairo_surface_flush(surface.get());
  Raster raster = MakeRaster(cairo_image_surface_get_width(surface.get()),
                             cairo_image_surface_get_height(surface.get()), 3, dpi, 255);
  const unsigned char* data = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < raster.height; ++y) {
    const auto* from = reinterpret_cast<const uint32_t*>(data + static_cast<ptrdiff_t>(y) * stride);
    uint8_t* to = raster.Row(y);
    for (int x = 0; x < raster.width; ++x, to += 3) {
      to[0] = static_cast<uint8_t>(from[x] >> 16);
      to[1] = static_cast<uint8_t>(from[x] >> 8);
      to[2] = static_cast<uint8_t>(from[x]);
    }
  }
  return raster;
}

// Draws in points; the context is scaled. What is wider than `width` is cut with an ellipsis.
void DrawText(cairo_t* context, Point at, double points, double width, Colour colour,
              const std::string& text) {
  PangoLayout* layout = pango_cairo_create_layout(context);
  pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode(layout, TRUE);
  PangoFontDescription* font = pango_font_description_from_string("Sans");
  pango_font_description_set_absolute_size(font, points * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_text(layout, text.c_str(), -1);
  cairo_set_source_rgb(context, colour.r, colour.g, colour.b);
  cairo_move_to(context, at.x, at.y);
  pango_cairo_show_layout(context, layout);
  pango_font_description_free(font);
  g_object_unref(layout);
}

void DrawBox(cairo_t* context, const Box& box, Colour colour, double line, double fill) {
  cairo_rectangle(context, box.x0, box.y0, box.Width(), box.Height());
  cairo_set_source_rgba(context, colour.r, colour.g, colour.b, fill);
  cairo_fill_preserve(context);
  cairo_set_source_rgb(context, colour.r, colour.g, colour.b);
  cairo_set_line_width(context, line);
  cairo_stroke(context);
}

}  // namespace

Raster DrawShownPage(const Raster& page, const ShownPage& shown) {
  JUESUAN_CHECK(page.channels == 3 && page.dpi > 0);
  const Surface surface = ToSurface(page);
  const Context context(cairo_create(surface.get()), cairo_destroy);
  cairo_scale(context.get(), page.dpi / 72, page.dpi / 72);
  for (const ShownCell& cell : shown.cells) {
    const Colour colour = StatusColour(cell.status);
    const bool blank = cell.kind == CellKind::kBlank;
    DrawBox(context.get(), Grow(cell.box, -0.8), colour, blank ? 0.25 : 0.7, blank ? 0.0 : 0.12);
    DrawText(context.get(), {cell.box.x0 + 1.2, cell.box.y0 + 0.6}, kKeyPoints,
             cell.box.Width() - 2, colour, cell.key);
  }
  for (const ShownTable& table : shown.tables) {
    DrawBox(context.get(), Grow(table.box, 2), kTableColour, 1.6, 0);
    const Box tag{table.box.x0, table.box.y1 + 4, table.box.x1, table.box.y1 + 6 + kTablePoints};
    DrawText(context.get(), {tag.x0, tag.y0}, kTablePoints, tag.Width(), kTableColour, table.label);
  }
  return ToRaster(surface, page.dpi);
}

}  // namespace juesuan
