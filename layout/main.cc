// juesuan-layout: ocr/words.jsonl to layout/tables.jsonl.
#include <optional>

#include "base/stage.h"
#include "base/tables.h"
#include "base/words.h"
#include "layout/build_layout.h"

namespace juesuan {
namespace {

Result<Recipe> RecipeOf(const StageInput& input) {
  const std::optional<std::string> words = ArtefactKey(input.folder / kWordsFile);
  if (!words) return MakeError(ErrorCode::kNotFound, "no words: run juesuan-ocr first");
  return Recipe{kTablesFormat, kTablesVersion, {kGrids, "words=" + *words}};
}

Result<std::vector<Json>> Make(const StageInput& input) {
  JUESUAN_TRY(const Artefact words,
              ReadArtefact(input.folder / kWordsFile, kWordsFormat, kWordsVersion));
  std::vector<WordPage> pages;
  std::vector<PageFailure> failures;
  for (const Json& item : words.items) {
    if (const std::optional<PageFailure> failure = PageFailureFromJson(item)) {
      failures.push_back(*failure);
      continue;
    }
    JUESUAN_TRY(WordPage page, WordPageFromJson(item));
    pages.push_back(std::move(page));
  }
  return ToJson(BuildLayout(std::move(pages), std::move(failures)));
}

}  // namespace
}  // namespace juesuan

int main(int argc, char** argv) {
  juesuan::StageProgram program;
  program.name = "layout";
  program.summary = "Words and rulings to tables and paragraphs.";
  program.output = juesuan::kTablesFile;
  program.recipe = juesuan::RecipeOf;
  program.make = juesuan::Make;
  return juesuan::StageMain(argc, argv, program);
}
