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

void DrawBar(Raster* page, int x0, int y0, int x1, int y1, uint8_t grey) {
  for (int y = y0; y < y1; ++y) std::fill(page->Row(y) + x0, page->Row(y) + x1, grey);
}

}  // namespace juesuan
