// juesuan-mutate: what the rules find in documents with one amount changed, what repair makes of
// one corrupted reading, and how rule instances and findings of the seed compare with the gold's.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

#include "app/check_document.h"
#include "base/files.h"
#include "check/check.h"
#include "check/rule_packs.h"
#include "corpus/finding_score.h"
#include "corpus/gold_instances.h"
#include "corpus/mutate_document.h"
#include "corpus/mutate_reading.h"

namespace juesuan {
namespace {

constexpr int kHolds = 0, kBelow = 1, kFailed = 2;

struct Arguments {
  std::string database, gold, seed, truth, floor, name;
  int every = 1, show = 0;
  bool projects = false;
};

using Each = std::function<Status(const StoredDocument&, CheckInput*)>;

Status EachDisclosure(const std::string& path, const Each& take) {
  JUESUAN_TRY(Database database, Database::OpenExisting(path));
  JUESUAN_TRY(const std::vector<StoredDocument> documents, database.Documents());
  for (const StoredDocument& document : documents) {
    if (document.error || document.kind != "final_account") continue;
    JUESUAN_TRY(CheckInput input, LoadInput(database, document.sha256));
    JUESUAN_RETURN_IF_ERROR(take(document, &input));
  }
  return Ok();
}

void Show(const std::vector<std::string>& lines, int count) {
  for (size_t i = 0; i < lines.size() && static_cast<int>(i) < count; ++i)
    fmt::print("  {}\n", lines[i]);
}

// kBelow if a figure named in the case's "least" is less, or in "most" more, than the floor says.
Result<int> AgainstFloor(const Arguments& arguments,
                         const std::map<std::string, int64_t>& figures) {
  if (arguments.floor.empty()) return kHolds;
  JUESUAN_TRY(const std::string text, ReadFile(arguments.floor));
  JUESUAN_TRY(const Json floors, Json::Parse(text));
  if (!floors.Has(arguments.name))
    return MakeError(ErrorCode::kNotFound, "no floor for the case " + arguments.name);
  const Json floor = floors.At(arguments.name);
  int outcome = kHolds;
  for (const auto& [name, value] : figures) {
    const auto least = floor.At("least").MaybeInt(name), most = floor.At("most").MaybeInt(name);
    if ((least && value < *least) || (most && value > *most)) {
      fmt::print(stderr, "juesuan-mutate: {}: {} is {}, the floor is {}\n", arguments.name, name,
                 value, least ? *least : *most);
      outcome = kBelow;
    }
  }
  return outcome;
}

Result<int> RunGold(const Arguments& arguments, const RulePacks& packs) {
  JUESUAN_TRY(const std::string lines, ReadFile(arguments.gold));
  std::vector<std::string> rules;
  for (const Rule& rule : packs.rules())
    if (rule.group <= "C") rules.push_back(rule.id);
  JUESUAN_TRY(const std::vector<GoldInstance> gold, ParseGoldInstances(lines, rules));
  std::vector<RuleInstance> got;
  JUESUAN_RETURN_IF_ERROR(
      EachDisclosure(arguments.database, [&](const StoredDocument&, CheckInput* input) {
        const CheckReport report = Check(*input, packs);
        for (const RuleInstance& each : report.instances)
          if (std::find(rules.begin(), rules.end(), each.rule) != rules.end()) got.push_back(each);
        return Ok();
      }));
  const GoldAgreement agreement = CompareInstances(gold, got);
  fmt::print("{} of {} instances as in the gold\n", agreement.same, agreement.gold);
  for (const std::string& each : agreement.missing) fmt::print("  gold only: {}\n", each);
  for (const std::string& each : agreement.extra) fmt::print("  here only: {}\n", each);
  return AgainstFloor(arguments, {{"same", agreement.same},
                                  {"gold", agreement.gold},
                                  {"extra", static_cast<int64_t>(agreement.extra.size())}});
}

Result<int> RunDocument(const Arguments& arguments, const RulePacks& packs) {
  DocumentBenchmark benchmark;
  int first = 0;
  JUESUAN_RETURN_IF_ERROR(
      EachDisclosure(arguments.database, [&](const StoredDocument&, CheckInput* input) {
        Benchmark(packs, arguments.projects ? Numbers::kProjects : Numbers::kTables,
                  arguments.every, first++, input, &benchmark);
        return Ok();
      }));
  fmt::print("{}", ToText(benchmark));
  Show(benchmark.missed, arguments.show);
  std::map<std::string, int64_t> figures = {{"documents", benchmark.documents},
                                            {"numbers", benchmark.numbers}};
  for (const auto& [mutation, tally] : benchmark.mutations) {
    const std::string name(MutationName(mutation));
    figures[name] = tally.found;
    figures[name + " ppm"] = tally.found * 1'000'000 / tally.trials;
  }
  for (const auto& [rule, tally] : benchmark.rules) figures["source"] += tally.sources;
  return AgainstFloor(arguments, figures);
}

Result<int> RunReading(const Arguments& arguments, const RulePacks& packs) {
  ReadingBenchmark benchmark;
  const std::filesystem::path folder = arguments.truth;
  JUESUAN_RETURN_IF_ERROR(EachDisclosure(
      arguments.database, [&](const StoredDocument& document, CheckInput* input) -> Status {
        const std::string stem = std::filesystem::path(document.file).stem().string();
        JUESUAN_TRY(const std::string lines, ReadFile(folder / (stem + ".truth.jsonl")));
        JUESUAN_TRY(const std::vector<ScoredRecord> truth, ParseRecords(lines));
        Benchmark(packs, truth, arguments.every, input, &benchmark);
        return Ok();
      }));
  fmt::print("{}", ToText(benchmark));
  Show(benchmark.troubles, arguments.show);
  std::map<std::string, int64_t> figures;
  for (const auto& [witness, tally] : benchmark.witnesses) {
    figures["trials"] += tally.trials;
    figures["covered"] += tally.covered;
    figures["covered right"] += tally.covered_right;
    figures["proven"] += tally.proven;
    figures["silent"] += tally.read_silent;
    figures["others"] += tally.others;
  }
  if (figures["covered"] > 0)
    figures["covered right ppm"] = figures["covered right"] * 1'000'000 / figures["covered"];
  fmt::print("{} trials, {} covered, {} of them right; wrong: {} proven, {} silent\n",
             figures["trials"], figures["covered"], figures["covered right"], figures["proven"],
             figures["silent"]);
  return AgainstFloor(arguments, figures);
}

Result<int> RunFindings(const Arguments& arguments, const RulePacks& packs) {
  JUESUAN_TRY(const std::string lines, ReadFile(arguments.gold));
  JUESUAN_TRY(const std::vector<GoldFinding> gold, ParseGoldFindings(lines));
  JUESUAN_TRY(const std::string seed, ReadFile(arguments.seed));
  FindingScore score;
  JUESUAN_RETURN_IF_ERROR(
      EachDisclosure(arguments.database, [&](const StoredDocument&, CheckInput* input) {
        const CheckReport report = Check(*input, packs, InstanceList::kLeaveOut);
        score = ScoreFindings(gold, ReadSeedLines(seed), *input, report.findings);
        fmt::print("{}", ToText(score));
        return Ok();
      }));
  return AgainstFloor(arguments, {{"gold", static_cast<int64_t>(score.gold.size())},
                                  {"raised", score.Raised()},
                                  {"unexplained", static_cast<int64_t>(score.unexplained.size())}});
}

int Complain(const Error& error) {
  std::fprintf(stderr, "juesuan-mutate: %s\n", error.ToString().c_str());
  return kFailed;
}

// All rules over one document, the words of it already in memory.
Result<int> RunSpeed(const Arguments& arguments, const RulePacks& packs) {
  constexpr int kTimes = 20;
  JUESUAN_RETURN_IF_ERROR(EachDisclosure(arguments.database, [&](const StoredDocument& document,
                                                                 CheckInput* input) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < kTimes; ++i) Check(*input, packs);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    fmt::print("{}: {} records checked in {:.1f} ms (bar 20)\n", document.file,
               input->facts.records.size(), took.count() / kTimes);
    return Ok();
  }));
  return kHolds;
}

}  // namespace
}  // namespace juesuan

int main(int argc, char** argv) {
  using juesuan::Arguments;
  CLI::App app("What check finds when one amount, or one reading of one, is wrong.");
  app.require_subcommand(1);
  Arguments arguments;
  const auto common = [&](CLI::App* command) {
    command->add_option("database", arguments.database, "a database of juesuan run")->required();
    auto* floor = command->add_option("--floor", arguments.floor, "exit 1 below the floor in this");
    command->add_option("--case", arguments.name, "the floor's name in it")->needs(floor);
    command->add_option("--show", arguments.show, "print this many trials that went wrong");
    command->add_option("--every", arguments.every, "only every n-th number")
        ->check(CLI::PositiveNumber);
  };
  auto* gold = app.add_subcommand("gold", "rule instances of the seed against the gold's");
  common(gold);
  gold->add_option("--gold", arguments.gold, "rule_instances.jsonl")->required();
  auto* document = app.add_subcommand("document", "one amount of a clean document changed");
  common(document);
  document->add_flag("--projects", arguments.projects,
                     "numbers of the performance forms, not of the tables");
  auto* reading = app.add_subcommand("reading", "one reading of a scan corrupted");
  common(reading);
  reading->add_option("--truth", arguments.truth, "folder of NAME.truth.jsonl")->required();
  auto* findings = app.add_subcommand("findings", "findings of the seed against the gold's");
  common(findings);
  findings->add_option("--gold", arguments.gold, "findings.jsonl")->required();
  findings->add_option("--seed", arguments.seed, "the seed's transcription")->required();
  auto* speed = app.add_subcommand("speed", "how long all rules take over each document");
  common(speed);
  CLI11_PARSE(app, argc, argv);

  const auto packs = juesuan::LoadRules("", "");
  if (!packs.ok()) return juesuan::Complain(packs.error());
  const auto run = gold->parsed()       ? juesuan::RunGold
                   : document->parsed() ? juesuan::RunDocument
                   : reading->parsed()  ? juesuan::RunReading
                   : findings->parsed() ? juesuan::RunFindings
                                        : juesuan::RunSpeed;
  const juesuan::Result<int> result = run(arguments, **packs);
  return result.ok() ? *result : juesuan::Complain(result.error());
}
