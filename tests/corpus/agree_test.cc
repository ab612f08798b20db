#include "corpus/agree.h"

#include <gtest/gtest.h>

#include "corpus/printed_words.h"

namespace juesuan {
namespace {

PlacedAmount At(int page, double x, const std::string& value) {
  return {page, {x, 10, x + 20, 20}, value};
}

struct AgreeCase {
  const char* name;
  std::vector<PlacedAmount> first, second;
  int64_t same, differ, missing, invented;
};

class AgreeTest : public testing::TestWithParam<AgreeCase> {};

TEST_P(AgreeTest, Counts) {
  const Agreement agreement = Agree(GetParam().first, GetParam().second);
  EXPECT_EQ(agreement.amounts, static_cast<int64_t>(GetParam().first.size()));
  EXPECT_EQ(agreement.same, GetParam().same);
  EXPECT_EQ(agreement.differ, GetParam().differ);
  EXPECT_EQ(agreement.missing, GetParam().missing);
  EXPECT_EQ(agreement.invented, GetParam().invented);
}

const AgreeCase kCases[] = {
    {"same", {At(1, 0, "1.50")}, {At(1, 2, "1.50")}, 1, 0, 0, 0},
    {"differ", {At(1, 0, "1.50")}, {At(1, 0, "7.50")}, 0, 1, 0, 0},
    {"zeros_count", {At(1, 0, "1.50")}, {At(1, 0, "1.5")}, 0, 1, 0, 0},
    {"missing", {At(1, 0, "1.50")}, {}, 0, 0, 1, 0},
    {"other_page", {At(1, 0, "1.50")}, {At(2, 0, "1.50")}, 0, 0, 1, 1},
    {"other_place", {At(1, 0, "1.50")}, {At(1, 60, "1.50")}, 0, 0, 1, 1},
    {"invented", {}, {At(1, 0, "1.50")}, 0, 0, 0, 1},
};

INSTANTIATE_TEST_SUITE_P(Places, AgreeTest, testing::ValuesIn(kCases),
                         [](const auto& one) { return one.param.name; });

TEST(ParseAmounts, TakesAmountsAndLeavesCodes) {
  const auto amounts = ParseAmounts(R"({"cells":[{"page":2,"box":[1,2,3,4],"text":"1,234.50"},)"
                                    R"({"page":2,"box":[1,2,3,4],"text":"2080101"},)"
                                    R"({"page":2,"box":[1,2,3,4],"text":"合计"}]})");
  ASSERT_TRUE(amounts.ok());
  ASSERT_EQ(amounts->size(), 1U);
  EXPECT_EQ((*amounts)[0].value, "1234.50");
  EXPECT_EQ((*amounts)[0].page, 2);
}

constexpr char kTwoPages[] = R"(<doc><page width="600" height="800">
<word xMin="20" yMin="30" xMax="40" yMax="40">1,234.50</word>
<word xMin="20" yMin="50" xMax="40" yMax="60">合计</word>
<word xMin="20" yMin="700" xMax="40" yMax="710">9.99</word></page>
<page width="600" height="800"><word xMin="20" yMin="30" xMax="40" yMax="40">7.00</word></page></doc>)";

TEST(PrintedAmounts, TakesAmountsThatStandInATable) {
  const auto amounts =
      ParsePrintedAmounts(kTwoPages, R"({"parts":[{"page":1,"box":[10,10,100,100]}]})");
  ASSERT_TRUE(amounts.ok());
  ASSERT_EQ(amounts->size(), 1U);  // not the one below the table, not the one on a page without one
  EXPECT_EQ((*amounts)[0].value, "1234.50");
  EXPECT_EQ((*amounts)[0].page, 1);
  EXPECT_EQ((*amounts)[0].box.y1, 40);
}

TEST(PrintedAmounts, WithoutPagesItIsNoPrint) { EXPECT_FALSE(ParsePrintedAmounts("", "").ok()); }

}  // namespace
}  // namespace juesuan
