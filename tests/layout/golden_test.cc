// Whole pages through BuildLayout, against a dump kept beside them. JUESUAN_UPDATE_GOLDEN=1 writes
// the dump anew and fails, so that a rewritten expectation is never taken for a passed test.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "base/files.h"
#include "base/text.h"
#include "layout/build_layout.h"
#include "layout/dump.h"

namespace juesuan {
namespace {

std::vector<WordPage> ReadPages(const std::filesystem::path& file) {
  const Result<std::string> text = ReadFile(file);
  EXPECT_TRUE(text.ok()) << file;
  std::vector<WordPage> pages;
  for (const std::string& line : Split(text.value(), '\n')) {
    if (line.empty()) continue;
    const Result<Json> json = Json::Parse(line);
    EXPECT_TRUE(json.ok()) << file;
    Result<WordPage> page = WordPageFromJson(json.value());
    EXPECT_TRUE(page.ok()) << file;
    pages.push_back(std::move(page).value());
  }
  return pages;
}

std::vector<std::string> Cases() {
  std::vector<std::string> cases;
  for (const auto& entry : std::filesystem::directory_iterator(JUESUAN_GOLDEN_DIR))
    cases.push_back(entry.path().filename());
  std::sort(cases.begin(), cases.end());
  return cases;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, Layout) {
  const std::filesystem::path folder = std::filesystem::path(JUESUAN_GOLDEN_DIR) / GetParam();
  const std::string got = Dump(BuildLayout(ReadPages(folder / "words.jsonl"), {}));
  if (std::getenv("JUESUAN_UPDATE_GOLDEN") != nullptr) {
    ASSERT_TRUE(WriteFileAtomically(folder / "want.txt", got).ok());
    FAIL() << "rewritten: look at the difference, then run again";
  }
  const Result<std::string> want = ReadFile(folder / "want.txt");
  ASSERT_TRUE(want.ok());
  EXPECT_EQ(got, want.value());
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(Cases()),
                         [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace juesuan
