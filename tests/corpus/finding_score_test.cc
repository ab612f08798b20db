#include "corpus/finding_score.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

CheckParagraph Paragraph(int page, const std::string& text) {
  CheckParagraph paragraph;
  paragraph.page = page;
  paragraph.lines = {text};
  return paragraph;
}

Finding Ours(const std::string& rule, int page, const std::string& raw) {
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::kHigh;
  finding.verdict = Verdict::kSource;
  finding.message = rule;
  FindingCell cell;
  cell.page = page;
  cell.raw = raw;
  finding.cells = {cell};
  return finding;
}

// Line 10 stands on page 2, line 20 on page 3.
FindingScore Score(const std::vector<Finding>& ours) {
  const std::vector<SeedLine> seed = {{10, "第一段话说的是这个项目全年预算的情况", false, false},
                                      {15, "执行34.74万元", false, false},
                                      {20, "第二段话说的是这个项目全年产出的情况", false, false}};
  CheckInput document;
  document.paragraphs = {Paragraph(2, seed[0].text), Paragraph(3, seed[2].text)};
  const auto gold = ParseGoldFindings(
      R"({"finding_id":"F1","rule_id":"R91","severity":"high","project":"甲","printed":"34.74",)"
      R"("places":[{"seed_line":15,"quote":"执行 34.74 万元"}]})"
      "\n");
  return ScoreFindings(*gold, seed, document, ours);
}

TEST(FindingScore, RaisedByItsRuleAtItsPlace) {
  const FindingScore score = Score({Ours("R91", 3, "34.74")});
  EXPECT_EQ(score.Raised(), 1);
  EXPECT_EQ(score.gold[0].by, "R91");
  EXPECT_EQ(score.gold[0].page, 3);
  EXPECT_TRUE(score.unexplained.empty());
}

TEST(FindingScore, AnotherPlaceIsNotRaised) {
  EXPECT_EQ(Score({Ours("R91", 4, "34.74")}).Raised(), 0);
  EXPECT_EQ(Score({Ours("R91", 3, "54")}).Raised(), 0);
  EXPECT_EQ(Score({Ours("R91", 4, "34.74")}).unexplained.size(), 1U);
}

TEST(FindingScore, AnotherRuleExplainsButDoesNotRaise) {
  const FindingScore score = Score({Ours("R12", 3, "34.74")});
  EXPECT_EQ(score.Raised(), 0);
  EXPECT_TRUE(score.unexplained.empty());
  EXPECT_EQ(Score({Ours("R93", 3, "34.74")}).Raised(), 1);
}

TEST(FindingScore, InfoAccusesNobody) {
  Finding info = Ours("R91", 9, "1");
  info.severity = Severity::kInfo;
  EXPECT_TRUE(Score({info}).unexplained.empty());
}

TEST(FindingScore, RefusesWhatIsNoFinding) {
  EXPECT_FALSE(ParseGoldFindings("{\"rule_id\":\"R1\"}\n").ok());
}

}  // namespace
}  // namespace juesuan
