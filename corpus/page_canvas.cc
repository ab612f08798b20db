#include "corpus/page_canvas.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <cmath>
#include <cstring>
#include <map>
#include <string_view>

namespace juesuan {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kPointsPerInch = 72;

struct SurfaceFree {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceFree>;

struct ContextFree {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Context = std::unique_ptr<cairo_t, ContextFree>;

struct ObjectFree {
  void operator()(gpointer object) const { g_object_unref(object); }
};
using PangoLayoutPtr = std::unique_ptr<PangoLayout, ObjectFree>;

// Metrics must not depend on the resolution: no hinting, 72 dots an inch, so that 1 unit is 1
// point.
PangoLayoutPtr MakeLayout(cairo_t* cairo) {
  PangoLayoutPtr layout(pango_cairo_create_layout(cairo));
  PangoContext* context = pango_layout_get_context(layout.get());
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context, kPointsPerInch);
  pango_context_set_language(context, pango_language_from_string("zh-cn"));
  pango_layout_context_changed(layout.get());
  return layout;
}

void SetFont(PangoLayout* layout, const Font& font) {
  PangoFontDescription* description = pango_font_description_new();
  pango_font_description_set_family(description, font.family.c_str());
  pango_font_description_set_absolute_size(description, font.size * PANGO_SCALE);
  if (font.bold) pango_font_description_set_weight(description, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(layout, description);
  pango_font_description_free(description);
}

// Draws the marks of one page, or of one stamp, on any surface.
class MarkPainter {
 public:
  MarkPainter(cairo_t* cairo, const std::map<int, cairo_surface_t*>& stamps)
      : cairo_(cairo), stamps_(stamps), layout_(MakeLayout(cairo)) {}

  void Paint(const std::vector<Mark>& marks) {
    for (const Mark& mark : marks) {
      std::visit([this](const auto& m) { Draw(m); }, mark);
    }
  }

 private:
  void SetInk(const Ink& ink) {
    cairo_set_operator(cairo_, ink.multiplies ? CAIRO_OPERATOR_MULTIPLY : CAIRO_OPERATOR_OVER);
    cairo_set_source_rgba(cairo_, ink.red, ink.green, ink.blue, ink.alpha);
  }

  void Draw(const TextRun& run) {
    SetFont(layout_.get(), run.font);
    pango_layout_set_text(layout_.get(), run.text.data(), static_cast<int>(run.text.size()));
    SetInk(run.ink);
    cairo_save(cairo_);
    cairo_translate(cairo_, run.at.x, run.at.y);
    if (run.angle != 0) cairo_rotate(cairo_, run.angle * kPi / 180);
    cairo_move_to(cairo_, 0, -pango_layout_get_baseline(layout_.get()) / double{PANGO_SCALE});
    pango_cairo_show_layout(cairo_, layout_.get());
    cairo_restore(cairo_);
  }

  void Draw(const LineMark& line) {
    SetInk(line.ink);
    const double dashes[] = {line.dash, line.gap};
    cairo_set_dash(cairo_, dashes, line.dash > 0 ? 2 : 0, 0);
    cairo_set_line_width(cairo_, line.width);
    cairo_move_to(cairo_, line.from.x, line.from.y);
    cairo_line_to(cairo_, line.to.x, line.to.y);
    cairo_stroke(cairo_);
    cairo_set_dash(cairo_, nullptr, 0, 0);
  }

  void Draw(const FillMark& fill) {
    SetInk(fill.ink);
    cairo_rectangle(cairo_, fill.box.x0, fill.box.y0, fill.box.Width(), fill.box.Height());
    cairo_fill(cairo_);
  }

  void Draw(const FrameMark& frame) {
    SetInk(Ink{});
    cairo_set_line_width(cairo_, frame.width);
    cairo_rectangle(cairo_, frame.box.x0, frame.box.y0, frame.box.Width(), frame.box.Height());
    cairo_stroke(cairo_);
  }

  void Draw(const RingMark& ring) {
    SetInk(ring.ink);
    cairo_set_line_width(cairo_, ring.width);
    cairo_new_path(cairo_);
    cairo_arc(cairo_, ring.centre.x, ring.centre.y, ring.radius, 0, 2 * kPi);
    cairo_stroke(cairo_);
  }

  void Draw(const StarMark& star) {
    SetInk(star.ink);
    cairo_new_path(cairo_);
    for (int i = 0; i < 5; ++i) {  // every second point of the pentagon
      const double angle = kPi * (0.8 * i - 0.5);
      cairo_line_to(cairo_, star.centre.x + star.radius * std::cos(angle),
                    star.centre.y + star.radius * std::sin(angle));
    }
    cairo_close_path(cairo_);
    cairo_fill(cairo_);
  }

  void Draw(const StampMark& stamp) {
    cairo_set_operator(cairo_, CAIRO_OPERATOR_OVER);
    cairo_set_source_surface(cairo_, stamps_.at(stamp.stamp), stamp.at.x, stamp.at.y);
    cairo_paint(cairo_);
  }

  // A file that is no picture leaves the context in an error, which whoever renders reports.
  void Draw(const PictureMark& picture) {
    const Surface image(cairo_image_surface_create_from_png(picture.png.c_str()));
    cairo_save(cairo_);
    cairo_translate(cairo_, picture.box.x0, picture.box.y0);
    cairo_scale(cairo_, picture.box.Width() / cairo_image_surface_get_width(image.get()),
                picture.box.Height() / cairo_image_surface_get_height(image.get()));
    cairo_set_operator(cairo_, CAIRO_OPERATOR_MULTIPLY);
    cairo_set_source_surface(cairo_, image.get(), 0, 0);
    cairo_paint(cairo_);
    cairo_restore(cairo_);
  }

  cairo_t* cairo_;
  const std::map<int, cairo_surface_t*>& stamps_;
  PangoLayoutPtr layout_;
};

// The stamps of a drawing as surfaces that cairo shares between pages.
class StampShelf {
 public:
  explicit StampShelf(const Drawing& drawing) {
    for (size_t i = 0; i < drawing.stamps.size(); ++i) {
      owned_.push_back(Make(drawing.stamps[i]));
      by_index_[static_cast<int>(i)] = owned_.back().get();
    }
  }
  const std::map<int, cairo_surface_t*>& stamps() const { return by_index_; }

 private:
  static Surface Make(const Stamp& stamp) {
    Surface surface;
    if (stamp.as_image) {
      const double scale = stamp.image_dpi / kPointsPerInch;
      surface.reset(cairo_image_surface_create(
          CAIRO_FORMAT_ARGB32, static_cast<int>(std::lround(stamp.width * scale)),
          static_cast<int>(std::lround(stamp.height * scale))));
      cairo_surface_set_device_scale(surface.get(), scale, scale);
    } else {
      const cairo_rectangle_t extents = {0, 0, stamp.width, stamp.height};
      surface.reset(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
    }
    const Context cairo(cairo_create(surface.get()));
    MarkPainter(cairo.get(), {}).Paint(stamp.marks);
    cairo_surface_flush(surface.get());
    return surface;
  }

  std::vector<Surface> owned_;
  std::map<int, cairo_surface_t*> by_index_;
};

cairo_status_t AppendTo(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

Surface MakePdf(std::string* bytes, const std::string& title) {
  Surface surface(cairo_pdf_surface_create_for_stream(AppendTo, bytes, 595, 842));
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
  // A fixed date: equal input gives equal bytes.
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                 "2025-01-01T00:00:00Z");
  return surface;
}

Result<std::string> FinishPdf(Surface surface, std::string* bytes) {
  cairo_surface_finish(surface.get());
  const cairo_status_t status = cairo_surface_status(surface.get());
  surface.reset();
  if (status != CAIRO_STATUS_SUCCESS) {
    return MakeError(ErrorCode::kExternal, cairo_status_to_string(status));
  }
  return std::move(*bytes);
}

// Cairo cannot write /Rotate. The dictionary of a page is rewritten in place with less white space,
// which makes room for it and leaves every offset of the file as it was.
bool AddRotate(size_t page_index, std::string* pdf) {
  constexpr std::string_view kPage = "<< /Type /Page ";
  size_t begin = 0;
  for (size_t i = 0; i <= page_index; ++i) {
    begin = pdf->find(kPage, i == 0 ? 0 : begin + 1);
    if (begin == std::string::npos) return false;
  }
  const size_t end = pdf->find("endobj", begin);
  std::string compact;
  for (size_t i = begin; i < end; ++i) {
    char c = (*pdf)[i];
    if (c == '%') {  // a comment runs to the end of its line
      i = pdf->find('\n', i);
      c = ' ';
    }
    if (c == '\n') c = ' ';
    if (c == ' ' && !compact.empty() && compact.back() == ' ') continue;
    compact += c;
  }
  compact.insert(kPage.size(), "/Rotate 90 ");
  if (compact.size() + 1 > end - begin) return false;
  compact.resize(end - begin - 1, ' ');
  compact += '\n';
  pdf->replace(begin, end - begin, compact);
  return true;
}

}  // namespace

struct TypeMeter::Rep {
  Surface surface{cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)};
  Context cairo{cairo_create(surface.get())};
  PangoLayoutPtr layout{MakeLayout(cairo.get())};
};

TypeMeter::TypeMeter() : rep_(std::make_unique<Rep>()) {}
TypeMeter::~TypeMeter() = default;

double TypeMeter::Width(const std::string& text, const Font& font) {
  SetFont(rep_->layout.get(), font);
  pango_layout_set_width(rep_->layout.get(), -1);
  pango_layout_set_text(rep_->layout.get(), text.data(), static_cast<int>(text.size()));
  int width = 0;
  pango_layout_get_size(rep_->layout.get(), &width, nullptr);
  return width / double{PANGO_SCALE};
}

std::vector<std::string> TypeMeter::Break(const std::string& text, const Font& font, double width,
                                          double first_indent) {
  PangoLayout* layout = rep_->layout.get();
  SetFont(layout, font);
  pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_indent(layout, static_cast<int>(first_indent * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  std::vector<std::string> lines;
  for (int i = 0; i < pango_layout_get_line_count(layout); ++i) {
    const PangoLayoutLine* line = pango_layout_get_line_readonly(layout, i);
    std::string part =
        text.substr(static_cast<size_t>(line->start_index), static_cast<size_t>(line->length));
    while (!part.empty() && (part.back() == ' ' || part.back() == '\n')) part.pop_back();
    lines.push_back(std::move(part));
  }
  pango_layout_set_indent(layout, 0);
  return lines;
}

Result<std::string> RenderPdf(const Drawing& drawing) {
  std::string bytes;
  Surface surface = MakePdf(&bytes, drawing.title);
  const StampShelf shelf(drawing);
  for (const PageDrawing& page : drawing.pages) {
    const double width = page.rotated ? page.height : page.width;
    const double height = page.rotated ? page.width : page.height;
    cairo_pdf_surface_set_size(surface.get(), width, height);
    const Context cairo(cairo_create(surface.get()));
    if (page.rotated) {
      const cairo_matrix_t aside = {0, -1, 1, 0, 0, page.width};
      cairo_transform(cairo.get(), &aside);
    }
    MarkPainter(cairo.get(), shelf.stamps()).Paint(page.marks);
    cairo_show_page(cairo.get());
  }
  JUESUAN_TRY(std::string pdf, FinishPdf(std::move(surface), &bytes));
  for (size_t i = 0; i < drawing.pages.size(); ++i) {
    if (drawing.pages[i].rotated && !AddRotate(i, &pdf)) {
      return MakeError(ErrorCode::kExternal, "no room for /Rotate in a page dictionary");
    }
  }
  return pdf;
}

Result<Raster> RenderPage(const Drawing& drawing, int page_index, double dpi) {
  const PageDrawing& page = drawing.pages[static_cast<size_t>(page_index)];
  const double scale = dpi / kPointsPerInch;
  const int width = static_cast<int>(std::lround(page.width * scale));
  const int height = static_cast<int>(std::lround(page.height * scale));
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  const StampShelf shelf(drawing);
  const Context cairo(cairo_create(surface.get()));
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  cairo_scale(cairo.get(), scale, scale);
  MarkPainter(cairo.get(), shelf.stamps()).Paint(page.marks);
  cairo_surface_flush(surface.get());
  if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) {
    return MakeError(ErrorCode::kExternal, cairo_status_to_string(cairo_status(cairo.get())));
  }
  Raster raster = MakeRaster(width, height, 3, dpi, 255);
  const uint8_t* pixels = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < height; ++y) {
    uint8_t* out = raster.Row(y);
    for (int x = 0; x < width; ++x) {
      uint32_t pixel = 0;
      std::memcpy(&pixel, pixels + static_cast<ptrdiff_t>(y) * stride + x * 4, sizeof pixel);
      out[x * 3] = static_cast<uint8_t>(pixel >> 16);
      out[x * 3 + 1] = static_cast<uint8_t>(pixel >> 8);
      out[x * 3 + 2] = static_cast<uint8_t>(pixel);
    }
  }
  return raster;
}

Result<std::string> RenderJpegPdf(const std::vector<JpegPage>& pages, const std::string& title) {
  std::string bytes;
  Surface surface = MakePdf(&bytes, title);
  for (const JpegPage& page : pages) {
    cairo_pdf_surface_set_size(surface.get(), page.width, page.height);
    const Context cairo(cairo_create(surface.get()));
    const Surface image(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, page.pixels_wide, page.pixels_high));
    auto* copy = static_cast<unsigned char*>(g_memdup2(page.jpeg.data(), page.jpeg.size()));
    cairo_surface_set_mime_data(image.get(), CAIRO_MIME_TYPE_JPEG, copy, page.jpeg.size(), g_free,
                                copy);
    MarkPainter(cairo.get(), {}).Paint(page.under);
    cairo_save(cairo.get());
    cairo_scale(cairo.get(), page.width / page.pixels_wide, page.height / page.pixels_high);
    cairo_set_source_surface(cairo.get(), image.get(), 0, 0);
    cairo_paint(cairo.get());
    cairo_restore(cairo.get());
    MarkPainter(cairo.get(), {}).Paint(page.above);
    cairo_show_page(cairo.get());
  }
  return FinishPdf(std::move(surface), &bytes);
}

}  // namespace juesuan
