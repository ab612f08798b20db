// One open PDF. With poppler_state, poppler_collect.cc and poppler_render.cc the only place that
// knows Poppler; its errors and exceptions become Errors here.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/raster.h"
#include "base/result.h"
#include "ingest/painted_page.h"

namespace juesuan {

class PopplerFile {
 public:
  // Errors: kNotFound, kEmptyFile, kNotPdf, kEncrypted, kTruncated, kDamaged, kNoPages.
  static Result<PopplerFile> Open(const std::filesystem::path& path);
  PopplerFile(PopplerFile&&) noexcept;
  PopplerFile& operator=(PopplerFile&&) noexcept;
  ~PopplerFile();

  int PageCount() const;

  // Everything the page paints. `page` is 1-based and in range. Errors: kDamaged, kLimit (a page
  // larger than anything printed). A scan that was made a page a point a pixel comes as large as
  // the paper was, here and in Render (ingest/page_scale.h).
  Result<PaintedPage> Collect(int page);

  // The page as displayed without what `skip` names, on white. `channels` is 1 or 3. Errors:
  // kDamaged, kLimit (more pixels than kMaxPixels), kExternal.
  Result<Raster> Render(int page, double dpi, int channels, const SkipRules& skip);

 private:
  struct Rep;
  explicit PopplerFile(std::unique_ptr<Rep> rep);
  Status CheckPage(int page) const;
  Result<PaintedPage> CollectAt(int page, double scale);
  // Points of the page as it is handed out for one of the file.
  Result<double> ScaleOf(int page);
  std::unique_ptr<Rep> rep_;
};

constexpr double kMaxPagePoints = 14400;  // the largest side the PDF standard allows
constexpr double kMaxPixels = 1.5e8;      // of one raster

std::string PopplerVersion();  // "22.12.0"

}  // namespace juesuan
