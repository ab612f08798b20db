// juesuan-reliability: how many amounts of drawn scans are wrong at each score of their reading.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "app/check_document.h"
#include "base/files.h"
#include "check/rule_packs.h"
#include "corpus/reliability.h"

namespace juesuan {
namespace {

struct Arguments {
  std::vector<std::string> databases;
  std::string truth;
  int show = 0;
};

bool IsSilent(const ReadAmount& amount) {
  return (!amount.stored_right && amount.status != CellStatus::kSuspect) ||
         (!amount.taken_right && !amount.doubted);
}

Status AddDocument(Database& database, const StoredDocument& document, const RulePacks& packs,
                   const std::filesystem::path& truths, std::vector<ReadAmount>* amounts) {
  const std::string stem = std::filesystem::path(document.file).stem().string();
  JUESUAN_TRY(const std::string lines, ReadFile(truths / (stem + ".truth.jsonl")));
  JUESUAN_TRY(const std::vector<ScoredRecord> truth, ParseRecords(lines));
  JUESUAN_TRY(const CheckInput input, LoadInput(database, document.sha256));
  DocumentFacts checked = input.facts;
  Apply(Check(input, packs, InstanceList::kLeaveOut).statuses, &checked);
  for (ReadAmount& amount : AmountsOf(stem, input.facts, checked, truth))
    amounts->push_back(std::move(amount));
  return Ok();
}

Status Run(const Arguments& arguments) {
  JUESUAN_TRY(const std::shared_ptr<const RulePacks> packs, LoadRules("", ""));
  std::vector<ReadAmount> amounts;
  for (const std::string& path : arguments.databases) {
    JUESUAN_TRY(Database database, Database::OpenExisting(path));
    JUESUAN_TRY(const std::vector<StoredDocument> documents, database.Documents());
    for (const StoredDocument& document : documents)
      if (!document.error)
        JUESUAN_RETURN_IF_ERROR(AddDocument(database, document, *packs, arguments.truth, &amounts));
  }
  fmt::print("{}", ToText(amounts));
  int shown = 0;
  for (const ReadAmount& amount : amounts)
    if (IsSilent(amount) && shown++ < arguments.show) fmt::print("{}\n", amount.where);
  return Ok();
}

}  // namespace
}  // namespace juesuan

int main(int argc, char** argv) {
  CLI::App app("How many amounts of drawn scans are wrong at each score of their reading.");
  juesuan::Arguments arguments;
  app.add_option("databases", arguments.databases, "databases of juesuan run")->required();
  app.add_option("--truth", arguments.truth, "folder of NAME.truth.jsonl")->required();
  app.add_option(
      "--show", arguments.show,
      "print this many amounts that are wrong in silence, or would be without the rules");
  CLI11_PARSE(app, argc, argv);
  const juesuan::Status status = juesuan::Run(arguments);
  if (status.ok()) return 0;
  std::fprintf(stderr, "juesuan-reliability: %s\n", status.error().ToString().c_str());
  return 2;
}
