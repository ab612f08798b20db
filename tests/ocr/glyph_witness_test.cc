#include "ocr/glyph_witness.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

constexpr int kFont = 7;

// A run whose codes are those of `shown` and whose text is what the layer says.
LayerRun RunOf(const std::string& shown, const std::string& said) {
  LayerRun run{};
  for (size_t i = 0; i < shown.size(); ++i) {
    run.keys.emplace_back(kFont, static_cast<uint32_t>(shown[i]));
    run.texts.emplace_back(1, said[i]);
  }
  return run;
}

GlyphKey KeyOf(char shown) { return {kFont, static_cast<uint32_t>(shown)}; }

TEST(GlyphWitness, BelievesWhatItSees) {
  GlyphWitness witness;
  witness.Compare(RunOf("1204.37", "1204.37"), "1204.37");
  EXPECT_TRUE(witness.IsSettled(KeyOf('4')));
  EXPECT_FALSE(witness.IsSettled(KeyOf('9')));
  EXPECT_TRUE(witness.Liars().empty());
}

TEST(GlyphWitness, NamesTheCodesThatShowOtherDigits) {
  GlyphWitness witness;
  witness.Compare(RunOf("1384.30", "1834.80"), "1384.30");  // 3 and 8 stand for each other
  const std::set<GlyphKey> liars = witness.Liars();
  EXPECT_EQ(liars, (std::set<GlyphKey>{KeyOf('3'), KeyOf('8')}));
}

TEST(GlyphWitness, OneSlipOfTheReaderAccusesNobody) {
  GlyphWitness witness;
  witness.Compare(RunOf("139.47", "139.47"), "189.47");
  EXPECT_FALSE(witness.IsSettled(KeyOf('3')));
  witness.Compare(RunOf("233.00", "233.00"), "233.00");
  EXPECT_TRUE(witness.Liars().empty());
}

TEST(GlyphWitness, AStrayCharacterBesideTheFigureAccusesNobody) {
  GlyphWitness witness;
  witness.Compare(RunOf("94.73", "94.73"), "194.73");
  EXPECT_TRUE(witness.Liars().empty());
  EXPECT_TRUE(witness.IsSettled(KeyOf('7')));
}

TEST(GlyphWitness, ADigitThatNobodyCanMakeOutIsNotBelieved) {
  GlyphWitness witness;
  for (int look = 0; look < 4; ++look) witness.Compare(RunOf("5", "5"), "");
  EXPECT_TRUE(witness.IsSettled(KeyOf('5')));
  EXPECT_EQ(witness.Liars().count(KeyOf('5')), 1u);
}

TEST(GlyphWitness, AnOrnamentWithoutUnicodeIsNoFigure) {
  GlyphWitness witness;
  LayerRun run = RunOf("aa", "aa");
  run.texts = {"", ""};
  witness.Compare(run, "■■");
  EXPECT_TRUE(witness.Liars().empty());
}

TEST(GlyphWitness, ADigitWithoutUnicodeIsALiar) {
  GlyphWitness witness;
  LayerRun run = RunOf("48.2", "48.2");
  run.texts[1] = "";
  witness.Compare(run, "48.2");
  EXPECT_EQ(witness.Liars(), (std::set<GlyphKey>{KeyOf('8')}));
}

TEST(Likeness, IsTheShareThatNeedsNoEdit) {
  EXPECT_EQ(Likeness("收入支出", "收入支出"), 1);
  EXPECT_EQ(Likeness("收入支出", "收人支出"), 0.75);
  EXPECT_EQ(Likeness("收入支出", "abcd"), 0);
}

}  // namespace
}  // namespace juesuan
