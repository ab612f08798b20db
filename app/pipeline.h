// One PDF through ingest, ocr, layout and extract, and what is doubtful then through ocr once more,
// leaving the artefacts of ocr, layout, extract and the second reading in its work folder. What is
// up to date is not made again: a changed form pack re-runs only extract and after, changed rules
// the second reading, which opens no PDF if no cell read from pixels is in doubt.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/open_pdf.h"
#include "app/stage_times.h"
#include "base/artefact.h"
#include "base/result.h"
#include "check/rule_packs.h"
#include "extract/extract.h"
#include "ocr/page_reader.h"

namespace juesuan {

struct PipelineOptions {
  OcrOptions ocr;
  double dpi = 200;
  std::filesystem::path forms;
  std::filesystem::path rules;  // they say what is in doubt
  std::filesystem::path work;
  bool force = false;
};

struct PipelineOutcome {
  std::string sha256;
  std::filesystem::path folder;
  int pages = 0;
  std::string key;  // of the facts and the second readings: what the database holds
  std::vector<std::string> explanations;  // "ocr: text auto -> ocr", one for each stage that ran
  StageTimes times;
};

// Called after each page that was read; keeps the watchdog and the progress bar fed.
using OnPage = std::function<void(int page, int of)>;

// Holds what is loaded once: the models and the packs. Not thread safe; one a worker.
class Pipeline {
 public:
  // Errors: a bad form pack (kMalformed with file, line, reason), an engine that is not there.
  static Result<Pipeline> Make(const PipelineOptions& options);

  // Errors: what PdfDocument::Open says; a page that fails is in the facts, not an error.
  Result<PipelineOutcome> Process(const std::filesystem::path& pdf, const OnPage& on_page);

  // What Process would do again and why; empty if everything is up to date. Reads no page.
  Result<std::vector<std::string>> Explain(const std::filesystem::path& pdf) const;

 private:
  struct Recipes {
    Recipe words, tables, facts, reread;
  };

  Pipeline(PipelineOptions options, PageReader reader, FormPacks packs,
           std::shared_ptr<const RulePacks> rules);
  Recipes RecipesFor(const std::string& sha256) const;
  Status MakeStale(const std::filesystem::path& pdf, const Recipes& recipes,
                   const PipelineOutcome& outcome, const OnPage& on_page, StageTimes* times);
  Result<std::vector<Json>> ReadWords(OpenPdf* pdf, const OnPage& on_page, StageTimes* times);
  Result<std::vector<Json>> Reread(OpenPdf* pdf, const std::filesystem::path& folder);

  PipelineOptions options_;
  PageReader reader_;
  FormPacks packs_;
  std::shared_ptr<const RulePacks> rules_;
};

}  // namespace juesuan
