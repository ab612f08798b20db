// juesuan-ocr: ingest/pages.jsonl and the clean page pictures to ocr/words.jsonl.
#include <optional>
#include <utility>

#include "base/one_thread.h"
#include "base/stage.h"
#include "ocr/page_reader.h"

namespace juesuan {
namespace {

// The options as typed, and the reader they ask for: loaded once for all documents.
struct Program {
  std::string text = "auto", engine = "auto", models;
  std::optional<PageReader> reader;
};

Status Prepare(Program* program) {
  OcrOptions options;
  if (program->text == "layer") options.text = TextMode::kLayer;
  if (program->text == "ocr") options.text = TextMode::kOcr;
  if (program->engine == "ppocr") options.engine = EngineChoice::kPpocr;
  if (program->engine == "tesseract") options.engine = EngineChoice::kTesseract;
  options.models = program->models;
  JUESUAN_TRY(program->reader, PageReader::Make(options));
  return Ok();
}

Result<Recipe> RecipeOf(const StageInput& input, const Program& program) {
  const std::optional<std::string> pages = ArtefactKey(input.folder / kPagesFile);
  if (!pages) return MakeError(ErrorCode::kNotFound, "no pages: run juesuan-ingest first");
  Recipe recipe{kWordsFormat, kWordsVersion, {"pages=" + *pages}};
  for (const std::string& part : program.reader->Fingerprint()) recipe.from.push_back(part);
  return recipe;
}

Result<Json> ReadOne(const Page& page, const StageInput& input, PageReader* reader) {
  if (!reader->NeedsPixels(page)) return ToJson(reader->ReadLayer(page));
  JUESUAN_TRY(const Raster clean, ReadPng(RasterFile(input.folder, page.number)));
  Raster marked;
  if (HasMark(page, kHarmingMark)) {
    JUESUAN_TRY(marked, ReadPng(MarkedRasterFile(input.folder, page.number)));
  }
  JUESUAN_TRY(const WordPage words, reader->ReadPixels(page, clean, marked));
  return ToJson(words);
}

Result<std::vector<Json>> Make(const StageInput& input, Program* program) {
  JUESUAN_TRY(const Artefact pages,
              ReadArtefact(input.folder / kPagesFile, kPagesFormat, kPagesVersion));
  std::vector<Json> items;
  std::vector<Page> read;
  for (const Json& item : pages.items) {
    if (PageFailureFromJson(item)) {
      items.push_back(item);
      continue;
    }
    JUESUAN_TRY(Page page, PageFromJson(item));
    read.push_back(std::move(page));
  }
  const DrawPage draw = [&](const Page& page) {
    return ReadPng(RasterFile(input.folder, page.number));
  };
  JUESUAN_RETURN_IF_ERROR(program->reader->StartDocument(draw, &read));
  for (const Page& page : read) {
    Result<Json> words = ReadOne(page, input, &*program->reader);
    items.push_back(
        words.ok() ? std::move(words).value()
                   : ToJson(PageFailure{page.number, words.error().code, words.error().message}));
  }
  return items;
}

}  // namespace
}  // namespace juesuan

int main(int argc, char** argv) {
  juesuan::KeepToOneThread(argv);
  juesuan::Program options;
  juesuan::StageProgram program;
  program.name = "ocr";
  program.summary = "Pages to words, from the text layer or from pixels.";
  program.output = juesuan::kWordsFile;
  program.options = {
      {"--text", "what is read", &options.text, {"auto", "layer", "ocr"}},
      {"--engine", "what reads pixels", &options.engine, {"auto", "ppocr", "tesseract"}},
      {"--models", "folder of the PP-OCR model", &options.models, {}}};
  program.prepare = [&] { return juesuan::Prepare(&options); };
  program.recipe = [&](const juesuan::StageInput& input) {
    return juesuan::RecipeOf(input, options);
  };
  program.make = [&](const juesuan::StageInput& input) { return juesuan::Make(input, &options); };
  return juesuan::StageMain(argc, argv, program);
}
