#include "ocr/hiding_marks.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

Word WordAt(Box box, const std::string& text) {
  Word word;
  word.box = box;
  word.readings.push_back({Reader::kPpocr, text, 0.99, {}});
  return word;
}

std::vector<Ruling> TwoCells() {
  return {{true, 100, 100, 300, 1},
          {true, 120, 100, 300, 1},
          {false, 100, 100, 120, 1},
          {false, 200, 100, 120, 1},
          {false, 300, 100, 120, 1}};
}

TEST(HidingMarks, FiguresBesideThemAreInDoubt) {
  Page page;
  page.watermarks.push_back({kHidingMark, "", {150, 104, 158, 107}});
  page.watermarks.push_back({"tone", "", {0, 0, 600, 800}});
  WordPage words;
  words.words = {WordAt({110, 105, 147, 114}, "12.50"), WordAt({260, 105, 290, 114}, "12.50"),
                 WordAt({140, 105, 147, 114}, "合计")};
  DoubtHiddenPrint(page, FindLattices(TwoCells()), 9, &words);
  EXPECT_LT(words.words[0].readings[0].score, 0.4);
  EXPECT_EQ(words.words[1].readings[0].score, 0.99);
  EXPECT_EQ(words.words[2].readings[0].score, 0.99);
  EXPECT_TRUE(words.unread.empty());
}

TEST(HidingMarks, ACellThatMayHoldAFigureUnderThemIsUnread) {
  Page page;
  page.watermarks.push_back({kHidingMark, "", {250, 102, 260, 118}});
  WordPage words;
  words.words = {WordAt({110, 105, 147, 114}, "12.50")};
  DoubtHiddenPrint(page, FindLattices(TwoCells()), 9, &words);
  ASSERT_EQ(words.unread.size(), 1U);
  EXPECT_NEAR(words.unread[0].box.x0, 200, 1);
  page.watermarks[0].box = {250, 102, 252, 106};  // too small for a digit
  words.unread.clear();
  DoubtHiddenPrint(page, FindLattices(TwoCells()), 9, &words);
  EXPECT_TRUE(words.unread.empty());
}

TEST(HidingMarks, WhatWasReadFromALiftedSealIsInDoubtAndABareCellIsNot) {
  Page page;
  page.watermarks.push_back({kLiftedMark, "", {105, 104, 250, 118}});
  WordPage words;
  words.words = {WordAt({110, 105, 147, 114}, "12.50")};
  DoubtHiddenPrint(page, FindLattices(TwoCells()), 9, &words);
  EXPECT_LT(words.words[0].readings[0].score, 0.4);
  EXPECT_TRUE(words.unread.empty());
}

}  // namespace
}  // namespace juesuan
