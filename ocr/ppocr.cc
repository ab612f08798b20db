#include "ocr/ppocr.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/files.h"
#include "base/hash.h"
#include "base/text.h"
#include "ocr/ctc.h"
#include "ocr/recogniser_network.h"

#ifdef JUESUAN_HAVE_ONNXRUNTIME
#include <onnxruntime_cxx_api.h>
#endif

namespace juesuan {
namespace {

constexpr char kModelFile[] = "ch_PP-OCRv4_rec_infer.onnx";
constexpr char kKeysFile[] = "ppocr_keys_v1.txt";

}  // namespace

bool Ppocr::HasModel(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(folder / kModelFile, ignored) &&
         std::filesystem::is_regular_file(folder / kKeysFile, ignored);
}

Result<std::string> Ppocr::Digest(const std::filesystem::path& folder) {
  JUESUAN_TRY(const std::string digest, Sha256OfFile(folder / kModelFile));
  return digest.substr(0, 16);
}

Ppocr::Ppocr(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}
Ppocr::Ppocr(Ppocr&&) noexcept = default;
Ppocr& Ppocr::operator=(Ppocr&&) noexcept = default;
Ppocr::~Ppocr() = default;

#ifdef JUESUAN_HAVE_ONNXRUNTIME

namespace {

// The least width the network takes well; narrower lines are padded.
constexpr int kLeastWidth = 48;

// Class 0 is the blank, then the keys, one a line, then a space.
Result<std::vector<std::string>> LoadAlphabet(const std::filesystem::path& path) {
  JUESUAN_TRY(const std::string bytes, ReadFile(path));
  std::vector<std::string> alphabet = {""};
  for (std::string& key : Split(bytes, '\n')) {
    if (!key.empty() && key.back() == '\r') key.pop_back();
    alphabet.push_back(std::move(key));
  }
  if (alphabet.back().empty()) alphabet.pop_back();
  alphabet.emplace_back(" ");
  return alphabet;
}

Ort::SessionOptions Options() {
  Ort::SessionOptions options;
  options.SetIntraOpNumThreads(1);
  options.SetInterOpNumThreads(1);
  options.SetExecutionMode(ORT_SEQUENTIAL);
  options.SetGraphOptimizationLevel(GraphOptimizationLevel::ORT_ENABLE_ALL);
  // Lines differ in width: a pattern kept for each would only grow.
  options.DisableMemPattern();
  return options;
}

}  // namespace

struct Ppocr::Rep {
  Ort::Env env{ORT_LOGGING_LEVEL_ERROR, "juesuan"};
  Ort::Session session{nullptr};
  std::string input, output;
  std::vector<std::string> alphabet;
  std::vector<float> pixels;
};

bool Ppocr::IsBuiltIn() { return true; }

Result<Ppocr> Ppocr::Load(const std::filesystem::path& folder) {
  if (!HasModel(folder))
    return MakeError(ErrorCode::kNotFound,
                     "no PP-OCR model in '" + folder.string() + "'; run tools/fetch_engines.sh");
  try {
    auto rep = std::make_unique<Rep>();
    JUESUAN_TRY(rep->alphabet, LoadAlphabet(folder / kKeysFile));
    JUESUAN_TRY(const std::string file, ReadFile(folder / kModelFile));
    JUESUAN_TRY(const std::string model, PrepareNetwork(file));
    rep->session = Ort::Session(rep->env, model.data(), model.size(), Options());
    Ort::AllocatorWithDefaultOptions allocator;
    rep->input = rep->session.GetInputNameAllocated(0, allocator).get();
    rep->output = rep->session.GetOutputNameAllocated(0, allocator).get();
    return Ppocr(std::move(rep));
  } catch (const Ort::Exception& e) {
    return MakeError(ErrorCode::kMalformed,
                     std::string("ONNX Runtime cannot load the PP-OCR model: ") + e.what());
  }
}

Result<Reading> Ppocr::Read(const Raster& line) {
  JUESUAN_CHECK(line.channels == 1 && line.width > 0 &&
                (line.height == kHeight || line.height == kLowHeight));
  const int width = std::max(line.width, kLeastWidth);
  const size_t plane = static_cast<size_t>(line.height) * width;
  rep_->pixels.assign(3 * plane, 0);
  for (int y = 0; y < line.height; ++y)
    for (int x = 0; x < line.width; ++x)
      rep_->pixels[static_cast<size_t>(y) * width + x] =
          static_cast<float>(line.Row(y)[x]) / 127.5f - 1;
  for (size_t c = 1; c < 3; ++c)
    std::copy_n(rep_->pixels.begin(), plane, rep_->pixels.begin() + static_cast<long>(c * plane));
  try {
    const std::array<int64_t, 4> shape = {1, 3, line.height, width};
    const Ort::MemoryInfo memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
    const Ort::Value input = Ort::Value::CreateTensor<float>(
        memory, rep_->pixels.data(), rep_->pixels.size(), shape.data(), shape.size());
    const char* input_name = rep_->input.c_str();
    const char* output_name = rep_->output.c_str();
    const auto outputs =
        rep_->session.Run(Ort::RunOptions{nullptr}, &input_name, &input, 1, &output_name, 1);
    const std::vector<int64_t> out_shape = outputs[0].GetTensorTypeAndShapeInfo().GetShape();
    if (out_shape.size() != 3 || out_shape[2] != static_cast<int64_t>(rep_->alphabet.size()))
      return MakeError(ErrorCode::kMalformed, "the PP-OCR model and its keys do not fit together");
    CtcText text = DecodeCtc(outputs[0].GetTensorData<float>(), static_cast<size_t>(out_shape[1]),
                             rep_->alphabet);
    return Reading{Reader::kPpocr, std::move(text.text), text.score, std::move(text.others)};
  } catch (const Ort::Exception& e) {
    return MakeError(ErrorCode::kExternal, std::string("ONNX Runtime: ") + e.what());
  }
}

#else

struct Ppocr::Rep {};

bool Ppocr::IsBuiltIn() { return false; }

Result<Ppocr> Ppocr::Load(const std::filesystem::path&) {
  return MakeError(ErrorCode::kUnsupported,
                   "built without ONNX Runtime; run tools/fetch_engines.sh and build again");
}

Result<Reading> Ppocr::Read(const Raster&) {
  return MakeError(ErrorCode::kUnsupported, "built without ONNX Runtime");
}

#endif

}  // namespace juesuan
