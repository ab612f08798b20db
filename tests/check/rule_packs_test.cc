// A wrong rule file is refused with its line and reason.
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "sample.h"

namespace juesuan {
namespace {

namespace fs = std::filesystem;

class RuleFolder {
 public:
  explicit RuleFolder(const std::string& text)
      : path_(fs::temp_directory_path() / ("juesuan-rules-" + std::to_string(getpid()))) {
    fs::create_directories(path_);
    std::ofstream(path_ / "bad.toml") << text;
  }
  ~RuleFolder() { fs::remove_all(path_); }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string RuleWith(const std::string& lines) {
  return "group = \"B\"\n[[rule]]\nid = \"X1\"\ntitle = \"t\"\nwords = \"w\"\nseverity = \"low\"\n"
         "forms = [\"PUB01\"]\n" +
         lines;
}

struct BadRule {
  std::string text;
  const char* reason;
};

TEST(RulePacks, WrongFilesAreRefusedWithLineAndReason) {
  const BadRule cases[] = {
      {"group = ", "line 1"},
      {RuleWith("formula = \"PUB99[a, b] = 0\"\n"), "line 8: in \"formula\": unknown form PUB99"},
      {RuleWith("formula = \"PUB01[本年收入, 金额] = 0\"\n"), "PUB01 has no line 本年收入"},
      {RuleWith("formula = \"PUB01[本年收入合计, 数] = 0\"\n"), "PUB01 has no measure 数"},
      {RuleWith("formula = \"PUB01[本年收入合计, 金额] * 2 = 0\"\n"), "unknown operator '*'"},
      {RuleWith("formula = \"PUB01[本年收入合计, 金额]\"\n"), "expected =, <= or >="},
      {RuleWith("formula = \"PUB01[本年收入合计 金额] = 0\"\n"), "expected ','"},
      {RuleWith("formula = \"sum(PUB01[x, 金额] for x in nowhere) = 0\"\n"),
       "unknown list nowhere"},
      {RuleWith("formula = \"quote(没有) = 0\"\n"), "unknown text 没有"},
      {RuleWith(""), "line 2: \"formula\" is missing"},
      {RuleWith("formula = \"PUB01[本年收入合计, 金额] = 0\"\ncolour = 1\n"),
       "line 9: unknown key \"colour\""},
      {RuleWith("formula = \"PUB01[本年收入合计, 金额] = 0\"\ntolerance = \"wide\"\n"),
       "unknown tolerance"},
      {RuleWith("formula = \"PUB01[本年收入合计, 金额] = 0\"\nsoft = \"?\"\n"), "\"soft\" is"},
      {RuleWith("each = [\"r in rows(PUB01.侧)\"]\nformula = \"PUB01[r, 金额] = 0\"\n"),
       "PUB01 has no panel 侧"},
      {RuleWith("structure = \"poetry\"\n"), "unknown structure"},
      {RuleWith("structure = \"attachments\"\n[rule.settings]\nattachment = ['(']\n"),
       "bad pattern"},
      {"group = \"B\"\n[[rule]]\nid = \"X\"\ntitle = \"t\"\nwords = \"w\"\nseverity = \"grave\"\n"
       "forms = []\nformula = \"PUB01[本年收入合计, 金额] = 0\"\n",
       "\"severity\" is"},
      {RuleWith("formula = \"PUB01[本年收入合计, 金额] = 0\"\n") +
           RuleWith("formula = \"PUB01[本年收入合计, 金额] = 0\"\n").substr(12),
       "rule X1 is there twice"},
  };
  for (const BadRule& each : cases) {
    const RuleFolder folder(each.text);
    const auto packs = RulePacks::Load(folder.path(), JUESUAN_FORMS);
    ASSERT_FALSE(packs.ok()) << each.text;
    EXPECT_EQ(packs.error().code, ErrorCode::kMalformed);
    EXPECT_EQ(packs.error().where.file, "bad.toml");
    EXPECT_NE(packs.error().message.find(each.reason), std::string::npos)
        << packs.error().ToString() << "\nwanted: " << each.reason;
  }
}

TEST(RulePacks, AFolderWithoutRulesIsNotFound) {
  const auto packs = RulePacks::Load("/nonexistent/rules", JUESUAN_FORMS);
  ASSERT_FALSE(packs.ok());
  EXPECT_EQ(packs.error().code, ErrorCode::kNotFound);
}

TEST(RulePacks, AnOwnRuleIsEvaluated) {
  const RuleFolder folder(
      RuleWith("each = [\"(a, b) in [(事业收入, 经营收入), (其他收入, 本年收入合计)]\"]\n"
               "formula = \"PUB01[a, 金额] >= PUB01[b, 金额]\"\nplace = \"{a}\"\n"));
  const auto packs = RulePacks::Load(folder.path(), JUESUAN_FORMS);
  ASSERT_TRUE(packs.ok()) << packs.error().ToString();
  const CheckReport report = Check(SampleInput(), *packs);
  ASSERT_EQ(report.instances.size(), 2u);
  EXPECT_EQ(report.instances[0].outcome, Outcome::kVacuous);
  EXPECT_EQ(report.instances[1].outcome, Outcome::kViolated);
  EXPECT_EQ(report.instances[1].place, "其他收入");
}

}  // namespace
}  // namespace juesuan
