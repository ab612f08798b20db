// Tables between level rulings that a page's end cuts.
#include "layout/open_frames.h"

#include <gtest/gtest.h>

#include "layout/complete_rulings.h"
#include "tests/layout/make_word.h"

namespace juesuan {
namespace {

Ruling Level(double at) { return {true, at, 50, 300, 0.5}; }

void AddHeads(double y, WordPage* page) {
  page->words.push_back(MakeWord(70, 90, y, "项目"));
  page->words.push_back(MakeWord(160, 190, y, "预算数"));
  page->words.push_back(MakeWord(250, 280, y, "决算数"));
}

void AddRows(double from, int rows, WordPage* page) {
  for (int row = 0; row < rows; ++row) {
    const double y = from + 20 * row;
    page->words.push_back(MakeWord(52, 100, y, "人员经费"));
    page->words.push_back(MakeWord(150, 190, y, "12.00"));
    page->words.push_back(MakeWord(255, 290, y, "13.00"));
  }
}

// The header between two rulings, four rows below them without a third.
WordPage CutPage(int number) {
  WordPage page;
  page.page = number;
  page.rulings = {Level(10), Level(30)};
  AddHeads(20, &page);
  AddRows(40, 4, &page);
  return page;
}

std::vector<std::vector<Box>> TablesOf(const std::vector<WordPage>& pages) {
  std::vector<std::vector<Box>> tables;
  for (const AddedRulings& added : CompleteRulings(pages)) tables.push_back(added.tables);
  return tables;
}

TEST(OpenFrames, ATableGoesOnBelowItsHeaderToThePagesEnd) {
  WordPage page = CutPage(1);
  const auto tables = TablesOf({page});
  ASSERT_EQ(tables[0].size(), 1u);
  EXPECT_GT(tables[0][0].y1, 100);
  EXPECT_LT(tables[0][0].y1, 120);
}

TEST(OpenFrames, NotesPageNumbersAndTextFurtherDownEndIt) {
  for (const char* text : {"注：本表反映收支情况。", "说明：无", "- 7 -", "12"}) {
    WordPage page = CutPage(1);
    page.words.push_back(MakeWord(52, 150, 120, text));
    const auto tables = TablesOf({page});
    ASSERT_EQ(tables[0].size(), 1u) << text;
    EXPECT_LT(tables[0][0].y1, 115) << text;
  }
  WordPage page = CutPage(1);
  page.words.push_back(MakeWord(52, 150, 180, "第三部分"));
  EXPECT_LT(TablesOf({page})[0].at(0).y1, 115);
}

TEST(OpenFrames, WordsBelowARulingThatEndsDataAreNone) {
  WordPage page = CutPage(1);
  page.rulings.push_back(Level(110));
  AddRows(130, 3, &page);
  const auto tables = TablesOf({page});
  ASSERT_EQ(tables[0].size(), 1u);
  EXPECT_EQ(tables[0][0].y1, 110);
}

TEST(OpenFrames, TheNextPageGoesOnWithoutAHeader) {
  WordPage next;
  next.page = 2;
  AddRows(20, 3, &next);
  next.rulings = {Level(75)};
  const auto tables = TablesOf({CutPage(1), next});
  ASSERT_EQ(tables[1].size(), 1u) << "closed by a ruling";
  EXPECT_EQ(tables[1][0].y1, 75);
  next.rulings.clear();
  EXPECT_EQ(TablesOf({CutPage(1), next})[1].size(), 1u) << "without any ruling";
  EXPECT_EQ(TablesOf({WordPage(), next})[1].size(), 0u) << "nothing was open before";
}

TEST(OpenFrames, TheNextPageMayRepeatTheHeader) {
  WordPage next = CutPage(2);
  next.rulings.push_back(Level(110));
  const auto tables = TablesOf({CutPage(1), next});
  EXPECT_EQ(tables[0].size(), 1u);
  ASSERT_EQ(tables[1].size(), 1u);
  EXPECT_EQ(tables[1][0], (Box{50, 10, 300, 110}));
}

TEST(OpenFrames, TheNextPageMayBeginWithLabelsButNotWithATitle) {
  const auto tables = [](double size, const std::vector<double>& heads) {
    WordPage next;
    next.page = 2;
    for (const double x : heads) next.words.push_back(MakeWord(x, x + 60, 20, "其他支出"));
    for (Word& word : next.words) word.size = size;
    AddRows(40, 3, &next);
    next.rulings = {Level(95)};
    return TablesOf({CutPage(1), next})[1].size();
  };
  EXPECT_EQ(tables(kSize, {52}), 1u);
  EXPECT_EQ(tables(1.5 * kSize, {52}), 0u) << "a title";
  EXPECT_EQ(tables(kSize, {52, 140, 230}), 0u) << "heads";
}

TEST(OpenFrames, TextAtTheHeadOfTheNextPageIsNoRow) {
  WordPage next;
  next.page = 2;
  next.words = {MakeWord(52, 290, 20, "本年收入合计比上年减少"),
                MakeWord(52, 290, 40, "主要原因是")};
  EXPECT_TRUE(TablesOf({CutPage(1), next})[1].empty());
}

}  // namespace
}  // namespace juesuan
