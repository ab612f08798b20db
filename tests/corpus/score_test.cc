#include "corpus/score.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

ScoredRecord Cell(const std::string& row, const std::string& raw, const std::string& status = "") {
  ScoredRecord record;
  record.form = "PUB02";
  record.row_key = row;
  record.row_label = "科目" + row;
  record.col_key = "1";
  record.raw = raw;
  record.page = 3;
  record.status = status;
  if (raw.empty()) {
    record.kind = "blank";
  } else if (raw == "——") {
    record.kind = "dash";
  } else {
    record.kind = "number";
    record.value = raw;
  }
  return record;
}

ScoredRecord InPanel(ScoredRecord record, const std::string& panel) {
  record.panel = panel;
  return record;
}

struct ScoreCase {
  const char* name;
  std::vector<ScoredRecord> truth, got;
  int64_t exact, right, wrong, missing, invented, flagged, silent, lost;
};

class ScoreTest : public testing::TestWithParam<ScoreCase> {};

TEST_P(ScoreTest, Counts) {
  const ScoreCase& c = GetParam();
  const Tally total = Compare(c.truth, c.got).total;
  EXPECT_EQ(total.cells, static_cast<int64_t>(c.truth.size()));
  EXPECT_EQ(total.cells_exact, c.exact);
  EXPECT_EQ(total.numbers_exact, c.right);
  EXPECT_EQ(total.wrong, c.wrong);
  EXPECT_EQ(total.missing, c.missing);
  EXPECT_EQ(total.invented, c.invented);
  EXPECT_EQ(total.flagged, c.flagged);
  EXPECT_EQ(total.silent, c.silent);
  EXPECT_EQ(total.lost, c.lost);
}

const ScoreCase kCases[] = {
    {"exact",
     {Cell("208", "19.00"), Cell("210", "")},
     {Cell("208", "19.00"), Cell("210", "")},
     2,
     1,
     0,
     0,
     0,
     0,
     0,
     0},
    {"wrong", {Cell("208", "19.00")}, {Cell("208", "79.00", "read")}, 0, 0, 1, 0, 0, 0, 1, 0},
    {"wrong_flagged",
     {Cell("208", "19.00")},
     {Cell("208", "79.00", "suspect")},
     0,
     0,
     1,
     0,
     0,
     1,
     0,
     0},
    {"proven_is_not_flagged",
     {Cell("208", "19.00")},
     {Cell("208", "79.00", "proven")},
     0,
     0,
     1,
     0,
     0,
     0,
     1,
     0},
    {"no_cell", {Cell("208", "19.00")}, {}, 0, 0, 0, 1, 0, 0, 0, 0},
    {"blank_in_its_place",
     {Cell("208", "19.00")},
     {Cell("208", "", "read")},
     0,
     0,
     0,
     1,
     0,
     0,
     0,
     1},
    {"suspect_blank_is_not_lost",
     {Cell("208", "19.00")},
     {Cell("208", "", "suspect")},
     0,
     0,
     0,
     1,
     0,
     0,
     0,
     0},
    {"number_for_blank", {Cell("208", "")}, {Cell("208", "7.00", "read")}, 0, 0, 0, 0, 1, 0, 1, 0},
    {"number_for_no_cell",
     {Cell("208", "1.00")},
     {Cell("208", "1.00"), Cell("209", "2.00")},
     1,
     1,
     0,
     0,
     1,
     0,
     1,
     0},
    {"row_invented_flagged",
     {Cell("208", "1.00")},
     {Cell("208", "1.00"), Cell("209", "2.00", "suspect")},
     1,
     1,
     0,
     0,
     1,
     1,
     0,
     0},
    {"dash_is_not_blank", {Cell("208", "——")}, {Cell("208", "")}, 0, 0, 0, 0, 0, 0, 0, 0},
    {"blank_row_too_many_is_harmless",
     {Cell("208", "1.00")},
     {Cell("208", "1.00"), Cell("209", "")},
     1,
     1,
     0,
     0,
     0,
     0,
     0,
     0},
    {"printed_zeros_matter", {Cell("208", "1.00")}, {Cell("208", "1.0")}, 0, 0, 1, 0, 0, 0, 1, 0},
    {"panels_tell_apart",
     {InPanel(Cell("总计", "1.00"), "收入"), InPanel(Cell("总计", "2.00"), "支出")},
     {InPanel(Cell("总计", "2.00"), "支出"), InPanel(Cell("总计", "1.00"), "收入")},
     2,
     2,
     0,
     0,
     0,
     0,
     0,
     0},
    {"panel_may_be_named_shorter",
     {InPanel(Cell("301", "1.00"), "P1 人员经费")},
     {InPanel(Cell("301", "1.00"), "人员经费")},
     1,
     1,
     0,
     0,
     0,
     0,
     0,
     0},
};

INSTANTIATE_TEST_SUITE_P(Cells, ScoreTest, testing::ValuesIn(kCases),
                         [](const auto& one) { return one.param.name; });

TEST(Score, MoneyIsComparedInFen) {
  ScoredRecord wan = Cell("208", "1.00"), yuan = Cell("208", "10000.00");
  wan.fen = yuan.fen = 1000000;
  EXPECT_EQ(Compare({wan}, {yuan}).total.numbers_exact, 1);
  yuan.fen = 100;
  EXPECT_EQ(Compare({wan}, {yuan}).total.silent, 1);
}

TEST(Score, RightNumberOnWrongPage) {
  ScoredRecord got = Cell("208", "1.00");
  got.page = 4;
  const Tally total = Compare({Cell("208", "1.00")}, {got}).total;
  EXPECT_EQ(total.numbers_exact, 1);
  EXPECT_EQ(total.off_page, 1);
  EXPECT_EQ(total.cells_exact, 0);
}

TEST(Score, TablesAreExactOnlyAsAWhole) {
  ScoredRecord other = Cell("1", "5.00");
  other.form = "PUB10";
  const Tally total =
      Compare({Cell("208", "1.00"), other}, {Cell("208", "1.00"), Cell("9", "3.00"), other}).total;
  EXPECT_EQ(total.tables, 2);
  EXPECT_EQ(total.tables_exact, 1);
}

TEST(ParseRecords, ReadsExportsAndFacts) {
  const auto records = ParseRecords(
      R"({"format":"juesuan.facts","version":1,"key":"0","from":[],"items":2})"
      "\n"
      R"({"record":"PUB02","row_key":"208","kind":"number","value":"1.00","unit":"万元","page":3})"
      "\n"
      R"({"form":"PUB02","row_key":"208","cell_kind":"number","value":"1.00","value_fen":1000000})"
      "\n");
  ASSERT_TRUE(records.ok());
  ASSERT_EQ(records->size(), 2U);
  EXPECT_EQ((*records)[0].form, "PUB02");
  EXPECT_EQ((*records)[0].fen, (*records)[1].fen);
  EXPECT_EQ((*records)[0].kind, (*records)[1].kind);
}

TEST(Score, LabelsCountOnceARow) {
  ScoredRecord second = Cell("208", "2.00");
  second.col_key = "2";
  ScoredRecord got = Cell("208", "1.00");
  got.row_label = "科目 208";
  const Tally total = Compare({Cell("208", "1.00"), second}, {got, second}).total;
  EXPECT_EQ(total.labels, 1);
  EXPECT_EQ(total.labels_exact, 1);
}

struct FloorCase {
  const char* name;
  const char* floor;
  size_t shortfalls;
};

class FloorTest : public testing::TestWithParam<FloorCase> {};

TEST_P(FloorTest, Shortfalls) {
  const Tally total = Compare({Cell("1", "1.00"), Cell("2", "2.00"), Cell("3", "3.00")},
                              {Cell("1", "1.00"), Cell("2", "2.00"), Cell("3", "8.00", "read")})
                          .total;
  const auto floor = Json::Parse(GetParam().floor);
  ASSERT_TRUE(floor.ok());
  EXPECT_EQ(BelowFloor(total, *floor).size(), GetParam().shortfalls);
}

const FloorCase kFloors[] = {
    {"holds", R"({"cells":3,"numbers":3,"numbers_ppm":666666,"silent":1})", 0},
    {"ratio_rounds_down", R"({"numbers_ppm":666667})", 1},
    {"other_truth", R"({"cells":4})", 1},
    {"silent", R"({"silent":0})", 1},
    {"two", R"({"silent":0,"tables_exact":1})", 2},
    {"nothing_asked", "{}", 0},
};

INSTANTIATE_TEST_SUITE_P(Floors, FloorTest, testing::ValuesIn(kFloors),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace juesuan
