// The subcommands of juesuan. Each takes its options and returns the exit status of the contract:
// 0 done, 1 usage, 2 nothing could be done, 3 done but something failed, 130 interrupted,
// resumable.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ocr/page_reader.h"

namespace juesuan {

struct RunOptions {
  std::vector<std::string> paths;
  std::filesystem::path database, work, forms, rules;
  int jobs = 0;  // 0: one a core
  TextMode text = TextMode::kAuto;
  EngineChoice engine = EngineChoice::kAuto;
  int dpi = 200;
  bool force = false, explain = false, dry_run = false, quiet = false, json = false;
};
int RunCommand(const RunOptions& options);

struct StatusOptions {
  std::filesystem::path database;
  bool json = false;
};
int StatusCommand(const StatusOptions& options);

struct CheckOptions {
  std::filesystem::path database, rules, forms;
  std::string document;
  bool json = false;
  int jobs = 0;  // 0: one a core
};
int CheckCommand(const CheckOptions& options);

struct FindingsOptions {
  std::filesystem::path database, out;
  std::string document, rule, severity, verdict, format = "table";
};
int FindingsCommand(const FindingsOptions& options);

struct RulesOptions {
  std::filesystem::path rules, forms;
};
int RulesCommand(const RulesOptions& options);

struct ExportOptions {
  std::filesystem::path database, out;
  std::string what, format, document;
};
int ExportCommand(const ExportOptions& options);

struct ShowOptions {
  std::filesystem::path database, work, pdf, out;
  std::string document;
  int page = 1;
  int dpi = 110;
};
int ShowCommand(const ShowOptions& options);

// The work folder that belongs to a database when none is named.
std::filesystem::path DefaultWork(const std::filesystem::path& database);

// Prints the error for people and returns `exit`.
int Fail(const Error& error, int exit);

}  // namespace juesuan
