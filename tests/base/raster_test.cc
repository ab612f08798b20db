#include "base/raster.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/files.h"

namespace juesuan {
namespace {

std::filesystem::path TempFile() {
  return std::filesystem::temp_directory_path() /
         ("juesuan-raster-" + std::to_string(::getpid()) + ".png");
}

TEST(Png, ComesBackAsWritten) {
  for (const int channels : {1, 3}) {
    Raster raster = MakeRaster(7, 5, channels, 200, 255);
    raster.Row(3)[6 * channels] = 17;
    ASSERT_TRUE(WritePng(raster, TempFile()).ok());
    const Result<Raster> read = ReadPng(TempFile());
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->width, 7);
    EXPECT_EQ(read->height, 5);
    EXPECT_EQ(read->channels, channels);
    EXPECT_NEAR(read->dpi, 200, 0.02);
    EXPECT_EQ(read->pixels, raster.pixels);
  }
  std::filesystem::remove(TempFile());
}

TEST(Png, RefusesWhatIsNone) {
  EXPECT_EQ(ReadPng("/nonexistent/page.png").error().code, ErrorCode::kNotFound);
  ASSERT_TRUE(WritePng(MakeRaster(60, 60, 1, 72, 9), TempFile()).ok());
  const std::string whole = *ReadFile(TempFile());
  for (const std::string& bytes : {std::string("not a picture"), whole.substr(0, 60)}) {
    ASSERT_TRUE(WriteFileAtomically(TempFile(), bytes).ok());
    EXPECT_EQ(ReadPng(TempFile()).error().code, ErrorCode::kMalformed);
  }
  std::filesystem::remove(TempFile());
}

}  // namespace
}  // namespace juesuan
