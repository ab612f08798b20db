#include "corpus/random.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

TEST(Random, SameOnEveryMachine) {
  Random random(7);
  // The first outputs of the 32-bit Mersenne twister for seed 7.
  EXPECT_EQ(random.Next(), 327741615U);
  EXPECT_EQ(random.Next(), 976413892U);
}

TEST(Random, StaysWithinBounds) {
  Random random(1);
  bool least = false, most = false;
  for (int i = 0; i < 200; ++i) {
    const int64_t n = random.Between(-2, 3);
    ASSERT_GE(n, -2);
    ASSERT_LE(n, 3);
    least = least || n == -2;
    most = most || n == 3;
  }
  EXPECT_TRUE(least && most);
}

TEST(Random, PurposesHaveTheirOwnStreams) {
  EXPECT_NE(Random(1, "ledger").Next(), Random(1, "look").Next());
  EXPECT_EQ(Random(1, "ledger").Next(), Random(1, "ledger").Next());
}

}  // namespace
}  // namespace juesuan
