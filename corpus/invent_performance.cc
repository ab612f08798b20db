#include <functional>

#include "corpus/cell_writer.h"
#include "corpus/invent_forms.h"
#include "corpus/invent_project.h"

namespace juesuan {
namespace {

// 24121 元 as "2.4121" 万元.
std::string Wan(int64_t fen) {
  std::string out =
      std::to_string(fen / 1000000) + "." + std::to_string(10000 + fen / 100 % 10000).substr(1);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

std::string Percent(int64_t part, int64_t whole) {
  const int64_t scaled = whole == 0 ? 0 : (part * 10000 + whole / 2) / whole;
  return std::to_string(scaled / 100) + "." + std::to_string(100 + scaled % 100).substr(1);
}

std::string Asked(const InventedIndicator& each) {
  return each.InWords() ? each.target : each.op + each.target + each.unit;
}

// What makes records of one project and form.
class Recorder {
 public:
  Recorder(std::string form, const InventedProject& project, const Disclosure& out)
      : form_(std::move(form)), project_(project.name), out_(out) {}

  TruthRecord Make(const std::string& row, const std::string& panel, const std::string& key,
                   const std::string& raw, Unit unit) const {
    TruthRecord record;
    record.form = form_;
    record.project = project_;
    record.row_key = record.row_label = row;
    record.panel = panel;
    record.col_key = key;
    record.col_path = {key};
    record.department = out_.department;
    record.year = out_.year;
    SetPrinted(raw, unit, &record);
    // 90% is a number too.
    if (!raw.empty() && raw.back() == '%')
      if (const auto value = ParseDecimal(raw.substr(0, raw.size() - 1))) {
        record.cell_kind = "number";
        record.value = value;
      }
    return record;
  }

 private:
  const std::string form_, project_;
  const Disclosure& out_;
};

struct FundsRow {
  std::string label;
  int64_t initial = 0, budget = 0, executed = 0;
};

// One column: what stands over it, the key of its records, and its cells.
struct FundsColumn {
  std::string head, key;
  Unit unit = Unit::kWanYuan;
  std::function<std::string(const FundsRow&)> print;
};
struct IndicatorColumn {
  std::string head, key;  // key "": no record
  Unit unit = Unit::kText;
  std::function<std::string(const InventedIndicator&)> print;
};

// The columns of a way of printing. `side`: 绩效指标 stands beside the indicators.
struct Sheet {
  int cols = 9, funds_at = 3, name_cols = 1;
  bool side = true, merged = true, split_initial = false, grade = true;
  std::string total = "总分", funds_label = "项目资金（万元）";
  std::vector<FundsColumn> funds;
  std::vector<IndicatorColumn> indicators;  // from the name on
};

std::vector<FundsRow> RowsOf(const InventedProject& project, EvaluationKind kind) {
  const FundsRow whole{"资金总额", project.initial, project.budget, project.executed};
  if (kind != EvaluationKind::kCentral)
    return {whole, {"市县区财政资金", whole.initial, whole.budget, whole.executed}};
  const int64_t carried = std::min(project.carried, project.executed);
  return {{"年度资金总额", whole.initial, whole.budget, whole.executed},
          {"其中：当年财政拨款", whole.initial, whole.budget - carried, whole.executed - carried},
          {"上年结转资金", 0, carried, carried},
          {"其他资金", 0, 0, 0}};
}

class Evaluation {
 public:
  Evaluation(const InventedProject& project, EvaluationKind kind, Disclosure* out)
      : project_(project),
        kind_(kind),
        out_(out),
        writer_(&table_, &out->truth),
        rows_(RowsOf(project, kind)),
        sheet_(MakeSheet()) {}

  Table Build() {
    table_.own_page = false;
    Keys();
    Funds();
    Goals();
    Indicators();
    Total();
    if (kind_ != EvaluationKind::kCentral) Analysis();
    return std::move(table_);
  }

 private:
  static std::string Money(int64_t fen) { return fen == 0 ? "" : Wan(fen); }
  bool IsWhole(const FundsRow& row) const { return row.label == rows_.front().label; }

  Sheet MakeSheet() const {
    const auto initial = [](const FundsRow& r) { return Money(r.initial); };
    const auto budget = [](const FundsRow& r) { return Money(r.budget); };
    const auto executed = [](const FundsRow& r) { return Money(r.executed); };
    const auto rate = [this](const FundsRow& r) {
      return r.budget == 0 ? "" : Percent(r.executed, r.budget) + (Plain() ? "%" : "");
    };
    const auto score = [this](const FundsRow& r) {
      return IsWhole(r) ? PrintPoints(project_.RateScore()) : Central() ? "—" : "";
    };
    const auto note = [this](const FundsRow& r) { return IsWhole(r) ? project_.note : ""; };
    const auto weight = [this](const FundsRow& r) { return IsWhole(r) ? "10" : "—"; };
    Sheet sheet;
    sheet.indicators = IndicatorColumns();
    if (Plain()) {
      sheet.side = sheet.merged = false;
      sheet.total = "合计";
      sheet.funds_label = "资金情况";
      sheet.name_cols = 2;
      sheet.funds = {{"年初预算数（万元）", "年初预算数", Unit::kWanYuan, initial},
                     {"预算数（万元）", "全年预算数", Unit::kWanYuan, budget},
                     {"执行数（万元）", "全年执行数", Unit::kWanYuan, executed},
                     {"执行率", "执行率", Unit::kPercent, rate},
                     {"得分", "得分", Unit::kPoints, score},
                     {"偏差原因", "偏差原因", Unit::kText, note}};
    } else if (Central()) {
      sheet.grade = false;
      sheet.funds = {{"年初预算数", "年初预算数", Unit::kWanYuan, initial},
                     {"全年预算数", "全年预算数", Unit::kWanYuan, budget},
                     {"全年执行数", "全年执行数", Unit::kWanYuan, executed},
                     {"分值", "分值", Unit::kPoints, weight},
                     {"执行率", "执行率", Unit::kPercent, rate},
                     {"得分", "得分", Unit::kPoints, score}};
    } else {
      sheet.cols = 11;
      sheet.split_initial = true;
      sheet.funds_label = "项目资金预算安排及执行进度（万元）";
      const auto left = [](const FundsRow& r) { return Wan(r.budget - r.executed); };
      sheet.funds = {{"目标申报数", "目标申报数", Unit::kWanYuan, initial},
                     {"预算编制数", "预算编制数", Unit::kWanYuan, initial},
                     {"全年预算数", "全年预算数", Unit::kWanYuan, budget},
                     {"全年执行数", "全年执行数", Unit::kWanYuan, executed},
                     {"资金结转（结余）", "资金结转(余)", Unit::kWanYuan, left},
                     {"执行率", "执行率", Unit::kPercent, rate},
                     {"得分", "得分", Unit::kPoints, score},
                     {"偏差原因", "偏差原因", Unit::kText, note}};
    }
    return sheet;
  }

  bool Central() const { return kind_ == EvaluationKind::kCentral; }
  bool Plain() const { return kind_ == EvaluationKind::kPlain; }

  std::vector<IndicatorColumn> IndicatorColumns() const {
    using Each = const InventedIndicator&;
    const auto name = [](Each i) { return i.name; };
    const auto bare = [](Each i) { return i.InWords() ? "" : i.op + i.unit; };
    const auto actual = [this](Each i) {
      return i.InWords() ? i.actual : (Central() || Plain() ? "" : i.op) + i.actual + i.unit;
    };
    const auto weight = [](Each i) { return PrintPoints(i.weight); };
    const auto score = [](Each i) { return PrintPoints(i.score); };
    const auto note = [](Each i) { return i.note; };
    const std::string reason = Plain() ? "备注" : "偏差原因分析及改进措施";
    std::vector<IndicatorColumn> out = {{"三级指标", "指标名称", Unit::kText, name}};
    if (Central() || Plain()) {
      out.push_back({Plain() ? "指标值" : "年度指标值", "年度指标值", Unit::kText, Asked});
    } else {
      out.push_back({"年初指标值", "年初指标值", Unit::kText, bare});
      out.push_back({"调整后指标值", "调整后指标值", Unit::kText, Asked});
    }
    out.push_back({Plain() ? "全年实际值" : "实际完成值", "实际完成值", Unit::kText, actual});
    if (!Central() && !Plain())
      out.push_back({"定性情况说明", "", Unit::kText, [](Each) { return std::string(); }});
    out.push_back({Plain() ? "权重" : "分值", "分值", Unit::kPoints, weight});
    out.push_back({Plain() ? "自评得分" : "得分", "得分", Unit::kPoints, score});
    out.push_back({reason, "偏差原因", Unit::kText, note});
    return out;
  }

  void Keys() {
    const int value_cols = sheet_.cols - 2;
    writer_.Put(row_, 0, 1, 2, "项目名称");
    writer_.Put(row_++, 2, 1, value_cols, project_.name);
    writer_.Put(row_, 0, 1, 2, "主管部门");
    writer_.Put(row_, 2, 1, 3, out_->department);
    writer_.Put(row_, 5, 1, 1, Plain() ? "项目单位" : "实施单位");
    writer_.Put(row_++, 6, 1, sheet_.cols - 6, out_->department + "（本级）");
  }

  void Funds() {
    const Recorder recorder("PERF.SE.FUNDS", project_, *out_);
    const int head_rows = sheet_.split_initial ? 2 : 1;
    const int height = head_rows + static_cast<int>(rows_.size());
    writer_.Put(row_, 0, height, 2, sheet_.funds_label);
    writer_.Put(row_, 2, head_rows, 1, "");
    if (sheet_.split_initial) writer_.Put(row_, 3, 1, 2, "年初预算数");
    for (size_t c = 0; c < sheet_.funds.size(); ++c) {
      const bool below = sheet_.split_initial && c < 2;
      writer_.Put(row_ + (below ? 1 : 0), sheet_.funds_at + static_cast<int>(c),
                  below ? 1 : head_rows, 1, sheet_.funds[c].head);
    }
    row_ += head_rows;
    for (const FundsRow& row : rows_) {
      writer_.Put(row_, 2, 1, 1, row.label);
      for (size_t c = 0; c < sheet_.funds.size(); ++c) {
        const FundsColumn& column = sheet_.funds[c];
        writer_.PutRecord(row_, sheet_.funds_at + static_cast<int>(c), 1,
                          recorder.Make(row.label, "", column.key, column.print(row), column.unit));
      }
      ++row_;
    }
  }

  void Goals() {
    const int half = 5;
    writer_.Put(row_, 0, 2, 2, Central() ? "年度总体目标" : "项目年度绩效目标");
    writer_.Put(row_, 2, 1, half - 2, Central() ? "预期目标" : "年度目标");
    writer_.Put(row_++, half, 1, sheet_.cols - half, "实际完成情况");
    writer_.Put(row_, 2, 1, half - 2, project_.goal, Align::kLeft);
    writer_.Put(row_++, half, 1, sheet_.cols - half, project_.reached, Align::kLeft);
  }

  void Indicators() {
    const Recorder recorder("PERF.SE.IND", project_, *out_);
    const int at = sheet_.side ? 1 : 0;
    const auto& all = project_.indicators;
    if (sheet_.side) writer_.Put(row_, 0, 1 + static_cast<int>(all.size()), 1, "绩效指标");
    writer_.Put(row_, at, 1, 1, "一级指标");
    writer_.Put(row_, at + 1, 1, 1, "二级指标");
    int col = at + 2;
    for (const IndicatorColumn& column : sheet_.indicators) {
      const int span = column.key == "指标名称" ? sheet_.name_cols : 1;
      writer_.Put(row_, col, 1, span, column.head);
      col += span;
    }
    ++row_;
    Levels(at, [](const InventedIndicator& i) { return i.first; });
    Levels(at + 1, [](const InventedIndicator& i) { return i.first + "/" + i.second; });
    for (const InventedIndicator& each : all) {
      col = at + 2;
      for (const IndicatorColumn& column : sheet_.indicators) {
        const int span = column.key == "指标名称" ? sheet_.name_cols : 1;
        if (column.key.empty()) {
          writer_.Put(row_, col, 1, span, column.print(each));
        } else {
          writer_.PutRecord(row_, col, span,
                            recorder.Make(each.name, each.first + "/" + each.second, column.key,
                                          column.print(each), column.unit));
        }
        col += span;
      }
      ++row_;
    }
  }

  void Levels(int col, const std::function<std::string(const InventedIndicator&)>& name) {
    const auto& all = project_.indicators;
    for (size_t begin = 0; begin < all.size();) {
      size_t end = begin + 1;
      while (sheet_.merged && end < all.size() && name(all[end]) == name(all[begin])) ++end;
      const std::string text = name(all[begin]);
      writer_.Put(row_ + static_cast<int>(begin), col, static_cast<int>(end - begin), 1,
                  text.substr(text.rfind('/') == std::string::npos ? 0 : text.rfind('/') + 1));
      begin = end;
    }
  }

  void Total() {
    const Recorder recorder("PERF.SE.TOTAL", project_, *out_);
    const int points = sheet_.cols - 3;  // 分值, 得分 and what stands behind
    const bool has_weight = Central() || Plain();
    writer_.Put(row_, 0, 1, has_weight ? points : points + 1, sheet_.total);
    if (has_weight)
      writer_.PutRecord(row_, points, 1, recorder.Make("总分", "", "分值", "100", Unit::kPoints));
    writer_.PutRecord(
        row_, points + 1, 1,
        recorder.Make("总分", "", "得分", PrintPoints(project_.Score()), Unit::kPoints));
    if (sheet_.grade) {
      writer_.PutRecord(row_, points + 2, 1,
                        recorder.Make("总分", "", "等级", GradeOf(project_.Score()), Unit::kText));
    } else {
      writer_.Put(row_, points + 2, 1, 1, "");
    }
    ++row_;
  }

  void Analysis() {
    for (const char* label :
         {"项目实施和预算执行情况", "产出情况及分析", "满意度情况及分析", "下一步改进措施"}) {
      writer_.Put(row_, 0, 1, 3, label);
      writer_.Put(row_++, 3, 1, sheet_.cols - 3, project_.reached + project_.note, Align::kLeft);
    }
  }

  const InventedProject& project_;
  const EvaluationKind kind_;
  Disclosure* out_;
  Table table_;
  CellWriter writer_;
  std::vector<FundsRow> rows_;
  Sheet sheet_;
  int row_ = 0;
};

}  // namespace

std::vector<Block> InventPerformance(const InventContext& context, uint32_t seed) {
  const Variant& variant = context.variant;
  std::vector<Block> blocks;
  if (variant.projects == 0) return blocks;
  blocks.push_back(PageBreak{});
  blocks.push_back(Prose{ProseKind::kPart, "第五部分 附件", ""});
  const auto projects = InventProjects(context.ledger, variant.projects, seed);
  for (const InventedProject& project : projects) {
    const bool named = variant.evaluation != EvaluationKind::kCentral;
    blocks.push_back(PageBreak{});
    blocks.push_back(
        Prose{ProseKind::kPart, (named ? project.name : "") + "项目支出绩效自评表", ""});
    blocks.push_back(Prose{ProseKind::kBody, "（" + context.out->year + "年度）", ""});
    blocks.push_back(Evaluation(project, variant.evaluation, context.out).Build());
    if (!variant.reports) continue;
    blocks.push_back(PageBreak{});
    const std::vector<Block> report = InventReport(project, context.out);
    blocks.insert(blocks.end(), report.begin(), report.end());
  }
  return blocks;
}

}  // namespace juesuan
