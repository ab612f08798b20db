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
