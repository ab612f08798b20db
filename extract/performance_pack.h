// The performance forms as data: forms/performance.toml. forms/README.md explains the keys.
//
// A performance form is several blocks in one grid: money, goals, indicators, a total, long texts.
// A block of values is told by the words of its header.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/toml.h"
#include "extract/label.h"

namespace juesuan {

// Where a block stands, and so which form it is.
enum class PerformanceContext {
  kSelf,      // 项目支出绩效自评表
  kTransfer,  // 转移支付绩效自评表
  kReport,    // a table of a 自评分析报告
};

enum class PerformanceBlock { kFunds, kIndicators };

enum class ColumnUse {
  kLevel1,
  kLevel2,
  kName,
  kAmount,
  kExecuted,  // the amount spent
  kPercent,
  kPoints,
  kTarget,
  kActual,
  kText
};

struct PerformanceColumn {
  std::string key;      // of the records
  std::string measure;  // the same in every form
  ColumnUse use = ColumnUse::kText;
  Spellings words;
};

struct PerformanceForm {
  std::string id;  // "PERF.SE.IND"
  PerformanceContext context = PerformanceContext::kSelf;
  PerformanceBlock block = PerformanceBlock::kFunds;
  std::string panel;  // of its records; "" for none, or the indicator's levels
  std::vector<PerformanceColumn> columns;

  const PerformanceColumn* With(ColumnUse use) const;  // the first; nullptr if none
};

struct IndicatorLevel {
  std::string name;  // 产出指标
  Spellings words, children;
};

// A label of the form and the name that rules use for it.
struct PerformanceLabel {
  std::string name;
  Spellings words;
  bool goal = false;     // stands over a column of the goals
  bool managed = false;  // stands over a column of 资金管理情况
};

struct PerformancePack {
  Spellings titles, not_titles, project, transfer, keys, report, total, grades;
  std::string transfer_title;
  std::vector<IndicatorLevel> levels;
  std::vector<PerformanceLabel> sources, texts;
  std::vector<PerformanceForm> forms;

  bool IsEmpty() const { return forms.empty(); }
  const PerformanceForm* Find(PerformanceContext context, PerformanceBlock block) const;
};

// Complains into `root` about what is missing or unknown.
PerformancePack ReadPerformancePack(const TomlValue& root);

// The column a header word names: the nearest spelling, with or without what stands behind it in
// brackets (（万元）, （10分）). nullptr: none, or two as near.
const PerformanceColumn* ColumnNamed(std::string_view text, const PerformanceForm& form);

// The label a text is, nullptr if it is none.
const PerformanceLabel* LabelNamed(std::string_view text,
                                   const std::vector<PerformanceLabel>& labels);

// Without the colon at its end.
std::string WithoutColon(std::string text);

}  // namespace juesuan
