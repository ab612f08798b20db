// Several processes at one database: readers beside a writer, and a writer that is killed.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "sample_document.h"
#include "store/read.h"

namespace juesuan {
namespace {

constexpr int kDocuments = 12;

// Runs `work` in a child; its exit status is 0 if that returned true.
template <typename Work>
pid_t Fork(Work work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work() ? 0 : 1);
  return child;
}

int ExitStatus(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

Sample Document(int i) { return LargeSample(i % kDocuments, 5, 3, 12, 6); }

TEST(Processes, AKilledLoadLeavesWholeDocuments) {
  TempDir dir;
  for (int round = 0; round < 6; ++round) {
    const pid_t child = Fork([&] {
      Result<Database> database = Database::Open(dir / "killed.db");
      for (int i = 0;; ++i) {
        Sample sample = Document(i);
        sample.row.force = true;
        if (!database.ok() || !SaveSample(*database, sample).ok()) return false;
      }
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(20 + 37 * round));
    ::kill(child, SIGKILL);
    ASSERT_TRUE(WIFSIGNALED(ExitStatus(child)));
    Result<Connection> connection = Connection::Open(dir / "killed.db", true);
    Result<Query> check = connection->Prepare("PRAGMA integrity_check");
    check->Start();
    ASSERT_TRUE(check->Next());
    EXPECT_EQ(check->Text(0), "ok");
  }
  Result<Database> killed = Database::Open(dir / "killed.db");
  Result<Database> whole = Database::Open(dir / "whole.db");
  for (int i = 0; i < kDocuments; ++i) {
    ASSERT_TRUE(SaveSample(*killed, Document(i)).ok());
    ASSERT_TRUE(SaveSample(*whole, Document(i)).ok());
  }
  EXPECT_EQ(DumpOf(*killed), DumpOf(*whole));
}

TEST(Processes, ReadersAndWritersDoNotFailEachOther) {
  TempDir dir;
  std::vector<pid_t> children;
  for (int writer = 0; writer < 2; ++writer) {  // both find no database and make it
    children.push_back(Fork([&dir, writer] {
      Result<Database> database = Database::Open(dir / "a.db");
      if (!database.ok()) return false;
      for (int i = 0; i < kDocuments; ++i)
        if (!SaveSample(*database, Document(i + writer * 5)).ok()) return false;
      return true;
    }));
  }
  Result<Database> database = Database::Open(dir / "a.db");
  ASSERT_TRUE(database.ok());
  for (int i = 0; i < 30; ++i) {
    const Result<Summary> summary = Summarize(*database);
    ASSERT_TRUE(summary.ok()) << summary.error().ToString();
    EXPECT_EQ(summary->cells, summary->documents * 3 * 12 * 6);  // whole documents only
  }
  for (const pid_t child : children) EXPECT_EQ(ExitStatus(child), 0);
  EXPECT_EQ(Summarize(*database)->documents, kDocuments);
}

}  // namespace
}  // namespace juesuan
