// Measures type and renders drawings. page_canvas.cc alone knows Cairo and Pango.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/raster.h"
#include "base/result.h"
#include "corpus/drawing.h"

namespace juesuan {

// Widths and line breaks, unhinted, so that they are the same at every resolution.
class TypeMeter {
 public:
  TypeMeter();
  ~TypeMeter();
  TypeMeter(const TypeMeter&) = delete;
  TypeMeter& operator=(const TypeMeter&) = delete;

  double Width(const std::string& text, const Font& font);
  // The lines of `text` in a column `width` points wide; breaks between any two Han characters, and
  // at '\n'. `first_indent` narrows the first line. Never empty.
  std::vector<std::string> Break(const std::string& text, const Font& font, double width,
                                 double first_indent = 0);

 private:
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

// Both write the same bytes for the same drawing. Errors: kExternal.
Result<std::string> RenderPdf(const Drawing& drawing);
Result<Raster> RenderPage(const Drawing& drawing, int page_index, double dpi);  // RGB

// A PDF whose pages are each one JPEG filling the page. One image a page, in order.
struct JpegPage {
  double width = 0, height = 0;  // points
  int pixels_wide = 0, pixels_high = 0;
  std::string jpeg;
  std::vector<Mark> under, above;  // painted before and after the image
};
Result<std::string> RenderJpegPdf(const std::vector<JpegPage>& pages, const std::string& title);

}  // namespace juesuan
