#include "base/hash.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

// FIPS 180-2, appendix B, and the empty message.
TEST(Sha256, GivesThePublishedDigests) {
  EXPECT_EQ(Sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256OfFile, SaysWhatIsMissing) {
  EXPECT_EQ(Sha256OfFile("/nonexistent/file").error().code, ErrorCode::kNotFound);
}

TEST(KeyOf, TellsListsApart) {
  EXPECT_NE(KeyOf({"ab", "c"}), KeyOf({"a", "bc"}));
  EXPECT_NE(KeyOf({}), KeyOf({""}));
  EXPECT_EQ(KeyOf({"a", "b"}), KeyOf({"a", "b"}));
}

}  // namespace
}  // namespace juesuan
