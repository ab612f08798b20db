#include "corpus/mutate_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "check/describe.h"
#include "check/session.h"

namespace juesuan {
namespace {

// What one check says, to be compared with what it said of the clean document.
struct Said {
  std::set<std::pair<std::string, std::string>> hard, soft, notes;  // rule and message
};

Said SaidIn(const CheckReport& report) {
  Said out;
  std::set<std::string> softly;
  for (const RuleInstance& instance : report.instances)
    if (instance.outcome == Outcome::kSoft) softly.insert(instance.rule);
  for (const Finding& finding : report.findings) {
    const std::pair<std::string, std::string> what = {finding.rule, finding.message};
    if (finding.verdict == Verdict::kRounding) {
      out.notes.insert(what);
    } else if (softly.count(finding.rule) > 0 && finding.verdict == Verdict::kUndecided) {
      out.soft.insert(what);
    } else {
      out.hard.insert(what);
    }
  }
  return out;
}

using Messages = std::set<std::pair<std::string, std::string>>;

std::set<std::string> NewRules(const Messages& now, const Messages& before) {
  std::set<std::string> rules;
  for (const auto& [rule, message] : now)
    if (before.count({rule, message}) == 0) rules.insert(rule);
  return rules;
}

// By record: the rules that say something of it.
std::vector<std::set<std::string>> RulesOver(const CheckInput& input, const RulePacks& packs) {
  Session session(input, packs);
  session.Reinstantiate();
  std::vector<std::set<std::string>> out(input.facts.records.size());
  for (size_t cell = 0; cell < out.size(); ++cell)
    for (const int at : session.uses[cell]) {
      const Outcome outcome = session.evaluations[static_cast<size_t>(at)].outcome;
      if (outcome != Outcome::kSkipped) out[cell].insert(session.RuleOf(at).id);
    }
  return out;
}

class Trials {
 public:
  Trials(const RulePacks& packs, CheckInput* input, DocumentBenchmark* out)
      : packs_(packs), input_(input), out_(out), rules_over_(RulesOver(*input, packs)) {
    const CheckReport report = Check(*input, packs);
    clean_ = SaidIn(report);
    for (const RuleInstance& instance : report.instances)
      if (instance.outcome != Outcome::kSkipped) ++out->rules[instance.rule].evaluated;
    for (const Finding& finding : report.findings) {
      if (finding.verdict == Verdict::kRounding) continue;
      RuleTally& tally = out->rules[finding.rule];
      ++tally.findings;
      if (finding.verdict == Verdict::kSource) ++tally.sources;
    }
  }

  void Run(Mutation mutation, int record) {
    const std::vector<CellEdit> edits = Mutate(mutation, input_->facts, record);
    if (edits.empty()) return;
    std::vector<Record> kept;
    for (const CellEdit& edit : edits)
      kept.push_back(input_->facts.records[static_cast<size_t>(edit.record)]);
    for (const CellEdit& edit : edits) Print(edit, &input_->facts);
    Count(mutation, edits, Check(*input_, packs_));
    for (size_t i = 0; i < edits.size(); ++i)
      input_->facts.records[static_cast<size_t>(edits[i].record)] = std::move(kept[i]);
  }

 private:
  void Count(Mutation mutation, const std::vector<CellEdit>& edits, const CheckReport& report) {
    const Said said = SaidIn(report);
    const std::set<std::string> hard = NewRules(said.hard, clean_.hard);
    const std::set<std::string> soft = NewRules(said.soft, clean_.soft);
    const bool noted = !NewRules(said.notes, clean_.notes).empty();
    MutationTally& tally = out_->mutations[mutation];
    ++tally.trials;
    if (!hard.empty() || !soft.empty()) {
      ++tally.found;
      if (hard.empty()) ++tally.soft;
    } else {
      if (noted) ++tally.noted;
      const Record& at = input_->facts.records[static_cast<size_t>(edits.front().record)];
      out_->missed.push_back(fmt::format("{} {} {}", MutationName(mutation), PathOf(at),
                                         noted ? "noted as rounding" : "missed"));
    }
    std::set<std::string> covering;
    for (const CellEdit& edit : edits) {
      const auto& rules = rules_over_[static_cast<size_t>(edit.record)];
      covering.insert(rules.begin(), rules.end());
    }
    for (const std::string& rule : covering) {
      RuleTally& over = out_->rules[rule];
      ++over.covered;
      if (hard.count(rule) + soft.count(rule) > 0) ++over.found;
    }
    if (mutation == Mutation::kOneMore && !hard.empty()) CountCause(edits.front().record, report);
  }

  void CountCause(int record, const CheckReport& report) {
    std::set<std::string> causes;
    for (const Finding& finding : report.findings)
      if (clean_.hard.count({finding.rule, finding.message}) == 0 && !finding.cause.empty())
        causes.insert(finding.cause);
    ++out_->cause_trials;
    const std::string path = PathOf(input_->facts.records[static_cast<size_t>(record)]);
    if (causes == std::set<std::string>{path}) ++out_->cause_right;
  }

  const RulePacks& packs_;
  CheckInput* input_;
  DocumentBenchmark* out_;
  std::vector<std::set<std::string>> rules_over_;
  Said clean_;
};

}  // namespace

void Benchmark(const RulePacks& packs, Numbers numbers, int every, int first, CheckInput* input,
               DocumentBenchmark* out) {
  Trials trials(packs, input, out);
  ++out->documents;
  int number = 0;
  for (size_t i = 0; i < input->facts.records.size(); ++i) {
    const Record& record = input->facts.records[i];
    if (record.kind != CellKind::kNumber || !record.value) continue;
    if (record.project.empty() != (numbers == Numbers::kTables)) continue;
    ++out->numbers;
    if (number++ % every != first % every) continue;
    for (const Mutation mutation : AllMutations()) trials.Run(mutation, static_cast<int>(i));
  }
}

std::string ToText(const DocumentBenchmark& benchmark) {
  std::string out =
      fmt::format("{} documents, {} numbers\n", benchmark.documents, benchmark.numbers);
  out += fmt::format("{:<16}{:>8}{:>8}{:>8}{:>8}{:>8}\n", "mutation", "trials", "found", "(soft)",
                     "noted", "missed");
  for (const auto& [mutation, tally] : benchmark.mutations)
    out += fmt::format("{:<16}{:>8}{:>8}{:>8}{:>8}{:>8}\n", MutationName(mutation), tally.trials,
                       tally.found, tally.soft, tally.noted, tally.Missed());
  out += fmt::format("{:<6}{:>10}{:>10}{:>9}   {:>10}{:>10}{:>8}\n", "rule", "covered", "found",
                     "recall", "evaluated", "findings", "source");
  for (const auto& [rule, tally] : benchmark.rules) {
    const std::string recall =
        tally.covered == 0 ? "-"
                           : fmt::format("{:.1f} %", 100.0 * static_cast<double>(tally.found) /
                                                         static_cast<double>(tally.covered));
    out += fmt::format("{:<6}{:>10}{:>10}{:>9}   {:>10}{:>10}{:>8}\n", rule, tally.covered,
                       tally.found, recall, tally.evaluated, tally.findings, tally.sources);
  }
  out += fmt::format("the changed cell is named as the one cause: {} of {} found +1.00\n",
                     benchmark.cause_right, benchmark.cause_trials);
  return out;
}

}  // namespace juesuan
