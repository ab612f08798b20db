#include "store/read.h"

#include <gtest/gtest.h>

#include "sample_document.h"

namespace juesuan {
namespace {

std::string Lines(const DocumentFacts& facts) {
  std::string text;
  for (const Json& item : ToJson(facts)) text += item.Dump() + "\n";
  return text;
}

TEST(LoadFacts, GivesBackWhatWasSaved) {
  TempDir dir;
  Result<Database> database = Database::Open(dir / "a.db");
  Sample sample = SmallSample(1);
  ASSERT_TRUE(SaveSample(*database, SmallSample(2)).ok());
  ASSERT_TRUE(SaveSample(*database, sample).ok());
  const Result<DocumentFacts> facts = LoadFacts(*database, sample.row.sha256);
  ASSERT_TRUE(facts.ok()) << facts.error().ToString();
  for (Record& record : sample.facts.records) record.col_path.clear();
  EXPECT_EQ(Lines(*facts), Lines(sample.facts));
}

TEST(LoadFacts, SaysWhyThereAreNone) {
  TempDir dir;
  Result<Database> database = Database::Open(dir / "a.db");
  ASSERT_TRUE(SaveSample(*database, FailedSample(1)).ok());
  EXPECT_EQ(LoadFacts(*database, FailedSample(1).row.sha256).error().code, ErrorCode::kEncrypted);
  EXPECT_EQ(LoadFacts(*database, FailedSample(2).row.sha256).error().code, ErrorCode::kNotFound);
}

TEST(PageRecords, HoldsWhatStandsOnThePage) {
  TempDir dir;
  Result<Database> database = Database::Open(dir / "a.db");
  const Sample sample = SmallSample(1);
  ASSERT_TRUE(SaveSample(*database, sample).ok());
  const struct {
    int page;
    size_t tables, cells, records, rejects, failures;
  } kCases[] = {{1, 1, 8, 1, 1, 0}, {2, 2, 5, 4, 1, 0}, {3, 0, 0, 0, 0, 1}};
  for (const auto& c : kCases) {
    const Result<PageContent> page = PageRecords(*database, sample.row.sha256, c.page);
    ASSERT_TRUE(page.ok()) << c.page;
    EXPECT_EQ(page->tables.size(), c.tables) << c.page;
    EXPECT_EQ(page->cells.size(), c.cells) << c.page;
    EXPECT_EQ(page->records.size(), c.records) << c.page;
    EXPECT_EQ(page->rejects.size(), c.rejects) << c.page;
    EXPECT_EQ(page->failures.size(), c.failures) << c.page;
  }
  EXPECT_EQ(PageRecords(*database, sample.row.sha256, 2)->frame.tilt, -0.35);
  for (const int page : {0, 4, -1})
    EXPECT_EQ(PageRecords(*database, sample.row.sha256, page).error().code, ErrorCode::kNotFound);
}

TEST(Summarize, CountsEverything) {
  TempDir dir;
  Result<Database> database = Database::Open(dir / "a.db");
  EXPECT_EQ(Summarize(*database)->documents, 0);
  Sample other = SmallSample(3);
  other.facts.kind = "other";
  for (const Sample& sample : {SmallSample(1), SmallSample(2), other, FailedSample(4)})
    ASSERT_TRUE(SaveSample(*database, sample).ok());
  const Result<Summary> s = Summarize(*database);
  ASSERT_TRUE(s.ok());
  EXPECT_EQ(s->documents, 4);
  EXPECT_EQ(s->failed, 1);
  EXPECT_EQ(s->other, 1);
  EXPECT_EQ(s->pages, 9);
  EXPECT_EQ(s->failed_pages, 3);
  EXPECT_EQ(s->cells, 39);
  EXPECT_EQ(s->unread_cells, 3);
  using Counts = std::map<std::string, int64_t>;
  EXPECT_EQ(s->tables_by_form, (Counts{{"", 3}, {"PUB01", 3}}));
  EXPECT_EQ(s->records_by_status,
            (Counts{{"corrected", 3}, {"proven", 3}, {"read", 6}, {"suspect", 3}}));
  EXPECT_EQ(s->rejects_by_code, (Counts{{"unknown_row", 3}, {"unread", 3}}));
}

}  // namespace
}  // namespace juesuan
