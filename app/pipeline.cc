#include "app/pipeline.h"

#include <fmt/format.h>

#include <utility>

#include "app/check_document.h"
#include "app/reread.h"
#include "base/hash.h"
#include "base/work_folder.h"
#include "check/check.h"
#include "layout/build_layout.h"

namespace juesuan {
namespace fs = std::filesystem;

namespace {

struct Words {
  std::vector<WordPage> pages;
  std::vector<PageFailure> failures;
};

Result<CleanPage> Clean(OpenPdf* pdf, const Page& page, double dpi, StageTimes* times) {
  const StageTimes::In in(times, Stage::kIngest);
  return pdf->Clean(page, dpi);
}

Result<WordPage> ReadOne(OpenPdf* pdf, PageReader& reader, const Page& page, double dpi,
                         StageTimes* times) {
  if (!reader.NeedsPixels(page)) return reader.ReadLayer(page);
  JUESUAN_TRY(const CleanPage clean, Clean(pdf, page, dpi, times));
  return reader.ReadPixels(clean.page, clean.raster, clean.marked);
}

IngestedPages Ingest(PdfDocument& document, StageTimes* times) {
  const StageTimes::In in(times, Stage::kIngest);
  return document.ReadPages();
}

std::vector<Json> ToItems(const Words& words) {
  std::vector<Json> items;
  for (const WordPage& page : words.pages) items.push_back(ToJson(page));
  for (const PageFailure& failure : words.failures) items.push_back(ToJson(failure));
  return items;
}

Result<Words> WordsFromItems(const std::vector<Json>& items) {
  Words words;
  for (const Json& item : items) {
    if (const std::optional<PageFailure> failure = PageFailureFromJson(item)) {
      words.failures.push_back(*failure);
      continue;
    }
    JUESUAN_TRY(WordPage page, WordPageFromJson(item));
    words.pages.push_back(std::move(page));
  }
  return words;
}

// Of the facts and of what was read again: rules that ask for no other reading change no document.
Result<std::string> KeyOf(const Recipe& facts, const fs::path& folder) {
  JUESUAN_TRY(const Artefact again,
              ReadArtefact(folder / kRereadFile, kRereadFormat, kRereadVersion));
  if (again.items.empty()) return facts.Key();
  std::string readings;
  for (const Json& item : again.items) readings += item.Dump();
  return Recipe{
      kRereadFormat, kRereadVersion, {"facts=" + facts.Key(), "readings=" + Sha256(readings)}}
      .Key();
}

}  // namespace

Pipeline::Pipeline(PipelineOptions options, PageReader reader, FormPacks packs,
                   std::shared_ptr<const RulePacks> rules)
    : options_(std::move(options)),
      reader_(std::move(reader)),
      packs_(std::move(packs)),
      rules_(std::move(rules)) {}

Result<Pipeline> Pipeline::Make(const PipelineOptions& options) {
  JUESUAN_TRY(FormPacks packs, FormPacks::Load(options.forms));
  JUESUAN_TRY(PageReader reader, PageReader::Make(options.ocr));
  JUESUAN_TRY(auto rules, LoadRules(options.rules, options.forms));
  return Pipeline(options, std::move(reader), std::move(packs), std::move(rules));
}

Pipeline::Recipes Pipeline::RecipesFor(const std::string& sha256) const {
  Recipes recipes;
  recipes.words = {kWordsFormat, kWordsVersion, {"input=" + sha256, IngestFingerprint()}};
  recipes.words.from.push_back(fmt::format("dpi={:g}", options_.dpi));
  for (const std::string& part : reader_.Fingerprint()) recipes.words.from.push_back(part);
  recipes.tables = {kTablesFormat, kTablesVersion, {kGrids, "words=" + recipes.words.Key()}};
  recipes.facts = {
      kFactsFormat,
      kFactsVersion,
      {kExtracting, "tables=" + recipes.tables.Key(), "forms=" + packs_.Fingerprint()}};
  recipes.reread = {kRereadFormat,
                    kRereadVersion,
                    {"facts=" + recipes.facts.Key(), "rules=" + CheckKey(*rules_)}};
  return recipes;
}

Result<std::vector<Json>> Pipeline::ReadWords(OpenPdf* pdf, const OnPage& on_page,
                                              StageTimes* times) {
  const StageTimes::In in(times, Stage::kOcr);
  JUESUAN_TRY(PdfDocument* const document, pdf->Document());
  IngestedPages ingested = Ingest(*document, times);
  Words words;
  words.failures = std::move(ingested.failures);
  const DrawPage draw = [&](const Page& page) -> Result<Raster> {
    JUESUAN_TRY(CleanPage clean, Clean(pdf, page, options_.dpi, times));
    return std::move(clean.raster);
  };
  JUESUAN_RETURN_IF_ERROR(reader_.StartDocument(draw, &ingested.pages));
  for (const Page& page : ingested.pages) {
    Result<WordPage> read = ReadOne(pdf, reader_, page, options_.dpi, times);
    if (read.ok()) {
      words.pages.push_back(std::move(read).value());
    } else {
      words.failures.push_back({page.number, read.error().code, read.error().message});
    }
    on_page(page.number, document->PageCount());
  }
  return ToItems(words);
}

Result<std::vector<std::string>> Pipeline::Explain(const fs::path& pdf) const {
  JUESUAN_TRY(const std::string sha256, Sha256OfFile(pdf));
  const fs::path folder = DocumentFolder(options_.work, sha256);
  const Recipes recipes = RecipesFor(sha256);
  std::vector<std::string> why;
  const std::pair<const char*, const Recipe*> stages[] = {{kWordsFile, &recipes.words},
                                                          {kTablesFile, &recipes.tables},
                                                          {kFactsFile, &recipes.facts},
                                                          {kRereadFile, &recipes.reread}};
  for (const auto& [file, recipe] : stages) {
    const std::optional<std::string> stale =
        options_.force ? std::optional<std::string>("forced") : WhyStale(folder / file, *recipe);
    if (stale) why.push_back(fs::path(file).parent_path().string() + ": " + *stale);
  }
  return why;
}

Result<PipelineOutcome> Pipeline::Process(const fs::path& pdf, const OnPage& on_page) {
  JUESUAN_TRY(const std::string sha256, Sha256OfFile(pdf));
  JUESUAN_TRY(std::vector<std::string> why, Explain(pdf));
  const Recipes recipes = RecipesFor(sha256);
  PipelineOutcome outcome{sha256, DocumentFolder(options_.work, sha256), 0, "", std::move(why), {}};
  StageTimes times;
  JUESUAN_RETURN_IF_ERROR(MakeStale(pdf, recipes, outcome, on_page, &times));
  outcome.times = times;
  JUESUAN_TRY(const Identity identity, ReadIdentity(outcome.folder));
  outcome.pages = identity.pages;
  JUESUAN_TRY(outcome.key, KeyOf(recipes.facts, outcome.folder));
  return outcome;
}

// Makes again what is not up to date, each artefact from the one before it.
Status Pipeline::MakeStale(const fs::path& pdf, const Recipes& recipes,
                           const PipelineOutcome& outcome, const OnPage& on_page,
                           StageTimes* times) {
  const fs::path& folder = outcome.folder;
  OpenPdf opened(pdf);
  const auto stale = [&](const char* file, const Recipe& recipe) {
    return options_.force || WhyStale(folder / file, recipe).has_value();
  };
  if (stale(kWordsFile, recipes.words)) {
    JUESUAN_TRY(const std::vector<Json> items, ReadWords(&opened, on_page, times));
    JUESUAN_RETURN_IF_ERROR(WriteIdentity(
        folder, {outcome.sha256, pdf.filename().string(), static_cast<int>(items.size())}));
    JUESUAN_RETURN_IF_ERROR(WriteArtefact(folder / kWordsFile, recipes.words, items));
  }
  if (stale(kTablesFile, recipes.tables)) {
    const StageTimes::In in(times, Stage::kLayout);
    JUESUAN_TRY(const Artefact artefact,
                ReadArtefact(folder / kWordsFile, kWordsFormat, kWordsVersion));
    JUESUAN_TRY(Words words, WordsFromItems(artefact.items));
    const DocumentLayout layout = BuildLayout(std::move(words.pages), std::move(words.failures));
    JUESUAN_RETURN_IF_ERROR(WriteArtefact(folder / kTablesFile, recipes.tables, ToJson(layout)));
  }
  if (stale(kFactsFile, recipes.facts)) {
    const StageTimes::In in(times, Stage::kExtract);
    JUESUAN_TRY(const Artefact artefact,
                ReadArtefact(folder / kTablesFile, kTablesFormat, kTablesVersion));
    JUESUAN_TRY(const DocumentLayout layout, DocumentLayoutFromJson(artefact.items));
    JUESUAN_RETURN_IF_ERROR(
        WriteArtefact(folder / kFactsFile, recipes.facts, ToJson(Extract(layout, packs_))));
  }
  if (stale(kRereadFile, recipes.reread)) {
    const StageTimes::In in(times, Stage::kReread);
    JUESUAN_TRY(const std::vector<Json> items, Reread(&opened, folder));
    JUESUAN_RETURN_IF_ERROR(WriteArtefact(folder / kRereadFile, recipes.reread, items));
  }
  return Ok();
}

Result<std::vector<Json>> Pipeline::Reread(OpenPdf* pdf, const fs::path& folder) {
  if (!reader_.HasSecondEngine()) return std::vector<Json>{};
  JUESUAN_TRY(const Artefact tables,
              ReadArtefact(folder / kTablesFile, kTablesFormat, kTablesVersion));
  JUESUAN_TRY(const Artefact facts, ReadArtefact(folder / kFactsFile, kFactsFormat, kFactsVersion));
  JUESUAN_TRY(const DocumentLayout layout, DocumentLayoutFromJson(tables.items));
  CheckInput input;
  JUESUAN_TRY(input.facts, DocumentFactsFromJson(facts.items));
  input.paragraphs = CheckParagraphs(layout);
  input.others = UnclaimedTables(layout, input.facts);
  const std::vector<size_t> cells =
      CellsInDoubt(input.facts, Check(input, *rules_, InstanceList::kLeaveOut));
  JUESUAN_TRY(const auto readings, ReadAgain(pdf, layout, input.facts, cells, &reader_));
  return ToJson(readings);
}

}  // namespace juesuan
