// A workbook from what the database holds: the sheets as a model, and the file itself.
#include "app/workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/cell_remarks.h"
#include "app/export_lines.h"
#include "app/export_workbook.h"
#include "app/sheet_names.h"
#include "app/summary_sheet.h"
#include "app/table_sheet.h"
#include "base/files.h"
#include "base/text.h"
#include "tests/app/program.h"
#include "tests/store/sample_document.h"

namespace juesuan {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// A part of a workbook.
std::string Part(const std::filesystem::path& workbook, const std::string& name) {
  const Ran ran = RunProgram("/usr/bin/unzip", {"-p", workbook.string(), name});
  EXPECT_EQ(ran.exit, 0) << workbook << " " << name << ran.err;
  return ran.out;
}

TEST(SheetNames, AreWhatExcelTakes) {
  const struct {
    const char *wanted, *name;
  } kCases[] = {
      {"PUB01 收入支出决算总表", "PUB01 收入支出决算总表"},
      {"a[b]c:d*e?f/g\\h", "abcdefgh"},
      {"'单位'", "单位"},
      {"  \x01 ", "表"},
      {"History", "表"},
      {"0123456789012345678901234567890123456789", "0123456789012345678901234567890"},
      // Two units of UTF-16 each: the sixteenth does not fit.
      {"𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷"},
  };
  for (const auto& c : kCases) EXPECT_EQ(LegalSheetName(c.wanted), c.name) << c.wanted;
}

TEST(SheetNames, AreGivenOnce) {
  UniqueNames names;
  EXPECT_EQ(names.Sheet("PUB01"), "PUB01");
  EXPECT_EQ(names.Sheet("pub01"), "pub01 (2)");
  EXPECT_EQ(names.Sheet("ＰＵＢ01"), "ＰＵＢ01 (3)");
  const std::string longest(31, 'x');
  EXPECT_EQ(names.Sheet(longest), longest);
  EXPECT_EQ(names.Sheet(longest), std::string(27, 'x') + " (2)");
}

TEST(SheetNames, FilesHaveNoPathAndNoAnchor) {
  EXPECT_EQ(LegalFileName("../a#b%c:决算"), "abc决算");
  EXPECT_EQ(LegalFileName("/"), "document");
}

TEST(Sheet, KnowsWhatASpreadsheetKeeps) {
  EXPECT_TRUE(FitsASpreadsheet(*ParseDecimal("-9999999999999.99")));
  EXPECT_FALSE(FitsASpreadsheet(*ParseDecimal("10000000000000.00")));
  EXPECT_EQ(CellName(0, 0), "A1");
  EXPECT_EQ(CellName(6, 27), "AB7");
  EXPECT_EQ(CellName(0, 701), "ZZ1");
  EXPECT_EQ(CellName(0, 702), "AAA1");
  EXPECT_EQ(LinkTo("甲'乙", 3, 1), "internal:'甲''乙'!B4");
}

// A table of two rows under one header row, with one amount.
struct SmallTable {
  TableContent table;
  std::vector<Record> records;
  CellRemarks remarks;

  SmallTable() {
    table.claim.table = 1;
    table.claim.title = "收入决算表";
    table.rows = 3;
    table.cols = 3;
    table.header_rows = 1;
    Add(0, 0, 1, 2, "项目");
    Add(0, 2, 1, 1, "金额");
    Add(1, 0, 2, 1, "一、\n财政拨款");
    Add(1, 1, 1, 1, "");
    Add(1, 2, 1, 1, "1,234.50");
    Add(2, 1, 1, 1, "");
    Add(2, 2, 1, 1, "—");
    Record record;
    record.table = 1;
    record.row = 1;
    record.col = 2;
    record.kind = CellKind::kNumber;
    record.raw = "1,234.50";
    record.value = ParseDecimal("1234.50");
    record.unit = Unit::kWanYuan;
    records.push_back(record);
  }

  void Add(int row, int col, int row_span, int col_span, const std::string& text) {
    table.cells.push_back({1, {1, row, col, row_span, col_span, {}, text, false}});
  }

  Sheet Make() const {
    StoredDocument document;
    document.file = "决算.pdf";
    return MakeTableSheet("甲", document, table, records, remarks, "internal:'汇总'!A1");
  }

  SheetCell At(int row, int col) const {
    const Sheet sheet = Make();
    for (const SheetCell& cell : sheet.cells)
      if (cell.row == row && cell.col == col) return cell;
    ADD_FAILURE() << "no cell at " << row << ", " << col;
    return {};
  }
};

TEST(TableSheet, LaysTheGridOutAsPrinted) {
  const SmallTable small;
  EXPECT_EQ(small.At(0, 0).text, "收入决算表");
  EXPECT_EQ(small.At(2, 0).link, "internal:'汇总'!A1");
  const SheetCell header = small.At(kGridTop, 0);
  EXPECT_EQ(header.col_span, 2);
  EXPECT_EQ(header.fill, Fill::kHeader);
  EXPECT_EQ(small.At(kGridTop + 1, 0).row_span, 2);
  EXPECT_EQ(small.At(kGridTop + 1, 0).text, "一、\n财政拨款");
  const SheetCell amount = small.At(kGridTop + 1, 2);
  ASSERT_TRUE(amount.number.has_value());
  EXPECT_EQ(amount.number->ToString(), "1234.50");
  EXPECT_TRUE(amount.separators);
  EXPECT_EQ(small.At(kGridTop + 2, 2).text, "—");
}

TEST(TableSheet, FreezesAHeaderThatLeavesRoomToScroll) {
  SmallTable small;
  for (const auto& [header_rows, frozen] :
       {std::pair(0, kGridTop), std::pair(2, kGridTop + 2), std::pair(3, kGridTop)}) {
    small.table.header_rows = header_rows;  // of three
    EXPECT_EQ(small.Make().frozen_rows, frozen) << header_rows;
  }
  small.table.header_rows = 30;
  small.table.rows = 40;
  EXPECT_EQ(small.Make().frozen_rows, kGridTop);
}

TEST(TableSheet, WhatASpreadsheetWouldRoundStaysText) {
  SmallTable small;
  small.records[0].raw = "12345678901234.56";
  small.records[0].value = ParseDecimal(small.records[0].raw);
  const SheetCell amount = small.At(kGridTop + 1, 2);
  EXPECT_FALSE(amount.number.has_value());
  EXPECT_EQ(amount.text, "12345678901234.56");
}

TEST(TableSheet, ACellOfSeveralValuesStaysAsPrinted) {
  SmallTable small;
  small.records.push_back(small.records[0]);
  EXPECT_FALSE(small.At(kGridTop + 1, 2).number.has_value());
  EXPECT_EQ(small.At(kGridTop + 1, 2).text, "1,234.50");
}

TEST(TableSheet, ASpanOverAnotherCellIsGivenUp) {
  SmallTable small;
  small.table.cells[1].second.row_span = 3;  // 金额 over the amounts
  EXPECT_EQ(small.At(kGridTop, 2).row_span, 1);
  EXPECT_EQ(small.At(kGridTop + 1, 2).text, "1,234.50");
}

Finding SomeFinding(int table) {
  Finding finding;
  finding.rule = "R16";
  finding.title = "合计等于各项之和";
  finding.message = "合计1234.50与各项之和1234.60相差-0.10。";
  finding.severity = Severity::kHigh;
  finding.verdict = Verdict::kSource;
  finding.cells = {{"PUB02", "合计", "1", "1,234.50", table, 1, 2, 7, {}},
                   {"PUB02", "208", "1", "1,000.00", table, 2, 2, 7, {}}};
  return finding;
}

TEST(CellRemarks, AFindingColoursItsCellsAndExplainsThem) {
  SmallTable small;
  small.remarks.Add(SomeFinding(1));
  const SheetCell cause = small.At(kGridTop + 1, 2), other = small.At(kGridTop + 2, 2);
  EXPECT_EQ(cause.fill, Fill::kViolated);
  EXPECT_EQ(other.fill, Fill::kInvolved);
  for (const std::string part :
       {"R16 合计等于各项之和", "相差-0.10", "严重程度：高", "定性：文件有误",
        "PUB02/合计/1 1,234.50（第7页）；PUB02/208/1 1,000.00（第7页）"})
    EXPECT_THAT(cause.comment, HasSubstr(part));
  EXPECT_EQ(other.comment, cause.comment);
}

TEST(CellRemarks, WhatIsSettledOrRoundingHasNoColour) {
  for (const FindingState state : {FindingState::kDismissed, FindingState::kCorrected}) {
    SmallTable small;
    Finding finding = SomeFinding(1);
    finding.state = state;
    small.remarks.Add(finding);
    EXPECT_EQ(small.At(kGridTop + 1, 2).fill, Fill::kNone);
    EXPECT_THAT(small.At(kGridTop + 1, 2).comment, HasSubstr("处理："));
  }
  SmallTable small;
  Finding rounding = SomeFinding(1);
  rounding.verdict = Verdict::kRounding;
  small.remarks.Add(rounding);
  EXPECT_THAT(small.At(kGridTop + 1, 2).comment, IsEmpty());
}

TEST(CellRemarks, SayWhyACellIsSuspectOrRepairedAndByWhatItIsProven) {
  SmallTable small;
  Record& record = small.records[0];
  record.readings = {{Reader::kPpocr, "1,234.50", 0.6, {}},
                     {Reader::kTesseract, "1,284.50", 0.7, {}}};
  record.status = CellStatus::kSuspect;
  record.doubt = "两次识别不一致";
  small.remarks.Add(record);
  EXPECT_EQ(small.At(kGridTop + 1, 2).fill, Fill::kSuspect);
  EXPECT_THAT(small.At(kGridTop + 1, 2).comment,
              HasSubstr("两次识别不一致\n读数：PP-OCR 1,234.50；Tesseract 1,284.50"));

  SmallTable repaired;
  record.status = CellStatus::kProven;
  record.readings.insert(record.readings.begin(), {Reader::kRepair, "1,234.50", 1, {}});
  record.evidence = {"R16 合计", "R18 208"};
  repaired.remarks.Add(record);
  EXPECT_EQ(repaired.At(kGridTop + 1, 2).fill, Fill::kRepaired);
  EXPECT_THAT(repaired.At(kGridTop + 1, 2).comment, HasSubstr("成立的恒等式：R16 合计；R18 208"));
}

TEST(CellRemarks, NothingIsLostThatStandsOnNoCell) {
  SmallTable small;
  small.remarks.Add(Reject{1, 2, 0, 7, {}, "unknown_row", "其他", "表中无此行"});   // under a span
  small.remarks.Add(Reject{1, 9, -1, 7, {}, "unknown_row", "别的", "表外的一行"});  // no such row
  EXPECT_EQ(small.At(kGridTop + 1, 0).fill, Fill::kUnread);
  EXPECT_THAT(small.At(kGridTop + 1, 0).comment, HasSubstr("表中无此行"));
  EXPECT_THAT(small.At(0, 0).comment, HasSubstr("表外的一行"));
}

TEST(Workbook, HasNumbersFormatsMergesAndComments) {
  const TempFolder folder;
  Sheet sheet;
  sheet.name = "甲";
  SheetCell amount, merged;
  amount.number = ParseDecimal("-1234.50");
  amount.separators = true;
  amount.comment = "R16 <对不上> \x01&";
  merged.row = 1;
  merged.col_span = 3;
  merged.text = "=1+1\n\x02";
  sheet.cells = {amount, merged};
  ASSERT_TRUE(WriteWorkbook({sheet}, folder / "a.xlsx").ok());
  const std::string page = Part(folder / "a.xlsx", "xl/worksheets/sheet1.xml");
  EXPECT_THAT(page, HasSubstr("<v>-1234.5</v>"));
  EXPECT_THAT(page, HasSubstr("<mergeCell ref=\"A2:C2\"/>"));
  EXPECT_THAT(page, Not(HasSubstr("<f>"))) << "text is never a formula";
  EXPECT_THAT(Part(folder / "a.xlsx", "xl/styles.xml"), HasSubstr("formatCode=\"#,##0.00\""));
  EXPECT_THAT(Part(folder / "a.xlsx", "xl/sharedStrings.xml"), HasSubstr("=1+1\n</t>"));
  EXPECT_THAT(Part(folder / "a.xlsx", "xl/comments1.xml"), HasSubstr("R16 &lt;对不上&gt; &amp;"));
}

TEST(Workbook, EqualSheetsGiveEqualBytes) {
  const TempFolder folder;
  const Sheet sheet = MakeFindingsSheet({{"决算.pdf", SomeFinding(1), ""}});
  ASSERT_TRUE(WriteWorkbook({sheet}, folder / "a.xlsx").ok());
  ASSERT_TRUE(WriteWorkbook({sheet}, folder / "b.xlsx").ok());
  EXPECT_EQ(*ReadFile(folder / "a.xlsx"), *ReadFile(folder / "b.xlsx"));
}

TEST(Workbook, AFailureLeavesNothingBehind) {
  const TempFolder folder;
  const Status status = WriteWorkbook({}, folder / "no/such/a.xlsx");
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, ErrorCode::kExternal);
  std::filesystem::create_directory(folder / "a.xlsx");  // cannot be replaced by a file
  EXPECT_FALSE(WriteWorkbook({}, folder / "a.xlsx").ok());
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

class ExportedWorkbook : public testing::Test {
 protected:
  void Save(const std::vector<Sample>& samples) {
    database_.emplace(std::move(Database::Open(folder_ / "a.db")).value());
    for (const Sample& sample : samples) ASSERT_TRUE(SaveSample(*database_, sample).ok());
  }

  void SaveFinding(const Sample& sample) {
    CheckedDocument checked;
    checked.sha256 = sample.row.sha256;
    checked.facts_key = sample.row.key;
    checked.rules_key = "rules";
    checked.places = PlacesOf(sample.facts.records);
    checked.findings = {SomeFinding(1)};
    ASSERT_TRUE(SaveFindings(*database_, checked).ok());
  }

  TempFolder folder_;
  std::optional<Database> database_;
};

TEST_F(ExportedWorkbook, OneFileHasASheetATableAndLinksToTheCells) {
  Save({SmallSample(1), SmallSample(2), FailedSample(3)});
  SaveFinding(SmallSample(1));
  ASSERT_TRUE(ExportWorkbook(*database_, {}, folder_ / "a.xlsx").ok());
  const std::string book = Part(folder_ / "a.xlsx", "xl/workbook.xml");
  for (const std::string name :
       {"汇总", "疑点", "1 PUB01 收入支出决算总表", "1 表2", "2 PUB01 收入支出决算总表", "2 表2"})
    EXPECT_THAT(book, HasSubstr("name=\"" + name + "\""));
  EXPECT_THAT(Part(folder_ / "a.xlsx", "xl/worksheets/sheet2.xml"),
              HasSubstr("location=\"'1 PUB01 收入支出决算总表'!C5\""));
  EXPECT_THAT(Part(folder_ / "a.xlsx", "xl/sharedStrings.xml"), HasSubstr("needs a password"));
}

TEST_F(ExportedWorkbook, OfFindingsHasOnlyTheTablesTheyPointAt) {
  Save({SmallSample(1), SmallSample(2)});
  SaveFinding(SmallSample(1));
  ASSERT_TRUE(ExportWorkbook(*database_, {{}, true}, folder_ / "a.xlsx").ok());
  const std::string book = Part(folder_ / "a.xlsx", "xl/workbook.xml");
  EXPECT_THAT(book, HasSubstr("name=\"1 PUB01 收入支出决算总表\""));
  EXPECT_THAT(book, Not(HasSubstr("表2")));
  EXPECT_THAT(book, Not(HasSubstr("2 PUB01")));
}

TEST_F(ExportedWorkbook, AFolderHasAWorkbookADocumentAndAnOverview) {
  std::vector<Sample> samples = {SmallSample(1), SmallSample(2), SmallSample(4), FailedSample(3)};
  samples[1].row.file = samples[0].row.file;  // another document of the same name
  samples[2].row.file = "汇总.pdf";
  Save(samples);
  ASSERT_TRUE(ExportWorkbook(*database_, {}, folder_ / "out/").ok());
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder_ / "out"))
    files.push_back(entry.path().filename().string());
  const auto with_id = [&](int i) {
    return "决算1 " + samples[static_cast<size_t>(i)].row.sha256.substr(0, 8) + ".xlsx";
  };
  EXPECT_THAT(files,
              testing::UnorderedElementsAre(with_id(0), with_id(1), "汇总 (2).xlsx", "汇总.xlsx"));
  EXPECT_THAT(Part(folder_ / "out" / "汇总.xlsx", "xl/worksheets/_rels/sheet1.xml.rels"),
              HasSubstr("Target=\"决算1%20" + samples[0].row.sha256.substr(0, 8)));
}

TEST_F(ExportedWorkbook, TooManySheetsForOneFileAreRefused) {
  Save({LargeSample(1, 1, kMostSheets, 1, 1), LargeSample(2, 1, 1, 1, 1)});
  const Status status = ExportWorkbook(*database_, {}, folder_ / "a.xlsx");
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, ErrorCode::kLimit);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "a.xlsx"));
  WorkbookChoice one;
  one.filter.document = SmallSample(1).row.file;
  EXPECT_TRUE(ExportWorkbook(*database_, one, folder_ / "a.xlsx").ok()) << "one document may";
}

TEST_F(ExportedWorkbook, LinesAreOnePlainSheet) {
  Save({SmallSample(1), FailedSample(3)});
  const std::filesystem::path file = folder_ / "a.xlsx";
  const struct {
    ExportWhat what;
    const char* part;
  } kCases[] = {{ExportWhat::kRecords, "<v>1.13</v>"},      // an amount
                {ExportWhat::kDocuments, "ref=\"A1:O3\""},  // two documents under the head
                {ExportWhat::kRejects, "<c r=\"D2\" s=\"3\"><v>-1</v>"}};
  for (const auto& c : kCases) {
    ASSERT_TRUE(ExportLines(*database_, c.what, "", file).ok());
    EXPECT_THAT(Part(file, "xl/worksheets/sheet1.xml"), HasSubstr(c.part));
  }
  EXPECT_EQ(ExportLines(*database_, ExportWhat::kRecords, "nobody.pdf", file).error().code,
            ErrorCode::kNotFound);
}

TEST_F(ExportedWorkbook, TooManyLinesForOneSheetAreRefused) {
  Save({SmallSample(1)});
  ASSERT_TRUE(
      database_->connection()
          .Execute("WITH RECURSIVE c(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM c WHERE i "
                   "< 50000) INSERT INTO records SELECT document, table_number, row, col, "
                   "i, form, project, page, x0, y0, x1, y1, row_key, row_label, panel, "
                   "col_key, col_path, line, measure, cell_kind, raw, unit, value, "
                   "value_fen, ulp_fen, status, doubt, layer_alone FROM records, c WHERE n = 1")
          .ok());
  const Status status = ExportLines(*database_, ExportWhat::kRecords, "", folder_ / "a.xlsx");
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, ErrorCode::kLimit);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "a.xlsx"));
}

}  // namespace
}  // namespace juesuan
