#include "ocr/ctc.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

const std::vector<std::string> kAlphabet = {"", "1", "2", "3", " "};

// Rows of probabilities: blank, 1, 2, 3, space.
CtcText Decode(const std::vector<std::vector<float>>& steps) {
  std::vector<float> flat;
  for (const auto& step : steps) flat.insert(flat.end(), step.begin(), step.end());
  return DecodeCtc(flat.data(), steps.size(), kAlphabet);
}

std::vector<float> Sure(size_t c) {
  std::vector<float> row(kAlphabet.size(), 0);
  row[c] = 1;
  return row;
}

TEST(Ctc, RepeatsAreOneCharacterAndBlanksSeparate) {
  const CtcText text = Decode({Sure(1), Sure(1), Sure(0), Sure(1), Sure(2)});
  EXPECT_EQ(text.text, "112");
  EXPECT_EQ(text.score, 1);
  EXPECT_TRUE(text.others.empty());
}

TEST(Ctc, ScoreIsTheWeakestCharactersBestStep) {
  const CtcText text = Decode({{0.5f, 0.5f, 0, 0, 0}, {0.1f, 0.9f, 0, 0, 0}, Sure(0), Sure(3)});
  EXPECT_EQ(text.text, "13");
  EXPECT_DOUBLE_EQ(text.score, 0.9);
}

TEST(Ctc, WeakCharacterHasARunnerUp) {
  const CtcText text = Decode({Sure(1), {0, 0, 0.6f, 0.4f, 0}});
  EXPECT_EQ(text.text, "12");
  EXPECT_DOUBLE_EQ(text.score, 0.6);
  ASSERT_EQ(text.others.size(), 1u);
  EXPECT_EQ(text.others[0].text, "13");
  EXPECT_DOUBLE_EQ(text.others[0].score, 0.4);
}

TEST(Ctc, CharacterPassedOverLowersTheScoreAndIsNamed) {
  const CtcText text = Decode({Sure(1), {0.7f, 0, 0.3f, 0, 0}, Sure(3)});
  EXPECT_EQ(text.text, "13");
  EXPECT_DOUBLE_EQ(text.score, 0.7);
  ASSERT_EQ(text.others.size(), 1u);
  EXPECT_EQ(text.others[0].text, "123");
}

TEST(Ctc, EdgeOfANeighbourIsNoDoubt) {
  EXPECT_EQ(Decode({Sure(1), {0.6f, 0.4f, 0, 0, 0}, Sure(3)}).score, 1);
}

TEST(Ctc, SpaceIsNoDoubtAboutItsNeighbours) {
  const CtcText text = Decode({Sure(1), {0.45f, 0, 0, 0, 0.55f}, Sure(2)});
  EXPECT_EQ(text.text, "1 2");
  EXPECT_EQ(text.score, 1);
}

TEST(Ctc, TwoWeakCharactersAreAlsoChangedTogether) {
  const CtcText text = Decode({{0, 0.6f, 0.4f, 0, 0}, {0, 0, 0, 0.7f, 0}, {0.8f, 0.2f, 0, 0, 0}});
  EXPECT_EQ(text.text, "13");
  bool both = false;
  for (const Candidate& other : text.others) both = both || other.text == "231";
  EXPECT_TRUE(both);
  EXPECT_LE(text.others.size(), 4u);
}

}  // namespace
}  // namespace juesuan
