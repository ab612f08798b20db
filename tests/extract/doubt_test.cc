// What is refused, flagged or left unclaimed. All names and figures are invented.
#include <gtest/gtest.h>

#include "tests/extract/facts_of.h"

namespace juesuan {
namespace {

int Rejects(const DocumentFacts& facts, const std::string& code) {
  int n = 0;
  for (const Reject& reject : facts.rejects) n += reject.code == code ? 1 : 0;
  return n;
}

GridCell* CellAt(TableGrid* grid, int row, int col) {
  for (GridCell& cell : grid->cells)
    if (cell.row == row && cell.col == col) return &cell;
  return nullptr;
}

Reading ReadingOf(Reader by, const std::string& text, double score,
                  std::vector<Candidate> others = {}) {
  return {by, text, score, std::move(others)};
}

// A mark over the header: words that name nothing, and a 栏次 that nobody reads.
TEST(DoubtTest, ColumnNumbersSurviveMisreadHeaderWords) {
  constexpr char kSix[] = R"(
    | 项目 | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 |
    | 功能分类科百编！ 科目名 | < | ^ | ^ | ^ | ^ |
    | 栏次 | < | 1 | 2 | 3 | 4 |
    | 合计 | < | 12.00 | 7.00 | 5.00 | |
    | 213 | 农林水支出 | 12.00 | 7.00 | 5.00 | |
    | 21303 | 水利 | 12.00 | 7.00 | 5.00 | |)";
  for (const bool labelled : {true, false}) {
    TableGrid table = TableFromText({"支出决算表", "单位：万元"}, kSix);
    GridCell* hidden = CellAt(&table, 2, 3);
    hidden->lines.clear();
    hidden->unread = true;
    if (!labelled) CellAt(&table, 2, 0)->lines.clear();
    const DocumentFacts facts = FactsOf({table});
    for (const auto& [measure, key] :
         {std::pair("本年支出合计", "1"), std::pair("基本支出", "2"), std::pair("项目支出", "3")})
      EXPECT_EQ(At(facts, "21303", measure).col_key, key) << labelled;
  }
}

TEST(DoubtTest, ColumnNumbersAreCountedFromThoseThatAgree) {
  const auto keys = [](const std::string& numbers) {
    const DocumentFacts facts = FactsOf({TableFromText({"支出决算表", "单位：万元"}, R"(
    | 项目 | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 |
    | 科目代码 | 科目名称 | ^ | ^ | ^ | ^ |
    | 栏次 | < )" + numbers + R"(
    | 合计 | < | 12.00 | 7.00 | 5.00 | |
    | 21303 | 水利 | 12.00 | 7.00 | 5.00 | |)")});
    std::string out;
    for (const char* measure : {"本年支出合计", "基本支出", "项目支出", "上缴上级支出"})
      out += At(facts, "21303", measure).col_key + " ";
    return out;
  };
  EXPECT_EQ(keys("| ] | 沁 | 3 | 4 |"), "1 2 3 4 ");
  EXPECT_EQ(keys("| 1 | 2 | 涉 | 吁 |"), "1 2 3 4 ");
  EXPECT_EQ(keys("| 1 | 沁 | 涉 | 4 |"), "1 2 3 4 ");
  EXPECT_EQ(keys("| 1 | 8 | 3 | 4 |"), "1 2 3 4 ");
  EXPECT_EQ(keys("| 1 | 2 | 4 | 5 |"), "1 2 4 5 ") << "a printed gap stays";
  EXPECT_EQ(keys("| 4 | 2 | 3 | 4 |"), "1 2 3 4 ") << "no number stands before a smaller one";
  EXPECT_EQ(keys("| 4 | 沁 | 3 | 4 |"), "1 2 3 4 ");
  EXPECT_EQ(keys("| 1 | 2 | 3 | 1 |"), "1 2 3 4 ");
}

TEST(DoubtTest, AMisreadHeaderBetweenKnownOnesIsTakenByItsPlace) {
  const std::string text = R"(
    | 项目 | < | 本年收入合计 | 才政拔款牧入 | 上级补助收入 | 事业收入 |
    | 科目代码 | 科目名称 | ^ | ^ | ^ | ^ |
    | 合计 | < | 12.00 | 7.00 | 5.00 | |
    | 21303 | 水利 | 12.00 | 7.00 | 5.00 | |)";
  const std::vector<std::string> head = {"收入决算表", "单位：万元"};
  TableGrid scan = GridFromText(text, Reader::kPpocr, 0.95);
  scan.above = TableFromText(head, "| |").above;
  const DocumentFacts facts = FactsOf({scan});
  const Record& taken = At(facts, "21303", "财政拨款收入");
  EXPECT_EQ(taken.raw, "7.00");
  EXPECT_EQ(taken.status, CellStatus::kSuspect);
  EXPECT_EQ(taken.doubt.rfind(kKeyDoubt, 0), 0U);
  EXPECT_EQ(At(facts, "21303", "上级补助收入").status, CellStatus::kRead);
  // A text layer says what is printed: then it is another column.
  for (const Record& record : FactsOf({TableFromText(head, text)}).records)
    EXPECT_NE(record.measure, "财政拨款收入");
}

// Under an opaque mark a code may have lost a digit, and be another code then.
TEST(DoubtTest, ARowWhoseCodeIsHardlySeen) {
  TableGrid table = TableFromText(kHeadFive, kFive);
  CellAt(&table, 5, 0)->lines[0].readings = {ReadingOf(Reader::kPpocr, "2130301", 0.3)};
  CellAt(&table, 6, 0)->lines[0].readings = {ReadingOf(Reader::kPpocr, "2130399", 0.7)};
  const DocumentFacts facts = FactsOf({table});
  const Record& covered = At(facts, "2130301", "小计");
  EXPECT_EQ(covered.status, CellStatus::kSuspect);
  EXPECT_EQ(covered.doubt.rfind(kKeyDoubt, 0), 0U);
  EXPECT_EQ(At(facts, "2130399", "小计").status, CellStatus::kRead);
}

// A code is made whole by its name, which identities over the amount may settle; that it was hardly
// seen, they may not.
TEST(DoubtTest, ADoubtThatProofSettlesHidesNoneThatOutlastsIt) {
  const auto doubt = [](double code_score, double amount_score) {
    TableGrid six = GridFromText(R"(
    | 科目代码 | 科目名称 | 决算数 |
    | 301 | 工资福利支出 | 9.00 |
    | 3O101 | 基本工资 | 5.00 |)",
                                 Reader::kPpocr, 0.95);
    six.above =
        TableFromText({"一般公共预算财政拨款基本支出决算明细表", "单位：万元"}, "| |").above;
    CellAt(&six, 2, 0)->lines[0].readings[0].score = code_score;
    CellAt(&six, 2, 2)->lines[0].readings[0].score = amount_score;
    return At(FactsOf({six}), "30101", "决算数").doubt;
  };
  EXPECT_NE(doubt(0.95, 0.95), "");
  EXPECT_FALSE(OutlastsProof(doubt(0.95, 0.95)));
  EXPECT_TRUE(OutlastsProof(doubt(0.3, 0.95)));
  EXPECT_TRUE(OutlastsProof(doubt(0.3, 0.3)));
  std::string both = "甲";
  AddDoubt("", &both);
  AddDoubt("乙", &both);
  EXPECT_EQ(both, "甲");
  AddDoubt(std::string(kUnitDoubt) + "丙", &both);
  AddDoubt(std::string(kKeyDoubt) + "丁", &both);
  EXPECT_EQ(both, std::string(kUnitDoubt) + "丙");
}

// The 款 went lost: every row has the code of its 类, whoever read it.
TEST(DoubtTest, AnEconomicCodeUnderSeveralNames) {
  const auto doubts = [](const std::string& name) {
    const DocumentFacts facts =
        FactsOf({TableFromText({"一般公共预算财政拨款基本支出决算明细表", "单位：万元"}, R"(
    | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 |
    | 302 | 商品和服务支出 | 3.00 | 310 | 资本性支出 | 2.00 |
    | 30201 | 办公费 | 3.00 | 310 | )" + name + R"( | 1.00 |)")});
    int n = 0;
    for (const Record& record : facts.records) n += OutlastsProof(record.doubt) ? 1 : 0;
    return n;
  };
  EXPECT_EQ(doubts("房屋建筑物购建"), 2);
  EXPECT_EQ(doubts("资本性支出"), 0) << "the panel goes on";
}

// An amount of the row is nobody's: a blank beside it may be where it belongs.
TEST(DoubtTest, ABlankBesideAnAmountWithoutALabel) {
  const auto doubt = [](const std::string& lost) {
    const DocumentFacts facts = FactsOf({TableFromText({"收入支出决算总表", "单位：万元"}, R"(
    | 收入 | < | 支出 | < |
    | 项目 | 金额 | 项目 | 金额 |
    | 一、一般公共预算财政拨款收入 | 9.00 | 一、一般公共服务支出 | 9.00 |
    | 二、政府性基金预算财政拨款收入 | | | )" + lost + R"( |
    | 总计 | 9.00 | 总计 | 9.00 |)")});
    return At(facts, "政府性基金预算财政拨款收入", "金额").doubt;
  };
  EXPECT_TRUE(OutlastsProof(doubt("4.00")));
  EXPECT_EQ(doubt(""), "");
}

// The end of a code is lost: its row has the code of the one above, and the amount may well be
// proven.
TEST(DoubtTest, RowsThatAreReadWithOneCode) {
  TableGrid table = TableFromText(kHeadFive, kFive);
  for (const int row : {4, 5}) CellAt(&table, row, 0)->lines[0].readings[0].text = "21303";
  const auto doubts = [&] {
    std::vector<std::string> found;
    for (const Record& record : FactsOf({table}).records)
      if (record.row_key == "21303" && record.measure == "小计") found.push_back(record.doubt);
    return found;
  };
  EXPECT_EQ(doubts(), (std::vector<std::string>{"", "科目代码21303在表中重复"})) << "as printed";
  for (GridCell& cell : table.cells)
    for (TextLine& line : cell.lines)
      for (Reading& reading : line.readings) reading.by = Reader::kPpocr;
  CellAt(&table, 5, 2)->lines[0].readings[0].score = 0.3;
  const std::string repeated = std::string(kKeyDoubt) + "科目代码21303在表中重复";
  EXPECT_EQ(doubts(), (std::vector<std::string>{repeated, repeated}));
}

// 万 under an opaque mark: every identity of the table holds in 元 as well.
TEST(DoubtTest, AUnitThatIsHardlySeenMustBeThatOfOtherTables) {
  constexpr char kSix[] = R"(
    | 科目代码 | 科目名称 | 决算数 |
    | 301 | 工资福利支出 | 9.00 |
    | 30101 | 基本工资 | 9.00 |)";
  const std::string title = "一般公共预算财政拨款基本支出决算明细表";
  const auto facts_of = [&](Reading unit, std::vector<TableGrid> tables) {
    tables.push_back(TableFromText(kHeadFive, kFive));
    tables.back().above[1].readings = {std::move(unit)};
    return FactsOf(std::move(tables));
  };
  const TableGrid sure = TableFromText({title, "单位：万元"}, kSix);
  struct Case {
    Reading unit;
    bool confirmed, trusted;
  };
  for (const Case& c : std::vector<Case>{
           {ReadingOf(Reader::kPpocr, "单位：元", 0.54, {{"单位：万元", 0.26}}), true, false},
           {ReadingOf(Reader::kPpocr, "单位：元", 0.54, {{"单位：万元", 0.26}}), false, false},
           {ReadingOf(Reader::kPpocr, "单位：元", 0.3), false, false},
           {ReadingOf(Reader::kPpocr, "单位：万元", 0.3), false, false},
           {ReadingOf(Reader::kPpocr, "单位：万元", 0.3), true, true},
           {ReadingOf(Reader::kPpocr, "单位：元", 0.9), true, true}}) {
    const DocumentFacts facts =
        c.confirmed ? facts_of(c.unit, {sure}) : facts_of(c.unit, std::vector<TableGrid>{});
    const Record& record = At(facts, "2130301", "小计");
    EXPECT_EQ(record.status == CellStatus::kRead, c.trusted) << c.unit.text << c.confirmed;
    EXPECT_EQ(record.doubt.rfind(kUnitDoubt, 0) == 0, !c.trusted) << c.unit.text << c.confirmed;
  }
}

// The panels of a sheet with several have names of their own, which hold those of the form's sides.
TEST(DoubtTest, AmountsOfSeveralPanelsAreOnTheirSides) {
  const DocumentFacts facts =
      FactsOf({TableFromText({"一般公共预算财政拨款基本支出决算明细表", "单位：万元"}, R"(
    | 人员经费 | < | < | 公用经费 | < | < | < | < | < |
    | 科目代码 | 科目名称 | 决算数 | 科目代码 | 科目名称 | 决算数 | 科目代码 | 科目名称 | 决算数 |
    | 301 | 工资福利支出 | 9.00 | 302 | 商品和服务支出 | 4.00 | 310 | 资本性支出 | 1.00 |
    | 30101 | 基本工资 | 9.00 | 30201 | 办公费 | 4.00 | 31002 | 办公设备购置 | 1.00 |
    | 人员经费合计 | < | 9.00 | 公用经费合计 | < | < | < | < | 5.00 |)")});
  int amounts = 0;
  for (const Record& record : facts.records) {
    if (!record.value) continue;
    ++amounts;
    EXPECT_EQ(record.status, CellStatus::kRead) << record.row_key << record.doubt;
  }
  EXPECT_EQ(amounts, 8);
}

// The second 项目 went unread: the amounts of 支出 would be those of 收入.
TEST(DoubtTest, TwoAmountsOfARowForOneLine) {
  const DocumentFacts facts = FactsOf({TableFromText({"收入支出决算总表", "单位：万元"}, R"(
    | 收入 | < | 支出 | < |
    | 项目 | 决算数 | | 决算数 |
    | 一、一般公共预算财政拨款收入 | 7.00 | | 9.00 |
    | 二、政府性基金预算财政拨款收入 | 3.00 | | 4.00 |
    | 三、国有资本经营预算财政拨款收入 | | | 2.00 |
    | 本年收入合计 | 10.00 | | 13.00 |)")});
  ASSERT_FALSE(facts.records.empty());
  for (const Record& record : facts.records)
    if (record.value && record.row_key.find("收入") != std::string::npos) {
      EXPECT_EQ(record.status, CellStatus::kSuspect) << record.row_key << record.raw;
    }
}

TEST(DoubtTest, ASpeckInAHeaderCellIsNoWord) {
  TableGrid table = TableFromText({"支出决算表", "单位：万元"}, R"(
    | 项目 | < | < | < | 本年支出合计 | 基本支出 | 项目支出 |
    | 科目代码 | < | < | 科目名称 | ^ | ^ | ^ |
    | 类 | 款 | 项 | ^ | ^ | ^ | ^ |
    | 213 | | | 农林水支出 | 12.00 | 7.00 | 5.00 |
    | 213 | 03 | | 水利 | 12.00 | 7.00 | 5.00 |
    | 213 | 03 | 01 | 行政运行 | 12.00 | 7.00 | 5.00 |)");
  GridCell* first = CellAt(&table, 2, 0);
  TextLine speck = first->lines[0];
  speck.readings = {ReadingOf(Reader::kPpocr, "t", 0.37)};
  first->lines.insert(first->lines.begin(), speck);
  EXPECT_EQ(At(FactsOf({table}), "2130301", "基本支出").value->ToString(), "7.00");
}

TEST(DoubtTest, CellsOfARecogniser) {
  TableGrid table = TableFromText(kHeadFive, kFive);
  const auto set = [&](int row, int col, std::vector<Reading> readings) {
    CellAt(&table, row, col)->lines[0].readings = std::move(readings);
  };
  set(2, 2,
      {ReadingOf(Reader::kPpocr, "12.00", 0.99), ReadingOf(Reader::kTesseract, "12.00", 0.6)});
  set(2, 3, {ReadingOf(Reader::kPpocr, "7.00", 0.99), ReadingOf(Reader::kTesseract, "1.00", 0.9)});
  set(2, 4, {ReadingOf(Reader::kPpocr, "5.O0", 0.9, {{"5.00", 0.3}})});
  set(3, 2, {ReadingOf(Reader::kPpocr, "l2.00", 0.9), ReadingOf(Reader::kTesseract, "12.00", 0.9)});
  set(3, 3, {ReadingOf(Reader::kPpocr, "7.00", 0.7)});
  set(3, 4, {ReadingOf(Reader::kPpocr, "5:00", 0.9)});
  CellAt(&table, 4, 2)->unread = true;
  const DocumentFacts facts = FactsOf({table});
  EXPECT_EQ(At(facts, "合计", "小计").status, CellStatus::kRead);
  for (const char* measure : {"基本支出", "项目支出"})
    EXPECT_EQ(At(facts, "合计", measure).status, CellStatus::kSuspect) << measure;
  EXPECT_EQ(At(facts, "合计", "项目支出").value->ToString(), "5.00");
  EXPECT_EQ(At(facts, "合计", "项目支出").readings[0].text, "5.O0");
  EXPECT_EQ(At(facts, "213", "小计").value->ToString(), "12.00");
  EXPECT_EQ(At(facts, "213", "小计").status, CellStatus::kSuspect);
  EXPECT_EQ(At(facts, "213", "基本支出").status, CellStatus::kSuspect);
  EXPECT_EQ(At(facts, "213", "项目支出").kind, CellKind::kText);
  EXPECT_FALSE(At(facts, "213", "项目支出").value);
  EXPECT_EQ(Rejects(facts, "not_an_amount"), 1);
  EXPECT_EQ(At(facts, "21303", "小计").status, CellStatus::kSuspect);
  EXPECT_EQ(Rejects(facts, "unread"), 1);
}

TEST(DoubtTest, LinesOfOneCellReadByTwoReaders) {
  TableGrid grid = TableFromText(kHeadFive, kFive);
  GridCell* cell = CellAt(&grid, 2, 3);
  cell->lines.push_back(cell->lines[0]);
  cell->lines[1].readings = {ReadingOf(Reader::kPpocr, "45", 0.99)};
  EXPECT_EQ(At(FactsOf({grid}), "合计", "基本支出").status, CellStatus::kSuspect);
}

TEST(DoubtTest, NoisyWordsSnapToTheForm) {
  TableGrid table = TableFromText({"收入支出决箅总表", "收入支出决算总衰", "单位：万元"}, "| a |");
  const std::vector<TextLine> above = {table.above[2]};
  TableGrid grid = GridFromText(R"(
    | 收入 | < | < | 支出 | < | < |
    | 项目 | 行次 | 金额 | 项目 | 行次 | 金额 |
    | 栏次 | | 1 | 栏次 | | 2 |
    | 一、一般公共预算财政拔款收入 | 1 | 9.00 | 一、一股公共服务支出 | 32 | 9.00 |
    | 五丶事业收入 | 2 | | 二、外父支出 | 33 | |
    | 四、上级补肋收入 | S | | 八、社会保瘴和就业支岀 | 34 | |
    | 本年收入合汁 | 4 | 9.00 | 本年支出合计 | 35 | 9.00 |)",
                                Reader::kPpocr, 0.95);
  grid.above = TableFromText({"收入支出诀算总表", "收入支出决算总裘", "单位：万元"}, "| a |").above;
  // The title itself misread: two characters off and 决算 gone is refused, one off is taken.
  grid.above[1].readings[0].text = "收人支出决算总表";
  const DocumentFacts facts = FactsOf({grid});
  ASSERT_EQ(facts.tables[0].form, "PUB01") << facts.tables[0].why;
  EXPECT_EQ(At(facts, "1", "金额").line, "一般公共预算财政拨款收入");
  EXPECT_EQ(At(facts, "3", "金额").line, "上级补助收入");
  EXPECT_EQ(At(facts, "4", "金额").line, "本年收入合计");
  EXPECT_EQ(At(facts, "33", "金额").line, "外交支出");
  EXPECT_EQ(At(facts, "34", "金额").line, "社会保障和就业支出");
  EXPECT_EQ(Rejects(facts, "unknown_row"), 0);
  EXPECT_EQ(Rejects(facts, "row_number"), 1);
}

TEST(DoubtTest, MisreadCodes) {
  TableGrid six = GridFromText(R"(
    | 科目代码 | 科目名称 | 决算数 |
    | 301 | 工资福利支出 | 9.00 |
    | 3O101 | 基本工资 | 5.00 |
    | 30103 | 津贴补贴 | 4.00 |
    | 3X1XX | 甲乙丙丁 | 4.00 |)",
                               Reader::kPpocr, 0.95);
  six.above =
      TableFromText({"一般公共预算财政拨款基本支出决算明细表", "单位：万元"}, "| a |").above;
  const DocumentFacts facts = FactsOf({six});
  EXPECT_EQ(At(facts, "301", "决算数").status, CellStatus::kRead);
  EXPECT_EQ(At(facts, "30101", "决算数").status, CellStatus::kSuspect);
  EXPECT_EQ(At(facts, "30103", "决算数").status, CellStatus::kSuspect);
  EXPECT_EQ(At(facts, "3x1xx", "决算数").status, CellStatus::kSuspect);
  EXPECT_GE(Rejects(facts, "unknown_row"), 1);
}

TEST(DoubtTest, UnknownColumnsAndRowsAreRejectedNotGuessed) {
  const DocumentFacts facts = FactsOf({TableFromText(kHeadFive, R"(
    | 项目 | < | 本年支出 | < | < | < |
    | 科目代码 | 科目名称 | 小计 | 基本支出 | 项目支出 | 甲乙丙 |
    | 213 | 农林水支出 | 12.00 | 7.00 | 5.00 | 3.00 |
    | | 水利局本级 | 12.00 | 7.00 | 5.00 | |)")});
  EXPECT_EQ(facts.records.size(), 3u);
  EXPECT_EQ(Rejects(facts, "unknown_column"), 1);
  EXPECT_EQ(Rejects(facts, "unknown_row"), 3);
}

TEST(DoubtTest, MergedValuesBelongToNoColumn) {
  const DocumentFacts facts = FactsOf({TableFromText(kHeadFive, R"(
    | 项目 | < | 本年支出 | < | < |
    | 科目代码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
    | 213 | 农林水支出 | 12.00 | 12.00 | < |
    | 21303 | 水利 | 12.00 | 7.00 | 5.00 |
    | 2130301 | 行政运行 | ^ | 7.00 | |)")});
  EXPECT_EQ(facts.records.size(), 6u);
  EXPECT_EQ(Rejects(facts, "merged_cell"), 2);
}

TEST(DoubtTest, UnitOfTheOtherTablesOrNone) {
  const std::vector<std::string> title = {"一般公共预算财政拨款支出决算表"};
  const DocumentFacts alone = FactsOf({TableFromText(title, kFive)});
  EXPECT_EQ(At(alone, "213", "小计").unit, Unit::kNone);
  EXPECT_EQ(At(alone, "213", "小计").status, CellStatus::kSuspect);
  const DocumentFacts two =
      FactsOf({TableFromText(title, kFive), TableFromText({"支出决算表", "单位：元"}, R"(
        | 项目 | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |
        | 科目代码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ |
        | 213 | 农林水支出 | 12.00 | 7.00 | 5.00 | | | |)")});
  EXPECT_EQ(At(two, "213", "小计").unit, Unit::kYuan);
  EXPECT_EQ(At(two, "213", "小计").status, CellStatus::kRead);
}

TEST(DoubtTest, BudgetTablesAreNotClaimed) {
  const DocumentFacts facts = FactsOf({
      TableFromText({"一般公共预算财政拨款支出预算表", "单位：万元"}, kFive),
      TableFromText({"一般公共预算支出表", "单位：万元"}, kFive),
      TableFromText({"单位：万元"}, kFive),
      TableFromText({"项目支出决算表", "单位：万元"}, kFive),
      TableFromText({"收入支出决算总表", "单位：万元"}, kFive),
  });
  EXPECT_EQ(facts.kind, "other");
  EXPECT_TRUE(facts.records.empty());
  for (const TableClaim& claim : facts.tables) {
    EXPECT_EQ(claim.form, "") << claim.title;
    EXPECT_NE(claim.why, "") << claim.title;
  }
}

TEST(DoubtTest, SameInputSameBytes) {
  const auto bytes = [] {
    std::string out;
    for (const Json& item : ToJson(FactsOf({TableFromText(kHeadFive, kFive)}))) out += item.Dump();
    return out;
  };
  EXPECT_EQ(bytes(), bytes());
}

}  // namespace
}  // namespace juesuan
