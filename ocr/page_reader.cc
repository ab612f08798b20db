#include "ocr/page_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/work_folder.h"
#include "ocr/layer_words.h"
#include "ocr/line_reader.h"
#include "ocr/pixel_words.h"

namespace juesuan {
namespace {

// Raise it when the same engines and the same picture give other words.
constexpr char kReading[] = "reading=44";

std::string_view TextModeName(TextMode mode) {
  switch (mode) {
    case TextMode::kLayer:
      return "layer";
    case TextMode::kOcr:
      return "ocr";
    case TextMode::kAuto:
      break;
  }
  return "auto";
}

// Whether PP-OCR is to be used; an error if it was asked for by name and cannot be.
Result<bool> WantsPpocr(EngineChoice engine, const std::filesystem::path& models) {
  if (engine == EngineChoice::kTesseract) return false;
  if (Ppocr::IsBuiltIn() && Ppocr::HasModel(models)) return true;
  if (engine == EngineChoice::kAuto) return false;
  const std::string how = "run tools/fetch_engines.sh and build again, or use --engine tesseract";
  if (!Ppocr::IsBuiltIn())
    return MakeError(ErrorCode::kUnsupported, "built without ONNX Runtime for PP-OCR; " + how);
  return MakeError(ErrorCode::kUnsupported, "no PP-OCR model in '" + models.string() + "'; " + how);
}

}  // namespace

struct PageReader::State {
  OcrOptions options;
  bool ppocr = false;
  std::filesystem::path models;
  std::vector<std::string> fingerprint;
  std::optional<LineReader> lines;  // from the first page read from pixels on
};

PageReader::PageReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
PageReader::PageReader(PageReader&&) noexcept = default;
PageReader& PageReader::operator=(PageReader&&) noexcept = default;
PageReader::~PageReader() = default;

Result<PageReader> PageReader::Make(const OcrOptions& options) {
  auto state = std::make_unique<State>();
  state->options = options;
  state->models = options.models.empty() ? DataFolder("models") : options.models;
  JUESUAN_TRY(state->ppocr, WantsPpocr(options.engine, state->models));
  state->fingerprint.push_back("text=" + std::string(TextModeName(options.text)));
  if (options.text != TextMode::kLayer) {
    if (state->ppocr) {
      JUESUAN_TRY(const std::string digest, Ppocr::Digest(state->models));
      state->fingerprint.emplace_back("engine=ppocr");
      state->fingerprint.push_back("model=" + digest);
    } else {
      state->fingerprint.emplace_back("engine=tesseract");
    }
    state->fingerprint.push_back("tesseract=" + Tesseract::Version());
    state->fingerprint.emplace_back(kReading);
  }
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

Status PageReader::StartDocument(const DrawPage& draw, std::vector<Page>* pages) {
  if (state_->lines) state_->lines->StartDocument();
  const bool any =
      std::any_of(pages->begin(), pages->end(), [&](const Page& page) { return page.layer_sound; });
  if (state_->options.text != TextMode::kAuto || !any) return Ok();
  JUESUAN_RETURN_IF_ERROR(LoadEngines());
  JUESUAN_TRY(const std::set<int> lying, FindLyingPages(*pages, draw, &*state_->lines));
  for (Page& page : *pages) {
    if (lying.count(page.number) == 0) continue;
    page.layer_sound = false;
    page.layer_reason = "contradicted by its picture";
  }
  return Ok();
}

WordPage PageReader::ReadLayer(const Page& page) const { return juesuan::ReadLayer(page); }

Status PageReader::LoadEngines() {
  if (state_->lines) return Ok();
  std::optional<Ppocr> ppocr;
  if (state_->ppocr) {
    JUESUAN_TRY(ppocr, Ppocr::Load(state_->models));
  }
  state_->lines.emplace(std::move(ppocr));
  return Ok();
}

Result<WordPage> PageReader::ReadPixels(const Page& page, const Raster& clean,
                                        const Raster& marked) {
  JUESUAN_RETURN_IF_ERROR(LoadEngines());
  return ReadPixelWords(page, clean, marked, &*state_->lines);
}

Result<std::vector<std::vector<Reading>>> PageReader::ReadAgain(const Page& page,
                                                                const Raster& clean,
                                                                const std::vector<Box>& cells) {
  JUESUAN_RETURN_IF_ERROR(LoadEngines());
  return ReadCellsAgain(page, clean, cells, &*state_->lines);
}

bool PageReader::HasSecondEngine() const { return state_->ppocr; }

std::vector<std::string> PageReader::Fingerprint() const { return state_->fingerprint; }

}  // namespace juesuan
