// `juesuan run` as a user types it: the shipped samples, rubbish among them, interruption, what is
// made again and what is not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "tests/app/program.h"

namespace juesuan {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

std::string BornDigital() { return Samples() / "sample-a.pdf"; }

std::string Records(const fs::path& database) {
  const Ran ran =
      RunJuesuan({"export", "--db", database.string(), "--what", "records", "--format", "jsonl"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  return ran.out;
}

TEST(Run, ReadsASampleAndKeepsItTheSecondTime) {
  const TempFolder folder;
  const std::string database = folder / "a.db";
  const Ran first = RunJuesuan({"run", BornDigital(), "--db", database});
  EXPECT_EQ(first.exit, 0) << first.err;
  EXPECT_THAT(first.err, HasSubstr("1 documents stored"));
  const std::string records = Records(database);
  EXPECT_THAT(records, HasSubstr("\"form\":\"PUB01\""));
  const Ran second = RunJuesuan({"run", BornDigital(), "--db", database, "--explain"});
  EXPECT_EQ(second.exit, 0);
  EXPECT_THAT(second.err, HasSubstr("1 unchanged"));
  EXPECT_THAT(second.err, Not(HasSubstr("ocr: ")));
  EXPECT_EQ(Records(database), records);
}

TEST(Run, NamesEveryBadFileAndGoesOn) {
  const TempFolder folder;
  WriteText(folder / "empty.pdf", "");
  WriteText(folder / "page.pdf", "<!DOCTYPE html><html><body>404</body></html>");
  const std::string whole = ReadText(BornDigital());
  WriteText(folder / "cut.pdf", whole.substr(0, whole.size() / 2));
  fs::copy(BornDigital(), folder / "good.pdf");
  const std::string database = folder / "a.db";
  const Ran ran = RunJuesuan(
      {"run", folder.path().string(), folder / "nowhere.pdf", "--db", database, "--jobs", "2"});
  EXPECT_EQ(ran.exit, 3) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("empty.pdf: the file is empty"));
  EXPECT_THAT(ran.err, HasSubstr("page.pdf: not a PDF"));
  EXPECT_THAT(ran.err, HasSubstr("cut.pdf: "));
  EXPECT_THAT(ran.err, HasSubstr("nowhere.pdf: not found"));
  EXPECT_THAT(ran.err, HasSubstr("1 documents stored, 0 unchanged, 3 failed"));
  const Ran status = RunJuesuan({"status", "--db", database});
  EXPECT_THAT(status.out, HasSubstr("documents  4 (3 failed"));
  EXPECT_THAT(status.out, HasSubstr("cut.pdf"));
}

TEST(Run, ExitStatusSaysWhatHappened) {
  const TempFolder folder;
  WriteText(folder / "empty.pdf", "");
  EXPECT_EQ(RunJuesuan({"run", BornDigital()}).exit, 1) << "no --db";
  EXPECT_EQ(RunJuesuan({"fly"}).exit, 1);
  EXPECT_EQ(RunJuesuan({"run", folder / "empty.pdf", "--db", folder / "a.db"}).exit, 2);
  EXPECT_EQ(RunJuesuan({"run", folder / "nothing", "--db", folder / "a.db"}).exit, 2);
  EXPECT_EQ(RunJuesuan({"status", "--db", folder / "none.db"}).exit, 2);
  EXPECT_EQ(RunJuesuan({"--version"}).exit, 0);
}

TEST(Run, AChangedPackMakesOnlyTheFactsAgain) {
  const TempFolder folder;
  const fs::path forms = folder / "forms";
  fs::copy(fs::path(JUESUAN_SOURCE_DIR) / "extract" / "forms", forms);
  const std::vector<std::string> command = {"run",     BornDigital(),  "--db",     folder / "a.db",
                                            "--forms", forms.string(), "--explain"};
  EXPECT_THAT(RunJuesuan(command).err, HasSubstr("ocr: missing"));
  WriteText(forms / "pub01.toml", ReadText(forms / "pub01.toml") + "\n# changed\n");
  const Ran again = RunJuesuan(command);
  EXPECT_THAT(again.err, HasSubstr("extract: forms "));
  EXPECT_THAT(again.err, Not(HasSubstr("ocr: ")));
  EXPECT_THAT(again.err, Not(HasSubstr("layout: ")));
}

TEST(Run, ABadPackIsRefusedWithFileAndLine) {
  const TempFolder folder;
  fs::copy(fs::path(JUESUAN_SOURCE_DIR) / "extract" / "forms", folder / "forms");
  WriteText(folder / "forms" / "pub02.toml", "id = \n");
  const Ran ran =
      RunJuesuan({"run", BornDigital(), "--db", folder / "a.db", "--forms", folder / "forms"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.err, HasSubstr("pub02.toml"));
}

TEST(Run, SpeaksChineseWhereTheLocaleDoes) {
  const TempFolder folder;
  WriteText(folder / "empty.pdf", "");
  const Ran ran =
      RunJuesuan({"run", folder / "empty.pdf", "--db", folder / "a.db"}, "LC_ALL=zh_CN.UTF-8");
  EXPECT_THAT(ran.err, HasSubstr("文件是空的"));
}

TEST(Run, JsonIsOneLineADocument) {
  const TempFolder folder;
  const Ran ran = RunJuesuan({"run", BornDigital(), "--db", folder / "a.db", "--json"});
  EXPECT_THAT(ran.out, HasSubstr("\"file\":\"sample-a.pdf\""));
  EXPECT_THAT(ran.out, HasSubstr("\"outcome\":\"added\""));
  EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 2) << "the document and the summary";
  EXPECT_THAT(ran.out, HasSubstr("{\"summary\":{\"stored\":1,"));
}

// Starts a run over copies of a scan, which take a while, and interrupts it once work was done.
int InterruptedRun(const TempFolder& folder, const std::string& database) {
  const pid_t pid = ::fork();
  if (pid == 0) {
    const std::string paths = folder / "in";
    ::execl(JUESUAN_PROGRAM, "juesuan", "run", paths.c_str(), "--db", database.c_str(), "--quiet",
            "--jobs", "1", static_cast<char*>(nullptr));
    ::_exit(127);
  }
  const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(2);
  while (!fs::exists(database + ".work") && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  ::kill(pid, SIGINT);
  int status = 0;
  ::waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(Run, AnInterruptedRunGoesOn) {
  const TempFolder folder;
  fs::create_directory(folder / "in");
  const std::string whole = ReadText(Samples() / "sample-scan.pdf");
  for (int i = 0; i < 3; ++i)  // different bytes, so different documents
    WriteText(folder / "in" / ("scan" + std::to_string(i) + ".pdf"),
              whole + "\n% " + std::to_string(i) + "\n");
  const std::string database = folder / "a.db";
  EXPECT_EQ(InterruptedRun(folder, database), 130);
  const Ran rest = RunJuesuan({"run", folder / "in", "--db", database});
  EXPECT_EQ(rest.exit, 0) << rest.err;
  EXPECT_THAT(RunJuesuan({"status", "--db", database}).out, HasSubstr("documents  3 (0 failed"));
}

TEST(Run, DryRunSaysWhyAndTouchesNothing) {
  const TempFolder folder;
  const Ran ran = RunJuesuan({"run", BornDigital(), "--db", folder / "a.db", "--dry-run"});
  EXPECT_EQ(ran.exit, 0);
  EXPECT_THAT(ran.out, HasSubstr("ocr: missing"));
  EXPECT_FALSE(fs::exists(folder / "a.db"));
  EXPECT_FALSE(fs::exists(folder / "a.db.work"));
}

TEST(Show, DrawsThePage) {
  const TempFolder folder;
  ASSERT_EQ(RunJuesuan({"run", BornDigital(), "--db", folder / "a.db"}).exit, 0);
  const std::vector<std::string> command = {
      "show",         "--db",  folder / "a.db",     "--document",
      "sample-a.pdf", "--out", folder / "page.png", "--page"};
  std::vector<std::string> good = command, bad = command;
  good.emplace_back("3");
  bad.emplace_back("999");
  const Ran ran = RunJuesuan(good);
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ReadText(folder / "page.png").substr(0, 8), HasSubstr("PNG"));
  EXPECT_EQ(RunJuesuan(bad).exit, 2);
}

TEST(Doctor, SaysThatEverythingIsThere) {
  const Ran ran = RunJuesuan({"doctor"});
  EXPECT_EQ(ran.exit, 0) << ran.out;
  EXPECT_THAT(ran.out, Not(HasSubstr("[-]")));
}

}  // namespace
}  // namespace juesuan
