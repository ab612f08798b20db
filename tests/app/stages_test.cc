// The stage programs over a work folder give what one run gives.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/artefact.h"
#include "base/facts.h"
#include "base/tables.h"
#include "base/work_folder.h"
#include "store/findings.h"
#include "tests/app/program.h"

namespace juesuan {
namespace {

std::string Items(const std::filesystem::path& folder, const char* file, const char* format,
                  int version) {
  const Result<Artefact> artefact = ReadArtefact(folder / file, format, version);
  EXPECT_TRUE(artefact.ok()) << file;
  std::string lines;
  if (artefact.ok())
    for (const Json& item : artefact->items) lines += item.Dump() + "\n";
  return lines;
}

TEST(Stages, OneByOneGiveWhatARunGives) {
  const TempFolder folder;
  const std::string pdf = Samples() / "sample-a.pdf";
  const std::string work = folder / "work";
  ASSERT_EQ(RunJuesuan({"run", pdf, "--db", folder / "run.db"}).exit, 0);
  const std::vector<std::pair<std::string, std::vector<std::string>>> stages = {
      {JUESUAN_INGEST, {pdf, "--work", work}},
      {JUESUAN_OCR, {work}},
      {JUESUAN_LAYOUT, {work}},
      {JUESUAN_EXTRACT, {work}},
      {JUESUAN_CHECK_STAGE, {work}},
      {JUESUAN_STORE, {work, "--db", folder / "stages.db"}},
      {JUESUAN_PROGRAM, {"check", "--db", folder / "stages.db"}}};
  for (const auto& [program, arguments] : stages) {
    const Ran ran = RunProgram(program, arguments);
    ASSERT_EQ(ran.exit, 0) << program << ": " << ran.err;
  }
  const auto by_stages = DocumentFolders(work), by_run = DocumentFolders(folder / "run.db.work");
  ASSERT_EQ(by_stages.size(), 1u);
  ASSERT_EQ(by_run.size(), 1u);
  EXPECT_EQ(Items(by_stages[0], kFactsFile, kFactsFormat, kFactsVersion),
            Items(by_run[0], kFactsFile, kFactsFormat, kFactsVersion));
  EXPECT_EQ(Items(by_stages[0], kTablesFile, kTablesFormat, kTablesVersion),
            Items(by_run[0], kTablesFile, kTablesFormat, kTablesVersion));
  const std::vector<std::string> dump = {"export",   "--what", "records",
                                         "--format", "jsonl",  "--db"};
  std::vector<std::string> from_stages = dump, from_run = dump;
  from_stages.push_back(folder / "stages.db");
  from_run.push_back(folder / "run.db");
  EXPECT_EQ(RunJuesuan(from_stages).out, RunJuesuan(from_run).out);
}

// As check/findings.jsonl and as the database has them.
TEST(Stages, CheckOverAFolderFindsWhatARunFinds) {
  const TempFolder folder;
  const std::string path = folder / "a.db", work = folder / "a.db.work";
  ASSERT_EQ(RunJuesuan({"run", Samples().string(), "--db", path}).exit, 0);
  EXPECT_THAT(RunProgram(JUESUAN_CHECK_STAGE, {work}).err, ::testing::HasSubstr("0 failed"));
  Result<Database> database = Database::OpenExisting(path);
  ASSERT_TRUE(database.ok());
  for (const std::filesystem::path& document : DocumentFolders(work)) {
    const Result<Artefact> artefact =
        ReadArtefact(document / kFindingsFile, kFindingsFormat, kFindingsVersion);
    ASSERT_TRUE(artefact.ok());
    const Result<CheckReport> report = CheckReportFromJson(artefact->items);
    ASSERT_TRUE(report.ok());
    std::vector<std::string> by_stage, by_run;
    for (const Finding& finding : report->findings) by_stage.push_back(ToJson(finding).Dump());
    ASSERT_TRUE(EachFinding(*database, {ReadIdentity(document)->sha256, "", {}, {}},
                            [&](const StoredDocument&, const Finding& finding) {
                              by_run.push_back(ToJson(finding).Dump());
                            })
                    .ok());
    EXPECT_EQ(by_stage, by_run) << document;
    EXPECT_FALSE(report->instances.empty()) << document;
  }
  const std::filesystem::path first = DocumentFolders(work).front();
  EXPECT_THAT(RunProgram(JUESUAN_CHECK_STAGE, {first}).err, ::testing::HasSubstr("1 up to date"));
}

TEST(Stages, AStageSkipsWhatIsUpToDate) {
  const TempFolder folder;
  const std::string work = folder / "work";
  const std::vector<std::string> ingest = {Samples() / "sample-a.pdf", "--work", work};
  EXPECT_THAT(RunProgram(JUESUAN_INGEST, ingest).err, ::testing::HasSubstr("1 made"));
  EXPECT_THAT(RunProgram(JUESUAN_INGEST, ingest).err, ::testing::HasSubstr("1 up to date"));
  EXPECT_EQ(RunProgram(JUESUAN_LAYOUT, {work}).exit, 2) << "no words yet";
  EXPECT_EQ(RunProgram(JUESUAN_OCR, {folder / "nothing"}).exit, 2);
}

}  // namespace
}  // namespace juesuan
