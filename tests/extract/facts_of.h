// What the shipped form packs make of grids, and one table for tests that need any.
#pragma once

#include <string>
#include <vector>

#include "extract/extract.h"
#include "tests/extract/grid_from_text.h"

namespace juesuan {

const FormPacks& Packs();

// Of a document with nothing but `tables`.
DocumentFacts FactsOf(std::vector<TableGrid> tables);

// The first record of a row and a measure. Fails the test if there is none.
const Record& At(const DocumentFacts& facts, const std::string& row, const std::string& measure);

// 一般公共预算财政拨款支出决算表 (PUB05), as TableFromText takes it, and what stands above it.
inline constexpr char kFive[] = R"(
  | 项目 | < | 本年支出 | < | < |
  | 科目代码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
  | 合计 | < | 12.00 | 7.00 | 5.00 |
  | 213 | 农林水支出 | 12.00 | 7.00 | 5.00 |
  | 21303 | 水利 | 12.00 | 7.00 | 5.00 |
  | 2130301 | 行政运行 | 7.00 | 7.00 | |
  | 2130399 | 其他水利支出 | 5.00 | | 5.00 |)";
inline const std::vector<std::string> kHeadFive = {"一般公共预算财政拨款支出决算表", "单位：万元"};

}  // namespace juesuan
