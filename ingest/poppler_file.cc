#include "ingest/poppler_file.h"

#include <poppler/Catalog.h>
#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/GlobalParams.h>
#include <poppler/Object.h>
#include <poppler/Stream.h>

#include <algorithm>
#include <mutex>

#include "base/files.h"
#include "ingest/file_kind.h"
#include "ingest/poppler_rep.h"

namespace juesuan {
namespace {

void IgnoreMessage(ErrorCategory, Goffset, const char*) {}

void PreparePoppler() {
  static std::once_flag once;
  std::call_once(once, [] {
    globalParams = std::make_unique<GlobalParams>();
    setErrorCallback(IgnoreMessage);
  });
}

Error OpenError(int code, const std::string& bytes) {
  if (code == errEncrypted) return MakeError(ErrorCode::kEncrypted, "needs a password");
  if (!HasPdfEnd(bytes))
    return MakeError(ErrorCode::kTruncated, "the end of the file is missing and no page is left");
  if (code == errBadCatalog)
    return MakeError(ErrorCode::kDamaged, "the page catalogue cannot be read");
  return MakeError(ErrorCode::kDamaged, "the file structure cannot be rebuilt");
}

}  // namespace

bool ShowsAnnotation(Annot* annotation, void*) {
  return annotation->getType() != Annot::typeWatermark;
}

PopplerFile::PopplerFile(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}
PopplerFile::PopplerFile(PopplerFile&&) noexcept = default;
PopplerFile& PopplerFile::operator=(PopplerFile&&) noexcept = default;
PopplerFile::~PopplerFile() = default;

Result<PopplerFile> PopplerFile::Open(const std::filesystem::path& path) {
  JUESUAN_TRY(std::string bytes, ReadFile(path));
  if (bytes.empty()) return MakeError(ErrorCode::kEmptyFile, "the file has no bytes");
  if (!LooksLikePdf(bytes))
    return MakeError(ErrorCode::kNotPdf, "not a PDF but " + DescribeBytes(bytes));
  PreparePoppler();
  auto rep = std::make_unique<Rep>();
  rep->bytes = std::move(bytes);
  int pages = 0;
  try {
    auto stream = std::make_unique<MemStream>(
        rep->bytes.data(), 0, static_cast<Goffset>(rep->bytes.size()), Object(objNull));
    rep->doc = std::make_unique<PDFDoc>(stream.release());
    if (!rep->doc->isOk()) return OpenError(rep->doc->getErrorCode(), rep->bytes);
    pages = rep->doc->getNumPages();
  } catch (const std::exception& e) {
    return MakeError(ErrorCode::kDamaged, std::string("cannot be opened: ") + e.what());
  }
  if (pages <= 0) {
    if (!HasPdfEnd(rep->bytes)) return OpenError(errDamaged, rep->bytes);
    return MakeError(ErrorCode::kNoPages, "the file has no pages");
  }
  return PopplerFile(std::move(rep));
}

int PopplerFile::PageCount() const { return rep_->doc->getNumPages(); }

Status PopplerFile::CheckPage(int page) const {
  JUESUAN_CHECK(page >= 1 && page <= PageCount());
  if (rep_->doc->getPage(page) == nullptr)
    return MakeError(ErrorCode::kDamaged, "the page object cannot be read");
  const double longest =
      std::max(rep_->doc->getPageCropWidth(page), rep_->doc->getPageCropHeight(page));
  const double shortest =
      std::min(rep_->doc->getPageCropWidth(page), rep_->doc->getPageCropHeight(page));
  if (!(longest <= kMaxPagePoints))
    return MakeError(ErrorCode::kLimit, "the page is larger than any printed page");
  if (!(shortest >= 1)) return MakeError(ErrorCode::kDamaged, "the page has no area");
  return Ok();
}

std::string PopplerVersion() { return POPPLER_VERSION; }

}  // namespace juesuan
