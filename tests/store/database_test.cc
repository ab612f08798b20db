#include "store/database.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "sample_document.h"

namespace juesuan {
namespace {

TEST(Database, KeepsAnEqualDocumentAndReplacesAChangedOne) {
  TempDir dir;
  Result<Database> database = Database::Open(dir / "a.db");
  ASSERT_TRUE(database.ok()) << database.error().ToString();
  Sample sample = SmallSample(1);
  EXPECT_EQ(*SaveSample(*database, sample), SaveOutcome::kAdded);
  const std::string before = DumpOf(*database);
  EXPECT_EQ(*SaveSample(*database, sample), SaveOutcome::kKept);
  EXPECT_EQ(DumpOf(*database), before);

  sample.row.key = "0123456789abcdef";
  sample.facts.records.pop_back();
  sample.layout.paragraphs.clear();
  EXPECT_EQ(*SaveSample(*database, sample), SaveOutcome::kReplaced);
  Result<Database> fresh = Database::Open(dir / "b.db");
  ASSERT_TRUE(SaveSample(*fresh, sample).ok());
  EXPECT_EQ(DumpOf(*database), DumpOf(*fresh));
}

TEST(Database, DumpsTheSameInWhateverOrderDocumentsCame) {
  std::vector<Sample> samples = {SmallSample(0), SmallSample(1), FailedSample(3), SmallSample(4),
                                 SmallSample(4)};
  samples.back().row.file = "另名.pdf";  // the same bytes by another name
  TempDir dir;
  std::vector<std::string> dumps;
  for (const char* file : {"a.db", "b.db"}) {
    Result<Database> database = Database::Open(dir / file);
    for (const Sample& sample : samples) ASSERT_TRUE(SaveSample(*database, sample).ok());
    dumps.push_back(DumpOf(*database));
    std::reverse(samples.begin(), samples.end());
  }
  EXPECT_GT(dumps[0].size(), 5000u);
  EXPECT_EQ(dumps[0], dumps[1]);
}

TEST(Database, KnowsADocumentByAllItsNames) {
  TempDir dir;
  Result<Database> database = Database::Open(dir / "a.db");
  Sample sample = SmallSample(1);
  sample.row.file = "b.pdf";
  ASSERT_TRUE(SaveSample(*database, sample).ok());
  sample.row.file = "a.pdf";
  EXPECT_EQ(*SaveSample(*database, sample), SaveOutcome::kKept);
  for (const std::string& filter :
       {std::string("a.pdf"), std::string("b.pdf"), sample.row.sha256.substr(0, 8)}) {
    const auto found = database->Documents(filter);
    ASSERT_TRUE(found.ok()) << filter;
    ASSERT_EQ(found->size(), 1u) << filter;
    EXPECT_EQ(found->front().file, "a.pdf");
    EXPECT_EQ(found->front().names, (std::vector<std::string>{"a.pdf", "b.pdf"}));
  }
  for (const std::string& filter : {std::string("c.pdf"), sample.row.sha256.substr(0, 3)})
    EXPECT_EQ(database->Documents(filter).error().code, ErrorCode::kNotFound) << filter;
}

TEST(Database, NamesADocumentThatFailedUntilAGoodLoad) {
  TempDir dir;
  Result<Database> database = Database::Open(dir / "a.db");
  ASSERT_TRUE(SaveSample(*database, FailedSample(1)).ok());
  EXPECT_EQ(*SaveSample(*database, FailedSample(1)), SaveOutcome::kKept);
  auto documents = database->Documents();
  ASSERT_EQ(documents->size(), 1u);
  EXPECT_EQ(documents->front().error->code, ErrorCode::kEncrypted);
  EXPECT_EQ(documents->front().error->message, "needs a password");
  EXPECT_EQ(*database->KeyOf(FailedSample(1).row.sha256), std::nullopt);

  EXPECT_EQ(*SaveSample(*database, SmallSample(1)), SaveOutcome::kReplaced);
  documents = database->Documents();
  EXPECT_FALSE(documents->front().error.has_value());
  EXPECT_EQ(*database->KeyOf(SmallSample(1).row.sha256), SmallSample(1).row.key);
}

TEST(Database, RefusesFactsOfAnotherLayoutAndWritesNothing) {
  const struct {
    const char* what;
    void (*spoil)(Sample&);
  } kCases[] = {
      {"claim", [](Sample& s) { s.facts.tables[0].table = 9; }},
      {"record", [](Sample& s) { s.facts.records[0].table = 9; }},
      {"reject", [](Sample& s) { s.facts.rejects[0].table = 9; }},
      {"two cells at one place", [](Sample& s) { s.layout.tables[0].cells[1].col = 0; }},
      {"no frame", [](Sample& s) { s.layout.pages.pop_back(); }},
  };
  TempDir dir;
  Result<Database> database = Database::Open(dir / "a.db");
  for (const auto& c : kCases) {
    Sample sample = SmallSample(1);
    c.spoil(sample);
    const auto saved = SaveSample(*database, sample);
    ASSERT_FALSE(saved.ok()) << c.what;
    EXPECT_EQ(saved.error().code, ErrorCode::kMalformed) << c.what;
    EXPECT_EQ(DumpOf(*database), "") << c.what;
  }
}

TEST(Database, RefusesWhatIsNotItsOwn) {
  TempDir dir;
  std::ofstream(dir / "text.db") << std::string(4096, 'x');
  EXPECT_EQ(Database::Open(dir / "text.db").error().code, ErrorCode::kMalformed);
  {
    auto other = Connection::Open(dir / "other.db", true);
    ASSERT_TRUE(other->Execute("CREATE TABLE t (a); PRAGMA user_version = 1").ok());
  }
  EXPECT_EQ(Database::Open(dir / "other.db").error().code, ErrorCode::kMalformed);
  EXPECT_EQ(Database::OpenExisting(dir / "none.db").error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(dir / "none.db"));
  EXPECT_EQ(Database::Open(dir / "no/folder.db").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace juesuan
