// `juesuan check`, `findings` and `rules` as a user types them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/artefact.h"
#include "check/rule_packs.h"
#include "store/findings.h"
#include "store/sqlite.h"
#include "tests/app/program.h"

namespace juesuan {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// A database of one sample, read once for all tests; each works on a copy.
const std::string& SampleDatabase() {
  static const TempFolder folder;
  static const std::string database = [] {
    const std::string path = folder / "a.db";
    const Ran ran = RunJuesuan({"run", Samples() / "sample-a.pdf", "--db", path});
    EXPECT_EQ(ran.exit, 0) << ran.err;
    return path;
  }();
  return database;
}

std::string Export(const std::string& database, const std::string& what) {
  const Ran ran = RunJuesuan({"export", "--db", database, "--what", what, "--format", "jsonl"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  return ran.out;
}

std::string CopyOfSample(const TempFolder& folder) {
  const fs::path copy = folder / "copy.db";
  fs::copy(SampleDatabase(), copy);
  return copy;
}

void Execute(const std::string& database, const std::string& sql) {
  Result<Connection> connection = Connection::Open(database, false);
  ASSERT_TRUE(connection.ok());
  ASSERT_TRUE(connection->Execute(sql).ok());
}

// Prints another total in every reading of the income total of 公开01.
void BreakATotal(const std::string& database) {
  const std::string cell =
      " FROM records r WHERE r.form = 'PUB01' AND r.line = '本年收入合计' AND r.value <> ''";
  Execute(
      database,
      "UPDATE readings SET text = '98765.43' WHERE (document, table_number, row, col, n) IN "
      "(SELECT document, table_number, row, col, n" +
          cell +
          ");"
          "UPDATE records SET raw = '98765.43', value = '98765.43' WHERE "
          "(document, table_number, row, col, n) IN (SELECT document, table_number, row, col, n" +
          cell + ")");
}

TEST(Check, RunHasCheckedAndCheckingAgainChangesNothing) {
  const TempFolder folder;
  const std::string database = CopyOfSample(folder);
  const std::string records = Export(database, "records");
  const std::string findings = Export(database, "findings");
  EXPECT_THAT(records, HasSubstr("\"status\":\"proven\""));
  const Ran again = RunJuesuan({"check", "--db", database});
  EXPECT_EQ(again.exit, 0) << again.err;
  EXPECT_THAT(again.out, HasSubstr("documents  1 checked, 0 failed"));
  EXPECT_EQ(Export(database, "records"), records);
  EXPECT_EQ(Export(database, "findings"), findings);
}

TEST(Check, FindsAChangedTotal) {
  const TempFolder folder;
  const std::string database = CopyOfSample(folder);
  EXPECT_THAT(Export(database, "findings"), Not(HasSubstr("98765.43")));
  BreakATotal(database);
  const Ran checked = RunJuesuan({"check", "--db", database});
  EXPECT_EQ(checked.exit, 0) << checked.err;
  EXPECT_THAT(checked.out, HasSubstr("high"));
  const std::string findings = Export(database, "findings");
  EXPECT_THAT(findings, HasSubstr("\"rule\":\"R11\""));
  EXPECT_THAT(findings, HasSubstr("98765.43"));
  const Ran table = RunJuesuan({"findings", "--db", database, "--rule", "R11"});
  EXPECT_EQ(table.exit, 0);
  EXPECT_THAT(table.out, StartsWith("severity"));
  EXPECT_THAT(table.out, HasSubstr("98765.43"));
  EXPECT_THAT(RunJuesuan({"findings", "--db", database, "--rule", "R11", "--format", "csv"}).out,
              HasSubstr(",R11,"));
  EXPECT_EQ(RunJuesuan({"findings", "--db", database, "--rule", "R999", "--format", "jsonl"}).out,
            "");
  EXPECT_THAT(RunJuesuan({"status", "--db", database}).out, HasSubstr("findings   high"));
}

TEST(Check, AReviewersWordSurvives) {
  const TempFolder folder;
  const std::string path = CopyOfSample(folder);
  BreakATotal(path);
  ASSERT_EQ(RunJuesuan({"check", "--db", path}).exit, 0);
  {
    Result<Database> database = Database::OpenExisting(path);
    ASSERT_TRUE(database.ok());
    std::vector<std::pair<std::string, Finding>> found;
    ASSERT_TRUE(EachFinding(*database, {"", "R11", {}, {}},
                            [&](const StoredDocument& document, const Finding& finding) {
                              found.emplace_back(document.sha256, finding);
                            })
                    .ok());
    ASSERT_FALSE(found.empty());
    ASSERT_TRUE(
        SetFindingState(*database, found[0].first, found[0].second, FindingState::kAccepted).ok());
  }
  ASSERT_EQ(RunJuesuan({"check", "--db", path}).exit, 0);
  EXPECT_THAT(Export(path, "findings"), HasSubstr("\"state\":\"accepted\""));
  EXPECT_THAT(RunJuesuan({"findings", "--db", path}).out, HasSubstr("[accepted] "));
}

TEST(Check, OtherRulesStartFromWhatExtractSaid) {
  const TempFolder folder;
  const std::string database = CopyOfSample(folder);
  const std::string records = Export(database, "records");
  const fs::path shipped = fs::path(JUESUAN_SOURCE_DIR) / "check" / "rules";
  fs::create_directory(folder / "rules");
  fs::copy(shipped / "lists.toml", folder / "rules");
  const std::string pack = ReadText(shipped / "within.toml");
  const size_t second = pack.find("[[rule]]", pack.find("[[rule]]") + 1);
  WriteText(folder / "rules" / "one.toml", pack.substr(0, second));
  const Ran few = RunJuesuan({"check", "--db", database, "--rules", folder / "rules", "--json"});
  EXPECT_EQ(few.exit, 0) << few.err;
  EXPECT_THAT(few.out, HasSubstr("\"instances\":[{\"rule\":\"R11\""));
  EXPECT_THAT(few.out, Not(HasSubstr("\"rule\":\"R12\"")));
  EXPECT_NE(Export(database, "records"), records);
  ASSERT_EQ(RunJuesuan({"check", "--db", database}).exit, 0);
  EXPECT_EQ(Export(database, "records"), records);
}

TEST(Check, RunAppliesChangedRulesToWhatItKeeps) {
  const TempFolder folder;
  const std::string database = folder / "a.db";
  const fs::path rules = folder / "rules";
  fs::copy(fs::path(JUESUAN_SOURCE_DIR) / "check" / "rules", rules);
  const std::vector<std::string> command = {
      "run", Samples() / "sample-a.pdf", "--db", database, "--rules", rules.string()};
  ASSERT_EQ(RunJuesuan(command).exit, 0);
  BreakATotal(database);
  ASSERT_EQ(RunJuesuan(command).exit, 0);
  EXPECT_THAT(Export(database, "findings"), Not(HasSubstr("98765.43"))) << "same rules, not again";
  WriteText(rules / "within.toml", ReadText(rules / "within.toml") + "\n# changed\n");
  const Ran again = RunJuesuan(command);
  EXPECT_THAT(again.err, HasSubstr("1 unchanged"));
  EXPECT_THAT(Export(database, "findings"), HasSubstr("98765.43"));
}

TEST(Check, RunChecksAgainWhatAnOlderCheckLeft) {
  const TempFolder folder;
  const std::string database = CopyOfSample(folder);
  const std::vector<std::string> command = {"run", Samples() / "sample-a.pdf", "--db", database};
  ASSERT_EQ(RunJuesuan(command).exit, 0);
  BreakATotal(database);
  const fs::path source = JUESUAN_SOURCE_DIR;
  const Result<RulePacks> packs =
      RulePacks::Load(source / "check" / "rules", source / "extract" / "forms");
  ASSERT_TRUE(packs.ok());
  const std::string rules = "rules=" + packs->Fingerprint();
  const auto checked_by = [&](int version) {
    return "UPDATE documents SET rules_key = '" + Recipe{kFindingsFormat, version, {rules}}.Key() +
           "'";
  };
  Execute(database, checked_by(kFindingsVersion));
  ASSERT_EQ(RunJuesuan(command).exit, 0);
  EXPECT_THAT(Export(database, "findings"), Not(HasSubstr("98765.43"))) << "the same code";
  Execute(database, checked_by(kFindingsVersion - 1));
  ASSERT_EQ(RunJuesuan(command).exit, 0);
  EXPECT_THAT(Export(database, "findings"), HasSubstr("98765.43"));
}

TEST(Check, EvidenceOfARecordIsExported) {
  const TempFolder folder;
  EXPECT_THAT(Export(CopyOfSample(folder), "records"), HasSubstr("\"evidence\":[\"R11 "));
}

TEST(Check, AWrongRuleIsRefusedWithFileAndLine) {
  const TempFolder folder;
  const std::string database = CopyOfSample(folder);
  fs::create_directory(folder / "rules");
  WriteText(folder / "rules" / "mine.toml", "group = \"B\"\n\n[[rule]]\nid = \n");
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"check", "--db", database},
        {"run", Samples() / "sample-a.pdf", "--db", database},
        {"rules"}}) {
    std::vector<std::string> with = command;
    with.insert(with.end(), {"--rules", folder / "rules"});
    const Ran ran = RunJuesuan(with);
    EXPECT_EQ(ran.exit, 2) << command.front();
    EXPECT_THAT(ran.err, HasSubstr("mine.toml")) << command.front();
    EXPECT_THAT(ran.err, HasSubstr("4")) << command.front();
  }
}

TEST(Check, ExitStatusSaysWhatHappened) {
  const TempFolder folder;
  const std::string database = CopyOfSample(folder);
  EXPECT_EQ(RunJuesuan({"check"}).exit, 1);
  EXPECT_EQ(RunJuesuan({"check", "--db", folder / "none.db"}).exit, 2);
  EXPECT_EQ(RunJuesuan({"check", "--db", database, "--document", "nobody.pdf"}).exit, 2);
  EXPECT_EQ(RunJuesuan({"findings", "--db", database, "--severity", "loud"}).exit, 1);
  Execute(database, "UPDATE documents SET facts_key = ''");  // as a migration leaves it
  const Ran old = RunJuesuan({"check", "--db", database});
  EXPECT_EQ(old.exit, 2);
  EXPECT_THAT(old.err, HasSubstr("sample-a.pdf"));
  EXPECT_EQ(RunJuesuan({"run", Samples() / "sample-a.pdf", "--db", database}).exit, 0);
  EXPECT_EQ(RunJuesuan({"check", "--db", database}).exit, 0);
}

TEST(Workbooks, IsWrittenOfTablesAndOfFindings) {
  const TempFolder folder;
  const std::string database = CopyOfSample(folder);
  BreakATotal(database);
  ASSERT_EQ(RunJuesuan({"check", "--db", database}).exit, 0);
  const std::string all = folder / "all.xlsx", found = folder / "found.xlsx";
  const Ran exported = RunJuesuan({"export", "--db", database, "--format", "xlsx", "--out", all});
  EXPECT_EQ(exported.exit, 0) << exported.err;
  const Ran chinese = RunJuesuan(
      {"findings", "--db", database, "--rule", "R11", "--format", "xlsx", "--out", found},
      "LC_ALL=zh_CN.UTF-8");
  EXPECT_EQ(chinese.exit, 0) << chinese.err;
  EXPECT_THAT(ReadText(all), StartsWith("PK"));
  EXPECT_THAT(ReadText(found), StartsWith("PK"));
  EXPECT_LT(ReadText(found).size(), ReadText(all).size());
}

TEST(Workbooks, AnExportThatFailsLeavesTheFileThatWasThere) {
  const TempFolder folder;
  const std::string database = CopyOfSample(folder);
  const std::string file = folder / "a.csv";
  WriteText(file, "as it was");
  for (const std::string what : {"records", "findings"}) {
    const Ran ran = RunJuesuan({"export", "--db", database, "--what", what, "--format", "csv",
                                "--document", "nobody.pdf", "--out", file});
    EXPECT_EQ(ran.exit, 2);
    EXPECT_EQ(ReadText(file), "as it was");
  }
  EXPECT_EQ(RunJuesuan({"findings", "--db", database, "--out", file}).exit, 0);
  EXPECT_THAT(ReadText(file), HasSubstr("尾数误差"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 2) << "nothing temporary";
}

TEST(Workbooks, WrongUseIsRefused) {
  const TempFolder folder;
  const std::string database = CopyOfSample(folder);
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"export", "--format", "xlsx"},
        {"export", "--format", "xlsx", "--what", "records"},
        {"export", "--format", "csv"},
        {"findings", "--format", "xlsx"}}) {
    std::vector<std::string> with = command;
    with.insert(with.end(), {"--db", database});
    EXPECT_EQ(RunJuesuan(with).exit, 1) << command.back();
  }
  EXPECT_EQ(RunJuesuan({"export", "--db", database, "--format", "xlsx", "--out",
                        folder / "no" / "such" / "a.xlsx"})
                .exit,
            2);
}

TEST(Rules, AreListedInWords) {
  const Ran ran = RunJuesuan({"rules"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("R11  high  PUB01  收入支出决算总表"));
  EXPECT_THAT(ran.out, HasSubstr("= 本年收入合计\n"));
}

}  // namespace
}  // namespace juesuan
