#include <gtest/gtest.h>

#include <string>

#include "check/ratio.h"
#include "sample.h"

namespace juesuan {
namespace {

Number Wan(const std::string& text) { return *ToNumber(*ParseDecimal(text), Unit::kWanYuan); }

TEST(Ratio, RoundedTruncatedOrWrong) {
  const struct {
    const char *part, *whole, *percent;
    Outcome outcome;
  } kCases[] = {
      {"435.51", "5496.64", "7.92", Outcome::kHold},
      {"1.00", "3.00", "33.3", Outcome::kHold},
      {"0.00", "3.00", "0", Outcome::kHold},
      // The amounts are rounded themselves: 0.15 of 0.54 may be 27.2 to 28.4.
      {"0.15", "0.54", "28.11", Outcome::kRound},
      // Cut off instead of rounded.
      {"9746.50", "9759.38", "99.86", Outcome::kSoft},
      {"2106.66", "2940.05", "71.73", Outcome::kViolated},
      {"2106.66", "2940.05", "7.17", Outcome::kViolated},
      // Nothing is a percentage of nothing.
      {"1.00", "0.00", "0", Outcome::kSkipped},
  };
  for (const auto& c : kCases)
    EXPECT_EQ(CompareRatio(Wan(c.part), Wan(c.whole), *ParseDecimal(c.percent)), c.outcome)
        << c.part << " / " << c.whole << " " << c.percent;
  EXPECT_EQ(PercentText(Wan("2106.66"), Wan("2940.05")), "71.6539");
}

struct Contradiction {
  const char *rule, *form, *role, *subject, *raw;
  Outcome outcome = Outcome::kViolated;
};

constexpr Contradiction kContradictions[] = {
    {"R50", "totals", "account", "收入总计", "120.00"},
    {"R51", "totals", "rate", "收入总计", "17.36"},
    {"R52", "reason", "delta", "普查经费", "210002.5"},
    {"R52", "reason", "rate", "普查经费", "700"},
    {"R53", "income", "account", "财政拨款收入", "12.10"},
    {"R53", "income", "share", "财政拨款收入", "10.00"},
    {"R54", "spending", "share", "基本支出", "67.03"},
    {"R54", "spending", "account", "项目支出", "28.00"},
    {"R55", "fiscal", "account", "财政拨款收入总计", "0.30"},
    {"R56", "general", "share", "一般公共预算财政拨款支出", "95.00"},
    {"R57", "structure", "account", "卫生健康支出", "7.00"},
    {"R57", "structure", "share", "社会保障和就业支出", "88.93"},
    {"R58", "detail", "completion", "一般公共预算财政拨款支出", "11.20"},
    {"R58", "detail", "budget", "卫生健康支出", "11.00"},
    // Less than the whole may be some of its parts.
    {"R58", "detail", "budget", "卫生健康支出", "9.00", Outcome::kSoft},
    {"R59", "detail", "rate", "社会保障和就业支出", "9.09"},
    {"R61", "fund", "account", "本年支出", "70.00"},
    {"R62", "public", "budget", "三公经费", "2.60"},
    {"R62", "public", "completion", "三公经费", "27"},
    {"R63", "public_detail", "account", "公务接待费", "0.20"},
    {"R63", "public_detail", "use", "参观", "0.40", Outcome::kSoft},
    {"R64", "operating", "account", "机关运行经费", "4.50"},
    {"R65", "procurement", "share", "授予中小企业合同金额", "76.67"},
    {"R65", "procurement", "account", "授予小微企业合同金额", "21.00"},
    {"R66", "assets", "count", "车辆", "3"},
};

TEST(NarrativeRules, AContradictionIsFoundAtItsFigure) {
  const RulePacks packs = TestPacks();
  for (const Contradiction& each : kContradictions) {
    CheckInput input = SampleInput();
    Say(&input, each.form, each.role, each.subject, each.raw);
    const CheckReport report = Check(input, packs);
    EXPECT_GT(Count(report, each.rule, each.outcome), 0) << each.rule << " " << each.raw;
    bool pointed = false;
    for (const Finding& finding : report.findings)
      for (const FindingCell& cell : finding.cells)
        pointed = pointed || (finding.rule == each.rule && cell.raw == each.raw && cell.page == 2 &&
                              cell.box == Box{50, 500, 90, 510});
    EXPECT_TRUE(pointed) << each.rule << " " << each.raw;
  }
}

TEST(NarrativeRules, BothPlacesOfAContradiction) {
  CheckInput input = SampleInput();
  Say(&input, "structure", "account", "卫生健康支出", "7.00");
  for (const Finding& finding : Check(input, TestPacks()).findings) {
    if (finding.rule != "R57" || finding.cells.size() != 2) continue;
    EXPECT_EQ(finding.verdict, Verdict::kSource);
    EXPECT_EQ(finding.cells[0].form + finding.cells[1].form, "PUB05");
    return;
  }
  ADD_FAILURE() << "nobody is accused";
}

TEST(NarrativeRules, ProseReadFromPixelsAccusesNobody) {
  CheckInput input = SampleInput();
  Say(&input, "structure", "account", "卫生健康支出", "7.00").by = Reader::kPpocr;
  Say(&input, "structure", "share", "社会保障和就业支出", "8.39").by = Reader::kPpocr;
  const CheckReport report = Check(input, TestPacks());
  EXPECT_FALSE(report.findings.empty());
  for (const Finding& finding : report.findings) EXPECT_NE(finding.verdict, Verdict::kSource);
}

TEST(NarrativeRules, OppositeDirectionsAndDoubleMeanings) {
  CheckInput input = SampleInput();
  Say(&input, "totals", "rate", "收入总计", "14.79").direction = FactDirection::kUp;
  EXPECT_EQ(Count(Check(input, TestPacks()), "R51", Outcome::kViolated), 1);
  // A key that two records have binds nothing.
  input = SampleInput();
  input.facts.records.push_back(At(&input, "PUB05", "208", "小计"));
  Say(&input, "structure", "account", "社会保障和就业支出", "98.00");
  for (const RuleInstance& instance : Check(input, TestPacks()).instances)
    EXPECT_FALSE(instance.rule == "R57" && instance.place == "208");
}

}  // namespace
}  // namespace juesuan
