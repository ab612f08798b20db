#include "corpus/performance_tables.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

TruthRecord Cell(const std::string& form, const std::string& panel, const std::string& key,
                 const std::string& column, const std::string& raw) {
  TruthRecord record;
  record.form = form;
  record.project = "巡护经费";
  record.panel = panel;
  record.row_key = record.row_label = key;
  record.col_key = column;
  SetPrinted(raw, Unit::kNone, &record);
  return record;
}

void AddRow(const std::string& form, const std::string& panel, const std::string& key,
            const std::vector<std::string>& columns, GoldRecords* records) {
  for (const std::string& column : columns) {
    records->push_back(Cell(form, panel, key, column, key + column));
  }
}

const std::vector<std::string> kIndicator = {"指标名称", "年初", "调整后", "实际",
                                             "分值",     "得分", "偏差"};
const std::vector<std::string> kFunds = {"申报", "编制",   "预算", "执行",
                                         "结转", "执行率", "得分", "偏差"};

GoldRecords Evaluation() {
  GoldRecords records;
  AddRow("PERF.SE.FUNDS", "", "资金总额", kFunds, &records);
  AddRow("PERF.SE.IND", "产出指标/数量指标", "甲", kIndicator, &records);
  AddRow("PERF.SE.IND", "产出指标/数量指标", "乙", kIndicator, &records);
  AddRow("PERF.SE.IND", "产出指标/质量指标", "丙", kIndicator, &records);
  AddRow("PERF.SE.IND", "效益指标/社会效益", "丁", kIndicator, &records);
  AddRow("PERF.SE.TOTAL", "", "总分", {"得分", "等级"}, &records);
  return records;
}

const TableCell* Find(const Table& table, const std::string& text) {
  for (const TableCell& cell : table.cells) {
    if (cell.text == text) return &cell;
  }
  return nullptr;
}

// How often each atom of the grid is covered; a sound table covers each once.
std::vector<int> Coverage(const Table& table) {
  std::vector<int> covered(static_cast<size_t>(table.rows * table.cols));
  for (const TableCell& cell : table.cells) {
    for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
      for (int c = cell.col; c < cell.col + cell.col_span; ++c) {
        ++covered[static_cast<size_t>(r * table.cols + c)];
      }
    }
  }
  return covered;
}

TEST(SelfEvaluation, HoldsEveryRecordOnceInASoundGrid) {
  const GoldRecords records = Evaluation();
  ASSERT_TRUE(IsSelfEvaluation(records));
  std::vector<TruthRecord> truth;
  const Table table = SelfEvaluationTable(records,
                                          {{"项目名称", "", "巡护经费"},
                                           {"主管部门", "", "甲局", "预算单位", "乙所"},
                                           {"总分", "90"},
                                           {"分析", "主要经验", "", "加强管理"}},
                                          &truth);
  EXPECT_EQ(truth.size(), records.size());
  for (const int times : Coverage(table)) EXPECT_EQ(times, 1);
  EXPECT_NE(Find(table, "加强管理"), nullptr);
  EXPECT_NE(Find(table, "乙所"), nullptr);
}

TEST(SelfEvaluation, MergesLevelsOverTheirIndicators) {
  std::vector<TruthRecord> truth;
  const Table table = SelfEvaluationTable(Evaluation(), {{"项目名称"}}, &truth);
  EXPECT_EQ(Find(table, "产出指标")->row_span, 3);
  EXPECT_EQ(Find(table, "数量指标")->row_span, 2);
  EXPECT_EQ(Find(table, "质量指标")->row_span, 1);
  EXPECT_EQ(Find(table, "效益指标")->row_span, 1);
}

TEST(ReportIndicators, HoldsEveryRecordOnceInASoundGrid) {
  GoldRecords records;
  AddRow("PERF.REP.IND", "产出指标/数量指标", "甲", kIndicator, &records);
  AddRow("PERF.REP.IND", "产出指标/时效指标", "乙", kIndicator, &records);
  ASSERT_TRUE(IsReportIndicators(records));
  std::vector<TruthRecord> truth;
  const Table table = ReportIndicatorTable(records, &truth);
  EXPECT_EQ(truth.size(), records.size());
  EXPECT_EQ(table.rows, 4);
  for (const int times : Coverage(table)) EXPECT_EQ(times, 1);
  EXPECT_EQ(Find(table, "产出指标")->row_span, 2);
}

struct PrintedCase {
  const char* raw;
  Unit unit;
  const char* kind;
  int64_t fen, ulp;  // -1: none
};

class PrintedTest : public testing::TestWithParam<PrintedCase> {};

TEST_P(PrintedTest, SetsKindAndFen) {
  TruthRecord record;
  SetPrinted(GetParam().raw, GetParam().unit, &record);
  EXPECT_EQ(record.cell_kind, GetParam().kind);
  EXPECT_EQ(record.value_fen.value_or(-1), GetParam().fen);
  EXPECT_EQ(record.ulp_fen.value_or(-1), GetParam().ulp);
}

INSTANTIATE_TEST_SUITE_P(Cells, PrintedTest,
                         testing::Values(PrintedCase{"5061.13", Unit::kWanYuan, "number",
                                                     5061130000, 10000},
                                         PrintedCase{"1,234.50", Unit::kYuan, "number", 123450, 1},
                                         PrintedCase{"0", Unit::kWanYuan, "number", 0, 1000000},
                                         PrintedCase{"8", Unit::kVehicle, "number", -1, -1},
                                         PrintedCase{"", Unit::kWanYuan, "blank", -1, -1},
                                         PrintedCase{"——", Unit::kWanYuan, "dash", -1, -1},
                                         PrintedCase{"≥90%", Unit::kNone, "text", -1, -1}));

}  // namespace
}  // namespace juesuan
