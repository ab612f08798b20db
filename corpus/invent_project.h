// Projects of an invented department, for its performance forms: money from the ledger, indicators
// whose points add up.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/ledger.h"

namespace juesuan {

struct InventedIndicator {
  std::string first, second, name;  // 产出指标, 数量指标, 维护设备数量
  std::string op, unit;             // "" for words
  std::string target, actual;       // digits, or words
  int64_t weight = 0, score = 0;    // hundredths of a point
  std::string note;

  bool InWords() const { return unit.empty(); }
};

struct InventedProject {
  std::string name, goal, reached, note;
  int64_t initial = 0, budget = 0, executed = 0;  // fen, whole 元
  int64_t carried = 0;                            // of `budget`: brought forward
  std::vector<InventedIndicator> indicators;      // by level; weights add up to 90 points

  int64_t RateScore() const;  // hundredths: 10 points times the share spent
  int64_t Score() const;      // hundredths: of the money and of all indicators
};

// At most `count`: one for each item of the ledger that has spending on projects.
std::vector<InventedProject> InventProjects(const Ledger& ledger, int count, uint32_t seed);

std::string GradeOf(int64_t score);           // 优, 良, 中, 差 by 90, 80, 60 points
std::string PrintPoints(int64_t hundredths);  // "5.33", "10"

}  // namespace juesuan
