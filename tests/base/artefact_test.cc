#include "base/artefact.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "base/files.h"

namespace juesuan {
namespace {

namespace fs = std::filesystem;

class ArtefactFile : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "juesuan-base-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    dir_ = name;
    path_ = dir_ / "ocr/words.jsonl";
  }
  void TearDown() override { fs::remove_all(dir_); }

  fs::path dir_, path_;
  const Recipe recipe_{"juesuan.words", 1, {"input=ab", "text=auto"}};
};

std::vector<Json> TwoItems() {
  Json a = Json::Object(), b = Json::Object();
  return {a.Set("page", 1), b.Set("page", 2)};
}

TEST_F(ArtefactFile, IsReadAsWritten) {
  ASSERT_TRUE(WriteArtefact(path_, recipe_, TwoItems()).ok());
  const Result<Artefact> artefact = ReadArtefact(path_, "juesuan.words", 1);
  ASSERT_TRUE(artefact.ok());
  EXPECT_EQ(artefact->key, recipe_.Key());
  EXPECT_EQ(artefact->from, recipe_.from);
  ASSERT_EQ(artefact->items.size(), 2u);
  EXPECT_EQ(artefact->items[1].Int("page"), 2);
  EXPECT_EQ(ArtefactKey(path_), recipe_.Key());
  EXPECT_EQ(WhyStale(path_, recipe_), std::nullopt);
}

TEST_F(ArtefactFile, SaysWhyItIsStale) {
  EXPECT_EQ(WhyStale(path_, recipe_), "missing");
  ASSERT_TRUE(WriteArtefact(path_, recipe_, TwoItems()).ok());
  const struct {
    Recipe recipe;
    const char* why;
  } kCases[] = {
      {{"juesuan.words", 1, {"input=ab", "text=ocr"}}, "text auto -> ocr"},
      {{"juesuan.words", 1, {"input=ab", "text=auto", "dpi=300"}}, "dpi is new"},
      {{"juesuan.words", 1, {"input=ab"}}, "text is gone"},
      {{"juesuan.words", 2, recipe_.from}, "format juesuan.words/1 -> juesuan.words/2"},
  };
  for (const auto& c : kCases) EXPECT_EQ(WhyStale(path_, c.recipe), c.why);
  ASSERT_TRUE(WriteFileAtomically(path_, "no header").ok());
  EXPECT_EQ(WhyStale(path_, recipe_), "unreadable");
}

TEST_F(ArtefactFile, RefusesWhatIsNotWhole) {
  ASSERT_TRUE(WriteArtefact(path_, recipe_, TwoItems()).ok());
  const std::string whole = *ReadFile(path_);
  const struct {
    const char* what;
    std::string bytes;
  } kCases[] = {
      {"cut at a line", whole.substr(0, whole.rfind("{\"page\":2"))},
      {"cut in a line", whole.substr(0, whole.size() - 4)},
      {"a line more", whole + "{}\n"},
      {"no header", "{\"page\":1}\n"},
      {"empty", ""},
  };
  for (const auto& c : kCases) {
    ASSERT_TRUE(WriteFileAtomically(path_, c.bytes).ok());
    const Result<Artefact> artefact = ReadArtefact(path_, "juesuan.words", 1);
    ASSERT_FALSE(artefact.ok()) << c.what;
    EXPECT_EQ(artefact.error().code, ErrorCode::kMalformed) << c.what;
  }
  EXPECT_EQ(ReadArtefact(dir_ / "none", "juesuan.words", 1).error().code, ErrorCode::kNotFound);
}

TEST_F(ArtefactFile, RefusesAnotherFormatOrVersion) {
  ASSERT_TRUE(WriteArtefact(path_, recipe_, TwoItems()).ok());
  EXPECT_FALSE(ReadArtefact(path_, "juesuan.words", 2).ok());
  EXPECT_FALSE(ReadArtefact(path_, "juesuan.tables", 1).ok());
}

TEST_F(ArtefactFile, FilesAreReplacedWholeAndLeaveNothingBeside) {
  const fs::path path = dir_ / "deep/er/file";
  ASSERT_TRUE(WriteFileAtomically(path, "one").ok());
  ASSERT_TRUE(WriteFileAtomically(path, std::string("t\0o", 3)).ok());
  EXPECT_EQ(*ReadFile(path), std::string("t\0o", 3));
  EXPECT_EQ(std::distance(fs::directory_iterator(path.parent_path()), {}), 1);
  EXPECT_EQ(ReadFile(dir_ / "none").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(WriteFileAtomically(path / "below", "x").error().code, ErrorCode::kExternal);
}

TEST(Recipe, KeyDependsOnEveryPart) {
  const Recipe recipe{"f", 1, {"ab", "c"}};
  EXPECT_EQ(recipe.Key().size(), 16u);
  for (const Recipe& other : {Recipe{"f", 2, {"ab", "c"}}, Recipe{"g", 1, {"ab", "c"}},
                              Recipe{"f", 1, {"a", "bc"}}, Recipe{"f", 1, {"c", "ab"}}})
    EXPECT_NE(recipe.Key(), other.Key());
}

}  // namespace
}  // namespace juesuan
