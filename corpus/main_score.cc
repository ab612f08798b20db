// juesuan-score: compares a database's records with the ground truth.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <sstream>

#include "base/files.h"
#include "corpus/agree.h"
#include "corpus/printed_words.h"
#include "corpus/score.h"
#include "store/exports.h"

namespace juesuan {
namespace {

constexpr int kHolds = 0, kBelow = 1, kFailed = 2;

struct Arguments {
  std::string got, truth, floor, name;
  std::vector<std::string> forms;
  bool json = false, agree = false;
  int show = 0;
};

void Keep(const std::vector<std::string>& forms, std::vector<ScoredRecord>* records) {
  if (forms.empty()) return;
  records->erase(std::remove_if(records->begin(), records->end(),
                                [&](const ScoredRecord& record) {
                                  return std::find(forms.begin(), forms.end(), record.form) ==
                                         forms.end();
                                }),
                 records->end());
}

void ShowMisses(const Score& score, int count) {
  for (const Miss& miss : score.misses) {
    if (count-- <= 0) return;
    const ScoredRecord& at = miss.truth.form.empty() ? miss.got : miss.truth;
    fmt::print("{:<9}{} {} {} {} [{}] page {}: {} {} -> {} {} page {} {}\n", miss.what, at.form,
               at.project, at.row_key, at.panel, at.col_key, at.page, miss.truth.kind,
               miss.truth.raw, miss.got.kind, miss.got.raw, miss.got.page, miss.got.status);
  }
}

// The JSON Lines of a file, or of a database's export.
Result<std::string> Lines(const std::filesystem::path& path, ExportWhat what) {
  if (path.extension() != ".db") return ReadFile(path);
  JUESUAN_TRY(Database database, Database::OpenExisting(path));
  std::ostringstream lines;
  JUESUAN_RETURN_IF_ERROR(Export(database, what, ExportFormat::kJsonl, "", lines));
  return lines.str();
}

// kHolds or kBelow; every shortfall is printed.
template <typename Measured>
Result<int> AgainstFloor(const Arguments& arguments, const Measured& measured) {
  if (arguments.floor.empty()) return kHolds;
  JUESUAN_TRY(const std::string text, ReadFile(arguments.floor));
  JUESUAN_TRY(const Json floors, Json::Parse(text));
  if (!floors.Has(arguments.name))
    return MakeError(ErrorCode::kNotFound, "no floor for the case " + arguments.name);
  const std::vector<std::string> below = BelowFloor(measured, floors.At(arguments.name));
  for (const std::string& why : below)
    fmt::print(stderr, "juesuan-score: {}: {}\n", arguments.name, why);
  return below.empty() ? kHolds : kBelow;
}

Result<int> RunAgree(const Arguments& arguments) {
  JUESUAN_TRY(const std::string one, Lines(arguments.got, ExportWhat::kTables));
  JUESUAN_TRY(const std::string other, Lines(arguments.truth, ExportWhat::kTables));
  const bool printed = std::filesystem::path(arguments.got).extension() == ".html";
  JUESUAN_TRY(const auto first, printed ? ParsePrintedAmounts(one, other) : ParseAmounts(one));
  JUESUAN_TRY(const auto second, ParseAmounts(other));
  const Agreement agreement = Agree(first, second);
  fmt::print("{}\n", ToJson(agreement).Dump());
  const auto shown = std::min(agreement.notes.size(), static_cast<size_t>(arguments.show));
  for (size_t i = 0; i < shown; ++i) fmt::print("{}\n", agreement.notes[i]);
  return AgainstFloor(arguments, agreement);
}

Result<int> Run(const Arguments& arguments) {
  if (arguments.agree) return RunAgree(arguments);
  JUESUAN_TRY(const std::string truth_lines, ReadFile(arguments.truth));
  JUESUAN_TRY(const std::string got_lines, Lines(arguments.got, ExportWhat::kRecords));
  JUESUAN_TRY(auto truth, ParseRecords(truth_lines));
  JUESUAN_TRY(auto got, ParseRecords(got_lines));
  Keep(arguments.forms, &truth);
  Keep(arguments.forms, &got);
  const Score score = Compare(truth, got);
  if (arguments.json) {
    fmt::print("{}\n", ToJson(score).Dump());
  } else {
    fmt::print("{}", ToText(score));
    ShowMisses(score, arguments.show);
  }
  return AgainstFloor(arguments, score.total);
}

}  // namespace
}  // namespace juesuan

int main(int argc, char** argv) {
  CLI::App app("Compares a database's records with the ground truth.");
  juesuan::Arguments arguments;
  app.add_option("got", arguments.got,
                 "a database (.db) of one document, an export of its records as JSON Lines, or its "
                 "extract/facts.jsonl")
      ->required();
  app.add_option("truth", arguments.truth, "truth: JSON Lines of juesuan-draw")->required();
  app.add_option("--form", arguments.forms, "only these forms");
  app.add_flag("--agree", arguments.agree,
               "compare the amounts of two exports of tables of one PDF instead; the first may be "
               "what `pdftotext -bbox` prints (.html)");
  app.add_flag("--json", arguments.json, "one line of JSON");
  app.add_option("--show", arguments.show, "print this many cells that are not exact")
      ->check(CLI::NonNegativeNumber);
  auto* floor = app.add_option("--floor", arguments.floor, "exit 1 below the floor in this file");
  app.add_option("--case", arguments.name, "the floor's name in it")->needs(floor);
  CLI11_PARSE(app, argc, argv);
  const juesuan::Result<int> result = juesuan::Run(arguments);
  if (!result.ok()) {
    std::fprintf(stderr, "juesuan-score: %s\n", result.error().ToString().c_str());
    return juesuan::kFailed;
  }
  return *result;
}
