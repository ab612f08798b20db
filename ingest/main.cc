// juesuan-ingest: PDF files to ingest/pages.jsonl, with clean page pictures where the text layer
// does not do.
#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "base/hash.h"
#include "base/stage.h"
#include "ingest/pdf_document.h"

namespace juesuan {
namespace {

struct Options {
  std::string raster = "auto", dpi_text = "200";
  int dpi = 200;
};

Status Prepare(Options* options) {
  const std::string& text = options->dpi_text;
  const auto end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, options->dpi);
  if (parsed.ec != std::errc() || parsed.ptr != end || options->dpi < 72 || options->dpi > 600)
    return MakeError(ErrorCode::kUsage, "--dpi must be a whole number from 72 to 600");
  return Ok();
}

Result<Recipe> RecipeOf(const StageInput& input, const Options& options) {
  JUESUAN_TRY(const std::string sha256, Sha256OfFile(input.pdf));
  return Recipe{kPagesFormat,
                kPagesVersion,
                {"pdf=" + sha256, IngestFingerprint(), "raster=" + options.raster,
                 "dpi=" + std::to_string(options.dpi)}};
}

bool NeedsPicture(const Page& page, const Options& options) {
  if (options.raster == "all") return true;
  if (page.kind == PageKind::kBlank) return false;
  return page.kind != PageKind::kBornDigital || !page.layer_sound;
}

// The page as its artefact has it: a scan with the frame and the rulings of its clean picture.
Result<Page> Finish(const Page& page, const StageInput& input, const Options& options,
                    PdfDocument* document) {
  if (!NeedsPicture(page, options)) return page;
  JUESUAN_TRY(CleanPage clean, document->Clean(page, options.dpi));
  JUESUAN_RETURN_IF_ERROR(WritePng(clean.raster, RasterFile(input.folder, page.number)));
  if (!clean.marked.IsEmpty())
    JUESUAN_RETURN_IF_ERROR(WritePng(clean.marked, MarkedRasterFile(input.folder, page.number)));
  return std::move(clean.page);
}

Result<std::vector<Json>> Make(const StageInput& input, const Options& options) {
  JUESUAN_TRY(PdfDocument document, PdfDocument::Open(input.pdf));
  JUESUAN_TRY(const std::string sha256, Sha256OfFile(input.pdf));
  JUESUAN_RETURN_IF_ERROR(
      WriteIdentity(input.folder, {sha256, input.pdf.filename().string(), document.PageCount()}));
  IngestedPages read = document.ReadPages();
  std::vector<std::pair<int, Json>> items;
  for (const PageFailure& failure : read.failures) items.push_back({failure.page, ToJson(failure)});
  for (const Page& page : read.pages) {
    const Result<Page> finished = Finish(page, input, options, &document);
    items.push_back({page.number, finished.ok()
                                      ? ToJson(*finished)
                                      : ToJson(PageFailure{page.number, finished.error().code,
                                                           finished.error().message})});
  }
  std::sort(items.begin(), items.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Json> lines;
  for (auto& item : items) lines.push_back(std::move(item.second));
  return lines;
}

}  // namespace
}  // namespace juesuan

int main(int argc, char** argv) {
  juesuan::Options options;
  juesuan::StageProgram program;
  program.name = "ingest";
  program.summary = "PDF files to pages: text layer, rulings, clean pictures.";
  program.output = juesuan::kPagesFile;
  program.takes_pdfs = true;
  program.options = {{"--raster", "which pages get a picture", &options.raster, {"auto", "all"}},
                     {"--dpi", "resolution of the pictures", &options.dpi_text, {}}};
  program.prepare = [&] { return juesuan::Prepare(&options); };
  program.recipe = [&](const juesuan::StageInput& input) {
    return juesuan::RecipeOf(input, options);
  };
  program.make = [&](const juesuan::StageInput& input) { return juesuan::Make(input, options); };
  return juesuan::StageMain(argc, argv, program);
}
