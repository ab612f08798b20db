#include "corpus/lie.h"

#include <gtest/gtest.h>

#include "corpus/page_canvas.h"
#include "corpus/pdf_patch.h"
#include "corpus/scan.h"

namespace juesuan {
namespace {

Drawing OneLine() {
  Drawing drawing;
  PageDrawing page;
  page.marks.push_back(TextRun{{100, 100}, "13.80 合计", Font{"AR PL UMing CN", 12, false}, {}, 0});
  drawing.pages.push_back(page);
  return drawing;
}

// The plain bytes of every stream of `pdf`.
std::string Streams(const std::string& pdf) {
  std::string all;
  const auto edited = EditStreams(pdf, [&](std::string* bytes) {
    all += *bytes + "\n";
    return false;
  });
  EXPECT_TRUE(edited.ok());
  return all;
}

std::string Lying(const std::string& text) {
  const auto lie = ParseLie(text);
  EXPECT_TRUE(lie.ok());
  const auto pdf = RenderPdf(OneLine());
  EXPECT_TRUE(pdf.ok());
  const auto lying = TellLie(*pdf, *lie);
  EXPECT_TRUE(lying.ok());
  return *lying;
}

TEST(Lie, ShiftsEveryTargetOfTheMaps) {
  const auto honest = RenderPdf(OneLine());
  ASSERT_TRUE(honest.ok());
  EXPECT_NE(Streams(*honest).find("<5408>"), std::string::npos);  // 合
  const std::string lying = Lying("map=shift");
  EXPECT_EQ(lying.compare(0, honest->size(), *honest), 0);  // an update: nothing before it moves
  EXPECT_NE(lying.find("> <5409>"), std::string::npos);
  EXPECT_EQ(lying.find("> <5408>"), std::string::npos);
}

TEST(Lie, SwapsSomeDigitsOnly) {
  const std::string lying = Lying("map=swap,digits=10,seed=3");
  EXPECT_NE(lying.find("> <002e>"), std::string::npos);  // the point stays
  EXPECT_NE(lying, Lying("map=swap,digits=10,seed=4"));
  EXPECT_EQ(lying, Lying("map=swap,digits=10,seed=3"));
}

TEST(Lie, TakesTheMapsAway) { EXPECT_EQ(Lying("map=none").find("/ToUnicode"), std::string::npos); }

TEST(Lie, AHiddenLayerHasWrongDigitsAndNoInk) {
  const auto lie = ParseLie("layer=hidden,wrong=100");
  ASSERT_TRUE(lie.ok());
  const ScanLayer layer{LayerOf(OneLine(), *lie), false};
  const auto& run = std::get<TextRun>(layer.text.pages[0].marks[0]);
  EXPECT_EQ(run.text.size(), std::string("13.80 合计").size());
  for (const size_t i : {0, 1, 3, 4}) EXPECT_NE(run.text[i], std::string("13.80")[i]);
  const auto options = ParseScanOptions("dpi=75");
  ASSERT_TRUE(options.ok());
  const auto scan = ScanDrawing(OneLine(), *options, &layer);
  ASSERT_TRUE(scan.ok());
  const auto lying = TellLie(*scan, *lie);
  ASSERT_TRUE(lying.ok());
  EXPECT_NE(lying->find("BT\n3 Tr\n"), std::string::npos);
}

TEST(Lie, OptionsOutsideTheirGrammarAreRefused) {
  for (const char* text : {"map=upside", "layer", "wrong=many", "colour=1"})
    EXPECT_FALSE(ParseLie(text).ok()) << text;
}

}  // namespace
}  // namespace juesuan
