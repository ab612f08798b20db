// The examples of docs/formats.md, read and written again by the program's own functions, so that
// the document cannot rot.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <sstream>

#include "base/facts.h"
#include "base/files.h"
#include "base/findings.h"
#include "base/page.h"
#include "base/tables.h"
#include "base/text.h"
#include "base/words.h"

namespace juesuan {
namespace {

constexpr std::string_view kFence = "```jsonl ";

// The lines of the ```jsonl blocks, by the word behind.
std::map<std::string, std::vector<std::string>> Examples() {
  std::map<std::string, std::vector<std::string>> examples;
  const Result<std::string> document =
      ReadFile(std::filesystem::path(JUESUAN_DOCS_DIR) / "formats.md");
  EXPECT_TRUE(document.ok());
  std::string tag;
  for (const std::string& line : Split(document.ok() ? *document : "", '\n')) {
    if (line.rfind(kFence, 0) == 0) {
      tag = line.substr(kFence.size());
    } else if (line.rfind("```", 0) == 0) {
      tag.clear();
    } else if (!tag.empty()) {
      examples[tag].push_back(line);
    }
  }
  return examples;
}

std::vector<std::string> Dumped(const std::vector<Json>& items) {
  std::vector<std::string> lines;
  for (const Json& item : items) lines.push_back(item.Dump());
  return lines;
}

// Reads the lines as the artefact `format` and writes them again.
Result<std::vector<Json>> Again(const std::string& format, const std::vector<Json>& items) {
  if (format == "tables") {
    JUESUAN_TRY(const DocumentLayout layout, DocumentLayoutFromJson(items));
    return ToJson(layout);
  }
  if (format == "facts") {
    JUESUAN_TRY(const DocumentFacts facts, DocumentFactsFromJson(items));
    return ToJson(facts);
  }
  if (format == "findings") {
    JUESUAN_TRY(const CheckReport report, CheckReportFromJson(items));
    return ToJson(report);
  }
  std::vector<Json> again;
  for (const Json& item : items) {
    if (format == "pages") {
      JUESUAN_TRY(const Page page, PageFromJson(item));
      again.push_back(ToJson(page));
    } else if (format == "words") {
      JUESUAN_TRY(const WordPage page, WordPageFromJson(item));
      again.push_back(ToJson(page));
    } else if (const std::optional<PageFailure> failure = PageFailureFromJson(item)) {
      again.push_back(ToJson(*failure));
    }
  }
  return again;
}

TEST(FormatsDocument, ExamplesAreWhatTheProgramWrites) {
  const auto examples = Examples();
  for (const std::string format : {"pages", "words", "tables", "facts", "findings", "failure"}) {
    ASSERT_EQ(examples.count(format), 1u) << format;
    std::vector<Json> items;
    for (const std::string& line : examples.at(format)) {
      Result<Json> item = Json::Parse(line);
      ASSERT_TRUE(item.ok()) << line;
      items.push_back(std::move(item).value());
    }
    const Result<std::vector<Json>> again = Again(format, items);
    ASSERT_TRUE(again.ok()) << format << ": " << again.error().ToString();
    EXPECT_EQ(Dumped(*again), examples.at(format)) << format;
  }
}

TEST(FormatsDocument, HeaderNamesTheVersionsInUse) {
  const auto examples = Examples();
  ASSERT_EQ(examples.count("header"), 1u);
  const Result<Json> header = Json::Parse(examples.at("header").front());
  ASSERT_TRUE(header.ok());
  EXPECT_EQ(header->Str("format"), kWordsFormat);
  EXPECT_EQ(header->Int("version"), kWordsVersion);
  EXPECT_EQ(header->Str("key").size(), 16u);
  EXPECT_EQ(header->Int("items"), static_cast<int64_t>(examples.at("words").size()));
}

}  // namespace
}  // namespace juesuan
