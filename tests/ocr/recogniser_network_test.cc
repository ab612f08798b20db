#include "ocr/recogniser_network.h"

#include <gtest/gtest.h>

#include <vector>

#include "base/files.h"
#include "base/work_folder.h"
#include "drawn_text.h"
#include "ocr/line_image.h"
#include "ocr/ppocr.h"

namespace juesuan {
namespace {

size_t CountOf(const std::string& bytes, const std::string& name) {
  size_t count = 0;
  for (size_t at = bytes.find(name); at != std::string::npos; at = bytes.find(name, at + 1))
    ++count;
  return count;
}

// The recogniser's own network. That it still reads the same is what pixel_words_test.cc shows.
TEST(RecogniserNetwork, FoldsEveryHardSwish) {
  const Result<std::string> model = ReadFile(DataFolder("models") / "ch_PP-OCRv4_rec_infer.onnx");
  ASSERT_TRUE(model.ok()) << "run tools/fetch_engines.sh";
  const Result<std::string> folded = PrepareNetwork(*model);
  ASSERT_TRUE(folded.ok());
  // "\x22\x04Clip": a node's operation, as ONNX writes it.
  const std::string clip =
                        "\x22\x04"
                        "Clip",
                    hard_sigmoid = "\x22\x0bHardSigmoid";
  const size_t before = CountOf(*model, clip);
  EXPECT_GT(before, 20u);
  EXPECT_EQ(CountOf(*folded, clip), 0u);
  EXPECT_EQ(CountOf(*folded, hard_sigmoid), CountOf(*model, hard_sigmoid) + before);
  EXPECT_EQ(CountOf(*folded,
                    "\x22\x04"
                    "Conv"),
            CountOf(*model,
                    "\x22\x04"
                    "Conv"));
}

TEST(RecogniserNetwork, FoldingTwiceChangesNothing) {
  const Result<std::string> model = ReadFile(DataFolder("models") / "ch_PP-OCRv4_rec_infer.onnx");
  ASSERT_TRUE(model.ok()) << "run tools/fetch_engines.sh";
  const Result<std::string> once = PrepareNetwork(*model);
  ASSERT_TRUE(once.ok());
  const Result<std::string> twice = PrepareNetwork(*once);
  ASSERT_TRUE(twice.ok());
  EXPECT_EQ(*once, *twice);
}

// A field of ONNX's form (protocol buffers) with a number or with bytes. Less than 128 of either.
std::string Field(int number, int value) {
  return {static_cast<char>(number << 3), static_cast<char>(value)};
}
std::string Field(int number, const std::string& bytes) {
  EXPECT_LT(bytes.size(), 128u);
  return static_cast<char>(number << 3 | 2) + std::string(1, static_cast<char>(bytes.size())) +
         bytes;
}

// Its sizes are numbers, or names of what may vary.
std::string Value(const std::string& name, const std::vector<std::string>& sizes) {
  std::string shape;
  for (const std::string& size : sizes) {
    const bool varies = size.find_first_not_of("0123456789") != std::string::npos;
    shape += Field(1, varies ? Field(2, size) : Field(1, std::stoi(size)));
  }
  constexpr int kFloat = 1;
  return Field(1, name) + Field(2, Field(1, Field(1, kFloat) + Field(2, shape)));
}

// A network of one operation.
std::string Network(const std::vector<std::string>& input, const std::vector<std::string>& output) {
  const std::string node = Field(1, "x") + Field(2, "y") + Field(4, "Relu");
  return Field(7, Field(1, node) + Field(11, Value("x", input)) + Field(12, Value("y", output)));
}

TEST(RecogniserNetwork, LetsTheHeightOfLinesVary) {
  using Sizes = std::vector<std::string>;
  struct Case {
    Sizes before, after;
  };
  for (const Case& c : {
           Case{{"1", "3", "48", "96"}, {"1", "3", "height", "96"}},
           Case{{"lines", "3", "48", "width"}, {"lines", "3", "height", "width"}},
           Case{{"lines", "3", "h", "width"}, {"lines", "3", "height", "width"}},
           Case{{"1", "48", "96"}, {"1", "48", "96"}},  // no picture
           Case{{"1", "3", "9", "48", "96"}, {"1", "3", "9", "48", "96"}},
           Case{{"48"}, {"48"}},
           Case{{}, {}},
       }) {
    const Sizes output = {"1", "40", "48", "9"};
    const Result<std::string> prepared = PrepareNetwork(Network(c.before, output));
    ASSERT_TRUE(prepared.ok());
    EXPECT_EQ(*prepared, Network(c.after, output)) << c.before.size();
  }
}

TEST(RecogniserNetwork, ReadsLinesOfOtherHeights) {
  Result<Ppocr> ppocr = Ppocr::Load(DataFolder("models"));
  ASSERT_TRUE(ppocr.ok()) << "run tools/fetch_engines.sh";
  const Raster line = CutText("社会保障和就业支出", "Noto Serif CJK SC 36px");
  for (const int height : {Ppocr::kHeight, Ppocr::kLowHeight}) {
    const Result<Reading> reading = ppocr->Read(ScaleToHeight(line, height));
    ASSERT_TRUE(reading.ok()) << height << reading.error().ToString();
    EXPECT_EQ(reading->text, "社会保障和就业支出") << height;
  }
}

TEST(RecogniserNetwork, RefusesWhatIsNoNetwork) {
  for (const char* bytes : {"", "<html>not found</html>", "\x0a\x03xyz"})
    EXPECT_FALSE(PrepareNetwork(bytes).ok()) << bytes;
}

}  // namespace
}  // namespace juesuan
