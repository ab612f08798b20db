#include "corpus/performance_tables.h"

#include <algorithm>

#include "base/text.h"
#include "corpus/cell_writer.h"

namespace juesuan {
namespace {

constexpr int kColumns = 11;

bool Has(const GoldRecords& records, const std::string& form) {
  return std::any_of(records.begin(), records.end(),
                     [&](const TruthRecord& record) { return record.form == form; });
}

// The records of one form, a vector for each row of it.
std::vector<GoldRecords> RowsOf(const GoldRecords& records, const std::string& form) {
  std::vector<GoldRecords> rows;
  for (const TruthRecord& record : records) {
    if (record.form != form) continue;
    if (rows.empty() || rows.back().front().col_key == record.col_key) rows.emplace_back();
    rows.back().push_back(record);
  }
  return rows;
}

// 一级 and 二级 in `col` and the next one, merged over rows whose panel says the same.
void PutLevels(const std::vector<GoldRecords>& rows, int first_row, int col, CellWriter* writer) {
  for (size_t level = 0; level < 2; ++level) {
    const auto name = [&](size_t i) {
      const std::vector<std::string> parts = Split(rows[i].front().panel, '/');
      std::string text;
      for (size_t p = 0; p <= level && p < parts.size(); ++p) text += parts[p] + "/";
      return text;
    };
    for (size_t begin = 0; begin < rows.size();) {
      size_t end = begin + 1;
      while (end < rows.size() && name(end) == name(begin)) ++end;
      const std::vector<std::string> parts = Split(rows[begin].front().panel, '/');
      writer->Put(first_row + static_cast<int>(begin), col + static_cast<int>(level),
                  static_cast<int>(end - begin), 1, level < parts.size() ? parts[level] : "");
      begin = end;
    }
  }
}

// The words of the transcription that are no values: the first row that begins with `label`.
int FindRow(const std::vector<std::vector<std::string>>& rows, const std::string& label) {
  for (size_t r = 0; r < rows.size(); ++r) {
    if (!rows[r].empty() && MatchForm(rows[r][0]).rfind(MatchForm(label), 0) == 0) {
      return static_cast<int>(r);
    }
  }
  return -1;
}

std::vector<std::string> Words(const std::vector<std::string>& row) {
  std::vector<std::string> words;
  for (const std::string& cell : row) {
    if (!cell.empty()) words.push_back(cell);
  }
  return words;
}

class SelfEvaluation {
 public:
  SelfEvaluation(const GoldRecords& records, const std::vector<std::vector<std::string>>& words,
                 std::vector<TruthRecord>* truth)
      : records_(records), words_(words), writer_(&table_, truth) {}

  Table Build() {
    Head();
    Funds();
    Goals();
    Indicators();
    Total();
    Analysis();
    return std::move(table_);
  }

 private:
  void Head() {
    const std::vector<std::string> second = words_.size() > 1 ? Words(words_[1]) : words_[0];
    writer_.Put(row_, 0, 1, 2, "项目名称");
    writer_.Put(row_++, 2, 1, kColumns - 2, records_.front().project);
    writer_.Put(row_, 0, 1, 2, "主管部门及代码");
    writer_.Put(row_, 2, 1, 4, second.size() > 1 ? second[1] : "");
    writer_.Put(row_, 6, 1, 1, "预算单位");
    writer_.Put(row_++, 7, 1, 4, second.size() > 3 ? second[3] : "");
  }

  void Funds() {
    const auto rows = RowsOf(records_, "PERF.SE.FUNDS");
    writer_.Put(row_, 0, 2 + static_cast<int>(rows.size()), 2,
                "项目资金预算安排及执行进度（万元）");
    writer_.Put(row_, 2, 2, 1, "");
    writer_.Put(row_, 3, 1, 2, "年初预算数");
    const char* const kNames[] = {"全年预算数", "全年执行数", "资金结转（结余）",
                                  "执行率",     "得分",       "偏差原因"};
    for (int i = 0; i < 6; ++i) writer_.Put(row_, 5 + i, 2, 1, kNames[i]);
    writer_.Put(row_ + 1, 3, 1, 1, "目标申报数");
    writer_.Put(row_ + 1, 4, 1, 1, "预算编制数");
    row_ += 2;
    for (const GoldRecords& row : rows) {
      writer_.Put(row_, 2, 1, 1, row.front().row_label);
      for (size_t c = 0; c < row.size(); ++c) {
        writer_.PutRecord(row_, 3 + static_cast<int>(c), 1, row[c]);
      }
      ++row_;
    }
  }

  void Goals() {
    const int found = FindRow(words_, "项目年度绩效目标");
    const bool has = found >= 0 && found + 1 < static_cast<int>(words_.size());
    const auto texts =
        has ? Words(words_[static_cast<size_t>(found) + 1]) : std::vector<std::string>{};
    writer_.Put(row_, 0, 2, 2, "项目年度绩效目标");
    writer_.Put(row_, 2, 1, 4, "年度目标");
    writer_.Put(row_++, 6, 1, 5, "实际完成情况");
    writer_.Put(row_, 2, 1, 4, texts.empty() ? "" : texts[0], Align::kLeft);
    writer_.Put(row_++, 6, 1, 5, texts.size() < 2 ? "" : texts[1], Align::kLeft);
  }

  void Indicators() {
    const auto rows = RowsOf(records_, "PERF.SE.IND");
    writer_.Put(row_, 0, 1 + static_cast<int>(rows.size()), 1, "绩效指标");
    const char* const kNames[] = {
        "一级指标",   "二级指标",     "三级指标", "年初指标值", "调整后指标值",
        "实际完成值", "定性情况说明", "分值",     "得分",       "偏差原因分析及改进措施"};
    for (int i = 0; i < 10; ++i) writer_.Put(row_, 1 + i, 1, 1, kNames[i]);
    ++row_;
    PutLevels(rows, row_, 1, &writer_);
    for (const GoldRecords& row : rows) {
      for (size_t c = 0; c < row.size(); ++c) {
        writer_.PutRecord(row_, 3 + static_cast<int>(c) + (c >= 4 ? 1 : 0), 1, row[c]);
      }
      writer_.Put(row_++, 7, 1, 1, "");
    }
  }

  void Total() {
    for (const GoldRecords& row : RowsOf(records_, "PERF.SE.TOTAL")) {
      writer_.Put(row_, 0, 1, 9, "总分");
      for (size_t c = 0; c < row.size(); ++c)
        writer_.PutRecord(row_, 9 + static_cast<int>(c), 1, row[c]);
      ++row_;
    }
  }

  // Rows of a label and a text below the total.
  void Analysis() {
    const int total = FindRow(words_, "总分");
    if (total < 0) return;
    for (size_t r = static_cast<size_t>(total) + 1; r < words_.size(); ++r) {
      const std::vector<std::string> words = Words(words_[r]);
      // The total's own points may stand on a line of their own.
      if (words.size() < 2 || ParseDecimal(words[0])) continue;
      writer_.Put(row_, 0, 1, 3, words[words.size() - 2]);
      writer_.Put(row_++, 3, 1, kColumns - 3, words.back(), Align::kLeft);
    }
  }

  const GoldRecords& records_;
  const std::vector<std::vector<std::string>>& words_;
  Table table_;
  CellWriter writer_;
  int row_ = 0;
};

// The form of 就业补助资金 and its like: words of the transcription by their row, values by record.
class Transfer {
 public:
  Transfer(const GoldRecords& records, const std::vector<std::vector<std::string>>& words,
           std::vector<TruthRecord>* truth)
      : records_(records), words_(words), writer_(&table_, truth) {
    const std::vector<std::string> first = Words(words_[0]);
    for (TruthRecord& record : records_) record.project = first.size() > 1 ? first[1] : "";
  }

  Table Build() {
    const int funds = FindRow(words_, "资金投入情况"), managed = FindRow(words_, "资金管理情况");
    const int goals = FindRow(words_, "总体目标完成情况");
    for (int r = 0; r < funds; ++r) Keys(Words(words_[static_cast<size_t>(r)]));
    Funds(Words(words_[static_cast<size_t>(funds)]));
    Managed(static_cast<size_t>(managed), static_cast<size_t>(goals));
    Goals(static_cast<size_t>(goals));
    Indicators();
    return std::move(table_);
  }

 private:
  void Keys(const std::vector<std::string>& words) {
    const bool two = words.size() > 3;
    writer_.Put(row_, 0, 1, 2, words[0]);
    writer_.Put(row_, 2, 1, two ? 1 : 5, words.size() > 1 ? words[1] : "");
    if (two) {
      writer_.Put(row_, 3, 1, 1, words[2]);
      writer_.Put(row_, 4, 1, 3, words[3]);
    }
    ++row_;
  }

  void Funds(const std::vector<std::string>& head) {
    GoldRecords funds;
    for (const TruthRecord& record : records_)
      if (record.panel.find('/') == std::string::npos) funds.push_back(record);
    const auto rows = RowsOf(funds, "TRANSFER");
    writer_.Put(row_, 0, 1 + static_cast<int>(rows.size()), 1, head[0]);
    writer_.Put(row_, 1, 1, 1, "");
    for (int i = 0; i < 3; ++i)
      writer_.Put(row_, 2 + i, 1, i == 2 ? 3 : 1, head[1 + static_cast<size_t>(i)]);
    ++row_;
    for (const GoldRecords& row : rows) {
      writer_.Put(row_, 1, 1, 1, row.front().row_label);
      for (size_t c = 0; c < row.size(); ++c)
        writer_.PutRecord(row_, 2 + static_cast<int>(c), c == 2 ? 3 : 1, row[c]);
      ++row_;
    }
  }

  void Managed(size_t begin, size_t end) {
    const std::vector<std::string> head = Words(words_[begin]);
    writer_.Put(row_, 0, static_cast<int>(end - begin), 1, head[0]);
    writer_.Put(row_, 1, 1, 1, "");
    writer_.Put(row_, 2, 1, 3, head[1]);
    writer_.Put(row_++, 5, 1, 2, head[2]);
    for (size_t r = begin + 1; r < end; ++r) {
      const std::vector<std::string> words = Words(words_[r]);
      writer_.Put(row_, 1, 1, 1, words[0]);
      writer_.Put(row_, 2, 1, 3, words[1], Align::kLeft);
      writer_.Put(row_++, 5, 1, 2, words[2]);
    }
  }

  void Goals(size_t begin) {
    const std::vector<std::string> head = Words(words_[begin]), texts = Words(words_[begin + 1]);
    writer_.Put(row_, 0, 2, 1, head[0]);
    writer_.Put(row_, 1, 1, 2, head[1]);
    writer_.Put(row_++, 3, 1, 4, head[2]);
    writer_.Put(row_, 1, 1, 2, texts[0], Align::kLeft);
    writer_.Put(row_++, 3, 1, 4, texts[1], Align::kLeft);
  }

  void Indicators() {
    GoldRecords indicators;
    for (const TruthRecord& record : records_)
      if (record.panel.find('/') != std::string::npos) indicators.push_back(record);
    const auto rows = RowsOf(indicators, "TRANSFER");
    writer_.Put(row_, 0, 1 + static_cast<int>(rows.size()), 1, "绩效指标");
    const char* const kNames[] = {"一级指标", "二级指标",       "三级指标",
                                  "指标值",   "全年实际完成值", "未完成原因和改进措施"};
    for (int i = 0; i < 6; ++i) writer_.Put(row_, 1 + i, 1, 1, kNames[i]);
    ++row_;
    PutLevels(rows, row_, 1, &writer_);
    for (const GoldRecords& row : rows) {
      for (size_t c = 0; c < row.size(); ++c)
        writer_.PutRecord(row_, 3 + static_cast<int>(c), 1, row[c]);
      writer_.Put(row_++, 6, 1, 1, "");
    }
  }

  GoldRecords records_;
  const std::vector<std::vector<std::string>>& words_;
  Table table_;
  CellWriter writer_;
  int row_ = 0;
};

}  // namespace

bool IsSelfEvaluation(const GoldRecords& records) { return Has(records, "PERF.SE.IND"); }
bool IsReportIndicators(const GoldRecords& records) { return Has(records, "PERF.REP.IND"); }
bool IsTransfer(const GoldRecords& records) { return Has(records, "TRANSFER"); }

Table TransferTable(const GoldRecords& records,
                    const std::vector<std::vector<std::string>>& transcribed,
                    std::vector<TruthRecord>* truth) {
  Table table = Transfer(records, transcribed, truth).Build();
  table.own_page = false;
  return table;
}

Table SelfEvaluationTable(const GoldRecords& records,
                          const std::vector<std::vector<std::string>>& transcribed,
                          std::vector<TruthRecord>* truth) {
  Table table = SelfEvaluation(records, transcribed, truth).Build();
  table.own_page = false;
  return table;
}

Table ReportIndicatorTable(const GoldRecords& records, std::vector<TruthRecord>* truth) {
  Table table;
  table.own_page = false;
  table.header_rows = 2;
  CellWriter writer(&table, truth);
  const char* const kNames[] = {
      "一级指标",   "二级指标",     "指标名称", "",     "",
      "实际完成值", "定性情况说明", "权重",     "得分", "偏差原因分析及改进措施"};
  for (int i = 0; i < 10; ++i) {
    if (i != 3 && i != 4) writer.Put(0, i, 2, 1, kNames[i]);
  }
  writer.Put(0, 3, 1, 2, "年度指标");
  writer.Put(1, 3, 1, 1, "年初指标");
  writer.Put(1, 4, 1, 1, "调整后指标");
  const auto rows = RowsOf(records, "PERF.REP.IND");
  PutLevels(rows, 2, 0, &writer);
  int row = 2;
  for (const GoldRecords& cells : rows) {
    for (size_t c = 0; c < cells.size(); ++c) {
      writer.PutRecord(row, 2 + static_cast<int>(c) + (c >= 4 ? 1 : 0), 1, cells[c]);
    }
    writer.Put(row++, 6, 1, 1, "");
  }
  return table;
}

}  // namespace juesuan
