#include "corpus/disclosure.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

using Grid = std::vector<std::vector<std::string>>;

const TableCell* Find(const Table& table, const std::string& text) {
  for (const TableCell& cell : table.cells) {
    if (cell.text == text) return &cell;
  }
  return nullptr;
}

Table Make(const Grid& grid, int header_rows, std::vector<std::vector<int>> truth = {}) {
  Table table;
  table.header_rows = header_rows;
  truth.resize(grid.size());
  CellsFromGrid(grid, truth, &table);
  return table;
}

TEST(CellsFromGrid, HeaderCellsCoverBlanksRightThenDown) {
  const Table table = Make({{"项目", "", "收入合计"}, {"代码", "名称", ""}, {"栏次", "", "1"}}, 3);
  EXPECT_EQ(table.cols, 3);
  EXPECT_EQ(Find(table, "项目")->col_span, 2);
  EXPECT_EQ(Find(table, "项目")->row_span, 1);
  EXPECT_EQ(Find(table, "收入合计")->row_span, 2);
  EXPECT_EQ(Find(table, "名称")->row_span, 1);
  EXPECT_EQ(Find(table, "栏次")->col_span, 2);
}

TEST(CellsFromGrid, NumberRowLeavesTheCellUnderLineNumbers) {
  const Table table = Make({{"项目", "行次", "金额"}, {"栏次", "", "1"}}, 2);
  EXPECT_EQ(Find(table, "栏次")->col_span, 1);
  EXPECT_EQ(Find(table, "行次")->row_span, 1);
}

TEST(CellsFromGrid, BodyLabelsCoverBlanksButValuesAndCodesDoNot) {
  const Table table =
      Make({{"合计", "", "", ""}, {"208", "", "款名", ""}}, 0, {{-1, -1, 0, 1}, {-1, -1, -1, 2}});
  EXPECT_EQ(Find(table, "合计")->col_span, 2);
  EXPECT_EQ(Find(table, "208")->col_span, 1);
  EXPECT_EQ(Find(table, "款名")->col_span, 1);
}

TEST(CellsFromGrid, CellsCoverTheGridOnce) {
  const Table table = Make({{"甲", "", "乙"}, {"", "丙", ""}, {"1", "", "2"}}, 2);
  std::vector<int> covered(static_cast<size_t>(table.rows * table.cols));
  for (const TableCell& cell : table.cells) {
    for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
      for (int c = cell.col; c < cell.col + cell.col_span; ++c) {
        ++covered[static_cast<size_t>(r * table.cols + c)];
      }
    }
  }
  for (const int times : covered) EXPECT_EQ(times, 1);
}

}  // namespace
}  // namespace juesuan
