// Tesseract's line recogniser, which tesseract.cc alone knows.
#pragma once

#include <memory>
#include <string>

#include "base/raster.h"
#include "base/words.h"

namespace juesuan {

enum class TesseractLanguage { kChinese, kEnglish };  // chi_sim; eng, better at amounts

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
  Result<Reading> Read(const Raster& line);

 private:
  struct Rep;
  explicit Tesseract(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

}  // namespace juesuan
