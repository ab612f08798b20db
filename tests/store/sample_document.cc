#include "sample_document.h"

#include <stdlib.h>

#include <sstream>

#include "base/hash.h"
#include "store/dump.h"

namespace juesuan {
namespace {

TextLine Line(int page, const std::string& text, Reader by = Reader::kLayer) {
  TextLine line;
  line.page = page;
  line.box = {10, 10, 50, 20};
  line.size = 10.5;
  if (by == Reader::kLayer) {
    line.readings = {{by, text, 1, {}}};
  } else {
    line.readings = {{by, text, 0.9987, {{text + "1", 0.0312}}},
                     {Reader::kTesseract, text, 0.9, {}}};
  }
  return line;
}

GridCell Cell(int row, int col, int page, std::vector<TextLine> lines) {
  GridCell cell;
  cell.row = row;
  cell.col = col;
  cell.page = page;
  cell.box = {100.25 + col * 80, 200.5 + row * 20, 180.25 + col * 80, 220.5 + row * 20};
  cell.lines = std::move(lines);
  return cell;
}

Record Amount(int table, int row, int col, int page, const std::string& raw, Unit unit) {
  Record r;
  r.form = "PUB01";
  r.table = table;
  r.row = row;
  r.col = col;
  r.page = page;
  r.box = {1, 2, 3.25, 4.5};
  r.row_key = std::to_string(row);
  r.row_label = "一、一般公共预算财政拨款收入";
  r.panel = "收入";
  r.col_key = "1";
  r.col_path = {"收入", "金额"};
  r.line = "income.general";
  r.measure = "amount";
  r.kind = CellKind::kNumber;
  r.raw = raw;
  r.unit = unit;
  r.value = ParseDecimal(raw);
  r.readings = {{Reader::kPpocr, raw, 0.9987, {{"5061.18", 0.0412}}},
                {Reader::kTesseract, raw, 0.88, {}}};
  return r;
}

std::vector<Record> SmallRecords(int seed) {
  Record first = Amount(1, 1, 1, 1, std::to_string(seed) + ".13", Unit::kWanYuan);
  first.status = CellStatus::kProven;
  Record finer = Amount(1, 2, 1, 2, "-0.0000001", Unit::kWanYuan);  // finer than a fen
  finer.status = CellStatus::kSuspect;
  finer.doubt = "不足一分";
  Record second = Amount(1, 2, 1, 2, "12", Unit::kVehicle);  // a second record of the same cell
  Record blank = Amount(1, 2, 2, 2, "", Unit::kWanYuan);
  blank.kind = CellKind::kBlank;
  blank.value.reset();
  blank.readings.clear();
  Record text = Amount(1, 2, 3, 2, "=个, \"甲\"", Unit::kText);
  text.kind = CellKind::kText;
  text.value.reset();
  text.project = "项目";
  text.status = CellStatus::kCorrected;
  return {first, finer, second, blank, text};
}

std::vector<TableGrid> SmallTables() {
  TableGrid claimed;
  claimed.number = 1;
  claimed.rows = 3;
  claimed.cols = 4;
  claimed.header_rows = 1;
  claimed.parts = {{1, {100, 200, 420, 240}, 0, 2, 0}, {2, {100, 60, 420, 80}, 2, 1, 1}};
  for (int row = 0; row < 3; ++row)
    for (int col = 0; col < 4; ++col)
      claimed.cells.push_back(Cell(row, col, row < 2 ? 1 : 2, {Line(1, "格", Reader::kPpocr)}));
  claimed.cells[0].lines = {Line(1, "项"), Line(1, "目")};
  claimed.cells[5].lines.clear();
  claimed.cells[5].unread = true;

  TableGrid other;
  other.number = 2;
  other.rows = other.cols = 1;
  other.ruled = false;
  other.parts = {{2, {100, 300, 200, 320}, 0, 1, 0}};
  other.cells = {Cell(0, 0, 2, {})};
  return {claimed, other};
}

}  // namespace

Sample SmallSample(int seed) {
  NarrativeFact year;
  year.section = "一、总体情况";
  year.sentence = "2024年度收入总计5,061.13万元";
  year.measure = FactMeasure::kDate;
  year.raw = "2024";
  year.unit = "年";
  year.value = ParseDecimal(year.raw);
  year.page = 2;
  year.box = {50, 50, 62.5, 60};
  NarrativeFact amount = year;
  amount.subject = "收入总计";
  amount.measure = FactMeasure::kAmount;
  amount.raw = "5,061.13";
  amount.unit = "万元";
  amount.value = ParseDecimal("5061.13");
  amount.by = Reader::kPpocr;
  amount.bound_to = "PUB01/31/1";
  amount.form = "totals";
  amount.role = "account";
  amount.group = 1;
  NarrativeFact delta = year;
  delta.sentence = "减少3元";
  delta.measure = FactMeasure::kDelta;
  delta.direction = FactDirection::kDown;
  delta.compare_year = "2023";
  delta.raw = "3";
  delta.unit = "元";
  delta.value = ParseDecimal(delta.raw);
  Sample s;
  s.row = {Sha256("document " + std::to_string(seed)), "决算" + std::to_string(seed) + ".pdf", 3,
           KeyOf({"facts", std::to_string(seed)}), std::nullopt};
  s.layout.pages = {{1, {595.32, 841.92, 0, 0}, PageKind::kBornDigital},
                    {2, {841.92, 595.32, 90, -0.35}, PageKind::kScan}};
  s.layout.failures = {{3, ErrorCode::kDamaged, "no content"}};
  s.layout.tables = SmallTables();
  s.layout.paragraphs = {{1, {50, 50, 300, 70}, ParagraphKind::kHeading, {Line(1, "第一部分")}},
                         {2, {50, 50, 300, 70}, ParagraphKind::kBody, {Line(2, "甲\t乙\\丙")}}};

  TableClaim claim;
  claim.table = 1;
  claim.form = "PUB01";
  claim.pack = "pub01";
  claim.score = 93;
  claim.title = "收入支出决算总表";
  claim.printed_code = "公开01表";
  claim.unit = Unit::kWanYuan;
  claim.department = "某局";
  claim.year = "2024";
  claim.first_page = 1;
  claim.last_page = 2;
  claim.note = "注：本表反映部门本年度的总收支情况。";
  TableClaim unclaimed;
  unclaimed.table = 2;
  unclaimed.first_page = unclaimed.last_page = 2;
  unclaimed.why = "no title";
  s.facts.kind = "final_account";
  s.facts.department = "某局";
  s.facts.year = "2024";
  s.facts.tables = {claim, unclaimed};
  s.facts.records = SmallRecords(seed);
  s.facts.rejects = {{1, 1, 1, 1, {1, 2, 3, 4}, "unread", "", "有墨迹而无法识别"},
                     {0, -1, -1, 2, {5, 6, 7, 8}, "unknown_row", "甲", "表中无此行"}};
  s.facts.narrative = {year, amount, delta};
  s.facts.failures = s.layout.failures;
  return s;
}

Sample LargeSample(int seed, int pages, int tables, int rows, int cols) {
  Sample s = SmallSample(seed);
  s.row.pages = pages;
  s.layout = {};
  s.facts.records.clear();
  s.facts.tables.clear();
  s.facts.rejects.clear();
  s.facts.narrative.clear();
  s.facts.failures.clear();
  for (int page = 1; page <= pages; ++page)
    s.layout.pages.push_back({page, {595.32, 841.92, 0, 0}, PageKind::kScan});
  for (int number = 1; number <= tables; ++number) {
    TableGrid grid;
    grid.number = number;
    grid.rows = rows;
    grid.cols = cols;
    const int page = (number - 1) * pages / tables + 1;
    grid.parts = {{page, {100, 60, 420, 700}, 0, rows, 0}};
    for (int row = 0; row < rows; ++row) {
      for (int col = 0; col < cols; ++col) {
        const std::string text = std::to_string(seed + row * 31 + col) + ".13";
        grid.cells.push_back(Cell(row, col, page, {Line(page, text, Reader::kPpocr)}));
        if (row > 2 && col > 2)
          s.facts.records.push_back(Amount(number, row, col, page, text, Unit::kWanYuan));
      }
    }
    s.layout.tables.push_back(std::move(grid));
    TableClaim claim;
    claim.table = number;
    claim.form = "PUB01";
    claim.first_page = claim.last_page = page;
    s.facts.tables.push_back(claim);
  }
  return s;
}

Sample FailedSample(int seed) {
  Sample s;
  s.row = SmallSample(seed).row;
  s.row.pages = 0;
  s.row.key.clear();
  s.row.error = MakeError(ErrorCode::kEncrypted, "needs a password");
  return s;
}

Result<SaveOutcome> SaveSample(Database& database, const Sample& sample) {
  return database.Save(sample.row, sample.layout, sample.facts);
}

std::string DumpOf(Database& database) {
  std::ostringstream out;
  const Status dumped = Dump(database, out);
  return dumped.ok() ? out.str() : dumped.error().ToString();
}

TempDir::TempDir() {
  std::string name = (std::filesystem::temp_directory_path() / "juesuan-store-XXXXXX").string();
  JUESUAN_CHECK(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

TempDir::~TempDir() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace juesuan
