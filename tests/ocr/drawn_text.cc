#include "drawn_text.h"

#include <gtest/gtest.h>
#include <pango/pangocairo.h>

#include <algorithm>

namespace juesuan {

void DrawText(Raster* page, const std::string& text, const std::string& font, int x, int y) {
  cairo_surface_t* surface =
      cairo_image_surface_create(CAIRO_FORMAT_A8, page->width - x, page->height - y);
  cairo_t* cairo = cairo_create(surface);
  PangoLayout* layout = pango_cairo_create_layout(cairo);
  PangoFontDescription* description = pango_font_description_from_string(font.c_str());
  pango_layout_set_font_description(layout, description);
  pango_layout_set_text(layout, text.c_str(), -1);
  int width = 0, height = 0;
  pango_layout_get_pixel_size(layout, &width, &height);
  EXPECT_LE(width, page->width - x) << text;
  EXPECT_LE(height, page->height - y) << text;
  pango_cairo_show_layout(cairo, layout);
  cairo_surface_flush(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int v = 0; v < page->height - y; ++v) {
    for (int u = 0; u < page->width - x; ++u) {
      uint8_t& pixel = page->Row(y + v)[x + u];
      pixel = std::min(pixel, static_cast<uint8_t>(255 - data[v * stride + u]));
    }
  }
  pango_font_description_free(description);
  g_object_unref(layout);
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
}

Raster CutText(const std::string& text, const std::string& font) {
  Raster page = MakeRaster(420, 60, 1, 200, 255);
  DrawText(&page, text, font, 12, 4);
  int x0 = page.width, x1 = 0, y0 = page.height, y1 = 0;
  for (int y = 0; y < page.height; ++y)
    for (int x = 0; x < page.width; ++x)
      if (page.Row(y)[x] < 160) {
        x0 = std::min(x0, x);
        x1 = std::max(x1, x + 1);
        y0 = std::min(y0, y);
        y1 = std::max(y1, y + 1);
      }
  const int margin = (y1 - y0) / 4;
  Raster line = MakeRaster(x1 - x0 + 2 * margin, y1 - y0 + 2 * margin, 1, 200, 255);
  for (int y = 0; y < line.height; ++y)
    for (int x = 0; x < line.width; ++x)
      if (y0 - margin + y >= 0 && x0 - margin + x >= 0)
        line.Row(y)[x] = page.Row(y0 - margin + y)[x0 - margin + x];
  return line;
}

void DrawBar(Raster* page, int x0, int y0, int x1, int y1, uint8_t grey) {
  for (int y = y0; y < y1; ++y) std::fill(page->Row(y) + x0, page->Row(y) + x1, grey);
}

}  // namespace juesuan
