// Tesseract's line recogniser, which tesseract.cc alone knows.
#pragma once

#include <memory>
#include <string>

#include "base/raster.h"
#include "base/words.h"

namespace juesuan {

enum class TesseractLanguage { kChinese, kEnglish };  // chi_sim; eng, better at amounts

// How Tesseract comes by the line in a picture: it looks for it, which suits most, and now and then
// finds nothing or a part of it; or it takes the whole picture as the line, at twice the time.
enum class TesseractLine { kFound, kWhole };

class Tesseract {
 public:
  static std::string Version();  // "5.3.0"

  // Loads one language. Errors: kNotFound if its file is not installed (names the Debian package).
  static Result<Tesseract> Load(TesseractLanguage language);
  Tesseract(Tesseract&&) noexcept;
  Tesseract& operator=(Tesseract&&) noexcept;
  ~Tesseract();

  // Reads one line of text, about 35 ms. REQUIRES: `line` is grey, dark on light, without rulings.
  // An empty text means that it saw nothing. The score is that of the weakest word.
  Result<Reading> Read(const Raster& line, TesseractLine how = TesseractLine::kFound);

 private:
  struct Rep;
  explicit Tesseract(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

}  // namespace juesuan
