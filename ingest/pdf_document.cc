#include "ingest/pdf_document.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/page_turn.h"
#include "ingest/page_build.h"
#include "ingest/poppler_file.h"
#include "ingest/scan_clean.h"
#include "ingest/scan_seal.h"
#include "ingest/watermark_objects.h"

namespace juesuan {

struct PdfDocument::Rep {
  explicit Rep(PopplerFile opened) : file(std::move(opened)) {}

  void ReadOnce();
  std::vector<const Page*> Sample() const;
  const BurntMarks& MarksOnce(double dpi);
  const SealPicture* SealOnce(double dpi);
  Result<Raster> Draw(int number, double dpi, int channels);
  Result<CleanPage> Clean(const Page& page, double dpi);

  PopplerFile file;
  bool read = false;
  IngestedPages pages;
  std::map<int, SkipRules> skip;  // by page number
  std::set<int> coloured;         // page numbers
  bool marks_known = false;
  BurntMarks marks;
  std::map<int, Raster> sampled;  // pages drawn for them, until they are asked for
  bool seal_known = false;
  std::optional<SealPicture> seal;
};

namespace {

constexpr size_t kSamplePages = 6;
constexpr double kSampleDpi = 200;
constexpr double kSameDpi = 0.03;  // share by which a scan's resolution may differ from it

bool IsPixels(const Page& page) {
  return page.kind == PageKind::kScan || page.kind == PageKind::kMixed;
}

}  // namespace

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
  const std::vector<PageWatermark> found = FindWatermarks(painted);
  for (size_t i = 0; i < painted.size(); ++i) {
    pages.pages.push_back(BuildPage(painted[i], found[i]));
    skip[painted[i].number] = found[i].skip;
    if (painted[i].coloured) coloured.insert(painted[i].number);
  }
}

// Pages spread evenly over the scanned part of the document.
std::vector<const Page*> PdfDocument::Rep::Sample() const {
  std::vector<const Page*> scanned, sample;
  for (const Page& page : pages.pages) {
    if (page.kind == PageKind::kScan) scanned.push_back(&page);
  }
  const size_t count = std::min(kSamplePages, scanned.size());
  for (size_t i = 0; i < count; ++i) sample.push_back(scanned[i * scanned.size() / count]);
  return sample;
}

const BurntMarks& PdfDocument::Rep::MarksOnce(double dpi) {
  if (marks_known) return marks;
  marks_known = true;
  std::vector<Raster> drawn;
  std::vector<int> numbers;
  for (const Page* page : Sample()) {
    const bool same = std::fabs(page->image_dpi / kSampleDpi - 1) <= kSameDpi;
    auto raster =
        file.Render(page->number, same ? page->image_dpi : kSampleDpi, 1, skip[page->number]);
    if (!raster.ok()) continue;
    drawn.push_back(std::move(raster).value());
    numbers.push_back(page->number);
  }
  marks = {EstimateMarkTone(drawn), [this, dpi] { return SealOnce(dpi); }};
  for (size_t i = 0; i < drawn.size(); ++i) sampled.emplace(numbers[i], std::move(drawn[i]));
  return marks;
}

// From pages drawn as those will be that it is lifted from: as sharp as they.
const SealPicture* PdfDocument::Rep::SealOnce(double dpi) {
  if (!seal_known) {
    seal_known = true;
    std::vector<Raster> sealed;
    for (const Page* page : Sample()) {
      auto raster = file.Render(page->number, ChooseScanDpi(page->image_dpi, dpi).draw, 1,
                                skip[page->number]);
      if (raster.ok() && HasGreySeal(*raster)) sealed.push_back(std::move(raster).value());
    }
    if (sealed.size() >= 2) seal = PictureSeal(sealed);
  }
  return seal ? &*seal : nullptr;
}

Result<Raster> PdfDocument::Rep::Draw(int number, double dpi, int channels) {
  const auto found = sampled.find(number);
  if (found == sampled.end()) return file.Render(number, dpi, channels, skip[number]);
  Raster raster = std::move(found->second);
  sampled.erase(found);
  if (channels == 1 && raster.dpi == dpi) return raster;
  return file.Render(number, dpi, channels, skip[number]);
}

Result<CleanPage> PdfDocument::Rep::Clean(const Page& page, double dpi) {
  CleanPage clean{page, {}, {}};
  const ScanDpi scan = IsPixels(page) ? ChooseScanDpi(page.image_dpi, dpi) : ScanDpi{dpi, dpi};
  // Colour tells seals from print; drawing it takes three times as long.
  const int channels = IsPixels(page) && coloured.count(page.number) > 0 ? 3 : 1;
  if (IsPixels(page)) MarksOnce(dpi);
  JUESUAN_TRY(const Raster raster, Draw(page.number, scan.draw, channels));
  clean.raster = TurnRaster(raster, page.frame.turn);
  if (!IsPixels(page)) return clean;
  const Unsealed unsealed =
      channels == 3 ? TakeSealsOut(clean.raster) : Unsealed{std::move(clean.raster)};
  CleanedScan cleaned = CleanScan(unsealed, scan.result, MarksOnce(dpi), &clean.page);
  clean.raster = std::move(cleaned.clean);
  clean.marked = std::move(cleaned.marked);
  return clean;
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
  auto clean = rep_->Clean(page, dpi);
  if (!clean.ok()) clean.error().where.page = page.number;
  return clean;
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
