#include "base/stage.h"

#include <CLI/CLI.hpp>
#include <cstdio>

#include "base/hash.h"

namespace juesuan {
namespace fs = std::filesystem;

namespace {

struct Flags {
  std::vector<std::string> paths;
  std::string work;
  bool force = false, explain = false, dry_run = false;
};

struct Tally {
  int made = 0, kept = 0, failed = 0;
};

void Report(const Error& error) { std::fprintf(stderr, "%s\n", error.ToString().c_str()); }

Result<StageInput> FolderOfPdf(const std::string& path, const Flags& flags) {
  JUESUAN_TRY(const std::string sha256, Sha256OfFile(path));
  const StageInput input{DocumentFolder(flags.work, sha256), path};
  if (!flags.dry_run) {
    JUESUAN_RETURN_IF_ERROR(
        WriteIdentity(input.folder, {sha256, fs::path(path).filename().string(), 0}));
  }
  return input;
}

// The documents named on the command line; what cannot be used is reported and counted.
std::vector<StageInput> FindInputs(const StageProgram& program, const Flags& flags, Tally* tally) {
  std::vector<StageInput> inputs;
  for (const std::string& path : flags.paths) {
    if (program.takes_pdfs) {
      Result<StageInput> input = FolderOfPdf(path, flags);
      if (input.ok()) {
        inputs.push_back(std::move(input).value());
        continue;
      }
      input.error().where.file = path;
      Report(input.error());
      ++tally->failed;
    } else {
      const std::vector<fs::path> folders = DocumentFolders(path);
      for (const fs::path& folder : folders) inputs.push_back({folder, {}});
      if (folders.empty()) {
        Report(MakeError(ErrorCode::kNotFound, "no document folder at '" + path + "'"));
        ++tally->failed;
      }
    }
  }
  return inputs;
}

// True if the artefact was made (or would be, in a dry run), false if it was up to date.
Result<bool> RunOne(const StageProgram& program, const Flags& flags, const StageInput& input) {
  const std::string id = input.folder.filename().string();
  JUESUAN_TRY(const Recipe recipe, program.recipe(input));
  std::string why = "forced";
  if (!flags.force && !program.output.empty()) {
    const std::optional<std::string> stale = WhyStale(input.folder / program.output, recipe);
    if (!stale) return false;
    why = *stale;
  }
  if (flags.explain)
    std::fprintf(stderr, "%s: %s: %s\n", id.c_str(), program.name.c_str(), why.c_str());
  if (flags.dry_run) return true;
  JUESUAN_TRY(const std::vector<Json> items, program.make(input));
  if (!program.output.empty()) {
    JUESUAN_RETURN_IF_ERROR(WriteArtefact(input.folder / program.output, recipe, items));
  }
  return true;
}

int RunAll(const StageProgram& program, const Flags& flags) {
  Tally tally;
  for (const StageInput& input : FindInputs(program, flags, &tally)) {
    Result<bool> made = RunOne(program, flags, input);
    if (made.ok()) {
      ++(*made ? tally.made : tally.kept);
      continue;
    }
    const Result<Identity> identity = ReadIdentity(input.folder);
    if (made.error().where.file.empty())
      made.error().where.file = identity.ok() ? identity->file : input.folder.string();
    Report(made.error());
    ++tally.failed;
  }
  std::fprintf(stderr, "%s: %d made, %d up to date, %d failed\n", program.name.c_str(), tally.made,
               tally.kept, tally.failed);
  if (tally.failed == 0) return 0;
  return tally.made + tally.kept > 0 ? 3 : 2;
}

}  // namespace

int StageMain(int argc, char** argv, const StageProgram& program) {
  CLI::App app{program.summary, "juesuan-" + program.name};
  Flags flags;
  app.add_option("PATH", flags.paths,
                 program.takes_pdfs ? "PDF files" : "document folders, or a work folder")
      ->required();
  if (program.takes_pdfs) app.add_option("--work", flags.work, "work folder")->required();
  app.add_flag("--force", flags.force, "make again what is up to date");
  app.add_flag("--explain", flags.explain, "say why a document is worked on again");
  app.add_flag("--dry-run", flags.dry_run, "only say what would be done");
  for (const StageOption& option : program.options) {
    CLI::Option* added = app.add_option(option.flag, *option.value, option.help);
    added->capture_default_str();
    if (!option.allowed.empty()) added->check(CLI::IsMember(option.allowed));
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 1;
  }
  if (program.prepare) {
    const Status ready = program.prepare();
    if (!ready.ok()) {
      Report(ready.error());
      return 2;
    }
  }
  return RunAll(program, flags);
}

}  // namespace juesuan
