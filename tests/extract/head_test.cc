#include "extract/head.h"

#include <gtest/gtest.h>

#include "extract/title.h"
#include "tests/extract/grid_from_text.h"

namespace juesuan {
namespace {

const FormPacks& Packs() {
  static const FormPacks* const packs = new FormPacks(FormPacks::Load(JUESUAN_FORMS).value());
  return *packs;
}

TableHead HeadOf(const std::vector<std::string>& above,
                 const std::vector<std::string>& below = {}) {
  return ReadHead(TableFromText(above, "| a | b |", below), Packs().words());
}

TEST(HeadTest, OneLineOrFive) {
  for (const auto& above : std::vector<std::vector<std::string>>{
           {"收入决算表", "公开02表", "部门名称：云州县水利局", "2024年度", "金额单位：万元"},
           {"收入决算表", "公开02", "表", "部门名称：云州县水利局 2024年度", "金额单位：万元"},
           {"公开02表", "收入决算表", "部门：云州县水利局 2024年度 单位：万元"},
           {"收入决算表 公开02表", "公开02表", "编制单位：云州县水利局", "2024年度 单位:万元"},
           {"公开02表", "部门名称：云州县", "水利局", "2024年度", "单位：人民币万元"}}) {
    const TableHead head = HeadOf(above);
    EXPECT_EQ(head.number, 2) << above[0];
    EXPECT_EQ(head.department, "云州县水利局") << above[1];
    EXPECT_EQ(head.year, "2024");
    EXPECT_EQ(head.unit, Unit::kWanYuan);
  }
}

TEST(HeadTest, UnitOrDepartmentAfterTheSameLabel) {
  EXPECT_EQ(HeadOf({"单位：元"}).unit, Unit::kYuan);
  EXPECT_EQ(HeadOf({"单位：元"}).department, "");
  EXPECT_EQ(HeadOf({"单位：元山县财政局"}).unit, Unit::kNone);
  EXPECT_EQ(HeadOf({"单位：元山县财政局"}).department, "元山县财政局");
  const TableHead both = HeadOf({"单位：云州县审计局", "单位：千元"});
  EXPECT_EQ(both.department, "云州县审计局");
  EXPECT_EQ(both.unit, Unit::kQianYuan);
}

TEST(HeadTest, EmptyAndNote) {
  EXPECT_TRUE(HeadOf({}, {"说明：本表无数据"}).declared_empty);
  EXPECT_TRUE(
      HeadOf({}, {"注：某局2024年度没有政府性基金收入和支出，故本表无", "数据。"}).declared_empty);
  const TableHead head = HeadOf({}, {"注：本表反映部门", "各项支出情况。"});
  EXPECT_FALSE(head.declared_empty);
  EXPECT_EQ(head.note, "注：本表反映部门各项支出情况。");
}

TEST(HeadTest, HeadPrintedInsideTheRuling) {
  const TableGrid grid = GridFromText(R"(
      | 支出决算表             | <        | <        |
      | 部门：云州县水利局     | <        | 单位：元 |
      | 科目代码               | 科目名称 | 基本支出 |)");
  const TableHead head = ReadHead(grid, Packs().words());
  EXPECT_EQ(head.first_row, 2);
  EXPECT_EQ(head.department, "云州县水利局");
  EXPECT_EQ(head.unit, Unit::kYuan);
}

struct TitleCase {
  const char* line;
  TitleKind kind;
  const char* form = "";
};

TEST(TitleTest, Titles) {
  const TitleCase cases[] = {
      {"收入支出决算总表", TitleKind::kForm, "PUB01"},
      {"一、收入支出决算总表", TitleKind::kForm, "PUB01"},
      {"2024年度部门收入支出决算总表", TitleKind::kForm, "PUB01"},
      {"公开01表 收入支出决算总表", TitleKind::kForm, "PUB01"},
      {"表1：收入支出决算总表", TitleKind::kForm, "PUB01"},
      {"收入支出决算表", TitleKind::kForm, "PUB01"},
      {"收 入 决 算 表", TitleKind::kForm, "PUB02"},
      {"收入决算表（公开02表）", TitleKind::kForm, "PUB02"},
      {"支出决算表（续表）", TitleKind::kForm, "PUB03"},
      {"财政拨款收入支出决算总表", TitleKind::kForm, "PUB04"},
      {"一般公共预算财政拨款支出决算表", TitleKind::kForm, "PUB05"},
      {"一般公共预算财政拨款基本支出决算表", TitleKind::kForm, "PUB06"},
      {"财政拨款三公经费支出决算表", TitleKind::kForm, "PUB09"},
      {"一般公共预算财政拨款基本支出决算明细表", TitleKind::kForm, "PUB06"},
      {"一般公共预算财政拔款支出决算表", TitleKind::kForm, "PUB05"},
      {"收入决笋表", TitleKind::kForm, "PUB02"},
      {"收入支出决箕总表", TitleKind::kForm, "PUB01"},
      {"国有资本经营预算财政拨款收入支出决算表", TitleKind::kForm, "PUB08"},
      {"一般公共预算财政拨款\"三公\"经费支出决算表", TitleKind::kForm, "PUB09"},
      {"财政拨款“三公”经费支出决算表", TitleKind::kForm, "PUB09"},
      {"单位决算公开相关信息统计表", TitleKind::kForm, "PUB10"},
      {"项目支出决算表", TitleKind::kOther},
      {"财政拨款支出决算明细表", TitleKind::kOther},
      {"收入决算表（分单位）", TitleKind::kOther},
      {"部门整体支出绩效自评表", TitleKind::kOther},
      {"收支预算总表", TitleKind::kBudget},
      {"财政拨款收支预算总表", TitleKind::kBudget},
      {"一般公共预算支出预算表", TitleKind::kBudget},
      {"财政拨款“三公”经费支出表", TitleKind::kOther},
      {"收入总表", TitleKind::kOther},
      {"收入预笋表", TitleKind::kOther},
      {"收入须算表", TitleKind::kOther},
      {"说明如下", TitleKind::kNone},
  };
  for (const TitleCase& c : cases) {
    const TitleMatch match = MatchTitle(HeadOf({c.line}), "", Packs());
    EXPECT_EQ(match.kind, c.kind) << c.line;
    if (c.kind != TitleKind::kForm) continue;
    int best = 0;
    std::string form;
    for (const auto& [id, score] : match.scores)
      if (score > best) std::tie(best, form) = std::pair(score, id);
    EXPECT_EQ(form, c.form) << c.line;
  }
}

}  // namespace
}  // namespace juesuan
