#include "corpus/scan.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "corpus/named_fields.h"
#include "corpus/random.h"

namespace juesuan {
namespace {

cv::Mat ToMat(const Raster& raster) {
  const cv::Mat rgb(raster.height, raster.width, CV_8UC3,
                    const_cast<uint8_t*>(raster.pixels.data()));
  cv::Mat bgr;
  cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
  return bgr;
}

void Lean(double degrees, cv::Mat* page) {
  const cv::Point2f middle(static_cast<float>(page->cols) / 2, static_cast<float>(page->rows) / 2);
  const cv::Mat turn = cv::getRotationMatrix2D(middle, -degrees, 1);
  cv::Mat leaning;
  cv::warpAffine(*page, leaning, turn, page->size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT,
                 cv::Scalar::all(255));
  *page = leaning;
}

// The paper is not flat: its rows bulge, and its top lies farther off than its foot.
void Bend(const ScanOptions& options, double pixels_per_point, cv::Mat* page) {
  constexpr double kPi = 3.14159265358979323846;
  cv::Mat map_x(page->size(), CV_32F), map_y(page->size(), CV_32F);
  const double middle = (page->cols - 1) / 2.0;
  for (int y = 0; y < page->rows; ++y) {
    const double scale = 1 - options.keystone / 100 * (1 - static_cast<double>(y) / page->rows);
    for (int x = 0; x < page->cols; ++x) {
      const double bulge = options.curl * pixels_per_point * std::sin(kPi * x / page->cols);
      map_x.at<float>(y, x) = static_cast<float>(middle + (x - middle) / scale);
      map_y.at<float>(y, x) = static_cast<float>(y + bulge);
    }
  }
  cv::Mat bent;
  cv::remap(*page, bent, map_x, map_y, cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(255));
  *page = bent;
}

// The lid around a sheet that does not fill the glass.
void PaintBorder(int pixels, cv::Mat* page) {
  const cv::Rect paper(pixels, pixels / 2, page->cols - 2 * pixels, page->rows - 2 * pixels);
  cv::Mat framed(page->size(), page->type(), cv::Scalar::all(25));
  (*page)(paper).copyTo(framed(paper));
  *page = framed;
}

// Lamp falling off towards one corner, and grain: integers only, so that it is the same everywhere.
void LightAndGrain(const ScanOptions& options, Random* random, cv::Mat* page) {
  const int64_t reach = static_cast<int64_t>(page->cols) + page->rows;
  const int channels = page->channels();
  for (int y = 0; y < page->rows; ++y) {
    uint8_t* row = page->ptr<uint8_t>(y);
    for (int x = 0; x < page->cols; ++x) {
      const int64_t keep = 1000 - static_cast<int64_t>(options.light) * 10 * (x + y) / reach;
      int grain = 0;
      if (options.noise > 0) {  // the sum of four bytes is nearly normal, with a deviation of 148
        const uint32_t bits = random->Next();
        const int sum =
            static_cast<int>((bits & 255) + (bits >> 8 & 255) + (bits >> 16 & 255) + (bits >> 24));
        grain = (sum - 510) * options.noise / 148;
      }
      for (int c = 0; c < channels; ++c) {
        uint8_t& value = row[x * channels + c];
        value = static_cast<uint8_t>(std::clamp<int64_t>(value * keep / 1000 + grain, 0, 255));
      }
    }
  }
}

Result<JpegPage> ScanPage(const Drawing& drawing, int index, const ScanOptions& options) {
  JUESUAN_TRY(const Raster raster, RenderPage(drawing, index, options.dpi));
  const PageDrawing& page = drawing.pages[static_cast<size_t>(index)];
  Random random(static_cast<uint32_t>(index), "scan");
  cv::Mat mat = ToMat(raster);
  if (options.keystone != 0 || options.curl != 0) Bend(options, options.dpi / 72.0, &mat);
  if (options.tilt != 0) Lean(index % 2 == 0 ? options.tilt : -options.tilt, &mat);
  if (options.border > 0) PaintBorder(static_cast<int>(options.border * options.dpi / 72), &mat);
  if (options.blur > 0) cv::GaussianBlur(mat, mat, cv::Size(), options.blur);
  if (!options.colour) cv::cvtColor(mat, mat, cv::COLOR_BGR2GRAY);
  for (int turned = 0; turned < options.turn; turned += 90)
    cv::rotate(mat, mat, cv::ROTATE_90_CLOCKWISE);
  const bool sideways = options.turn % 180 != 0;
  LightAndGrain(options, &random, &mat);
  std::vector<uint8_t> jpeg;
  if (!cv::imencode(".jpg", mat, jpeg, {cv::IMWRITE_JPEG_QUALITY, options.jpeg})) {
    return MakeError(ErrorCode::kExternal, "the page cannot be written as JPEG");
  }
  JpegPage result;
  result.width = sideways ? page.height : page.width;
  result.height = sideways ? page.width : page.height;
  result.pixels_wide = mat.cols;
  result.pixels_high = mat.rows;
  result.jpeg.assign(jpeg.begin(), jpeg.end());
  return result;
}

}  // namespace

Result<ScanOptions> ParseScanOptions(const std::string& text) {
  static const FieldSetters<ScanOptions> kSetters = {
      {"dpi", AnyInteger(&ScanOptions::dpi)},          {"tilt", AnyNumber(&ScanOptions::tilt)},
      {"blur", AnyNumber(&ScanOptions::blur)},         {"noise", AnyInteger(&ScanOptions::noise)},
      {"light", AnyInteger(&ScanOptions::light)},      {"jpeg", AnyInteger(&ScanOptions::jpeg)},
      {"colour", OnOff(&ScanOptions::colour)},         {"turn", AnyInteger(&ScanOptions::turn)},
      {"keystone", AnyNumber(&ScanOptions::keystone)}, {"curl", AnyNumber(&ScanOptions::curl)},
      {"border", AnyNumber(&ScanOptions::border)},
  };
  ScanOptions options;
  JUESUAN_RETURN_IF_ERROR(SetFields(text, kSetters, &options));
  if (options.dpi < 72 || options.dpi > 600)
    return MakeError(ErrorCode::kUsage, "dpi is 72 to 600");
  if (options.turn < 0 || options.turn >= 360 || options.turn % 90 != 0)
    return MakeError(ErrorCode::kUsage, "turn is 0, 90, 180 or 270");
  return options;
}

Result<std::string> ScanDrawing(const Drawing& drawing, const ScanOptions& options,
                                const ScanLayer* layer) {
  std::vector<JpegPage> pages;
  for (size_t i = 0; i < drawing.pages.size(); ++i) {
    JUESUAN_TRY(JpegPage page, ScanPage(drawing, static_cast<int>(i), options));
    if (layer != nullptr) (layer->under ? page.under : page.above) = layer->text.pages[i].marks;
    pages.push_back(std::move(page));
  }
  return RenderJpegPdf(pages, drawing.title);
}

}  // namespace juesuan
