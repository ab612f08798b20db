#include "ingest/pdf_document.h"

#include <algorithm>
#include <map>
#include <utility>

#include "ingest/page_build.h"
#include "ingest/page_turn.h"
#include "ingest/poppler_file.h"
#include "ingest/watermark_objects.h"

namespace juesuan {

struct PdfDocument::Rep {
  explicit Rep(PopplerFile opened) : file(std::move(opened)) {}

  void ReadOnce();

  PopplerFile file;
  bool read = false;
  IngestedPages pages;
  std::map<int, SkipRules> skip;  // by page number
};

void PdfDocument::Rep::ReadOnce() {
  if (read) return;
  read = true;
  std::vector<PaintedPage> painted;
  for (int number = 1; number <= file.PageCount(); ++number) {
    auto page = file.Collect(number);
    if (page.ok()) {
      painted.push_back(std::move(page).value());
    } else {
      pages.failures.push_back({number, page.error().code, page.error().message});
    }
  }
  const std::vector<PageWatermark> marks = FindWatermarks(painted);
  for (size_t i = 0; i < painted.size(); ++i) {
    pages.pages.push_back(BuildPage(painted[i], marks[i]));
    skip[painted[i].number] = marks[i].skip;
  }
}

PdfDocument::PdfDocument(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}
PdfDocument::PdfDocument(PdfDocument&&) noexcept = default;
PdfDocument& PdfDocument::operator=(PdfDocument&&) noexcept = default;
PdfDocument::~PdfDocument() = default;

Result<PdfDocument> PdfDocument::Open(const std::filesystem::path& path) {
  auto file = PopplerFile::Open(path);
  if (!file.ok()) {
    file.error().where.file = path.filename().string();
    return std::move(file.error());
  }
  return PdfDocument(std::make_unique<Rep>(std::move(file).value()));
}

int PdfDocument::PageCount() const { return rep_->file.PageCount(); }

IngestedPages PdfDocument::ReadPages() {
  rep_->ReadOnce();
  return rep_->pages;
}

Result<CleanPage> PdfDocument::Clean(const Page& page, double dpi) {
  rep_->ReadOnce();
  auto raster = rep_->file.Render(page.number, dpi, 1, rep_->skip[page.number]);
  if (!raster.ok()) {
    raster.error().where.page = page.number;
    return std::move(raster.error());
  }
  return CleanPage{page, TurnRaster(*raster, page.frame.turn)};
}

Result<Raster> PdfDocument::Display(int page, double dpi) {
  if (page < 1 || page > PageCount())
    return MakeError(ErrorCode::kNotFound, "no page " + std::to_string(page));
  auto raster = rep_->file.Render(page, dpi, 3, SkipRules{});
  if (!raster.ok()) raster.error().where.page = page;
  return raster;
}

std::string IngestFingerprint() { return "poppler=" + PopplerVersion(); }

}  // namespace juesuan
