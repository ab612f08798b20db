// Openings by a line and growth, against the same by definition.
#include "ingest/scan_opening.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <opencv2/core.hpp>
#include <random>

namespace juesuan {
namespace {

// Long runs and short ones, level and upright, at the edges too.
cv::Mat RandomMask(unsigned seed) {
  std::mt19937 random(seed);
  cv::Mat mask = cv::Mat::zeros(67, 91, CV_8UC1);
  for (int i = 0; i < 60; ++i) {
    const int x = static_cast<int>(random() % 91), y = static_cast<int>(random() % 67);
    const int length = 1 + static_cast<int>(random() % 24);
    const cv::Rect run = i % 2 == 0 ? cv::Rect(x, y, length, 1) : cv::Rect(x, y, 1, length);
    mask(run & cv::Rect(0, 0, 91, 67)).setTo(255);
  }
  return mask;
}

bool Same(const cv::Mat& a, const cv::Mat& b) {
  return a.size() == b.size() &&
         std::equal(a.begin<uint8_t>(), a.end<uint8_t>(), b.begin<uint8_t>());
}

// Every stretch of `length` set pixels along rows, kept.
cv::Mat OpenedByDefinition(const cv::Mat& mask, int length) {
  cv::Mat out = cv::Mat::zeros(mask.size(), CV_8UC1);
  for (int y = 0; y < mask.rows; ++y)
    for (int x = 0; x + length <= mask.cols; ++x)
      if (cv::countNonZero(mask(cv::Rect(x, y, length, 1))) == length)
        out(cv::Rect(x, y, length, 1)).setTo(255);
  return out;
}

TEST(ScanOpening, KeepsLinesOfThatLength) {
  for (const unsigned seed : {1U, 2U, 3U}) {
    const cv::Mat mask = RandomMask(seed);
    for (const int length : {1, 2, 5, 8, 13, 24}) {
      const cv::Mat level = OpenedByDefinition(mask, length);
      EXPECT_TRUE(Same(OpenLevel(mask, length), level)) << length;
      EXPECT_TRUE(Same(OpenUpright(mask.t(), length), level.t())) << length;
    }
    EXPECT_GT(cv::countNonZero(OpenLevel(mask, 8)), 0);
  }
}

TEST(ScanOpening, UprightLinesMayBeLongerThanACountHolds) {
  cv::Mat mask = cv::Mat::zeros(700, 3, CV_8UC1);
  mask(cv::Rect(0, 10, 1, 600)).setTo(255);
  mask(cv::Rect(2, 10, 1, 254)).setTo(255);
  const cv::Mat opened = OpenUpright(mask, 255);
  EXPECT_EQ(cv::countNonZero(opened.col(0)), 600);
  EXPECT_EQ(cv::countNonZero(opened.col(2)), 0);
}

TEST(ScanOpening, GrowsBySquares) {
  for (const int reach : {1, 3, 10}) {
    cv::Mat mask = cv::Mat::zeros(67, 91, CV_8UC1), grown = mask.clone();
    for (const cv::Point& at :
         {cv::Point(0, 0), cv::Point(40, 30), cv::Point(44, 33), cv::Point(90, 50)}) {
      mask.at<uint8_t>(at) = 255;
      const cv::Rect square(at.x - reach, at.y - reach, 2 * reach + 1, 2 * reach + 1);
      grown(square & cv::Rect(0, 0, 91, 67)).setTo(255);
    }
    EXPECT_TRUE(Same(Grow(mask, reach), grown)) << reach;
  }
}

}  // namespace
}  // namespace juesuan
