#include "ocr/recogniser_network.h"

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/work_folder.h"

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

TEST(RecogniserNetwork, RefusesWhatIsNoNetwork) {
  for (const char* bytes : {"", "<html>not found</html>", "\x0a\x03xyz"})
    EXPECT_FALSE(PrepareNetwork(bytes).ok()) << bytes;
}

}  // namespace
}  // namespace juesuan
