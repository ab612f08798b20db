#include "corpus/draw_job.h"

#include <gtest/gtest.h>

#include "corpus/look.h"
#include "corpus/variant.h"

namespace juesuan {
namespace {

TEST(Manifest, ReadsJobs) {
  const auto jobs = ParseManifest(
      "# a comment\n\na\tdev\t12\tunit=yuan\t-\tdpi=150\t4\nb\tseed\tseed\t-\tsize=8\t-\t-\n");
  ASSERT_TRUE(jobs.ok());
  ASSERT_EQ(jobs->size(), 2U);
  EXPECT_EQ((*jobs)[0].invent, 12);
  EXPECT_EQ((*jobs)[0].variant, "unit=yuan");
  EXPECT_EQ((*jobs)[0].look, "");
  EXPECT_EQ((*jobs)[0].pages, "4");
  EXPECT_EQ((*jobs)[1].invent, -1);
  EXPECT_EQ((*jobs)[1].set, "seed");
}

TEST(Manifest, RefusesWhatIsNoJob) {
  for (const char* line : {"a\tdev\t12", "a\tdev\tx\t-\t-\t-\t-", "a\tdev\t1\t-\t-\t-\tall",
                           "a\tdev\t1\t-\t-\t-\t9-5"}) {
    const auto jobs = ParseManifest(line);
    ASSERT_FALSE(jobs.ok()) << line;
    EXPECT_EQ(jobs.error().code, ErrorCode::kMalformed);
  }
}

TEST(Options, PinWhatTheyName) {
  Variant variant;
  ASSERT_TRUE(ApplyVariant("unit=yuan,zero=——,panels=2,funds=1,foreign=3", &variant).ok());
  EXPECT_TRUE(variant.yuan);
  EXPECT_EQ(variant.zero, "——");
  EXPECT_EQ(variant.panels, PanelsOf06::kTwo);
  EXPECT_TRUE(variant.shape.funds);
  EXPECT_EQ(variant.foreign, 3);
  Look look;
  ASSERT_TRUE(ApplyLook("font=AR PL UMing CN,watermark=image,above=1,size=8.5", &look).ok());
  EXPECT_EQ(look.family, "AR PL UMing CN");
  EXPECT_EQ(look.watermark.kind, WatermarkKind::kImage);
  EXPECT_TRUE(look.watermark.above);
  EXPECT_EQ(look.table_size, 8.5);
  ASSERT_TRUE(ApplyLook("seal=d02020,seal-hides=1,wanders=1,ruling-stroke=dotted", &look).ok());
  EXPECT_EQ(look.seal.colour, "d02020");
  EXPECT_TRUE(look.seal.hides);
  EXPECT_TRUE(look.watermark.wanders);
  EXPECT_EQ(look.ruling_stroke, RulingStroke::kDotted);
}

TEST(Options, RefuseOtherNamesAndValues) {
  Variant variant;
  EXPECT_FALSE(ApplyVariant("unit=euro", &variant).ok());
  EXPECT_FALSE(ApplyVariant("shape=1", &variant).ok());
  Look look;
  EXPECT_FALSE(ApplyLook("size=large", &look).ok());
  EXPECT_FALSE(ApplyLook("rulings=dotted", &look).ok());
}

TEST(DrawVariant, FollowsFromTheSeed) {
  EXPECT_EQ(DrawVariant(4).zero, DrawVariant(4).zero);
  int yuan = 0, split = 0;
  for (uint32_t seed = 0; seed < 60; ++seed) {
    yuan += DrawVariant(seed).yuan ? 1 : 0;
    split += DrawVariant(seed).split_codes ? 1 : 0;
  }
  EXPECT_GT(yuan, 5);
  EXPECT_LT(yuan, 55);
  EXPECT_GT(split, 5);
  EXPECT_LT(split, 55);
}

}  // namespace
}  // namespace juesuan
