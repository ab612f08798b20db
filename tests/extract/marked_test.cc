// Pages whose print a mark hides in part: what is told all the same, and what stays in doubt. All
// names and figures are invented.
#include <gtest/gtest.h>

#include "extract/extract.h"
#include "tests/extract/grid_from_text.h"

namespace juesuan {
namespace {

DocumentFacts FactsOf(std::vector<TableGrid> tables) {
  static const FormPacks* const packs = new FormPacks(FormPacks::Load(JUESUAN_FORMS).value());
  return Extract(LayoutOf(std::move(tables)), *packs);
}

// A table read from pixels under a head read with `score`.
TableGrid Scanned(const std::vector<std::string>& head, const std::string& text,
                  double score = 0.95) {
  TableGrid grid = GridFromText(text, Reader::kPpocr, 0.95);
  grid.above = TableFromText(head, "| |").above;
  for (TextLine& line : grid.above)
    for (Reading& reading : line.readings) reading.by = Reader::kPpocr, reading.score = score;
  return grid;
}

// "row/column value status" of the amounts, in their order.
std::string Amounts(const DocumentFacts& facts, const std::string& row) {
  std::string out;
  for (const Record& record : facts.records) {
    if (record.row_key != row || !record.value) continue;
    const bool in_doubt = record.doubt.rfind(kKeyDoubt, 0) == 0;
    out += record.col_key + "=" + record.raw + (in_doubt ? "? " : " ");
  }
  return out;
}

const std::vector<std::string> kHeadTwo = {"收入决算表", "单位：万元"};

TEST(MarkedTest, MisreadHeadersAreThoseOfTheirPlaces) {
  const std::string text = R"(
    | 项目 | < | 本午收人合汁 | 才政拔款牧入 | 上缀礼助 | 事业收入 | 经宫攸入 | 附屋单 | 其仙设 |
    | 科目代码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ | ^ |
    | 杉次 | < | 1 | 2 | 3 | 4 | 5 | 6 | 7 |
    | 213 | 农林水支出 | 12.00 | 7.00 | 5.00 | | | | |)";
  EXPECT_EQ(Amounts(FactsOf({Scanned(kHeadTwo, text)}), "213"), "1=12.00? 2=7.00? 3=5.00? ");
  // A text layer says what is printed: then they are other columns.
  EXPECT_EQ(Amounts(FactsOf({TableFromText(kHeadTwo, text)}), "213"), "");
}

// A key column's number hidden, 栏次 misread, numbers misread: the row still numbers the columns.
TEST(MarkedTest, TheRowOfColumnNumbersIsToldByItsRun) {
  const auto keys = [](const std::string& numbers) {
    const DocumentFacts facts = FactsOf({Scanned({"支出决算表", "单位：万元"}, R"(
    | 项目 | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 |
    | 科目代码 | 科目名称 | ^ | ^ | ^ | ^ |)" + numbers + R"(
    | 213 | 农林水支出 | 12.00 | 7.00 | 5.00 | 0.00 |)")});
    return Amounts(facts, "213");
  };
  const std::string all = "1=12.00 2=7.00 3=5.00 4=0.00 ";
  EXPECT_EQ(keys("\n| 栏次 | < | 1 | 2 | 3 | 4 |"), all);
  EXPECT_EQ(keys("\n| 杉次 | < | 1 | 2 | 3 | 4 |"), all);
  EXPECT_EQ(keys("\n| | < | 1 | 2 | L | 4 |"), all);
  EXPECT_EQ(keys("\n| i | 性次 | 1 | 2 | 3 | 4 |"), all);
  EXPECT_EQ(keys("\n| l栏次\\nYAI | < | 1 | 2 | 3 | 4 |"), all);
  EXPECT_EQ(keys("\n| 栏次 | < | 1 | 2 | 3 | 42 |"), all);
  EXPECT_EQ(keys("\n| 栏次人ANY | < | 1 | 从> | 3 | 4下 |"), all);
  EXPECT_EQ(keys("\n| 栏一次 | < | 1 | 2 | 3 | 4 |"), all);
  EXPECT_EQ(keys("\n| —\\n<栏欠 | < | —\\n1 | 2 | —\\n3 | 4 |"), all);
  EXPECT_EQ(keys("\n| 栏欠 | < | ] | 沁 | L | 吁 |"),
            "本年支出合计=12.00? 基本支出=7.00? 项目支出=5.00? 上缴上级支出=0.00? ");
}

// A mark hides the numbers of the last rows: their amounts stand under another key than is printed.
TEST(MarkedTest, ARowWhoseNumberWasNotSeen) {
  const auto amounts = [](const std::string& last) {
    const DocumentFacts facts = FactsOf({Scanned({"收入支出决算总表", "单位：万元"}, R"(
    | 收入 | < | < | 支出 | < | < |
    | 项目 | 行次 | 决算数 | 项目 | 行次 | 决算数 |
    | 栏次 | | 1 | 栏次 | | 2 |
    | 一、一般公共预算财政拨款收入 | 1 | 12.00 | 一、一般公共服务支出 | 32 | 7.00 |
    | 二、政府性基金预算财政拨款收入 | 2 | 3.00 | 二、外交支出 | 33 | 5.00 |
    | 八、其他收入 | )" + last + R"( | 4.00 | 十九、住房保障支出 | 50 | 6.00 |)")});
    return Amounts(facts, "3") + Amounts(facts, "其他收入");
  };
  EXPECT_EQ(amounts("3"), "1=4.00 ");
  EXPECT_EQ(amounts(""), "1=4.00? ");
}

// Beside a side that is known, the one value column of the other is its measure.
TEST(MarkedTest, TheLoneMisreadColumnOfASide) {
  const auto amounts = [](const std::string& income, const std::string& outlay) {
    const DocumentFacts facts = FactsOf({Scanned({"收入支出决算总表", "单位：万元"}, R"(
    | 收入 | < | < | 支出 | < | < |
    | 项目 | 行次 | )" + income + " | 项目 | 行次 | " + outlay + R"( |
    | 栏次 | | 1 | 栏次 | | 2 |
    | 一、一般公共预算财政拨款收入 | 1 | 12.00 | 一、一般公共服务支出 | 32 | 7.00 |)")});
    return Amounts(facts, "1") + Amounts(facts, "32");
  };
  EXPECT_EQ(amounts("决算数", "决算数"), "1=12.00 2=7.00 ");
  EXPECT_EQ(amounts("决算数", "决39效"), "1=12.00 2=7.00? ");
  EXPECT_EQ(amounts("共某致", "决39效"), "") << "neither is known";
}

// Its 栏次 read as words, one table of three seems to have none.
TEST(MarkedTest, ATableWithoutTheNumbersThatOthersHave) {
  const auto table = [](const std::string& title, const std::string& numbers) {
    return Scanned({title, "单位：万元"}, R"(
    | 项目 | < | 本年支出 | < | < |
    | 科目代码 | 科目名称 | 小计 | 基本支出 | 项目支出 |)" +
                                              numbers + R"(
    | 213 | 农林水支出 | 12.00 | 7.00 | 5.00 |)");
  };
  const std::string five = "一般公共预算财政拨款支出决算表", numbers = "\n| 栏次 | < | 1 | 2 | 3 |";
  const auto doubted = [&](const std::string& in_first) {
    int count = 0;
    for (const Record& record :
         FactsOf({table(five, in_first), Scanned({"支出决算表", "单位：万元"}, R"(
    | 项目 | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 |
    | 科目代码 | 科目名称 | ^ | ^ | ^ | ^ |
    | 栏次 | < | 1 | 2 | 3 | 4 |
    | 213 | 农林水支出 | 12.00 | 7.00 | 5.00 | |)"),
                  Scanned(kHeadTwo, R"(
    | 项目 | < | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入 |
    | 科目代码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ | ^ |
    | 栏次 | < | 1 | 2 | 3 | 4 | 5 | 6 | 7 |
    | 213 | 农林水支出 | 12.00 | 7.00 | 5.00 | | | | |)")})
             .records)
      count += record.doubt.rfind(kKeyDoubt, 0) == 0 ? 1 : 0;
    return count;
  };
  EXPECT_EQ(doubted(numbers), 0);
  EXPECT_EQ(doubted(""), 3);
}

// A header of which nothing was read: its columns are told by their number and by 栏次, in doubt.
TEST(MarkedTest, ColumnsThatOnlyTheirNumbersTell) {
  const auto amounts = [](const std::string& numbers) {
    return Amounts(FactsOf({Scanned({"支出决算表", "单位：万元"}, R"(
    | | 栏次 | )" + numbers + R"( |
    | 213 | 农林水支出 | 12.00 | 7.00 | 5.00 | | | |
    | 21303 | 水利建设 | 12.00 | 7.00 | 5.00 | | | |)")}),
                   "21303");
  };
  EXPECT_EQ(amounts("1 | 2 | 3 | 4 | 5 | 6"), "1=12.00? 2=7.00? 3=5.00? ");
  EXPECT_EQ(amounts("1 | 3 | 4 | 5 | 6 | 7"), "");
}

// What is left of a header above 项目 names rows, but codes stand under it.
TEST(MarkedTest, AMisreadHeaderOverCodes) {
  const DocumentFacts facts = FactsOf({Scanned({"一般公共预算财政拨款支出决算表", "单位：万元"}, R"(
    | 项目 | < | 本年支出 | < | < |
    | 禾尽亻弋 | 科目名称 | 小计 | 基本支出 | 项目支出 |
    | 213 | 农林水支出 | 12.00 | 7.00 | 5.00 |
    | 21303 | 水利 | 12.00 | 7.00 | 5.00 |)")});
  EXPECT_EQ(Amounts(facts, "21303"), "小计=12.00 基本支出=7.00 项目支出=5.00 ");
}

TEST(MarkedTest, HeadersOutOfTheirPlacesTellNothing) {
  const DocumentFacts facts = FactsOf({Scanned(kHeadTwo, R"(
    | 项目 | < | 本年收入合计 | 财政拨款收入 | 事业收入 | 上级补助收入 | 经宫攸入 | 附屋单 | 其仙设 |
    | 科目代码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ | ^ |
    | 213 | 农林水支出 | 12.00 | 7.00 | 5.00 | | 1.00 | | |)")});
  EXPECT_EQ(Amounts(facts, "213"), "本年收入合计=12.00 财政拨款收入=7.00 事业收入=5.00 ");
}

TEST(MarkedTest, KeysAreToldByWhatStandsUnderThem) {
  const DocumentFacts facts = FactsOf({Scanned({"支出决算表", "单位：万元"}, R"(
    | 项目 | < | < | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |
    | 功能分类科目编码 | < | < | 禾口各尔 | ^ | ^ | ^ | ^ | ^ | ^ |
    | 沁 | 欠 | 顶 | ^ | ^ | ^ | ^ | ^ | ^ | ^ |
    | 213 | | | 农林水支出 | 12.00 | 7.00 | 5.00 | | | |
    | 213 | 03 | | 水利 | 12.00 | 7.00 | 5.00 | | | |
    | 213 | 03 | 01 | 行政运行 | 12.00 | 7.00 | 5.00 | | | |)")});
  EXPECT_EQ(Amounts(facts, "2130301"), "本年支出合计=12.00 基本支出=7.00 项目支出=5.00 ");
}

TEST(MarkedTest, MisreadLabelsBetweenKnownOnesAreThoseOfTheirPlaces) {
  const auto amounts = [](Reader by) {
    TableGrid grid = GridFromText(R"(
    | 收入 | < | < | 支出 | < | < |
    | 项目 | 人之 | 金额 | 项目 | 行次 | 金额 |
    | 一、一般公共预算财政拨款收入 | 1 | 9.00 | 一、一般公共服务支出 | 32 | 1.00 |
    | 二、政府性基金预算财政拨款收入 | 2 | | 二、夕卜父支屮 | 33 | 2.00 |
    | 三、国有资本经营预算财政拨款收入 | 3 | | 三、匡防攴屮 | 34 | 3.00 |
    | 四、上级补助收入 | 4 | | 四、公共安全支出 | 35 | 4.00 |
    | 五、事业收入 | 5 | | 五、孝攴 | 36 | 5.00 |
    | 六、经营收入 | 6 | | 七、文化旅游体育与传媒支出 | 38 | 6.00 |)",
                                  by, 0.95);
    grid.above = TableFromText({"收入支出决算总表", "单位：万元"}, "| |").above;
    std::string out;
    for (const Record& record : FactsOf({grid}).records) {
      if (!record.value || record.panel != "支出") continue;
      const bool in_doubt = record.doubt.rfind(kKeyDoubt, 0) == 0;
      out += record.row_key + record.line + (in_doubt ? "? " : " ");
    }
    return out;
  };
  EXPECT_EQ(amounts(Reader::kPpocr),
            "32一般公共服务支出 33外交支出? 34国防支出? 35公共安全支出 36 "
            "38文化旅游体育与传媒支出 ")
      << "one row is missing before the last: its neighbour may be either";
  EXPECT_EQ(amounts(Reader::kLayer).find("外交"), std::string::npos);
}

// The ruling above the 类 of the last row is hidden: its cell hangs down from the row above.
TEST(MarkedTest, ACodeWhoseUpperPartIsNotItsOwn) {
  const auto row = [](const std::string& head) {
    return Amounts(FactsOf({Scanned({"支出决算表", "单位：万元"}, R"(
    | 项目 | < | < | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |
    | 科目代码 | < | < | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ |
    | 类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^ |
    | 201 | 06 | | 财政事务 | 3.00 | 3.00 | | | | |
    | )" + head + R"( | 05 | | 养老支出 | 9.00 | 9.00 | | | | |
    | ^ | 05 | 01 | 离退休 | 4.00 | 4.00 | | | | |)")}),
                   "2010501");
  };
  EXPECT_EQ(row("208 208"), "本年支出合计=4.00? 基本支出=4.00? ");
  EXPECT_EQ(row("201"), "本年支出合计=4.00 基本支出=4.00 ") << "one cell over its rows";
}

// 11 was read as letters of the name beside it.
TEST(MarkedTest, ACodeWithoutItsMiddleIsInDoubt) {
  const auto amounts = [](const std::string& middle, const std::string& code) {
    return Amounts(FactsOf({Scanned({"支出决算表", "单位：万元"}, R"(
    | 项目 | < | < | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |
    | 科目代码 | < | < | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ |
    | 类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^ |
    | 210 | 11 | 01 | 行政单位医疗 | 4.00 | 4.00 | | | | |
    | 210 | )" + middle + R"( | 03 | 公务员医疗补助 | 3.00 | 3.00 | | | | |)")}),
                   code);
  };
  EXPECT_EQ(amounts("", "21003"), "本年支出合计=3.00? 基本支出=3.00? ");
  EXPECT_EQ(amounts("11", "2101103"), "本年支出合计=3.00 基本支出=3.00 ");
}

// What a mark left beside or between the digits of a code; its amounts stay in doubt.
TEST(MarkedTest, CodesWithTheRestsOfAMark) {
  const auto amounts = [](const std::string& read, const std::string& code) {
    return Amounts(FactsOf({Scanned({"一般公共预算财政拨款支出决算表", "单位：万元"}, R"(
    | 项目 | < | 本年支出 | < | < |
    | 科目代码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
    | 208 | 社会保障和就业支出 | 12.00 | 7.00 | 5.00 |
    | 20805 | 养老支出 | 12.00 | 7.00 | 5.00 |
    | 2080501 | 离退休 | 11.00 | 7.00 | 4.00 |
    | )" + read + R"( | 某项支出 | 1.00 | | 1.00 |)")}),
                   code);
  };
  const std::string all = "小计=1.00? 项目支出=1.00? ";
  EXPECT_EQ(amounts("2080505-", "2080505"), all);
  EXPECT_EQ(amounts("'2080505", "2080505"), all);
  EXPECT_EQ(amounts("208-0506", "2080506"), all);
  EXPECT_EQ(amounts("210i414", "210"), all);
  EXPECT_EQ(amounts("208-0401", "2080401"), "") << "it stands before the one above";
  EXPECT_EQ(amounts("2110101-", "2110101"), "") << "its parents are not there";
  EXPECT_EQ(amounts("210/221", "210"), "") << "either may be it";
}

constexpr char kFive[] = R"(
  | 项目 | < | 本年支出 | < | < |
  | 科目代码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
  | 合计 | < | 12.00 | 7.00 | 5.00 |
  | 213 | 农林水支出 | 12.00 | 7.00 | 5.00 |)";

TEST(MarkedTest, ADamagedTitleIsToldByWhatIsLeftOfItAndByTheTable) {
  const std::string all = "小计=12.00? 基本支出=7.00? 项目支出=5.00? ";
  const auto amounts = [](const std::vector<std::string>& head, double score) {
    return Amounts(FactsOf({Scanned(head, kFive, score)}), "213");
  };
  EXPECT_EQ(amounts({"一般公共顶箕财坟拔款支出夬箅表", "单位：万元"}, 0.6), all);
  EXPECT_EQ(amounts({"公开05表", "单位：万元"}, 0.6), all);
  EXPECT_EQ(amounts({"水利局支出情况表", "单位：万元"}, 0.95), "") << "a head that is well read";
  EXPECT_EQ(amounts({"一般公共预算财政拨款支出预算表", "单位：万元"}, 0.6), "") << "a budget";
}

// A mark's digit before a 行次, the next one covered: no neighbour says what it is.
TEST(MarkedTest, ARowNumberThatBreaksTheRunIsInDoubt) {
  const auto doubted = [](const std::string& second, const std::string& third) {
    std::string out;
    const DocumentFacts facts = FactsOf({Scanned({"收入支出决算总表", "单位：万元"}, R"(
    | 收入 | < | < | 支出 | < | < |
    | 项目 | 行次 | 金额 | 项目 | 行次 | 金额 |
    | 一、一般公共预算财政拨款收入 | 1 | 9.00 | 一、一般公共服务支出 | 32 | 1.00 |
    | 二、政府性基金预算财政拨款收入 | 2 | | 二、外交支出 | )" + second + R"( | 2.00 |
    | 三、国有资本经营预算财政拨款收入 | 3 | | 三、国防支出 | )" + third + R"( | 3.00 |
    | 四、上级补助收入 | 4 | | 四、公共安全支出 | 36 | 4.00 |)")});
    for (const Record& record : facts.records)
      if (record.value && record.doubt.rfind(kKeyDoubt, 0) == 0) out += record.row_key + " ";
    return out;
  };
  EXPECT_EQ(doubted("34", "35"), "") << "a gap in print";
  EXPECT_EQ(doubted("233", ""), "32 233 国防支出 ") << "nor that of the covered one";
}

// The rest of a table on a page of its own, one of its codes under a mark.
TEST(MarkedTest, AContinuationWithAMisreadRowIsToldByItsColumns) {
  const auto of_second = [](const std::string& last) {
    const DocumentFacts facts =
        FactsOf({Scanned({"一般公共预算财政拨款支出决算表", "单位：万元"}, kFive), Scanned({}, R"(
  | 项目 | < | 本年支出 | < | < |
  | 科目代码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
  | 221 | 住房保障支出 | 4.00 | 2.00 | 2.00 |
  | 22101 | 保障性安居 | 3.00 | 1.00 | 2.00 |
  | 22102 | 住房改革支出 | 1.00 | 1.00 | |
  | 2210201 | 住房公积金 | 1.00 | 1.00 | |)" + last)});
    int sure = 0, doubted = 0;
    for (const Record& record : facts.records)
      if (record.table == 2 && record.value)
        ++(record.status == CellStatus::kSuspect ? doubted : sure);
    return std::make_pair(sure, doubted);
  };
  EXPECT_EQ(of_second(""), std::make_pair(10, 0));
  EXPECT_EQ(of_second("\n  | 昌 | 某项支出 | | | |"), std::make_pair(0, 10));
}

TEST(MarkedTest, AUnitThatNoTableSurelyPrints) {
  const DocumentFacts facts =
      FactsOf({Scanned({"一般公共预算财政拨款支出决算表", "单位：万元"}, kFive, 0.3),
               Scanned({"一般公共预算财政拨款支出决算表"}, kFive)});
  ASSERT_FALSE(facts.records.empty());
  for (const Record& record : facts.records) {
    EXPECT_EQ(record.unit, Unit::kWanYuan);
    EXPECT_EQ(record.status, CellStatus::kSuspect);
  }
}

}  // namespace
}  // namespace juesuan
