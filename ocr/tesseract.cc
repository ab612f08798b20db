#include "ocr/tesseract.h"

#include <tesseract/baseapi.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"

namespace juesuan {

struct Tesseract::Rep {
  tesseract::TessBaseAPI api;
  TesseractLanguage language = TesseractLanguage::kEnglish;
};

Tesseract::Tesseract(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}
Tesseract::Tesseract(Tesseract&&) noexcept = default;
Tesseract& Tesseract::operator=(Tesseract&&) noexcept = default;
Tesseract::~Tesseract() = default;

std::string Tesseract::Version() { return tesseract::TessBaseAPI::Version(); }

Result<Tesseract> Tesseract::Load(TesseractLanguage language) {
  const char* name = language == TesseractLanguage::kChinese ? "chi_sim" : "eng";
  auto rep = std::make_unique<Rep>();
  rep->language = language;
  if (rep->api.Init(nullptr, name, tesseract::OEM_LSTM_ONLY) != 0) {
    const char* package =
        language == TesseractLanguage::kChinese ? "tesseract-ocr-chi-sim" : "tesseract-ocr-eng";
    return MakeError(ErrorCode::kNotFound, std::string("Tesseract's language file '") + name +
                                               "' is not installed (package " + package + ")");
  }
  return Tesseract(std::move(rep));
}

Result<Reading> Tesseract::Read(const Raster& line, TesseractLine how) {
  JUESUAN_CHECK(line.channels == 1 && line.width > 0 && line.height > 0);
  rep_->api.SetPageSegMode(how == TesseractLine::kWhole ? tesseract::PSM_RAW_LINE
                                                        : tesseract::PSM_SINGLE_LINE);
  rep_->api.SetImage(line.pixels.data(), line.width, line.height, 1, line.width);
  rep_->api.SetSourceResolution(std::max(70, static_cast<int>(std::lround(line.dpi))));
  const std::unique_ptr<char[]> utf8(rep_->api.GetUTF8Text());
  if (!utf8) return MakeError(ErrorCode::kExternal, "Tesseract gave no result for a line");
  Reading reading;
  reading.by = Reader::kTesseract;
  reading.text = std::string(Trim(utf8.get()));
  std::replace(reading.text.begin(), reading.text.end(), '\n', ' ');
  const std::unique_ptr<int[]> confidences(rep_->api.AllWordConfidences());
  int weakest = reading.text.empty() ? 0 : 100;
  for (const int* c = confidences.get(); c && *c >= 0; ++c) weakest = std::min(weakest, *c);
  reading.score = weakest / 100.0;
  rep_->api.Clear();
  return reading;
}

}  // namespace juesuan
