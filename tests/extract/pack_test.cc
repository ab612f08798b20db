#include "extract/pack.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace juesuan {
namespace {

namespace fs = std::filesystem;

class PackTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    dir_ = fs::temp_directory_path() / ("juesuan-pack-" + std::string(info->name()));
    fs::remove_all(dir_);
    fs::create_directories(dir_);
    fs::copy_file(fs::path(JUESUAN_FORMS) / "common.toml", dir_ / "common.toml");
  }
  void TearDown() override { fs::remove_all(dir_); }

  void Write(const std::string& name, const std::string& text) {
    std::ofstream(dir_ / name) << text;
  }
  // The refusal of a pack, "" if it was taken.
  std::string Refusal(const std::string& text) {
    Write("x.toml", text);
    Result<FormPacks> packs = FormPacks::Load(dir_);
    return packs.ok() ? "" : packs.error().ToString();
  }

  fs::path dir_;
};

constexpr char kGood[] = R"(id = "X"
title = "甲决算表"
rows = "functional"
[[measure]]
name = "金额"
path = [["金额", "决算数"]]
)";

TEST(FormsTest, TenFormsLoad) {
  Result<FormPacks> packs = FormPacks::Load(JUESUAN_FORMS);
  ASSERT_TRUE(packs.ok()) << packs.error().ToString();
  EXPECT_EQ(packs->forms().size(), 10u);
  const FormPack* six = packs->Find("PUB06");
  ASSERT_NE(six, nullptr);
  size_t codes = 0;
  for (const LineItem& line : six->lines) codes += line.code.empty() ? 0 : 1;
  EXPECT_GE(codes, 110u);
  EXPECT_EQ(packs->Find("PUB11"), nullptr);
}

TEST_F(PackTest, TakesAGoodPack) { EXPECT_EQ(Refusal(kGood), ""); }

TEST_F(PackTest, FingerprintFollowsTheBytes) {
  Write("x.toml", kGood);
  const std::string before = FormPacks::Load(dir_)->Fingerprint();
  EXPECT_EQ(FormPacks::Load(dir_)->Fingerprint(), before);
  Write("x.toml", std::string(kGood) + "# more\n");
  EXPECT_NE(FormPacks::Load(dir_)->Fingerprint(), before);
}

TEST_F(PackTest, RefusesWithFileLineAndReason) {
  const std::pair<std::string, const char*> cases[] = {
      {"id = \"X\"\ntitle = ", "line 2"},
      {std::string(kGood) + "colour = \"red\"\n", "line 7: unknown key \"colour\""},
      {"title = \"甲\"\nrows = \"items\"\n", "\"id\" is missing"},
      {"id = \"X\"\ntitle = \"甲\"\nrows = \"diagonal\"\n", "line 3: \"rows\" must be"},
      {"id = \"X\"\ntitle = \"甲\"\nrows = \"single\"\n", "needs a [[measure]]"},
      {"id = \"X\"\ntitle = 7\nrows = \"single\"\n", "line 2: \"title\" must be words"},
      {std::string(kGood) + "panel = \"乙\"\n", "no panel \"乙\""},
      {"id = \"X\"\ntitle = \"甲\"\nrows = \"items\"\n[[measure]]\nname = \"a\"\npath = "
       "[[\"a\"]]\n",
       "its rows need [vocabulary] lines"},
      {std::string(kGood) + "[vocabulary]\nlines = [ { name = \"a\" },\n { name = \"a\" } ]\n",
       "line 9: \"/a\" stands here twice"},
      {std::string(kGood) + "[vocabulary]\nlines = [ { name = \"a\", unit = \"斤\" } ]\n",
       "unknown unit \"斤\""},
  };
  for (const auto& [text, reason] : cases) {
    const std::string refusal = Refusal(text);
    EXPECT_NE(refusal.find("x.toml"), std::string::npos) << refusal;
    EXPECT_NE(refusal.find(reason), std::string::npos) << refusal << "\n" << text;
  }
}

TEST_F(PackTest, RefusesAFormTwiceAndAFolderWithoutPacks) {
  Write("a.toml", kGood);
  EXPECT_NE(Refusal(kGood).find("in another pack already"), std::string::npos);
  Result<FormPacks> none = FormPacks::Load(dir_ / "none");
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace juesuan
