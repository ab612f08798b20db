#include "corpus/cell_writer.h"
#include "corpus/invent_forms.h"
#include "corpus/invent_project.h"

namespace juesuan {
namespace {

std::string Yuan(int64_t fen) {
  std::string out = std::to_string(fen / 100);
  for (size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
  return out;
}

TruthRecord Make(const InventedProject& project, const Disclosure& out, const std::string& form,
                 const std::string& row, const std::string& panel, const std::string& key,
                 const std::string& raw, Unit unit) {
  TruthRecord record;
  record.form = form;
  record.project = project.name;
  record.row_key = record.row_label = row;
  record.panel = panel;
  record.col_key = key;
  record.col_path = {key};
  record.department = out.department;
  record.year = out.year;
  SetPrinted(raw, unit, &record);
  return record;
}

Table BudgetTable(const InventedProject& project, Disclosure* out) {
  Table table;
  table.own_page = false;
  CellWriter writer(&table, &out->truth);
  const std::vector<std::pair<std::string, Unit>> keys = {
      {"目标申报", Unit::kYuan},   {"预算编制", Unit::kYuan},     {"全年预算数", Unit::kYuan},
      {"全年执行数", Unit::kYuan}, {"资金结(转)余", Unit::kYuan}, {"执行率", Unit::kPercent},
      {"得分", Unit::kPoints},     {"偏差原因", Unit::kText}};
  writer.Put(0, 0, 2, 1, "资金来源");
  writer.Put(0, 1, 1, 2, "年初预算数");
  for (size_t c = 0; c < keys.size(); ++c) {
    const bool money = keys[c].second == Unit::kYuan, below = c < 2;
    writer.Put(below ? 1 : 0, 1 + static_cast<int>(c), below ? 1 : 2, 1,
               keys[c].first + (money ? "(元)" : ""));
  }
  int row = 2;
  for (const char* label : {"合计", "市县区财政资金"}) {
    const bool whole = row == 2;
    const int64_t scaled =
        project.budget == 0 ? 0 : (project.executed * 10000 + project.budget / 2) / project.budget;
    const std::string rate =
        std::to_string(scaled / 100) + "." + std::to_string(100 + scaled % 100).substr(1);
    const std::vector<std::string> cells = {Yuan(project.initial),
                                            Yuan(project.initial),
                                            Yuan(project.budget),
                                            Yuan(project.executed),
                                            Yuan(project.budget - project.executed),
                                            whole ? rate : "",
                                            whole ? PrintPoints(project.RateScore()) : "",
                                            whole ? "" : project.note};
    writer.Put(row, 0, 1, 1, label);
    for (size_t c = 0; c < cells.size(); ++c)
      writer.PutRecord(row, 1 + static_cast<int>(c), 1,
                       Make(project, *out, "PERF.REP.BUDGET", label, "", keys[c].first, cells[c],
                            keys[c].second));
    ++row;
  }
  table.header_rows = 2;
  return table;
}

// 一级 or 二级, merged over indicators of one.
void PutLevel(const InventedProject& project, bool second, CellWriter* writer) {
  const auto& all = project.indicators;
  const auto same = [&](size_t a, size_t b) {
    return all[a].first == all[b].first && (!second || all[a].second == all[b].second);
  };
  for (size_t begin = 0; begin < all.size();) {
    size_t end = begin + 1;
    while (end < all.size() && same(begin, end)) ++end;
    writer->Put(2 + static_cast<int>(begin), second ? 1 : 0, static_cast<int>(end - begin), 1,
                second ? all[begin].second : all[begin].first);
    begin = end;
  }
}

Table IndicatorTable(const InventedProject& project, Disclosure* out) {
  Table table;
  table.own_page = false;
  table.header_rows = 2;
  CellWriter writer(&table, &out->truth);
  const std::vector<std::string> heads = {"一级指标", "二级指标", "指标名称",
                                          "",         "",         "实际完成值",
                                          "权重",     "得分",     "偏差原因分析及改进措施"};
  for (size_t c = 0; c < heads.size(); ++c)
    if (!heads[c].empty()) writer.Put(0, static_cast<int>(c), 2, 1, heads[c]);
  writer.Put(0, 3, 1, 2, "年度指标");
  writer.Put(1, 3, 1, 1, "年初指标");
  writer.Put(1, 4, 1, 1, "调整后指标");
  PutLevel(project, false, &writer);
  PutLevel(project, true, &writer);
  int row = 2;
  for (const InventedIndicator& each : project.indicators) {
    const std::string asked = each.InWords() ? each.target : each.op + each.target + each.unit;
    const std::vector<std::pair<std::string, std::string>> cells = {
        {"指标名称", each.name},
        {"年初指标值", ""},
        {"调整后指标值", asked},
        {"实际完成值", each.actual},
        {"分值", PrintPoints(each.weight)},
        {"得分", PrintPoints(each.score)},
        {"偏差原因", each.note}};
    int col = 2;
    for (const auto& [key, raw] : cells) {
      const bool points = key == "分值" || key == "得分";
      writer.PutRecord(
          row, col++, 1,
          Make(project, *out, "PERF.REP.IND", each.name, each.first + "/" + each.second, key, raw,
               points ? Unit::kPoints : Unit::kText));
    }
    ++row;
  }
  return table;
}

}  // namespace

std::vector<Block> InventReport(const InventedProject& project, Disclosure* out) {
  std::vector<Block> blocks = {Prose{ProseKind::kPart, "项目支出绩效自评分析报告", ""},
                               Prose{ProseKind::kBody, "项目名称：" + project.name, ""},
                               Prose{ProseKind::kBody, "项目单位：" + out->department, ""},
                               Prose{ProseKind::kHeading, "一、项目基本信息", ""},
                               Prose{ProseKind::kBody, project.goal, ""},
                               Prose{ProseKind::kHeading, "二、项目绩效完成情况", ""},
                               Prose{ProseKind::kHeading, "（一）预算执行情况", ""}};
  blocks.push_back(BudgetTable(project, out));
  blocks.push_back(Prose{ProseKind::kHeading, "（二）绩效指标完成情况", ""});
  blocks.push_back(IndicatorTable(project, out));
  blocks.push_back(Prose{ProseKind::kHeading, "三、项目自评结果", ""});
  blocks.push_back(Prose{ProseKind::kBody,
                         "总得分" + PrintPoints(project.Score()) + "分，属于“" +
                             GradeOf(project.Score()) + "”。" + project.reached,
                         ""});
  return blocks;
}

}  // namespace juesuan
