#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace juesuan {
namespace {

Result<std::unique_ptr<int>> Seven(bool good) {
  if (!good) return MakeError(ErrorCode::kDamaged, "no seven");
  return std::make_unique<int>(7);
}

Status CheckSeven(bool good) {
  JUESUAN_TRY(const std::unique_ptr<int> seven, Seven(good));
  return *seven == 7 ? Ok() : Status(MakeError(ErrorCode::kExternal, "not seven"));
}

Status Twice(bool good) {
  JUESUAN_RETURN_IF_ERROR(CheckSeven(true));
  JUESUAN_RETURN_IF_ERROR(CheckSeven(good));
  return Ok();
}

TEST(Result, PassesErrorsUp) {
  EXPECT_TRUE(Twice(true).ok());
  const Status failed = Twice(false);
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error().code, ErrorCode::kDamaged);
}

TEST(ErrorCode, NamesLeadBack) {
  for (int i = 0; i <= static_cast<int>(ErrorCode::kLimit); ++i) {
    const auto code = static_cast<ErrorCode>(i);
    EXPECT_EQ(ParseErrorCode(ErrorCodeName(code)), code) << i;
  }
  EXPECT_EQ(ErrorCodeName(ErrorCode::kNotPdf), "not_pdf");
  EXPECT_EQ(ParseErrorCode("oops"), std::nullopt);
}

TEST(Error, SaysWhere) {
  Error error = MakeError(ErrorCode::kDamaged, "no content");
  EXPECT_EQ(error.ToString(), "damaged: no content");
  error.where = {"a.pdf", 3};
  EXPECT_EQ(error.ToString(), "a.pdf: page 3: damaged: no content");
}

TEST(ResultDeathTest, StopsAtAValueThatIsNotThere) {
  const Status failed = MakeError(ErrorCode::kLimit, "too big");
  EXPECT_DEATH((void)failed.value(), "limit: too big");
  EXPECT_DEATH((void)Ok().error(), "bug");
  EXPECT_DEATH(JUESUAN_CHECK(1 == 2), "1 == 2 does not hold");
}

}  // namespace
}  // namespace juesuan
