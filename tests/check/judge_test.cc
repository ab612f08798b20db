// Repair, proof, cause, verdict, shifted columns, slips, envelopes.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "check/slip.h"
#include "sample.h"

namespace juesuan {
namespace {

// The sample as one engine read it from pixels.
CheckInput ScannedInput(double score = 0.95) {
  CheckInput input = SampleInput();
  for (Record& record : input.facts.records)
    for (Reading& reading : record.readings) {
      reading.by = Reader::kPpocr;
      reading.score = score;
    }
  return input;
}

const RecordChange* ChangeOf(const CheckInput& input, const CheckReport& report,
                             const std::string& form, const std::string& line,
                             const std::string& measure) {
  for (const RecordChange& change : report.statuses) {
    const Record& record = input.facts.records[static_cast<size_t>(change.record)];
    if (record.form == form && record.line == line && record.measure == measure) return &change;
  }
  return nullptr;
}

TEST(Proof, ALayerIsProvenByAnyIdentity) {
  CheckInput input = SampleInput();
  const CheckReport report = Check(input, TestPacks());
  Apply(report.statuses, &input.facts);
  for (const Record& record : input.facts.records) {
    if (!record.value || record.unit != Unit::kWanYuan || !record.project.empty()) continue;
    EXPECT_EQ(record.status, CellStatus::kProven) << record.form << record.line << record.measure;
    EXPECT_FALSE(record.evidence.empty()) << record.form << record.line << record.measure;
  }
}

TEST(Proof, NoIdentitySettlesWhoseAmountItIsOrInWhatUnit) {
  CheckInput input = SampleInput();
  for (const char* doubt : {kKeyDoubt, kUnitDoubt}) {
    Record& cell = At(&input, "PUB08", "2230105", "项目支出");
    cell.status = CellStatus::kSuspect;
    cell.doubt = std::string(doubt) + "识别把握低";
    const CheckReport report = Check(input, TestPacks());
    Apply(report.statuses, &input.facts);
    const Record& judged = At(&input, "PUB08", "2230105", "项目支出");
    EXPECT_EQ(judged.status, CellStatus::kSuspect);
    EXPECT_EQ(judged.doubt.rfind(doubt, 0), 0U);
  }
}

TEST(Proof, ACopyOfTheSamePixelsProvesNothing) {
  // One code, printed alike wherever it stands: every identity over it is a copy.
  CheckInput input = ScannedInput();
  auto& records = input.facts.records;
  std::vector<Record> kept;
  for (const Record& record : records)
    if (record.form == "PUB08") kept.push_back(record);
  records = kept;
  const CheckReport report = Check(input, TestPacks());
  for (const RecordChange& change : report.statuses) EXPECT_NE(change.status, CellStatus::kProven);
}

TEST(Proof, TwoReadersThatAgreeProve) {
  CheckInput input = ScannedInput();
  Record& cell = At(&input, "PUB08", "2230105", "项目支出");
  cell.readings.push_back({Reader::kTesseract, "2.00", 0.9, {}});
  const CheckReport report = Check(input, TestPacks());
  const RecordChange* change = ChangeOf(input, report, "PUB08", "2230105", "项目支出");
  ASSERT_NE(change, nullptr);
  EXPECT_EQ(change->status, CellStatus::kProven);
}

// A row went unread, so that nothing is known of what is missing but that it is not less than
// nought.
TEST(Proof, TwoReadersThatAgreeProveNoTotalBelowItsParts) {
  const auto status = [](const std::string& total) {
    CheckInput input = ScannedInput();
    auto& records = input.facts.records;
    records.erase(std::remove_if(records.begin(), records.end(),
                                 [](const Record& record) {
                                   return record.form != "PUB08" || record.measure != "项目支出";
                                 }),
                  records.end());
    Reject reject;
    reject.table = 8;
    reject.code = "unknown_row";
    reject.text = "1.00";
    input.facts.rejects.push_back(reject);
    Record& cell = At(&input, "PUB08", "223", "项目支出");
    Print(&cell, total);
    cell.readings = {{Reader::kPpocr, total, 0.95, {}}, {Reader::kTesseract, total, 0.9, {}}};
    const CheckReport report = Check(input, TestPacks());
    const RecordChange* change = ChangeOf(input, report, "PUB08", "223", "项目支出");
    return change == nullptr ? CellStatus::kRead : change->status;
  };
  EXPECT_EQ(status("2.00"), CellStatus::kProven);
  EXPECT_EQ(status("3.00"), CellStatus::kProven) << "another part may be missing";
  EXPECT_EQ(status("1.97"), CellStatus::kSuspect);
}

TEST(Repair, TheReadingThatClosesEveryIdentityIsTaken) {
  CheckInput input = ScannedInput();
  Record& cell = At(&input, "PUB03", "2080505", "基本支出");
  Print(&cell, "28.00");
  cell.readings = {{Reader::kPpocr, "28.00", 0.7, {{"20.00", 0.2}, {"26.00", 0.1}}}};
  cell.status = CellStatus::kSuspect;
  cell.doubt = "识别把握低";
  const CheckReport report = Check(input, TestPacks());
  const RecordChange* change = ChangeOf(input, report, "PUB03", "2080505", "基本支出");
  ASSERT_NE(change, nullptr);
  ASSERT_TRUE(change->repair.has_value());
  EXPECT_EQ(change->repair->text, "20.00");
  EXPECT_EQ(change->repair->by, Reader::kRepair);
  EXPECT_GE(change->evidence.size(), 2u);
  EXPECT_TRUE(report.findings.empty());
  Apply(report.statuses, &input.facts);
  const Record& after = At(&input, "PUB03", "2080505", "基本支出");
  EXPECT_EQ(after.value->ToString(), "20.00");
  EXPECT_EQ(after.readings.front().by, Reader::kRepair);
  EXPECT_EQ(after.doubt, "");
}

TEST(Repair, NoReadingThatClosesLeavesTheCellSuspect) {
  CheckInput input = ScannedInput();
  Record& cell = At(&input, "PUB03", "2080505", "基本支出");
  Print(&cell, "28.00");
  cell.readings = {{Reader::kPpocr, "28.00", 0.7, {{"26.00", 0.1}}}};
  const CheckReport report = Check(input, TestPacks());
  const RecordChange* change = ChangeOf(input, report, "PUB03", "2080505", "基本支出");
  ASSERT_NE(change, nullptr);
  EXPECT_EQ(change->status, CellStatus::kSuspect);
  EXPECT_FALSE(change->repair.has_value());
  EXPECT_NE(change->doubt, "");
}

TEST(Repair, TwoReadingsWithinRoundingLeaveTheCellSuspect) {
  CheckInput input = ScannedInput();
  input.facts.narrative.clear();  // the text prints no amount again
  Record& cell = At(&input, "PUB06", "30201", "决算数");
  cell.readings = {{Reader::kPpocr, "2.50", 0.7, {{"2.51", 0.3}}}};
  const CheckReport report = Check(input, TestPacks());
  const RecordChange* change = ChangeOf(input, report, "PUB06", "30201", "决算数");
  ASSERT_NE(change, nullptr);
  EXPECT_EQ(change->status, CellStatus::kSuspect);
}

TEST(Repair, OneIdentitySettlesBetweenTwoReaders) {
  // 30201 stands in one equation only.
  CheckInput input = ScannedInput();
  Record& cell = At(&input, "PUB06", "30201", "决算数");
  Print(&cell, "8.50");
  cell.readings = {{Reader::kPpocr, "8.50", 0.7, {}}, {Reader::kTesseract, "2.50", 0.9, {}}};
  const CheckReport report = Check(input, TestPacks());
  const RecordChange* change = ChangeOf(input, report, "PUB06", "30201", "决算数");
  ASSERT_NE(change, nullptr);
  ASSERT_TRUE(change->repair.has_value());
  EXPECT_EQ(change->repair->text, "2.50");
}

TEST(Repair, AWeakReadingThatOnlyRoundsStaysSuspect) {
  // A digit too many: every identity over it still closes within rounding.
  CheckInput input = ScannedInput();
  Record& cell = At(&input, "PUB03", "208", "基本支出");
  Print(&cell, "79.005");
  cell.readings = {{Reader::kPpocr, "79.005", 0.6, {}}};
  const CheckReport report = Check(input, TestPacks());
  const RecordChange* change = ChangeOf(input, report, "PUB03", "208", "基本支出");
  ASSERT_NE(change, nullptr);
  EXPECT_EQ(change->status, CellStatus::kSuspect);
}

TEST(Repair, AnAmountThatMayHaveLostItsLastDigitIsNotSettledByRounding) {
  // 2.5 for 2.52, whose last digit is under a mark: two readers agree, and the sum rounds.
  for (const auto& [other, settled] : {std::pair("1.48", false), {"1.50", true}}) {
    CheckInput input = ScannedInput();
    Print(&At(&input, "PUB06", "30231", "决算数"), other);
    Record& cell = At(&input, "PUB06", "30201", "决算数");
    Print(&cell, "2.5");
    cell.readings = {{Reader::kPpocr, "2.5", 0.3, {}}, {Reader::kTesseract, "9.5", 0, {}}};
    const CheckReport report = Check(input, TestPacks());
    const RecordChange* change = ChangeOf(input, report, "PUB06", "30201", "决算数");
    ASSERT_NE(change, nullptr);
    EXPECT_EQ(change->status != CellStatus::kSuspect, settled) << other;
  }
}

// 8.00 read as 800 in three rows and two columns, and the total not read: prints of one figure
// agree.
TEST(Repair, FiguresThatLostTheirPointTogetherAreNoWitnesses) {
  CheckInput input = ScannedInput();
  auto& records = input.facts.records;
  const auto is_other = [](const Record& record) {
    return record.form != "PUB03" || record.line == "合计";
  };
  records.erase(std::remove_if(records.begin(), records.end(), is_other), records.end());
  input.facts.narrative.clear();
  for (Record& record : records) {
    if (record.raw != "8.00") continue;
    Print(&record, "800");
    record.status = CellStatus::kSuspect;
    record.doubt = "小数位数与其他金额不同";
  }
  Apply(Check(input, TestPacks()).statuses, &input.facts);
  int seen = 0;
  for (const Record& record : records) {
    if (record.raw != "800") continue;
    EXPECT_EQ(record.status, CellStatus::kSuspect) << record.line;
    ++seen;
  }
  EXPECT_EQ(seen, 6);
}

TEST(Proof, AnAmountFinerThanAFenWasMisread) {
  CheckInput input = ScannedInput();
  Record& cell = At(&input, "PUB10", "政府采购服务支出", "统计数");
  Print(&cell, "80000.005");
  cell.unit = Unit::kYuan;
  cell.readings = {{Reader::kPpocr, "80000.005", 0.97, {}}};
  const CheckReport report = Check(input, TestPacks());
  const RecordChange* change = ChangeOf(input, report, "PUB10", "政府采购服务支出", "统计数");
  ASSERT_NE(change, nullptr);
  EXPECT_EQ(change->status, CellStatus::kSuspect);
}

TEST(Proof, OneExactSumDoesNotProveALastDigit) {
  // 30201 stands in one sum of rounded amounts; nothing else tells its last digit.
  CheckInput input = ScannedInput();
  input.facts.narrative.clear();  // the text prints no amount again
  Record& sum = At(&input, "PUB06", "302", "决算数");
  Print(&sum, "4.01");
  sum.readings.front().by = Reader::kPpocr;
  Record& cell = At(&input, "PUB06", "30201", "决算数");
  Print(&cell, "2.51");  // 2.50 was printed, and closed within rounding
  cell.readings.front().by = Reader::kPpocr;
  const CheckReport report = Check(input, TestPacks());
  EXPECT_EQ(ChangeOf(input, report, "PUB06", "30201", "决算数"), nullptr);
}

TEST(Verdict, ASoundLayerThatFailsIsTheDocumentsFault) {
  CheckInput input = SampleInput();
  input.facts.narrative.clear();  // the text prints no amount again
  Print(&At(&input, "PUB10", "政府采购工程支出", "统计数"), "12.10");
  const CheckReport report = Check(input, TestPacks());
  ASSERT_EQ(report.findings.size(), 1u);
  const Finding& finding = report.findings.front();
  EXPECT_EQ(finding.verdict, Verdict::kSource);
  EXPECT_EQ(finding.difference, "-0.10");
  EXPECT_EQ(finding.expected, "30.10");
  EXPECT_EQ(finding.actual, "30.00");
  EXPECT_EQ(finding.formula, "30.00 = 10.00 + 12.10 + 8.00");
  EXPECT_NE(finding.message.find("相差0.1万元"), std::string::npos) << finding.message;
}

TEST(Verdict, ATableAndTheTextThatDifferAreTheDocumentsFault) {
  // Every identity over the table's amount holds: the text is named as wrong.
  CheckInput input = SampleInput();
  Say(&input, "basic", "account", "办公费", "2.75");
  const CheckReport report = Check(input, TestPacks());
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings.front().rule, "R60");
  EXPECT_EQ(report.findings.front().verdict, Verdict::kSource);
  EXPECT_EQ(report.findings.front().cells.front().raw, "2.75");
  EXPECT_EQ(report.findings.front().cause, "");
}

TEST(Verdict, AMisreadTextBesideAScanDoubtsNoTable) {
  CheckInput input = ScannedInput();
  Say(&input, "totals", "account", "支出总计", "120.00");
  const CheckReport report = Check(input, TestPacks());
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings.front().verdict, Verdict::kUndecided);
  const RecordChange* change = ChangeOf(input, report, "PUB01", "支出总计", "金额");
  ASSERT_NE(change, nullptr);
  EXPECT_EQ(change->status, CellStatus::kProven);
}

TEST(Verdict, OneReaderOfPixelsAccusesNobody) {
  CheckInput input = ScannedInput();
  Print(&At(&input, "PUB10", "政府采购工程支出", "统计数"), "12.10");
  At(&input, "PUB10", "政府采购工程支出", "统计数").readings.front().by = Reader::kPpocr;
  const CheckReport report = Check(input, TestPacks());
  ASSERT_FALSE(report.findings.empty());
  EXPECT_EQ(report.findings.front().verdict, Verdict::kUndecided);
  const RecordChange* change = ChangeOf(input, report, "PUB10", "政府采购工程支出", "统计数");
  ASSERT_NE(change, nullptr);
  EXPECT_EQ(change->status, CellStatus::kSuspect);
}

TEST(Cause, DependentFailuresShareTheOneWrongCell) {
  CheckInput input = SampleInput();
  Record& cell = At(&input, "PUB03", "2080505", "本年支出合计");
  Print(&cell, "200.00");
  const CheckReport report = Check(input, TestPacks());
  std::set<std::string> causes, rules;
  for (const Finding& finding : report.findings) {
    causes.insert(finding.cause);
    rules.insert(finding.rule);
  }
  EXPECT_EQ(causes, std::set<std::string>{"PUB03/2080505/1"});
  EXPECT_EQ(rules.count("R19") + rules.count("R20") + rules.count("R40"), 3u);
  const std::string& message = report.findings.front().message;
  EXPECT_NE(message.find("差10倍"), std::string::npos) << message;
}

TEST(Sentinel, ShiftedColumnsAreOneFinding) {
  CheckInput input = SampleInput();
  for (const char* line : {"20801", "2080101", "20805", "2080501", "2080505", "2080506", "208"}) {
    Record& total = At(&input, "PUB03", line, "本年支出合计");
    Record& basic = At(&input, "PUB03", line, "基本支出");
    Record& sent = At(&input, "PUB03", line, "上缴上级支出");
    const std::string was = total.raw;
    Print(&total, basic.raw);
    Print(&basic, "");
    Print(&sent, was + "1");
  }
  const CheckReport report = Check(input, TestPacks());
  ASSERT_FALSE(report.findings.empty());
  EXPECT_EQ(report.findings.front().title, "列可能错位");
  EXPECT_EQ(report.findings.front().verdict, Verdict::kExtraction);
  EXPECT_EQ(Count(report, "R19", Outcome::kViolated), 0);
  EXPECT_EQ(Count(report, "R20", Outcome::kViolated), 0);
  EXPECT_EQ(Count(report, "R40", Outcome::kViolated), 0);
}

TEST(Envelope, RoundingIsOneNoteATable) {
  CheckInput input = SampleInput();
  input.facts.narrative.clear();  // the text prints no amount again
  Print(&At(&input, "PUB10", "政府采购支出合计", "统计数"), "30.01");
  const CheckReport report = Check(input, TestPacks());
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings.front().severity, Severity::kInfo);
  EXPECT_EQ(report.findings.front().verdict, Verdict::kRounding);
  EXPECT_EQ(report.findings.front().envelope, "0.02");
}

struct EnvelopeCase {
  const char* total;
  Outcome outcome;
};

TEST(Envelope, AThreePartSumMayBeOffByTwoHundredths) {
  for (const EnvelopeCase& each :
       {EnvelopeCase{"30.00", Outcome::kHold}, EnvelopeCase{"30.02", Outcome::kRound},
        EnvelopeCase{"30.03", Outcome::kViolated}, EnvelopeCase{"29.98", Outcome::kRound},
        EnvelopeCase{"29.97", Outcome::kViolated}}) {
    CheckInput input = SampleInput();
    Print(&At(&input, "PUB10", "政府采购支出合计", "统计数"), each.total);
    EXPECT_EQ(Count(Check(input, TestPacks()), "R35", each.outcome), 1) << each.total;
  }
}

TEST(Envelope, YuanMeetsTenThousandYuanWithinHalfADigit) {
  for (const auto& [yuan, outcome] :
       {std::pair<const char*, Outcome>{"70049.00", Outcome::kRound},
        std::pair<const char*, Outcome>{"70051.00", Outcome::kViolated}}) {
    CheckInput input = SampleInput();
    Record& cell = At(&input, "PUB04", "政府性基金预算财政拨款", "金额");
    Print(&cell, yuan);
    cell.unit = Unit::kYuan;
    EXPECT_EQ(Count(Check(input, TestPacks()), "R37", outcome), 1) << yuan;
  }
}

TEST(Envelope, AmountsToTheFenWereNeverRounded) {
  for (const auto& [yuan, outcome] :
       {std::pair<const char*, Outcome>{"300000.00", Outcome::kHold},
        std::pair<const char*, Outcome>{"300000.01", Outcome::kViolated}}) {
    CheckInput input = SampleInput();
    for (const auto& [line, amount] :
         {std::pair<const char*, const char*>{"政府采购支出合计", yuan},
          std::pair<const char*, const char*>{"政府采购货物支出", "100000.00"},
          std::pair<const char*, const char*>{"政府采购工程支出", "120000.00"},
          std::pair<const char*, const char*>{"政府采购服务支出", "80000.00"}}) {
      Record& cell = At(&input, "PUB10", line, "统计数");
      Print(&cell, amount);
      cell.unit = Unit::kYuan;
    }
    EXPECT_EQ(Count(Check(input, TestPacks()), "R35", outcome), 1) << yuan;
  }
}

TEST(Slip, PowersOfTenWithinRoundingOnly) {
  EXPECT_EQ(SlipFactor(5400, 1, 540, 1), 10);
  EXPECT_EQ(SlipFactor(540, 1, 54001, 1), 100);
  EXPECT_EQ(SlipFactor(540, 1, 5500, 1), 0);
  EXPECT_EQ(SlipFactor(540, 1, -5400, 1), 0);
  EXPECT_EQ(SlipFactor(0, 1, 5400, 1), 0);
  EXPECT_EQ(SlipFactor(123456, 1, 1234560000, 1), 10'000);
}

}  // namespace
}  // namespace juesuan
