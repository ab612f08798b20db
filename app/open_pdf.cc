#include "app/open_pdf.h"

namespace juesuan {

Result<PdfDocument*> OpenPdf::Document() {
  if (!document_) {
    JUESUAN_TRY(document_, PdfDocument::Open(path_));
  }
  return &*document_;
}

Result<CleanPage> OpenPdf::Clean(const Page& page, double dpi) {
  const auto found = kept_.find({page.number, dpi});
  if (found != kept_.end()) return found->second;
  JUESUAN_TRY(PdfDocument* const document, Document());
  JUESUAN_TRY(CleanPage clean, document->Clean(page, dpi));
  const size_t bytes = clean.raster.pixels.size() + clean.marked.pixels.size();
  if (page.kind == PageKind::kScan && bytes_ + bytes <= kMostKept) {
    bytes_ += bytes;
    kept_.emplace(std::make_pair(page.number, dpi), clean);
  }
  return clean;
}

}  // namespace juesuan
