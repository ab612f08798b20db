// The driver of the stage programs: the one place where a stage meets the disk.
//
// A stage is a function from one document's folder to the items of one artefact. StageMain does the
// rest, the same for every stage: read the options, find the folders, skip what is up to date,
// write to a temporary name and rename, count what went wrong, say why a stage ran again
// (--explain).
//
// Exit: 0 all done, 1 usage, 2 nothing could be done, 3 done but some documents failed.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/artefact.h"
#include "base/work_folder.h"

namespace juesuan {

struct StageOption {
  std::string flag;  // "--engine"
  std::string help;
  std::string* value = nullptr;      // holds the default; not owned
  std::vector<std::string> allowed;  // empty: any
};

// One document at work. `pdf` is set for a stage that takes PDFs.
struct StageInput {
  std::filesystem::path folder;
  std::filesystem::path pdf;
};

struct StageProgram {
  std::string name;         // "ocr"
  std::string summary;      // one line for --help
  std::string output;       // "ocr/words.jsonl"; "": the stage leaves no artefact and always runs
  bool takes_pdfs = false;  // arguments are PDFs and --work DIR; otherwise document or work folders
  std::vector<StageOption> options;
  std::function<Status()> prepare;  // once, after the options are read; may be empty
  std::function<Result<Recipe>(const StageInput&)> recipe;  // what the artefact depends on
  std::function<Result<std::vector<Json>>(const StageInput&)> make;
};

int StageMain(int argc, char** argv, const StageProgram& program);

}  // namespace juesuan
