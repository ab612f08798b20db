#include "corpus/seed_reader.h"

#include <gtest/gtest.h>

#include "corpus/draw_document.h"

namespace juesuan {
namespace {

// A transcription in the shape of the seed, of a department that does not exist. The table begins
// in line 15; its first value row is line 18.
constexpr char kText[] =
    "云岭县民政局\n"                     // 1
    "2024年度部门决算公开\n"             // 2
    "目 录\n"                            // 3
    "第一部分 概况\t1\n"                 // 4
    "第二部分 决算表\t3\n"               // 5
    "第一部分 概况\n"                    // 6
    "一、职责\n"                         // 7
    "- 负责本县民政工作。\n"             // 8
    "第二部分 决算表\n"                  // 9
    "收入决算表\n"                       // 10
    "公开02\n"                           // 11
    "表\n"                               // 12
    "部门名称：云岭县民政局 2024年度\n"  // 13
    "金额单位：万元\n"                   // 14
    "项目\t\t本年收入合计\n"             // 15
    "科目代码\t科目名称\t\n"             // 16
    "栏次\t\t1\n"                        // 17
    "合计\t\t12.50\n"                    // 18
    "208\t社会保障和就业支出\t12.50\n"   // 19
    "\n"                                 // 20
    "---\t---\t---\n"                    // 21
    "20802\t民政管理事务\n"              // 22
    "注：本表反映收入情况。\n";          // 23

TruthRecord Gold(const std::string& key, const std::string& raw) {
  TruthRecord record;
  record.form = "PUB02";
  record.row_key = key;
  record.col_key = "1";
  SetPrinted(raw, Unit::kWanYuan, &record);
  return record;
}

Result<Disclosure> ReadMiniature() {
  SeedGold gold;
  gold.placed[{18, 3}] = Gold("合计", "12.50");
  gold.placed[{19, 3}] = Gold("208", "12.50");
  gold.placed[{22, 3}] = Gold("20802", "");
  return ReadSeed(kText, gold);
}

const Table* FirstTable(const Disclosure& disclosure) {
  for (const Block& block : disclosure.blocks) {
    if (const auto* table = std::get_if<Table>(&block)) return table;
  }
  return nullptr;
}

TEST(SeedReader, TakesTheHeadOverTheTable) {
  const auto disclosure = ReadMiniature();
  ASSERT_TRUE(disclosure.ok());
  EXPECT_EQ(disclosure->department, "云岭县民政局");
  EXPECT_EQ(disclosure->year, "2024");
  const Table* table = FirstTable(*disclosure);
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->title, "收入决算表");
  EXPECT_EQ(table->code, "公开02表");
  EXPECT_EQ(table->department, "部门名称：云岭县民政局");
  EXPECT_EQ(table->year, "2024年度");
  EXPECT_EQ(table->unit, "金额单位：万元");
  EXPECT_EQ(table->header_rows, 3);
  EXPECT_EQ(table->rows, 6);
  EXPECT_EQ(table->breaks, std::vector<int>{5});
  ASSERT_EQ(table->notes.size(), 1U);
}

TEST(SeedReader, EveryGoldCellIsDrawnOnItsPage) {
  auto disclosure = ReadMiniature();
  ASSERT_TRUE(disclosure.ok());
  ASSERT_EQ(disclosure->truth.size(), 3U);
  const Drawing drawing = DrawDocument(Look{}, &*disclosure);
  // Cover, contents, printed pages 1 and 2, and the table on 3 and 4.
  EXPECT_EQ(drawing.pages.size(), 6U);
  EXPECT_EQ(disclosure->truth[0].page, 5);
  EXPECT_EQ(disclosure->truth[1].page, 5);
  EXPECT_EQ(disclosure->truth[2].page, 6);
  EXPECT_EQ(disclosure->truth[2].cell_kind, "blank");
}

TEST(SeedReader, NeedsAContentsListAndATable) {
  for (const char* text :
       {"", "云岭县民政局\n", "甲\n2024年\n目录\n第一部分 概况\t1\n一、职责\n"}) {
    const auto disclosure = ReadSeed(text, {});
    ASSERT_FALSE(disclosure.ok()) << text;
    EXPECT_EQ(disclosure.error().code, ErrorCode::kMalformed);
  }
}

}  // namespace
}  // namespace juesuan
