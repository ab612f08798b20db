// Lines read by Tesseract alone.
#include "ocr/line_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "drawn_text.h"

namespace juesuan {
namespace {

constexpr char kFont[] = "Noto Serif CJK SC 28px";

std::string Read(LineReader* reader, const Raster& line) {
  const Result<std::vector<Reading>> readings = reader->Read(line);
  EXPECT_TRUE(readings.ok());
  return !readings.ok() || readings->empty() ? "" : readings->front().text;
}

// `line` as a scan has it.
Raster Noisy(Raster line, unsigned seed) {
  std::mt19937 random(seed);
  for (uint8_t& grey : line.pixels)
    grey =
        static_cast<uint8_t>(std::clamp<int>(grey + static_cast<int>(random() % 61) - 30, 0, 255));
  return line;
}

// It looks for the line in the picture, and of two characters finds none.
TEST(TesseractAlone, LooksAgainWhereItSawNothing) {
  const Raster line = CutText("奖金", kFont);
  Result<Tesseract> once = Tesseract::Load(TesseractLanguage::kChinese);
  ASSERT_TRUE(once.ok());
  ASSERT_EQ(once->Read(line)->text, "") << "no case any more";
  LineReader reader(std::nullopt);
  EXPECT_EQ(Read(&reader, line), "奖金");
}

TEST(TesseractAlone, KeepsHanThatTheEnglishModelTakesForDigits) {
  LineReader reader(std::nullopt);
  EXPECT_EQ(Read(&reader, Noisy(CutText("2024年度", "Noto Serif CJK SC 24px"), 1)), "2024年度");
  EXPECT_EQ(Read(&reader, CutText("2080506", kFont)), "2080506");
}

TEST(TesseractAlone, KnowsANameThatWasSurelyReadElsewhere) {
  const Raster total = CutText("合计", "Noto Serif CJK SC 24px"), poor = Noisy(total, 6);
  LineReader reader(std::nullopt);
  Result<std::vector<Reading>> readings = reader.Read(poor);
  ASSERT_TRUE(readings.ok());
  ASSERT_NE(readings->front().text, "合计") << "no case any more";
  EXPECT_EQ(Read(&reader, Noisy(total, 1)), "合计");
  reader.Settle(poor, &*readings);
  EXPECT_EQ(readings->front().text, "合计");
}

}  // namespace
}  // namespace juesuan
