// Which cells are read again, and what becomes of the second reading.
#include "app/reread.h"

#include <gtest/gtest.h>

#include "base/files.h"

namespace juesuan {
namespace {

Record Amount(int row, const std::string& raw, std::vector<Reading> readings) {
  Record record;
  record.form = "PUB01";
  record.table = 1;
  record.row = row;
  record.kind = CellKind::kNumber;
  record.raw = raw;
  record.value = ParseDecimal(raw);
  record.readings = std::move(readings);
  return record;
}

Reading By(Reader by, const std::string& text) { return {by, text, 0.99, {}}; }

RecordChange Change(int record, CellStatus status) {
  RecordChange change;
  change.record = record;
  change.status = status;
  return change;
}

TEST(Reread, TakesWhatMattersAndNothingProves) {
  DocumentFacts facts;
  facts.records = {
      Amount(0, "5061.13", {By(Reader::kPpocr, "5061.13")}),  // nothing proves it
      Amount(1, "139.47", {By(Reader::kPpocr, "139.47")}),    // proven
      Amount(2, "0.00", {By(Reader::kPpocr, "0.00")}),        // nought
      Amount(3, "0.00", {By(Reader::kPpocr, "0.00")}),        // nought, but suspect
      Amount(4, "7.10", {By(Reader::kLayer, "7.10")}),        // not from pixels
      Amount(5, "7.10", {By(Reader::kPpocr, "7.10"), By(Reader::kTesseract, "7.10")}),
  };
  CheckReport report;
  report.statuses = {Change(1, CellStatus::kProven), Change(3, CellStatus::kSuspect)};
  EXPECT_EQ(CellsInDoubt(facts, report), (std::vector<size_t>{0, 3}));
}

TEST(Reread, LeavesWhatNoReadingSettles) {
  DocumentFacts facts;
  for (const auto& [doubt, score] :
       {std::pair(std::string(kKeyDoubt), 0.95), std::pair(std::string(kKeyDoubt), 0.8),
        std::pair(std::string(kUnitDoubt), 0.95), std::pair(std::string("甲"), 0.95)}) {
    facts.records.push_back(Amount(0, "5061.13", {By(Reader::kPpocr, "5061.13")}));
    facts.records.back().readings[0].score = score;
    facts.records.back().status = CellStatus::kSuspect;
    facts.records.back().doubt = doubt;
  }
  EXPECT_EQ(CellsInDoubt(facts, {}), (std::vector<size_t>{1, 3})) << "the second was read weakly";
}

TEST(Reread, SecondReadingsStandBehindTheFirst) {
  DocumentFacts facts;
  facts.records = {Amount(0, "5061.13", {By(Reader::kPpocr, "5061.13")}),
                   Amount(1, "139.47", {By(Reader::kLayer, "139.47")})};
  const std::vector<SecondReading> second = {{1, 0, 0, {By(Reader::kTesseract, "5061.18")}},
                                             {1, 1, 0, {By(Reader::kTesseract, "139.41")}}};
  AddReadings(SecondReadingsFromJson(ToJson(second)), &facts);
  ASSERT_EQ(facts.records[0].readings.size(), 2u);
  EXPECT_EQ(facts.records[0].readings[0].text, "5061.13");
  EXPECT_EQ(facts.records[0].readings[1].by, Reader::kTesseract);
  EXPECT_EQ(facts.records[0].readings[1].text, "5061.18");
  // Left from a run with other options: this record was not read from pixels.
  EXPECT_EQ(facts.records[1].readings.size(), 1u);
}

TEST(Reread, WritesWhatTheFormatsDocumentShows) {
  const Result<std::string> document =
      ReadFile(std::filesystem::path(JUESUAN_SOURCE_DIR) / "docs/formats.md");
  ASSERT_TRUE(document.ok());
  const std::string fence = "```jsonl reread\n";
  const size_t from = document->find(fence) + fence.size();
  const std::string line = document->substr(from, document->find('\n', from) - from);
  const Result<Json> item = Json::Parse(line);
  ASSERT_TRUE(item.ok()) << line;
  EXPECT_EQ(ToJson(SecondReadingsFromJson({*item})).front().Dump(), line);
}

}  // namespace
}  // namespace juesuan
