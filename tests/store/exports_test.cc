#include "store/exports.h"

#include <gtest/gtest.h>

#include <sstream>

#include "base/json.h"
#include "sample_document.h"
#include "store/export_csv.h"

namespace juesuan {
namespace {

class Exports : public testing::Test {
 protected:
  void SetUp() override {
    database_.emplace(std::move(Database::Open(dir_ / "a.db")).value());
    for (const Sample& sample : {SmallSample(2), FailedSample(3), SmallSample(1)})
      ASSERT_TRUE(SaveSample(*database_, sample).ok());
  }

  std::string Text(ExportWhat what, ExportFormat format, const std::string& document = "") {
    std::ostringstream out;
    const Status status = Export(*database_, what, format, document, out);
    EXPECT_TRUE(status.ok());
    return out.str();
  }

  std::vector<Json> Lines(ExportWhat what, const std::string& document = "") {
    std::vector<Json> lines;
    std::istringstream in(Text(what, ExportFormat::kJsonl, document));
    for (std::string line; std::getline(in, line);) lines.push_back(*Json::Parse(line));
    return lines;
  }

  TempDir dir_;
  std::optional<Database> database_;
};

TEST_F(Exports, ARecordHasTheFieldsOfTheContractInOrder) {
  const std::string first = Text(ExportWhat::kRecords, ExportFormat::kJsonl, "决算1.pdf");
  EXPECT_EQ(
      first.substr(0, first.find('\n')),
      "{\"document\":\"" + SmallSample(1).row.sha256 +
          "\",\"file\":\"决算1.pdf\",\"department\":\"某局\",\"year\":\"2024\","
          "\"form\":\"PUB01\",\"project\":\"\",\"table\":1,\"page\":1,"
          "\"box\":[1.0,2.0,3.25,4.5],\"row_key\":\"1\","
          "\"row_label\":\"一、一般公共预算财政拨款收入\",\"panel\":\"收入\",\"col_key\":\"1\","
          "\"col_path\":[\"收入\",\"金额\"],\"cell_kind\":\"number\",\"raw\":\"1.13\","
          "\"unit\":\"万元\",\"value\":\"1.13\",\"value_fen\":1130000,\"ulp_fen\":10000,"
          "\"readings\":[{\"by\":\"ppocr\",\"text\":\"1.13\",\"score\":0.9987,"
          "\"others\":[{\"text\":\"5061.18\",\"score\":0.0412}]},"
          "{\"by\":\"tesseract\",\"text\":\"1.13\",\"score\":0.88}],"
          "\"status\":\"proven\",\"line\":\"income.general\",\"measure\":\"amount\","
          "\"doubt\":\"\",\"evidence\":[]}");
}

TEST_F(Exports, WhatIsNoMoneyHasNoFen) {
  const std::vector<Json> lines = Lines(ExportWhat::kRecords, "决算1.pdf");
  ASSERT_EQ(lines.size(), 5u);
  for (size_t i = 1; i < lines.size(); ++i) {  // too fine, vehicles, blank, text
    EXPECT_FALSE(lines[i].Has("value_fen")) << i;
    EXPECT_FALSE(lines[i].Has("ulp_fen")) << i;
    EXPECT_EQ(lines[i].Has("value"), i < 3) << i;
  }
  EXPECT_EQ(lines[1].Str("value"), "-0.0000001");
}

TEST_F(Exports, GoesByFileTableRowColumn) {
  const std::vector<Json> lines = Lines(ExportWhat::kRecords);
  ASSERT_EQ(lines.size(), 10u);
  EXPECT_EQ(lines.front().Str("file"), "决算1.pdf");
  EXPECT_EQ(lines.back().Str("file"), "决算2.pdf");
}

TEST_F(Exports, DocumentsNameTheFailedOnes) {
  const std::vector<Json> lines = Lines(ExportWhat::kDocuments);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[2].Str("error"), "encrypted");
  EXPECT_FALSE(lines[0].Has("error"));
  EXPECT_EQ(lines[0].Int("records"), 5);
  EXPECT_EQ(lines[0].Int("proven"), 1);
  EXPECT_EQ(lines[0].Int("failed_pages"), 1);
}

TEST_F(Exports, ATableHasItsGridOnThePageAsDisplayed) {
  const std::vector<Json> lines = Lines(ExportWhat::kTables, SmallSample(1).row.sha256);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].Items("cells").size(), 12u);
  EXPECT_EQ(lines[0].Items("cells")[0].Str("text"), "项\n目");
  EXPECT_EQ(lines[0].Items("cells")[0].GetBox("box"), (Box{100.25, 200.5, 180.25, 220.5}));
  EXPECT_TRUE(lines[0].Items("cells")[5].Bool("unread"));
  EXPECT_EQ(lines[0].Items("parts").size(), 2u);
  const Frame turned = SmallSample(1).layout.pages[1].frame;
  EXPECT_EQ(lines[1].Items("cells")[0].GetBox("box"),
            ToDisplayed({100.25, 200.5, 180.25, 220.5}, turned));
  EXPECT_EQ(lines[1].Str("why"), "no title");
}

TEST_F(Exports, EveryCsvRowHasAsManyFieldsAsItsHead) {
  for (const ExportWhat what : {ExportWhat::kDocuments, ExportWhat::kTables, ExportWhat::kRecords,
                                ExportWhat::kNarrative, ExportWhat::kRejects}) {
    const std::string text = Text(what, ExportFormat::kCsv);
    ASSERT_EQ(text.substr(0, 3), kByteOrderMark);
    bool quoted = false;
    size_t fields = 1, expected = 0, rows = 0;
    for (size_t i = 3; i < text.size(); ++i) {
      if (text[i] == '"') quoted = !quoted;
      if (quoted) continue;
      if (text[i] == ',') ++fields;
      if (text[i] != '\n') continue;
      ASSERT_EQ(text[i - 1], '\r');
      if (rows++ == 0) expected = fields;
      EXPECT_EQ(fields, expected) << "row " << rows;
      fields = 1;
    }
    EXPECT_GT(rows, 3u);
  }
}

TEST_F(Exports, AFigureSaysWhereItStandsAndWhatItRestates) {
  const std::vector<Json> lines = Lines(ExportWhat::kNarrative);
  ASSERT_EQ(lines.size() % 3, 0u);
  EXPECT_EQ(lines[0].Str("sentence"), "2024年度收入总计5,061.13万元");
  EXPECT_EQ(lines[1].Str("section"), "一、总体情况");
  EXPECT_EQ(lines[1].Str("value"), "5061.13");
  EXPECT_EQ(lines[1].Str("measure"), "amount");
  EXPECT_EQ(lines[1].Str("bound_to"), "PUB01/31/1");
  EXPECT_EQ(lines[1].Int("page"), 2);
  EXPECT_EQ(lines[2].Str("direction"), "down");
  EXPECT_EQ(lines[2].Str("compare_year"), "2023");
  EXPECT_EQ(lines[2].Str("form"), "");
}

TEST_F(Exports, RefusesWhatItDoesNotHold) {
  std::ostringstream out;
  const Status status =
      Export(*database_, ExportWhat::kRecords, ExportFormat::kCsv, "无此.pdf", out);
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(out.str(), "");
}

TEST(CsvLine, QuotesAndDisarms) {
  const struct {
    CsvRow row;
    const char* line;
  } kCases[] = {
      {{"a", "b"}, "a,b\r\n"},
      {{"", ""}, ",\r\n"},
      {{"a,b", "说\"好\"", "两\n行"}, "\"a,b\",\"说\"\"好\"\"\",\"两\n行\"\r\n"},
      {{"-5.00", "=1+1", "@x", "+1"}, "-5.00,'=1+1,'@x,'+1\r\n"},
      {{"-cmd|x", "=1,2"}, "'-cmd|x,\"'=1,2\"\r\n"},
  };
  for (const auto& c : kCases) EXPECT_EQ(CsvLine(c.row), c.line);
}

TEST(ParseExport, KnowsItsWords) {
  EXPECT_EQ(ParseExportWhat("rejects"), ExportWhat::kRejects);
  EXPECT_EQ(ParseExportWhat("narrative"), ExportWhat::kNarrative);
  EXPECT_EQ(ParseExportWhat("Records"), std::nullopt);
  EXPECT_EQ(ParseExportFormat("csv"), ExportFormat::kCsv);
  EXPECT_EQ(ParseExportFormat(""), std::nullopt);
}

}  // namespace
}  // namespace juesuan
