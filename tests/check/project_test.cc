// What the rules of projects say at which place, and when they say nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "check/project_text.h"
#include "sample.h"

namespace juesuan {
namespace {

Finding Only(const CheckInput& input, const std::string& rule) {
  Finding out;
  int found = 0;
  for (const Finding& finding : Check(input, TestPacks()).findings)
    if (finding.rule == rule && finding.severity != Severity::kInfo) {
      out = finding;
      ++found;
    }
  EXPECT_EQ(found, 1) << rule;
  return out;
}

bool PointsAt(const Finding& finding, const std::string& raw, int page) {
  return std::any_of(finding.cells.begin(), finding.cells.end(), [&](const FindingCell& cell) {
    return cell.raw == raw && cell.page == page && cell.box.x1 > cell.box.x0;
  });
}

TEST(Projects, AFindingPointsAtBothPlaces) {
  CheckInput input = SampleInput();
  PrintWords(&At(&input, "PERF.REP.BUDGET", "其他资金", "全年执行数"), "1,000");
  const Finding finding = Only(input, "R82");
  EXPECT_TRUE(PointsAt(finding, "1.00", 14));
  EXPECT_TRUE(PointsAt(finding, "1,000", 15));
  EXPECT_EQ(finding.verdict, Verdict::kSource);
  EXPECT_NE(finding.message.find("相差10倍"), std::string::npos) << finding.message;
}

TEST(Projects, AFindingPointsIntoTheProse) {
  CheckInput input = SampleInput();
  Rewrite(&input, "中央资金结余10万元", "中央资金结余20万元");
  const Finding finding = Only(input, "R75");
  EXPECT_TRUE(PointsAt(finding, "中央资金结余20万元", 2));
  EXPECT_TRUE(PointsAt(finding, "60.00", 13));
  EXPECT_NE(finding.message.find("全部资金的结余"), std::string::npos) << finding.message;
}

// What is in doubt is not evaluated, never violated.
TEST(Projects, ACellInDoubtAccusesNobody) {
  const RulePacks packs = TestPacks();
  for (const char* measure : {"全年预算数", "全年执行数", "执行率", "得分"}) {
    CheckInput input = SampleInput();
    Record& cell = At(&input, "PERF.SE.FUNDS", "资金总额", measure);
    PrintWords(&cell, "3");
    cell.status = CellStatus::kSuspect;
    cell.doubt = "识别把握低";
    for (const Finding& finding : Check(input, packs).findings)
      ADD_FAILURE() << measure << finding.rule << finding.message;
  }
}

TEST(Projects, NothingIsARateOfNothing) {
  CheckInput input = SampleInput();
  for (const char* measure : {"年初预算数", "全年预算数", "全年执行数", "资金结转(余)", "执行率"})
    for (const char* form : {"PERF.SE.FUNDS", "PERF.REP.BUDGET"})
      PrintWords(&At(&input, form, "资金总额", measure), "0");
  for (const Finding& finding : Check(input, TestPacks()).findings)
    EXPECT_FALSE(finding.rule == "R80" && finding.severity != Severity::kInfo) << finding.message;
}

TEST(Projects, ARowThatWasLostAccusesNobody) {
  CheckInput input = SampleInput();
  auto& records = input.facts.records;
  records.erase(std::remove_if(records.begin(), records.end(),
                               [](const Record& r) {
                                 return r.form == "PERF.REP.IND" && r.line == "群众满意度";
                               }),
                records.end());
  Reject reject;
  reject.table = 15;
  reject.code = "unknown_column";
  reject.text = "10";
  input.facts.rejects.push_back(reject);
  const CheckReport report = Check(input, TestPacks());
  for (const char* rule : {"R83", "R86", "R89"})
    EXPECT_EQ(Count(report, rule, Outcome::kViolated), 0) << rule;
}

TEST(Projects, OneReaderAloneAccusesNobody) {
  CheckInput input = SampleInput();
  Record& cell = At(&input, "PERF.REP.BUDGET", "其他资金", "全年执行数");
  PrintWords(&cell, "1,000");
  cell.readings.front().by = Reader::kPpocr;
  cell.readings.front().score = 0.99;
  for (const Finding& finding : Check(input, TestPacks()).findings)
    EXPECT_FALSE(finding.rule == "R82" && finding.verdict == Verdict::kSource) << finding.message;
}

// A row that a page's end cuts has records of two tables.
TEST(Projects, ARowCutByAPageIsOneRow) {
  CheckInput input = SampleInput();
  for (Record& record : input.facts.records) {
    if (record.form != "PERF.REP.IND" || record.line != "机关股室数量") continue;
    if (record.measure == "指标名称") continue;
    record.table = 16;
    record.page = 16;
  }
  for (const Finding& finding : Check(input, TestPacks()).findings)
    ADD_FAILURE() << finding.rule << finding.message;
}

// Other wordings; rates made of amounts rounded to 万元.
TEST(Projects, WhatIsPlausibleIsInfo) {
  CheckInput input = SampleInput();
  Rewrite(&input, "：完成普查任务", "：已完成普查任务");
  for (const Finding& finding : Check(input, TestPacks()).findings)
    EXPECT_EQ(finding.severity, Severity::kInfo) << finding.rule << finding.message;
  input = SampleInput();
  PrintWords(&At(&input, "PERF.REP.BUDGET", "资金总额", "全年执行数"), "80,012.34");
  RewriteForm(&input, "执行率66.67%", "执行率66.68%");
  for (const Finding& finding : Check(input, TestPacks()).findings)
    EXPECT_FALSE(finding.rule == "R92" && finding.severity != Severity::kInfo) << finding.message;
}

// What looks like a contradiction and need be none.
struct Harmless {
  const char* rule;
  std::function<void(CheckInput*)> change;
};

void Write(CheckInput* d, const char* form, const char* line, const char* measure,
           const char* words) {
  PrintWords(&At(d, form, line, measure), words);
}

const Harmless kHarmless[] = {
    // A rate as a share of one.
    {"R80", [](CheckInput* d) { Write(d, "PERF.SE.FUNDS", "资金总额", "执行率", "0.8"); }},
    // 成本 in another unit; a cost below what = asks; an early or a long date.
    {"R94", [](CheckInput* d) { Write(d, "PERF.SE.IND", "资料成本", "实际完成值", "1.5万元"); }},
    {"R94",
     [](CheckInput* d) { Write(d, "PERF.SE.IND", "补助标准", "实际完成值", "=90元/人/月"); }},
    {"R95",
     [](CheckInput* d) { Write(d, "PERF.SE.IND", "完成时间", "指标值", "2023年1月至2024年12月"); }},
    {"R95", [](CheckInput* d) { Write(d, "PERF.SE.IND", "完成时间", "实际完成值", "2023年12月"); }},
    // An item's amount, another period's rate, a part of the count.
    {"R91", [](CheckInput* d) { RewriteForm(d, "实际执行8万元", "其中办公费实际执行3万元"); }},
    {"R91", [](CheckInput* d) { RewriteForm(d, "实际执行8万元", "差旅费实际支出3万元"); }},
    {"R91", [](CheckInput* d) { RewriteForm(d, "实际到位10万元", "追加预算资金3万元"); }},
    {"R92", [](CheckInput* d) { RewriteForm(d, "实际执行8万元，", "截至6月底，预算执行率20%，"); }},
    {"R93", [](CheckInput* d) { RewriteForm(d, "培训人数50人", "其中线上培训人数30人"); }},
    {"R93", [](CheckInput* d) { RewriteForm(d, "培训人数50人", "年初目标培训人数60人"); }},
    // Other items of a list, other costs that are at most so much.
    {"R90",
     [](CheckInput* d) {
       RewriteForm(d, "2024年项目", "1、加强预算管理。2024年项目");
       Rewrite(d, "2024年项目完成情况", "2、加强预算管理。2024年项目完成情况");
     }},
    {"R96",
     [](CheckInput* d) { Write(d, "PERF.SE.IND", "公务用车维护费", "实际完成值", "≤50000元/辆"); }},
    {"R97", [](CheckInput* d) { Rewrite(d, "共需资金12万元", "共需资金30万元"); }},
};

TEST(Projects, WhatNeedBeNoContradictionAccusesNobody) {
  const RulePacks packs = TestPacks();
  for (const Harmless& each : kHarmless) {
    CheckInput input = SampleInput();
    each.change(&input);
    for (const Finding& finding : Check(input, packs).findings)
      EXPECT_FALSE(finding.rule == each.rule && finding.severity != Severity::kInfo)
          << finding.rule << finding.message;
  }
}

TEST(ProjectText, NumbersKeepTheirUnits) {
  const std::string text = "执行21,275.5万元,每辆10000元/辆,达98%、共3人。";
  const std::vector<PrintedNumber> numbers = NumbersIn(text);
  ASSERT_EQ(numbers.size(), 4U);
  EXPECT_EQ(PlainText(numbers[0].value) + numbers[0].unit, "21275.5万元");
  EXPECT_EQ(PlainText(numbers[1].value) + numbers[1].unit, "10000元/辆");
  EXPECT_EQ(PlainText(numbers[2].value) + numbers[2].unit, "98%");
  EXPECT_EQ(numbers[3].unit, "人");
  EXPECT_TRUE(SaysUnit("元/辆", "元/辆"));
  EXPECT_FALSE(SaysUnit("元/人/月", "元/人"));
}

TEST(ProjectText, ClausesDoNotPartNumbers) {
  const std::string text = "实际执行155,980元,预算执行率95.75%。原因:无";
  std::vector<std::string> words;
  for (const Clause& clause : ClausesOf(text))
    words.push_back(text.substr(clause.begin, clause.end - clause.begin));
  EXPECT_EQ(words,
            (std::vector<std::string>{"实际执行155,980元", "预算执行率95.75%", "原因", "无"}));
}

TEST(ProjectText, CharactersInTheirOrder) {
  EXPECT_EQ(CommonCharacters(U"取暖费发放标准", U"取暖补助发放标准为3920元"), 6U);
  EXPECT_EQ(CommonCharacters(U"人身", U"身人"), 1U);
  EXPECT_EQ(CommonCharacters(U"", U"人"), 0U);
}

}  // namespace
}  // namespace juesuan
