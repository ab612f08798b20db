#include "ocr/page_reader.h"

#include <utility>

#include "ocr/layer_words.h"

namespace juesuan {

struct PageReader::State {
  OcrOptions options;
};

PageReader::PageReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
PageReader::PageReader(PageReader&&) noexcept = default;
PageReader& PageReader::operator=(PageReader&&) noexcept = default;
PageReader::~PageReader() = default;

Result<PageReader> PageReader::Make(const OcrOptions& options) {
  auto state = std::make_unique<State>();
  state->options = options;
  return PageReader(std::move(state));
}

bool PageReader::NeedsPixels(const Page& page) const {
  if (page.kind == PageKind::kBlank) return false;
  switch (state_->options.text) {
    case TextMode::kLayer:
      return false;
    case TextMode::kOcr:
      return true;
    case TextMode::kAuto:
      break;
  }
  return !page.layer_sound;
}

WordPage PageReader::ReadLayer(const Page& page) const { return juesuan::ReadLayer(page); }

Result<WordPage> PageReader::ReadPixels(const Page&, const Raster&) {
  return MakeError(ErrorCode::kUnsupported, "reading from pixels is not built in");
}

std::vector<std::string> PageReader::Fingerprint() const { return {}; }

}  // namespace juesuan
