// Labels as they are printed, and as they are matched.
#include "extract/label.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

TEST(Label, WithoutOrdinal) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"二十一、国有资本经营预算支出", "国有资本经营预算支出"},
      {"二十一《国有资本经营预算支出", "国有资本经营预算支出"},
      {"二十一丶国有资本经营预算支出", "国有资本经营预算支出"},
      {"（一）支出合计", "支出合计"},
      {"1.因公出国（境）费", "因公出国(境)费"},
      {"其中：一般公共服务", "一般公共服务"},
      {"一般公共服务支出", "一般公共服务支出"},
      {"三公经费", "三公经费"},
      {"三(一)", "三(一)"},
      {"10%", "10%"},
      {"十", "十"},
  };
  for (const auto& [printed, bare] : cases) EXPECT_EQ(WithoutOrdinal(printed), bare) << printed;
}

TEST(Label, EditsGrowWithTheWord) {
  EXPECT_EQ(AllowedEdits(3), 0);
  EXPECT_EQ(AllowedEdits(4), 1);
  EXPECT_EQ(AllowedEdits(8), 2);
}

}  // namespace
}  // namespace juesuan
