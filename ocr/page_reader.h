// The ocr stage: a page, and its clean picture where the text layer will not do, to words.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/page.h"
#include "base/raster.h"
#include "base/words.h"
#include "ocr/layer_check.h"

namespace juesuan {

// kAuto: the text layer where ingest calls it sound, pixels otherwise.
enum class TextMode { kAuto, kLayer, kOcr };

// kAuto: PP-OCR with Tesseract as second witness where PP-OCR is installed, else Tesseract alone.
enum class EngineChoice { kAuto, kPpocr, kTesseract };

struct OcrOptions {
  TextMode text = TextMode::kAuto;
  EngineChoice engine = EngineChoice::kAuto;
  std::filesystem::path models;  // folder of the PP-OCR model; empty: DataFolder("models")
};

// Reads pages. Movable; one a worker, one thread at a time. Models are loaded at the first page
// that needs them.
class PageReader {
 public:
  // Errors: kUnsupported if PP-OCR is asked for by name and not installed (says how to install it).
  static Result<PageReader> Make(const OcrOptions& options);
  PageReader(PageReader&&) noexcept;
  PageReader& operator=(PageReader&&) noexcept;
  ~PageReader();

  // Whether `page` has to be read from its picture. A blank page never has.
  bool NeedsPixels(const Page& page) const;

  // Comes before the pages of every document, `pages`; what was learnt from another's is forgotten.
  // Calls their layers unsound where their pictures contradict them (ocr/layer_check.h), so that
  // they are read from pixels. Nothing is looked at where the layer is asked for by name. `draw`
  // gives what ReadPixels takes. Errors: of ReadPixels.
  Status StartDocument(const DrawPage& draw, std::vector<Page>* pages);

  // Words from the text layer; see ocr/layer_words.h.
  WordPage ReadLayer(const Page& page) const;

  // Words from the picture. REQUIRES: `clean` is grey, not empty, in the upright frame of `page`
  // (PdfDocument::Clean); so is `marked`, the page with its mark, where `page` has kHarmingMark and
  // may be empty elsewhere. Every word has its readings kept apart, the believed one first; ink
  // that no engine reads is an UnreadRegion. What a page reads as depends on the pages of the
  // document that were read before it, and on nothing else. Errors: kExternal, kMalformed (a model
  // that cannot be loaded), kNotFound (a Tesseract language file).
  Result<WordPage> ReadPixels(const Page& page, const Raster& clean, const Raster& marked = {});

  // What the second engine reads in each of `cells` (upright frame, points) of a page read from
  // pixels before; none for a cell without exactly one line of ink. REQUIRES and errors: of
  // ReadPixels.
  Result<std::vector<std::vector<Reading>>> ReadAgain(const Page& page, const Raster& clean,
                                                      const std::vector<Box>& cells);

  // Whether there is a second engine: PP-OCR reads first, and Tesseract stands by.
  bool HasSecondEngine() const;

  // Everything the words depend on beside the page, "name=value": "text=auto", "engine=ppocr",
  // "model=<16 hex>", "tesseract=5.3.0", "reading=3".
  std::vector<std::string> Fingerprint() const;

 private:
  struct State;
  explicit PageReader(std::unique_ptr<State> state);
  Status LoadEngines();

  std::unique_ptr<State> state_;
};

}  // namespace juesuan
