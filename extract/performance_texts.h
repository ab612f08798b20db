// The words of a performance form: labels with a value beside them, goals, 资金管理情况, analysis.
// Records of a form of their own, whole: what a page's end cut off is joined.
#pragma once

#include <string>
#include <vector>

#include "extract/performance_rows.h"

namespace juesuan {

class TextReader {
 public:
  // `form`: of the records, "PERF.SE.TEXT". REQUIRES: all outlive the reader.
  TextReader(const PerformancePack& pack, std::string form, RecordMaker* maker)
      : pack_(pack), form_(std::move(form)), maker_(*maker) {}

  // True if the row is the head of the goals or of 资金管理情况: two labels side by side.
  bool Open(const JoinedRow& row);
  // A row of texts under the heads that were opened last, with a label of its own or without.
  void UnderHeads(const JoinedRow& row);
  // A row of a label and a text.
  void LabelAndText(const JoinedRow& row);
  // 项目名称 | … | 实施单位 | …: false if the row is none such.
  bool ReadKeys(const JoinedRow& row);

  const std::string& project() const { return project_; }
  bool is_transfer() const { return is_transfer_; }

 private:
  struct Head {
    JoinedCell cell;
    const PerformanceLabel* label = nullptr;
  };

  const Head* HeadOver(const JoinedCell& cell) const;
  bool Append(const HeldCell& more, const std::string& name);

  const PerformancePack& pack_;
  const std::string form_;
  RecordMaker& maker_;
  std::vector<Head> heads_;
  std::string project_;
  bool is_transfer_ = false;
};

// Written cells that begin in a row.
std::vector<const JoinedCell*> BegunCells(const JoinedRow& row);
bool IsWord(const JoinedCell& cell, const Spellings& words);

}  // namespace juesuan
