#include "store/indicators.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "base/json.h"
#include "sample_document.h"
#include "store/exports.h"

namespace juesuan {
namespace {

Record Cell(int row, int col, const std::string& name, const std::string& measure,
            const std::string& raw) {
  Record r;
  r.form = "PERF.SE.IND";
  r.project = "堤防维护经费";
  r.table = 1;
  r.row = row;
  r.col = col;
  r.page = 1;
  r.box = {10.0 * col, 20, 10.0 * col + 10, 30};
  r.row_key = r.row_label = r.line = name;
  r.panel = "产出指标/数量指标";
  r.col_key = r.measure = measure;
  r.raw = raw;
  r.value = ParseDecimal(raw);
  r.kind = raw.empty() ? CellKind::kBlank : r.value ? CellKind::kNumber : CellKind::kText;
  return r;
}

class Indicators : public testing::Test {
 protected:
  void SetUp() override {
    Sample sample = SmallSample(1);
    sample.facts.records = {Cell(1, 0, "堤防长度", "指标名称", "堤防长度"),
                            Cell(1, 1, "堤防长度", "年初指标值", "=公里"),
                            Cell(1, 2, "堤防长度", "指标值", "≥3公里"),
                            Cell(1, 3, "堤防长度", "实际完成值", "3.5公里"),
                            Cell(2, 0, "", "指标名称", ""),
                            Cell(2, 2, "", "指标值", "")};
    for (const auto& [measure, raw] : std::vector<std::pair<std::string, std::string>>{
             {"分值", "10"}, {"得分", "9.5"}, {"偏差原因", "汛期"}})
      sample.facts.records.insert(
          sample.facts.records.begin() + 4,
          Cell(1, static_cast<int>(sample.facts.records.size()), "堤防长度", measure, raw));
    sample.facts.records[2].status = CellStatus::kSuspect;
    database_.emplace(std::move(Database::Open(dir_ / "a.db")).value());
    ASSERT_TRUE(SaveSample(*database_, sample).ok());
  }

  std::string Text(ExportFormat format) {
    std::ostringstream out;
    EXPECT_TRUE(Export(*database_, ExportWhat::kIndicators, format, "", out).ok());
    return out.str();
  }

  TempDir dir_;
  std::optional<Database> database_;
};

TEST_F(Indicators, ALineIsARowOfTheForm) {
  const std::string text = Text(ExportFormat::kJsonl);
  ASSERT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
  const Json line = *Json::Parse(text);
  EXPECT_EQ(line.Str("project"), "堤防维护经费");
  EXPECT_EQ(line.Str("l1"), "产出指标");
  EXPECT_EQ(line.Str("l2"), "数量指标");
  EXPECT_EQ(line.Str("name"), "堤防长度");
  EXPECT_EQ(line.Str("initial"), "=公里");
  EXPECT_EQ(line.Str("target"), "≥3公里");
  EXPECT_EQ(line.Str("target_op"), "≥");
  EXPECT_EQ(line.Str("target_num"), "3");
  EXPECT_EQ(line.Str("target_unit"), "公里");
  EXPECT_EQ(line.Str("actual_num"), "3.5");
  EXPECT_EQ(line.Str("weight"), "10");
  EXPECT_EQ(line.Str("score"), "9.5");
  EXPECT_EQ(line.Str("note"), "汛期");
  EXPECT_EQ(line.Str("status"), "suspect");
  EXPECT_EQ(line.GetBox("box"), (Box{0, 20, 10, 30}));
}

TEST_F(Indicators, ACsvRowHasAsManyFieldsAsItsHead) {
  const std::string text = Text(ExportFormat::kCsv);
  const size_t end = text.find('\n');
  EXPECT_EQ(std::count(text.begin(), text.begin() + static_cast<long>(end), ','),
            std::count(text.begin() + static_cast<long>(end), text.end(), ','));
}

}  // namespace
}  // namespace juesuan
