#include "base/geometry.h"

#include <gtest/gtest.h>

#include <cmath>

namespace juesuan {
namespace {

TEST(Box, UnionIntersectGrow) {
  const Box a{0, 0, 10, 10}, b{5, 5, 20, 8};
  EXPECT_EQ(Union(a, b), (Box{0, 0, 20, 10}));
  EXPECT_EQ(Union(Box{}, b), b);
  EXPECT_EQ(Union(a, Box{}), a);
  EXPECT_EQ(Intersect(a, b), (Box{5, 5, 10, 8}));
  EXPECT_TRUE(Intersect(a, {11, 0, 12, 1}).IsEmpty());
  EXPECT_EQ(Intersect(a, {11, 0, 12, 1}).Area(), 0);
  EXPECT_EQ(Grow(a, 2), (Box{-2, -2, 12, 12}));
  EXPECT_TRUE(a.Contains({10, 0}));
  EXPECT_FALSE(a.Contains({10.01, 0}));
}

TEST(Round2, GoesToHundredthsWithoutANegativeZero) {
  EXPECT_EQ(Round2(1.234), 1.23);
  EXPECT_EQ(Round2(-1.236), -1.24);
  EXPECT_EQ(Round2(0.125), 0.13);
  EXPECT_FALSE(std::signbit(Round2(-0.001)));
}

// A page of 200 by 100 as displayed; the mark stands near its top left corner.
TEST(ToDisplayed, UndoesQuarterTurns) {
  const struct {
    Frame frame;
    Box upright;
  } kCases[] = {
      {{200, 100, 0, 0}, {10, 20, 30, 25}},
      {{100, 200, 90, 0}, {75, 10, 80, 30}},
      {{200, 100, 180, 0}, {170, 75, 190, 80}},
      {{100, 200, 270, 0}, {20, 170, 25, 190}},
  };
  for (const auto& c : kCases)
    EXPECT_EQ(ToDisplayed(c.upright, c.frame), (Box{10, 20, 30, 25})) << c.frame.turn;
}

TEST(ToDisplayed, LeansAboutTheMiddle) {
  const Frame frame{200, 100, 0, 1};  // leans clockwise: what is left of the middle stands higher
  const Box middle = ToDisplayed({99, 49, 101, 51}, frame);
  EXPECT_NEAR(middle.Center().x, 100, 0.01);
  EXPECT_NEAR(middle.Center().y, 50, 0.01);
  EXPECT_LT(ToDisplayed({0, 49, 2, 51}, frame).Center().y, 49);
  EXPECT_GT(ToDisplayed({198, 49, 200, 51}, frame).Center().y, 51);
}

}  // namespace
}  // namespace juesuan
