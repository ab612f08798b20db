#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "sample.h"

namespace juesuan {
namespace {

const char kSelf[] = "普查工作经费", kTransfer[] = "就业补助资金";

using Cells = std::vector<std::pair<std::string, std::string>>;

// Rows of the forms of one project.
class FormBuilder {
 public:
  FormBuilder(CheckInput* input, std::string project) : input_(input), project_(project) {}

  void Open(const std::string& form, int table, int page) {
    form_ = form;
    table_ = table;
    page_ = page;
  }

  void Row(const std::string& line, const std::string& panel, const Cells& cells, Unit unit) {
    ++row_;
    int column = 1;
    for (const auto& [measure, raw] : cells) {
      Record record;
      record.form = form_;
      record.project = project_;
      record.table = table_;
      record.row = row_;
      record.col = column;
      record.page = page_;
      record.box = {60.0 * column, 20.0 * row_, 60.0 * column + 50, 20.0 * row_ + 15};
      record.row_key = record.row_label = record.line = line;
      record.panel = panel;
      record.measure = record.col_key = measure;
      record.unit = UnitOf(measure, unit);
      PrintWords(&record, raw);
      input_->facts.records.push_back(std::move(record));
      ++column;
    }
  }

  // Name, asked, reached, points, score.
  void Indicator(const std::string& panel, const std::vector<std::string>& cells) {
    Cells row = {{"指标名称", cells[0]}, {"实际完成值", cells[2]}};
    if (cells.size() > 3) {
      row.emplace_back("分值", cells[3]);
      row.emplace_back("得分", cells[4]);
      row.emplace_back("偏差原因", "");
    }
    row.emplace_back("指标值", cells[1]);
    Row(cells[0], panel, row, Unit::kText);
  }

 private:
  static Unit UnitOf(const std::string& measure, Unit unit) {
    if (measure == "分值" || measure == "得分") return Unit::kPoints;
    if (measure == "执行率") return Unit::kPercent;
    return measure == "偏差原因" || measure == "等级" ? Unit::kText : unit;
  }

  CheckInput* input_;
  std::string project_, form_;
  int table_ = 0, page_ = 0, row_ = 0;
};

void AddMoney(FormBuilder* forms) {
  forms->Open("PERF.SE.FUNDS", 12, 14);
  const auto row = [&](const std::string& line, const std::vector<std::string>& n, Unit unit) {
    forms->Row(line, "",
               {{"年初预算数", n[0]},
                {"全年预算数", n[1]},
                {"全年执行数", n[2]},
                {"资金结转(余)", n[3]},
                {"分值", n[4]},
                {"执行率", n[5]},
                {"得分", n[6]},
                {"偏差原因", n[7]}},
               unit);
  };
  row("资金总额", {"12.00", "10.00", "8.00", "2.00", "10", "80", "8", "执行率:80%"},
      Unit::kWanYuan);
  row("县级资金", {"10.00", "8.00", "7.00", "1.00", "", "87.5", "", ""}, Unit::kWanYuan);
  row("其他资金", {"2.00", "2.00", "1.00", "1.00", "", "50", "", ""}, Unit::kWanYuan);
  forms->Open("PERF.REP.BUDGET", 14, 15);
  row("资金总额", {"120,000", "100,000", "80,000", "20,000", "", "80", "8", ""}, Unit::kYuan);
  row("县级资金", {"100,000", "80,000", "70,000", "10,000", "", "", "", ""}, Unit::kYuan);
  row("其他资金", {"20,000", "20,000", "10,000", "10,000", "", "", "", ""}, Unit::kYuan);
}

void AddIndicators(FormBuilder* forms) {
  const std::string number = "产出指标/数量指标", cost = "产出指标/成本指标";
  forms->Indicator(number, {"维护车辆", "=2辆", "=2辆", "5", "5"});
  forms->Indicator(number, {"培训人数", "≥50人", "≥50人", "10", "10"});
  forms->Indicator("产出指标/质量指标", {"普查合格率", "=100%", "=100%", "10", "10"});
  forms->Indicator("产出指标/时效指标", {"完成时间", "2024年12月", "部分达成预期指标", "10", "4"});
  forms->Indicator(cost, {"公务用车维护费", "≤5000元/辆", "=4000元/辆", "5", "5"});
  forms->Indicator(cost, {"补助标准", "=100元/人/月", "=100元/人/月", "5", "5"});
  forms->Indicator(cost, {"资料成本", "≤20000元", "=15000元", "5", "5"});
  forms->Indicator(cost, {"耗材成本", "≤20000元", "=15000元", "5", "5"});
  forms->Indicator("效益指标/社会效益指标",
                   {"提高统计质量", "提高", "部分达成预期指标", "20", "6"});
  forms->Indicator("满意度指标/服务对象满意度指标", {"群众满意度", "≥90%", "≥95%", "10", "10"});
  forms->Indicator(number, {"机关股室数量", "=3个", "=3个", "5", "5"});
}

void AddWords(FormBuilder* forms) {
  forms->Open("PERF.SE.TEXT", 12, 14);
  const auto words = [&](const std::string& name, const std::string& text) {
    forms->Row(name, "", {{"内容", text}}, Unit::kText);
  };
  words("年度目标", "完成年度普查任务，培训50人。");
  words("实际完成情况", "2024年项目完成情况：完成普查任务，培训50人。");
  words("项目实施和预算执行情况",
        "2024年该项目年初预算12万元，实际到位10万元，实际执行8万元，预算执行率66.67%。");
  words("产出情况分析", "培训人数50人，达到预期指标；公务用车维护费4000元/辆，达到预期指标。");
}

void AddTransferForm(CheckInput* input) {
  FormBuilder forms(input, kTransfer);
  forms.Open("TRANSFER", 11, 13);
  const auto money = [&](const std::string& line, const std::string& budget,
                         const std::string& spent, const std::string& rate) {
    forms.Row(line, "资金投入情况",
              {{"全年预算数", budget}, {"全年执行数", spent}, {"执行率", rate}}, Unit::kWanYuan);
  };
  money("资金总额", "100.00", "80.00", "80");
  money("中央财政资金", "60.00", "50.00", "83.33");
  money("省级资金", "40.00", "30.00", "75");
  forms.Indicator("产出指标/数量指标", {"补贴人数", "≥100人", "120人"});
  forms.Indicator("产出指标/时效指标", {"发放时间", "全年", "全年"});
  forms.Indicator("产出指标/成本指标", {"补贴标准", "500元/人", "500元/人"});
}

}  // namespace

void PrintWords(Record* record, const std::string& words) {
  std::string digits = words;
  for (size_t at = digits.find(','); at != digits.npos; at = digits.find(',')) digits.erase(at, 1);
  Print(record, digits);
  if (record->value && record->unit == Unit::kText) record->value.reset();
  record->raw = words;
  if (!words.empty() && !record->value) record->kind = CellKind::kText;
  if (!words.empty()) record->readings = {{Reader::kLayer, words, 1, {}}};
}

void AddProjects(CheckInput* input) {
  AddTransferForm(input);
  FormBuilder forms(input, kSelf);
  AddMoney(&forms);
  AddWords(&forms);
  forms.Open("PERF.SE.TOTAL", 12, 14);
  forms.Row("总分", "", {{"分值", "100"}, {"得分", "78"}, {"等级", "中"}}, Unit::kText);
  forms.Open("PERF.SE.IND", 12, 14);
  AddIndicators(&forms);
  forms.Open("PERF.REP.IND", 15, 15);
  AddIndicators(&forms);
}

std::vector<std::pair<bool, std::string>> ProjectParagraphs() {
  return {
      {true, "（四）预算绩效情况说明"},
      {false,
       "一是组织开展绩效自评，涉及二级项目1个，资金12万元。自评结果为：1个项目自评等级为“中”。"
       "对于“普查工作经费”项目，加快支付进度。二是组织对“就业补助资金”等“2”个项目开展了部门评价，"
       "涉及资金112万元。"},
      {true, "就业补助资金2024年度绩效自评报告"},
      {true, "一、资金情况"},
      {false, "中央资金到位60万元，省级资金到位40万元。中央资金结余10万元，下年继续使用。"},
      {true, "（1）数量指标"},
      {false,
       "①补贴人数：年初设定补贴人数≥100人，实际补贴120人，完成年初设定目标值的120%，完成目标。"},
      {true, "（2）时效指标"},
      {false, "①发放时间：年初设定发放时间为全年，实际发放时间为全年，完成目标。"},
      {true, "（3）成本指标"},
      {false, "①补贴标准：年初设定补贴标准500元/人，实际补贴标准500元/人，完成目标。"},
      {true, "项目支出绩效自评分析报告"},
      {false, "项目名称：普查工作经费"},
      {true, "（一）项目概况"},
      {false, "项目概况：用于普查培训，共需资金12万元。"},
      {true, "（1）项目实施期绩效目标"},
      {false, "完成年度普查任务，培训50人。"},
      {true, "（2）项目年度目标"},
      {false, "完成年度普查任务，培训50人。"},
      {true, "1.项目自评得分和结论"},
      {false, "预算执行情况得分8分，指标完成情况得分70分，总得分78分，属于“中”。"},
      {true, "2.全年目标实际完成情况"},
      {false, "2024年项目完成情况：完成普查任务，培训50人。"},
      {true, "3.项目实施和预算执行情况分析"},
      {false, "2024年该项目年初预算12万元，实际到位10万元，实际执行8万元，预算执行率66.67%。"},
      {true, "4.产出情况及分析"},
      {false, "培训人数50人，达到预期指标；公务用车维护费4000元/辆，达到预期指标。"},
      {false, "下一页接着说明项目管理中的主要做法和今后的打算。"},
  };
}

void Rewrite(CheckInput* input, const std::string& from, const std::string& to) {
  bool found = false;
  const auto change = [&](std::string* text) {
    const size_t at = text->find(from);
    if (at == text->npos) return;
    text->replace(at, from.size(), to);
    found = true;
  };
  for (CheckParagraph& paragraph : input->paragraphs)
    for (std::string& line : paragraph.lines) change(&line);
  EXPECT_TRUE(found) << from;
}

void RewriteForm(CheckInput* input, const std::string& from, const std::string& to) {
  bool found = false;
  for (Record& record : input->facts.records) {
    if (record.form != "PERF.SE.TEXT") continue;
    const size_t at = record.raw.find(from);
    if (at == record.raw.npos) continue;
    std::string words = record.raw;
    PrintWords(&record, words.replace(at, from.size(), to));
    found = true;
  }
  EXPECT_TRUE(found) << from;
}

}  // namespace juesuan
