// PP-OCR's line recogniser (PP-OCRv4 mobile) on ONNX Runtime, which ppocr.cc alone knows.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/raster.h"
#include "base/words.h"

namespace juesuan {

class Ppocr {
 public:
  // Whether this build has ONNX Runtime.
  static bool IsBuiltIn();

  // Whether `folder` holds a model.
  static bool HasModel(const std::filesystem::path& folder);

  // The first 16 hex digits of the model's SHA-256. Errors: kNotFound.
  static Result<std::string> Digest(const std::filesystem::path& folder);

  // Loads ch_PP-OCRv4_rec_infer.onnx and ppocr_keys_v1.txt from `folder`.
  // Errors: kUnsupported (built without ONNX Runtime), kNotFound, kMalformed, kExternal.
  static Result<Ppocr> Load(const std::filesystem::path& folder);
  Ppocr(Ppocr&&) noexcept;
  Ppocr& operator=(Ppocr&&) noexcept;
  ~Ppocr();

  // Reads one line of text, about 9 ms a line. REQUIRES: `line` is grey, kHeight or kLowHeight
  // pixels high, dark on light (ocr/line_image.h). An empty text means that it saw nothing. Errors:
  // kExternal.
  Result<Reading> Read(const Raster& line);

  static constexpr int kHeight = 48;     // of the lines it was taught with
  static constexpr int kLowHeight = 40;  // lower ones take less time; it still makes as many rows
                                         // of features of them

 private:
  struct Rep;
  explicit Ppocr(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

}  // namespace juesuan
