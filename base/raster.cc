#include "base/raster.h"

#include <png.h>

#include <cmath>
#include <cstdio>
#include <memory>

#include "base/files.h"

namespace juesuan {
namespace {

constexpr double kMetresPerInch = 0.0254;

struct Writer {
  png_structp png = nullptr;
  png_infop info = nullptr;
  Writer() {
    png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    if (png != nullptr) info = png_create_info_struct(png);
  }
  ~Writer() { png_destroy_write_struct(&png, &info); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
};

struct Reader {
  png_structp png = nullptr;
  png_infop info = nullptr;
  Reader() {
    png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    if (png != nullptr) info = png_create_info_struct(png);
  }
  ~Reader() { png_destroy_read_struct(&png, &info, nullptr); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
};

void AppendBytes(png_structp png, png_bytep data, size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<char*>(data), size);
}

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

}  // namespace

Raster MakeRaster(int width, int height, int channels, double dpi, uint8_t fill) {
  JUESUAN_CHECK(width > 0 && height > 0 && (channels == 1 || channels == 3));
  Raster raster;
  raster.width = width;
  raster.height = height;
  raster.channels = channels;
  raster.dpi = dpi;
  raster.pixels.assign(static_cast<size_t>(width) * height * channels, fill);
  return raster;
}

Status WritePng(const Raster& raster, const std::filesystem::path& path) {
  std::string bytes;
  Writer writer;
  JUESUAN_CHECK(writer.png != nullptr && writer.info != nullptr);
  if (setjmp(png_jmpbuf(writer.png)) != 0)
    return MakeError(ErrorCode::kExternal, "cannot encode PNG '" + path.string() + "'");
  png_set_write_fn(writer.png, &bytes, AppendBytes, nullptr);
  png_set_compression_level(writer.png, 3);
  png_set_IHDR(writer.png, writer.info, static_cast<png_uint_32>(raster.width),
               static_cast<png_uint_32>(raster.height), 8,
               raster.channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  const auto per_metre = static_cast<png_uint_32>(std::lround(raster.dpi / kMetresPerInch));
  png_set_pHYs(writer.png, writer.info, per_metre, per_metre, PNG_RESOLUTION_METER);
  png_write_info(writer.png, writer.info);
  for (int y = 0; y < raster.height; ++y) png_write_row(writer.png, raster.Row(y));
  png_write_end(writer.png, writer.info);
  return WriteFileAtomically(path, bytes);
}

Result<Raster> ReadPng(const std::filesystem::path& path) {
  File file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!file) return MakeError(ErrorCode::kNotFound, "cannot open '" + path.string() + "'");
  Reader reader;
  JUESUAN_CHECK(reader.png != nullptr && reader.info != nullptr);
  Raster raster;
  if (setjmp(png_jmpbuf(reader.png)) != 0)
    return MakeError(ErrorCode::kMalformed, "not a readable PNG: '" + path.string() + "'");
  png_init_io(reader.png, file.get());
  png_read_info(reader.png, reader.info);
  png_set_expand(reader.png);
  png_set_strip_16(reader.png);
  png_set_strip_alpha(reader.png);
  png_read_update_info(reader.png, reader.info);
  const int channels = png_get_channels(reader.png, reader.info);
  if (channels != 1 && channels != 3)
    return MakeError(ErrorCode::kUnsupported, "PNG of " + std::to_string(channels) + " channels");
  const png_uint_32 per_metre = png_get_pixels_per_meter(reader.png, reader.info);
  raster = MakeRaster(static_cast<int>(png_get_image_width(reader.png, reader.info)),
                      static_cast<int>(png_get_image_height(reader.png, reader.info)), channels,
                      per_metre * kMetresPerInch, 0);
  for (int y = 0; y < raster.height; ++y) png_read_row(reader.png, raster.Row(y), nullptr);
  return raster;
}

}  // namespace juesuan
