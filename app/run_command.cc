// `juesuan run`: PDFs through the pool into the database.
#include <signal.h>
#include <sys/resource.h>

#include <atomic>
#include <cstdio>
#include <iostream>
#include <system_error>
#include <thread>

#include "app/check_document.h"
#include "app/commands.h"
#include "app/inputs.h"
#include "app/language.h"
#include "app/pipeline.h"
#include "app/progress.h"
#include "app/reread.h"
#include "app/worker_pool.h"
#include "base/hash.h"
#include "base/work_folder.h"
#include "store/database.h"
#include "store/findings.h"

namespace juesuan {
namespace fs = std::filesystem;

namespace {

volatile sig_atomic_t g_interrupted = 0;

void OnInterrupt(int) { g_interrupted = 1; }

// SIGINT and SIGTERM ask the run to stop; what is stored stays, the rest is done by the next run.
void CatchInterrupts() {
  struct sigaction action {};
  action.sa_handler = OnInterrupt;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

struct Tally {
  int stored = 0, kept = 0, failed = 0, failed_pages = 0;
  int tables = 0, claimed = 0, records = 0, rejects = 0;
  int64_t suspect = 0, findings = 0, high = 0;
  StageTimes times;
};

struct Loaded {
  DocumentLayout layout;
  DocumentFacts facts;
};

Result<Loaded> LoadArtefacts(const fs::path& folder) {
  JUESUAN_TRY(const Artefact tables,
              ReadArtefact(folder / kTablesFile, kTablesFormat, kTablesVersion));
  JUESUAN_TRY(const Artefact facts, ReadArtefact(folder / kFactsFile, kFactsFormat, kFactsVersion));
  JUESUAN_TRY(DocumentLayout layout, DocumentLayoutFromJson(tables.items));
  JUESUAN_TRY(DocumentFacts read, DocumentFactsFromJson(facts.items));
  JUESUAN_TRY(const Artefact again,
              ReadArtefact(folder / kRereadFile, kRereadFormat, kRereadVersion));
  AddReadings(SecondReadingsFromJson(again.items), &read);
  return Loaded{std::move(layout), std::move(read)};
}

// Leaves a link to the PDF in its work folder, so that show and review find it again.
void LinkSource(const fs::path& folder, const fs::path& pdf) {
  std::error_code ignored;
  const fs::path link = folder / kSourceLink;
  fs::remove(link, ignored);
  fs::create_symlink(fs::absolute(pdf), link, ignored);
}

class Run {
 public:
  Run(const RunOptions& options, std::shared_ptr<const RulePacks> packs, Database database,
      Progress* progress)
      : options_(options),
        packs_(std::move(packs)),
        database_(std::move(database)),
        progress_(progress) {}

  void OnFinished(const Finished& finished) {
    Json line = Json::Object();
    line.Set("file", finished.path.filename().string());
    if (finished.outcome.ok()) tally_.times.Add(finished.outcome->times);
    const Status stored = finished.outcome.ok() ? Store(finished, &line) : Status(Ok());
    const bool failed = !finished.outcome.ok() || !stored.ok();
    std::string text;
    if (failed) {
      Error error = finished.outcome.ok() ? stored.error() : finished.outcome.error();
      error.where.file = finished.path.string();
      StoreFailure(finished.path, error);
      text = Describe(error);
      line.Set("error", ErrorCodeName(error.code)).Set("message", error.message);
      ++tally_.failed;
    } else {
      text = last_line_;
    }
    progress_->OnDocument(finished.path, text, failed || last_has_failed_pages_);
    if (options_.json) std::cout << line.Dump() << std::endl;
    last_has_failed_pages_ = false;
  }

  const Tally& tally() const { return tally_; }

 private:
  // Stores one document's artefacts; fills the line that says what was found.
  Status Store(const Finished& finished, Json* line) {
    const StageTimes::In in(&tally_.times, Stage::kStore);
    const PipelineOutcome& outcome = *finished.outcome;
    const std::string name = finished.path.filename().string();
    LinkSource(outcome.folder, finished.path);
    if (options_.explain) {
      for (const std::string& why : outcome.explanations)
        std::fprintf(stderr, "%s: %s\n", name.c_str(), why.c_str());
    }
    JUESUAN_TRY(const Loaded loaded, LoadArtefacts(outcome.folder));
    JUESUAN_TRY(
        const SaveOutcome saved,
        database_.Save({outcome.sha256, name, outcome.pages, outcome.key, {}, options_.force},
                       loaded.layout, loaded.facts));
    JUESUAN_RETURN_IF_ERROR(CheckIfNew(database_, outcome.sha256, *packs_));
    JUESUAN_TRY(const CheckCounts counts, CheckCountsOf(database_, outcome.sha256));
    Count(loaded.facts, saved, counts);
    Word(finished, loaded.facts, saved, counts, line);
    return Ok();
  }

  void Count(const DocumentFacts& facts, SaveOutcome saved, const CheckCounts& counts) {
    ++(saved == SaveOutcome::kKept ? tally_.kept : tally_.stored);
    tally_.tables += static_cast<int>(facts.tables.size());
    tally_.records += static_cast<int>(facts.records.size());
    tally_.rejects += static_cast<int>(facts.rejects.size());
    tally_.failed_pages += static_cast<int>(facts.failures.size());
    for (const TableClaim& claim : facts.tables) tally_.claimed += claim.form.empty() ? 0 : 1;
    tally_.suspect += counts.suspect;
    tally_.findings += counts.Findings();
    tally_.high += counts.Of(Severity::kHigh);
  }

  void Word(const Finished& finished, const DocumentFacts& facts, SaveOutcome saved,
            const CheckCounts& counts, Json* line) {
    const PipelineOutcome& outcome = *finished.outcome;
    const char* words[][2] = {{"added", "新增"}, {"replaced", "更新"}, {"unchanged", "未变"}};
    const auto& word = words[static_cast<size_t>(saved)];
    last_line_ =
        Say("{}: {}, {} pages, {} tables, {} records, {} rejects, {} findings",
            "{}：{}，{} 页，{} 张表，{} 条记录，{} 条拒收，{} 条疑点", finished.path.string(),
            Say(word[0], word[1]), outcome.pages, facts.tables.size(), facts.records.size(),
            facts.rejects.size(), counts.Findings());
    for (const PageFailure& failure : facts.failures) {
      Error error = MakeError(failure.code, failure.message);
      error.where.page = failure.page;
      last_line_ += "\n  " + Describe(error);
    }
    last_has_failed_pages_ = !facts.failures.empty();
    line->Set("document", outcome.sha256).Set("outcome", word[0]).Set("pages", outcome.pages);
    line->Set("kind", facts.kind).Set("tables", static_cast<int64_t>(facts.tables.size()));
    line->Set("records", static_cast<int64_t>(facts.records.size()));
    line->Set("rejects", static_cast<int64_t>(facts.rejects.size()));
    line->Set("findings", counts.Findings()).Set("suspect", counts.suspect);
    line->Set("failed_pages", static_cast<int64_t>(facts.failures.size()));
  }

  // So that `status` can name it; a file that cannot even be read has no identity to store.
  void StoreFailure(const fs::path& path, const Error& error) {
    const Result<std::string> sha256 = Sha256OfFile(path);
    if (!sha256.ok()) return;
    const Result<SaveOutcome> saved =
        database_.Save({*sha256, path.filename().string(), 0, "", error, false});
    if (!saved.ok()) std::fprintf(stderr, "%s\n", Describe(saved.error()).c_str());
  }

  const RunOptions& options_;
  std::shared_ptr<const RulePacks> packs_;
  Database database_;
  Progress* progress_;
  Tally tally_;
  std::string last_line_;
  bool last_has_failed_pages_ = false;
};

PipelineOptions ToPipelineOptions(const RunOptions& options) {
  PipelineOptions pipeline;
  pipeline.ocr = {options.text, options.engine, DataFolder("models")};
  pipeline.dpi = options.dpi;
  pipeline.forms = options.forms.empty() ? DataFolder("forms") : options.forms;
  pipeline.rules = options.rules;
  pipeline.work = options.work.empty() ? DefaultWork(options.database) : options.work;
  pipeline.force = options.force;
  return pipeline;
}

int DryRun(const Inputs& inputs, const PipelineOptions& options) {
  const Result<Pipeline> pipeline = Pipeline::Make(options);
  if (!pipeline.ok()) return Fail(pipeline.error(), 2);
  for (const fs::path& file : inputs.files) {
    const Result<std::vector<std::string>> why = pipeline->Explain(file);
    std::string text = why.ok() ? "" : Describe(why.error());
    if (why.ok()) {
      for (const std::string& stage : *why) text += (text.empty() ? "" : "; ") + stage;
    }
    if (text.empty()) text = Say("up to date", "已是最新");
    std::printf("%s: %s\n", file.c_str(), text.c_str());
  }
  return 0;
}

// The most memory one worker ever held, in megabytes. Counts workers that have ended.
int64_t LargestWorkerMb() {
  rusage usage{};
  ::getrusage(RUSAGE_CHILDREN, &usage);
  return usage.ru_maxrss / 1024;
}

void PrintJsonSummary(const Tally& tally, const Progress& progress) {
  Json json = Json::Object();
  json.Set("stored", tally.stored).Set("unchanged", tally.kept).Set("failed", tally.failed);
  json.Set("tables", tally.tables).Set("claimed", tally.claimed).Set("records", tally.records);
  json.Set("suspect", tally.suspect).Set("rejects", tally.rejects);
  json.Set("findings", tally.findings).Set("high", tally.high);
  json.Set("failed_pages", tally.failed_pages).Set("pages", progress.pages());
  json.Set("seconds", Round2(progress.Seconds())).Set("largest_worker_mb", LargestWorkerMb());
  json.Set("stage_seconds", tally.times.ToJson());
  Json line = Json::Object();
  std::cout << line.Set("summary", std::move(json)).Dump() << std::endl;
}

void PrintSummary(const Tally& tally, const Progress& progress) {
  const double seconds = progress.Seconds();
  const int pages = progress.pages();
  const std::string text =
      Say("{} documents stored, {} unchanged, {} failed; {} tables ({} of known forms), {} records "
          "({} suspect), {} findings ({} high), {} rejects, {} pages failed; {} pages read in "
          "{:.1f} s, {:.3f} s a page",
          "存入 {} 份，未变 {} 份，失败 {} 份；{} 张表（已知表式 {} 张），{} 条记录（存疑 {} 条），"
          "{} 条疑点（高 {} 条），{} 条拒收，{} 页失败；读取 {} 页，用时 {:.1f} 秒，每页 {:.3f} 秒",
          tally.stored, tally.kept, tally.failed, tally.tables, tally.claimed, tally.records,
          tally.suspect, tally.findings, tally.high, tally.rejects, tally.failed_pages, pages,
          seconds, pages > 0 ? seconds / pages : 0.0);
  std::fprintf(stderr, "%s\n", text.c_str());
}

int ExitStatus(const Tally& tally, const Inputs& inputs) {
  if (tally.failed == 0 && tally.failed_pages == 0 && inputs.missing.empty()) return 0;
  return tally.stored + tally.kept > 0 ? 3 : 2;
}

}  // namespace

fs::path DefaultWork(const fs::path& database) {
  fs::path work = database;
  return work += ".work";
}

int Fail(const Error& error, int exit) {
  std::fprintf(stderr, "juesuan: %s\n", Describe(error).c_str());
  return exit;
}

int RunCommand(const RunOptions& options) {
  const Inputs inputs = FindInputs(options.paths, std::cin);
  for (const Error& missing : inputs.missing) Fail(missing, 0);
  if (inputs.files.empty())
    return Fail(MakeError(ErrorCode::kNotFound, Say("no PDF among the paths", "没有 PDF 文件")), 2);
  const PipelineOptions pipeline = ToPipelineOptions(options);
  if (options.dry_run) return DryRun(inputs, pipeline);
  Result<std::shared_ptr<const RulePacks>> packs = LoadRules(options.rules, options.forms);
  if (!packs.ok()) return Fail(packs.error(), 2);
  Result<Database> database = Database::Open(options.database);
  if (!database.ok()) return Fail(database.error(), 2);

  CatchInterrupts();
  Progress progress(StyleFor(options.quiet), static_cast<int>(inputs.files.size()));
  Run run(options, std::move(packs).value(), std::move(database).value(), &progress);
  PoolOptions pool;
  pool.workers = options.jobs > 0
                     ? options.jobs
                     : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  PoolEvents events;
  events.on_page = [&](const fs::path& path, int page, int of) { progress.OnPage(path, page, of); };
  events.on_finished = [&](const Finished& finished) { run.OnFinished(finished); };
  events.stop = [] { return g_interrupted != 0; };
  const Result<int> finished = RunPool(inputs.files, pipeline, pool, events);
  progress.Finish();
  if (!finished.ok()) return Fail(finished.error(), 2);
  if (!options.quiet) PrintSummary(run.tally(), progress);
  if (options.json) PrintJsonSummary(run.tally(), progress);
  if (g_interrupted != 0) {
    std::fprintf(stderr, "%s\n",
                 Say("interrupted; the same command goes on where this one stopped",
                     "已中断；再次执行同一命令即可继续")
                     .c_str());
    return 130;
  }
  return ExitStatus(run.tally(), inputs);
}

}  // namespace juesuan
