// The ingest stage: a PDF as pages. This is the folder's contract.
//
// A page comes with its text layer, its vector rulings, its kind and its upright frame
// (base/page.h), the watermark's objects left out and reported. Pixels are made only where they are
// asked for.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/page.h"
#include "base/raster.h"
#include "base/result.h"

namespace juesuan {

struct IngestedPages {
  std::vector<Page> pages;            // ascending by number; a failed page is missing
  std::vector<PageFailure> failures;  // ascending by page
};

struct CleanPage {
  Page page;      // for a scan or mixed page with rulings, frame.tilt and "tone" marks filled in
  Raster raster;  // grey; pixels are points of the upright frame times raster.dpi / 72
  Raster marked;  // of a scan, where the page has kHarmingMark: with its watermark, otherwise alike
};

// One open file; owns it. Movable. Not thread safe: one thread at a time.
class PdfDocument {
 public:
  // Errors: kNotFound, kEmptyFile, kNotPdf, kEncrypted, kTruncated, kDamaged, kNoPages.
  static Result<PdfDocument> Open(const std::filesystem::path& path);
  PdfDocument(PdfDocument&&) noexcept;
  PdfDocument& operator=(PdfDocument&&) noexcept;
  ~PdfDocument();

  int PageCount() const;

  // Every page, read once: repeated calls give the same.
  IngestedPages ReadPages();

  // The page beneath the watermark, as pixels of the upright frame. `page` is one of ReadPages. The
  // raster has `dpi` or, for a scan whose own resolution is lower, that; see raster.dpi. Errors:
  // kDamaged, kLimit, kExternal, with the page named.
  Result<CleanPage> Clean(const Page& page, double dpi);

  // The page as a viewer shows it: RGB, nothing left out, displayed orientation. `page` is 1-based.
  // Errors: kNotFound (no such page), kDamaged, kLimit, kExternal.
  Result<Raster> Display(int page, double dpi);

 private:
  struct Rep;
  explicit PdfDocument(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

std::string IngestFingerprint();  // "poppler=22.12.0", for artefact recipes

}  // namespace juesuan
