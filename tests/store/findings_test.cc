#include "store/findings.h"

#include <gtest/gtest.h>

#include <sstream>

#include "sample_document.h"
#include "store/exports.h"
#include "store/migrations.h"
#include "store/read.h"
#include "store/read_text.h"

namespace juesuan {
namespace {

Finding SomeFinding(const std::string& rule, Severity severity, Verdict verdict) {
  Finding f;
  f.rule = rule;
  f.title = "合计";
  f.severity = severity;
  f.verdict = verdict;
  f.message = rule + "：1.13 与 2.13 相差 1.00";
  f.formula = "1.13 = 2.13";
  f.expected = "2.13";
  f.actual = "1.13";
  f.difference = "-1.00";
  f.envelope = "0.01";
  f.cells = {{"PUB01", "1", "1", "1.13", 1, 1, 1, 1, {1, 2, 3.25, 4.5}},
             {"", "", "", "正文", 0, -1, -1, 3, {10, 20, 30, 40}}};
  f.cause = "PUB01/1/1";
  return f;
}

class Findings : public testing::Test {
 protected:
  void SetUp() override {
    database_.emplace(std::move(Database::Open(dir_ / "a.db")).value());
    ASSERT_TRUE(SaveSample(*database_, sample_).ok());
    checked_.sha256 = sample_.row.sha256;
    checked_.facts_key = sample_.row.key;
    checked_.rules_key = "rules";
    checked_.findings = {SomeFinding("R11", Severity::kHigh, Verdict::kSource),
                         SomeFinding("R12", Severity::kInfo, Verdict::kRounding)};
    RecordChange repaired;
    repaired.record = 0;
    repaired.status = CellStatus::kProven;
    repaired.evidence = {"R11 1"};
    repaired.repair = Reading{Reader::kRepair, "2.13", 1, {}};
    repaired.kind = CellKind::kNumber;
    repaired.value = ParseDecimal("2.13");
    RecordChange doubted;
    doubted.record = 2;
    doubted.status = CellStatus::kSuspect;
    doubted.doubt = "恒等式不成立";
    checked_.places = PlacesOf(sample_.facts.records);
    checked_.changes = {repaired, doubted};
  }

  std::vector<std::pair<std::string, FindingState>> Read(const FindingFilter& filter = {}) {
    std::vector<std::pair<std::string, FindingState>> found;
    const Status status = EachFinding(*database_, filter,
                                      [&](const StoredDocument& document, const Finding& finding) {
                                        EXPECT_EQ(document.sha256, sample_.row.sha256);
                                        found.emplace_back(finding.rule, finding.state);
                                      });
    EXPECT_TRUE(status.ok());
    return found;
  }

  std::string Text(ExportWhat what, ExportFormat format) {
    std::ostringstream out;
    EXPECT_TRUE(Export(*database_, what, format, "", out).ok());
    return out.str();
  }

  TempDir dir_;
  Sample sample_ = SmallSample(1);
  CheckedDocument checked_;
  std::optional<Database> database_;
};

TEST_F(Findings, ComeBackAsTheyWereSaved) {
  ASSERT_TRUE(SaveFindings(*database_, checked_).ok());
  EXPECT_EQ(*RulesKeyOf(*database_, checked_.sha256), "rules");
  std::vector<std::string> found;
  ASSERT_TRUE(EachFinding(*database_, {}, [&](const StoredDocument&, const Finding& finding) {
                found.push_back(ToJson(finding).Dump());
              }).ok());
  ASSERT_EQ(found.size(), 2u);
  for (size_t i = 0; i < found.size(); ++i)
    EXPECT_EQ(found[i], ToJson(checked_.findings[i]).Dump());
}

TEST_F(Findings, AreFiltered) {
  ASSERT_TRUE(SaveFindings(*database_, checked_).ok());
  EXPECT_EQ(Read({"", "R12", {}, {}}).size(), 1u);
  EXPECT_EQ(Read({"", "", Severity::kHigh, {}}).front().first, "R11");
  EXPECT_EQ(Read({"", "", {}, Verdict::kRounding}).front().first, "R12");
  EXPECT_EQ(Read({"", "", Severity::kHigh, Verdict::kRounding}).size(), 0u);
  EXPECT_EQ(Read({sample_.row.sha256.substr(0, 8), "", {}, {}}).size(), 2u);
}

TEST_F(Findings, SavingThemAgainChangesNothing) {
  ASSERT_TRUE(SaveFindings(*database_, checked_).ok());
  const std::string before = DumpOf(*database_);
  ASSERT_TRUE(SaveFindings(*database_, checked_).ok());
  EXPECT_EQ(DumpOf(*database_), before);
}

TEST_F(Findings, AReviewersWordSurvivesWhileTheFindingIsTheSame) {
  ASSERT_TRUE(SaveFindings(*database_, checked_).ok());
  ASSERT_TRUE(
      SetFindingState(*database_, checked_.sha256, checked_.findings[0], FindingState::kDismissed)
          .ok());
  EXPECT_EQ(Read()[0].second, FindingState::kDismissed);
  EXPECT_EQ(Read()[1].second, FindingState::kOpen);
  ASSERT_TRUE(SaveFindings(*database_, checked_).ok());
  EXPECT_EQ(Read()[0].second, FindingState::kDismissed);
  checked_.findings[0].message = "R11：1.13 与 3.13 相差 2.00";
  ASSERT_TRUE(SaveFindings(*database_, checked_).ok());
  EXPECT_EQ(Read()[0].second, FindingState::kOpen) << "other numbers are another finding";
}

TEST_F(Findings, RecordsShowTheCheckedStatusAndTheRepairButExtractsStays) {
  ASSERT_TRUE(SaveFindings(*database_, checked_).ok());
  const std::string lines = Text(ExportWhat::kRecords, ExportFormat::kJsonl);
  const std::string first = lines.substr(0, lines.find('\n'));
  EXPECT_NE(first.find("\"raw\":\"2.13\",\"unit\":\"万元\",\"value\":\"2.13\","
                       "\"value_fen\":2130000"),
            std::string::npos)
      << first;
  EXPECT_NE(first.find("\"readings\":[{\"by\":\"repair\",\"text\":\"2.13\",\"score\":1.0},"
                       "{\"by\":\"ppocr\",\"text\":\"1.13\""),
            std::string::npos)
      << first;
  EXPECT_NE(first.find("\"evidence\":[\"R11 1\"]"), std::string::npos);
  EXPECT_NE(lines.find("\"doubt\":\"恒等式不成立\""), std::string::npos);
  const Result<DocumentFacts> facts = LoadFacts(*database_, checked_.sha256);
  ASSERT_TRUE(facts.ok());
  EXPECT_EQ(facts->records[0].raw, "1.13");
  EXPECT_EQ(facts->records[0].readings[0].by, Reader::kPpocr);
  EXPECT_EQ(facts->records[2].doubt, "");
  EXPECT_EQ(PageRecords(*database_, checked_.sha256, 1)->records[0].raw, "2.13");
}

TEST_F(Findings, ProofsStandOverTheirRecords) {
  RecordChange proven;
  proven.record = 2;
  proven.status = CellStatus::kProven;
  proven.evidence = {"R13", "R60 “\"其他”"};
  checked_.changes[1] = proven;
  ASSERT_TRUE(SaveFindings(*database_, checked_).ok());
  const Record& wanted = sample_.facts.records[2];
  std::vector<std::string> evidence;
  const Result<PageContent> page = PageRecords(*database_, checked_.sha256, wanted.page);
  ASSERT_TRUE(page.ok());
  for (const Record& record : page->records)
    if (record.row_key == wanted.row_key && record.col_key == wanted.col_key &&
        record.status == CellStatus::kProven)
      evidence = record.evidence;
  EXPECT_EQ(evidence, proven.evidence);
  EXPECT_NE(Text(ExportWhat::kRecords, ExportFormat::kJsonl).find("\"evidence\":[\"R13\""),
            std::string::npos);
  EXPECT_EQ(Summarize(*database_)->records_by_status.at("proven"), 2);
  checked_.changes.pop_back();
  ASSERT_TRUE(SaveFindings(*database_, checked_).ok());
  EXPECT_EQ(Text(ExportWhat::kRecords, ExportFormat::kJsonl).find("\"evidence\":[\"R13\""),
            std::string::npos);
}

TEST_F(Findings, AreCounted) {
  const int64_t suspect = CheckCountsOf(*database_, checked_.sha256)->suspect;
  ASSERT_TRUE(SaveFindings(*database_, checked_).ok());
  const Result<CheckCounts> counts = CheckCountsOf(*database_, checked_.sha256);
  EXPECT_EQ(counts->Findings(), 2);
  EXPECT_EQ(counts->Of(Severity::kHigh), 1);
  EXPECT_EQ(counts->Of(Severity::kLow), 0);
  EXPECT_EQ(counts->suspect, suspect + 1);
  const Result<Summary> summary = Summarize(*database_);
  EXPECT_EQ(summary->findings_by_severity.at("high"), 1);
  EXPECT_EQ(summary->findings_by_verdict.at("rounding"), 1);
  EXPECT_EQ(summary->records_by_status.at("suspect"), suspect + 1);
}

TEST_F(Findings, AreExported) {
  ASSERT_TRUE(SaveFindings(*database_, checked_).ok());
  const std::string lines = Text(ExportWhat::kFindings, ExportFormat::kJsonl);
  EXPECT_EQ(lines.rfind("{\"document\":\"" + checked_.sha256 +
                            "\",\"file\":\"决算1.pdf\",\"rule\":\"R11\",\"title\":\"合计\","
                            "\"severity\":\"high\",\"verdict\":\"source\"",
                        0),
            0u)
      << lines;
  const std::string csv = Text(ExportWhat::kFindings, ExportFormat::kCsv);
  EXPECT_NE(csv.find("PUB01/1/1 1.13 (1); 正文 (3),PUB01/1/1,open\r\n"), std::string::npos) << csv;
}

TEST_F(Findings, NewFactsDropThem) {
  ASSERT_TRUE(SaveFindings(*database_, checked_).ok());
  sample_.row.key = "0123456789abcdef";
  ASSERT_TRUE(SaveSample(*database_, sample_).ok());
  EXPECT_TRUE(Read().empty());
  EXPECT_EQ(*RulesKeyOf(*database_, checked_.sha256), "");
  Result<Database> fresh = Database::Open(dir_ / "b.db");
  ASSERT_TRUE(SaveSample(*fresh, sample_).ok());
  EXPECT_EQ(DumpOf(*database_), DumpOf(*fresh));
}

TEST_F(Findings, OfOtherFactsAreRefused) {
  const std::string before = DumpOf(*database_);
  checked_.facts_key = "of another load";
  EXPECT_EQ(SaveFindings(*database_, checked_).error().code, ErrorCode::kExternal);
  checked_.facts_key = sample_.row.key;
  checked_.places.pop_back();
  EXPECT_EQ(SaveFindings(*database_, checked_).error().code, ErrorCode::kMalformed);
  checked_.places = PlacesOf(sample_.facts.records);
  checked_.changes[1].record = 1000;
  EXPECT_EQ(SaveFindings(*database_, checked_).error().code, ErrorCode::kMalformed);
  checked_.sha256[0] = 'x';
  EXPECT_EQ(SaveFindings(*database_, checked_).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(DumpOf(*database_), before);
}

TEST(LoadText, KeepsTheLinesOfATableOfContentsApart) {
  TempDir dir;
  Result<Database> database = Database::Open(dir / "a.db");
  Sample sample = SmallSample(1);
  ASSERT_FALSE(sample.layout.paragraphs.empty());
  Paragraph& contents = sample.layout.paragraphs.front();
  contents.kind = ParagraphKind::kContents;
  contents.lines = {contents.lines.front(), contents.lines.front()};
  ASSERT_TRUE(SaveSample(*database, sample).ok());
  const Result<DocumentText> text = LoadText(*database, sample.row.sha256);
  ASSERT_TRUE(text.ok());
  ASSERT_EQ(text->paragraphs.size(), sample.layout.paragraphs.size());
  EXPECT_EQ(text->paragraphs.front().lines,
            std::vector<std::string>(2, contents.lines.front().Text()));
  ASSERT_EQ(text->unclaimed.size(), 1u);
  EXPECT_FALSE(text->unclaimed.front().rows.empty());
}

TEST(Migrations, ADatabaseOfTheFirstVersionGoesOn) {
  TempDir dir;
  {
    Result<Connection> connection = Connection::Open(dir / "a.db", true);
    ASSERT_TRUE(connection.ok());
    ASSERT_TRUE(Migrate(*connection, {Migrations().front()}).ok());
    ASSERT_TRUE(connection
                    ->Execute("INSERT INTO documents VALUES (1, '" + SmallSample(1).row.sha256 +
                              "', 'old.pdf', 1, 'oldkey', 'final_account', '', '', NULL, NULL);"
                              "INSERT INTO document_names VALUES (1, 'old.pdf')")
                    .ok());
  }
  Result<Database> database = Database::Open(dir / "a.db");
  ASSERT_TRUE(database.ok()) << database.error().ToString();
  EXPECT_EQ(*RulesKeyOf(*database, SmallSample(1).row.sha256), "");
  EXPECT_EQ(**database->KeyOf(SmallSample(1).row.sha256), "") << "to be stored again";
  Sample sample = SmallSample(1);
  sample.row.file = "old.pdf";
  EXPECT_EQ(*SaveSample(*database, sample), SaveOutcome::kReplaced);
  Result<Database> fresh = Database::Open(dir / "b.db");
  ASSERT_TRUE(SaveSample(*fresh, sample).ok());
  EXPECT_EQ(DumpOf(*database), DumpOf(*fresh));
}

TEST_F(Findings, ADatabaseOfTheSecondVersionIsCounted) {
  ASSERT_TRUE(SaveFindings(*database_, checked_).ok());
  const std::string line = "status_counts\t" + checked_.sha256.substr(0, 16) + "\tsuspect\t2\n";
  const std::string dump = DumpOf(*database_);
  EXPECT_NE(dump.find(line), std::string::npos) << dump;
  ASSERT_TRUE(database_->connection()
                  .Execute("DROP TABLE status_counts; DROP TABLE narrative;"
                           "DROP TABLE sentences; DROP TABLE proofs; PRAGMA user_version = 2;"
                           "UPDATE records SET layer_alone = 0;"
                           "ALTER TABLE records DROP COLUMN layer_alone;"
                           "CREATE INDEX records_by_status ON records (status)")
                  .ok());
  const Result<Database> again = Database::Open(dir_ / "a.db");
  ASSERT_TRUE(again.ok()) << again.error().ToString();
  const std::string counted = DumpOf(*database_);
  EXPECT_NE(counted.find(line), std::string::npos) << counted;
}

}  // namespace
}  // namespace juesuan
