// The PDF at work: opened when its pages are first asked for, and with the scans that were cleaned.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "ingest/pdf_document.h"

namespace juesuan {

// A page in doubt is read twice, and to clean a scan takes as long as to read it: those that are
// cleaned are kept, the first ones, as far as kMostKept allows. Not thread safe.
class OpenPdf {
 public:
  static constexpr size_t kMostKept = size_t{64} << 20;  // bytes of pixels

  explicit OpenPdf(std::filesystem::path path) : path_(std::move(path)) {}

  // Owned by this. Errors: what PdfDocument::Open says.
  Result<PdfDocument*> Document();

  // As PdfDocument::Clean.
  Result<CleanPage> Clean(const Page& page, double dpi);

 private:
  std::filesystem::path path_;
  std::optional<PdfDocument> document_;
  std::map<std::pair<int, double>, CleanPage> kept_;  // by page number and dpi
  size_t bytes_ = 0;
};

}  // namespace juesuan
