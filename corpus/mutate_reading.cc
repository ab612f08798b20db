#include "corpus/mutate_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "check/candidates.h"
#include "check/describe.h"
#include "check/repair.h"
#include "check/session.h"

namespace juesuan {
namespace {

constexpr double kSure = 0.97, kWeak = 0.6;
constexpr int kDecoysBefore = 3;

using Key = std::tuple<std::string, std::string, std::string, std::string, std::string>;

bool SameAmount(const Decimal& a, const Decimal& b) {
  Decimal one = a, two = b;
  for (; one.scale < two.scale; ++one.scale) one.mantissa *= 10;
  for (; two.scale < one.scale; ++two.scale) two.mantissa *= 10;
  return one.mantissa == two.mantissa;
}

bool IsRight(const Record& record, const std::optional<Decimal>& truth) {
  return truth && record.kind == CellKind::kNumber && record.value &&
         SameAmount(*record.value, *truth);
}

// The true amount of each record: where the drawing has exactly one cell of its name.
std::vector<std::optional<Decimal>> TruthOf(const DocumentFacts& facts,
                                            const std::vector<ScoredRecord>& truth) {
  std::map<Key, std::vector<const ScoredRecord*>> by_key;
  for (const ScoredRecord& each : truth)
    by_key[{each.form, each.project, each.row_key, each.panel, each.col_key}].push_back(&each);
  std::vector<std::optional<Decimal>> out;
  for (const Record& record : facts.records) {
    out.emplace_back();
    const auto found =
        by_key.find({record.form, record.project, record.row_key, record.panel, record.col_key});
    if (found != by_key.end() && found->second.size() == 1 &&
        found->second.front()->kind == "number")
      out.back() = ParseDecimal(found->second.front()->value);
  }
  return out;
}

class Trials {
 public:
  Trials(const RulePacks& packs, const std::vector<ScoredRecord>& truth, CheckInput* input,
         ReadingBenchmark* out)
      : packs_(packs), input_(input), out_(out), truth_(TruthOf(input->facts, truth)) {
    DocumentFacts checked = input->facts;
    Apply(Check(*input, packs).statuses, &checked);
    for (size_t i = 0; i < checked.records.size(); ++i)
      was_right_.push_back(IsRight(checked.records[i], truth_[i]));
  }

  bool Takes(size_t cell) const {
    const Record& record = input_->facts.records[cell];
    return record.status != CellStatus::kSuspect && IsRight(record, truth_[cell]) &&
           was_right_[cell];
  }

  void Run(size_t cell, Witness witness, Misreading misreading) {
    const std::string text = truth_[cell]->ToString();
    const auto choice = static_cast<unsigned>(cell * 31 + static_cast<size_t>(witness) * 7 +
                                              static_cast<size_t>(misreading));
    const std::string wrong = Misread(misreading, text, choice);
    if (wrong.empty()) return;
    Record& record = input_->facts.records[cell];
    const Record kept = record;
    record.raw = wrong;
    record.value = ParseDecimal(wrong);
    record.readings = ReadingsFor(witness, text, wrong, choice);
    if (witness != Witness::kNone) {
      record.status = CellStatus::kSuspect;
      record.doubt = "识别把握低";
    }
    Judge(cell, witness, misreading, wrong);
    record = kept;
  }

 private:
  static std::vector<Reading> ReadingsFor(Witness witness, const std::string& text,
                                          const std::string& wrong, unsigned choice) {
    Reading first{Reader::kPpocr, wrong, witness == Witness::kNone ? kSure : kWeak, {}};
    if (witness == Witness::kDecoys)
      for (int i = 0; i < kDecoysBefore; ++i) {
        const std::string decoy =
            Misread(Misreading::kReplaced, text, choice + 3 + 5 * static_cast<unsigned>(i));
        if (decoy != wrong) first.others.push_back({decoy, 0.1});
      }
    if (witness == Witness::kRunnerUp || witness == Witness::kDecoys)
      first.others.push_back({text, 0.1});
    if (witness != Witness::kSecond) return {first};
    return {first, {Reader::kTesseract, text, kSure, {}}};
  }

  // Judged by the equations alone.
  bool IsCovered(size_t cell, Witness witness) const {
    if (witness == Witness::kNone || witness == Witness::kUnsure) return false;
    Session session(*input_, packs_);
    Record right = input_->facts.records[cell];
    right.value = truth_[cell];
    session.values[cell] = ValueOf(right, session.ScaleOf(right));
    session.Reinstantiate();
    if (Fails(session, cell, session.values)) return false;
    const size_t closed = ClosedOver(session, static_cast<int>(cell), session.values).size();
    if (closed < (witness == Witness::kSecond ? 1 : 2)) return false;
    const Record& record = input_->facts.records[cell];
    const Int128 truth = session.values[cell].number.value;
    for (const CandidateValue& other : CandidatesOf(record, session.ScaleOf(record))) {
      if (other.value.number.value == truth) continue;
      session.values[cell] = other.value;
      if (!Fails(session, cell, session.values)) return false;
    }
    return true;
  }

  static bool Fails(const Session& session, size_t cell, const Values& values) {
    const std::vector<int>& uses = session.uses[cell];
    return std::any_of(uses.begin(), uses.end(), [&](int at) {
      const Equation& equation = session.rules.equations[static_cast<size_t>(at)];
      return Evaluate(equation, values).outcome == Outcome::kViolated;
    });
  }

  static bool PointsAt(const CheckReport& report, const Record& record) {
    for (const Finding& finding : report.findings) {
      if (finding.verdict == Verdict::kRounding) continue;
      for (const FindingCell& cell : finding.cells)
        if (cell.table == record.table && cell.row == record.row && cell.col == record.col)
          return true;
    }
    return false;
  }

  void Judge(size_t cell, Witness witness, Misreading misreading, const std::string& wrong) {
    ReadingTally tally;
    tally.trials = 1;
    const bool covered = IsCovered(cell, witness);
    const CheckReport report = Check(*input_, packs_);
    DocumentFacts checked = input_->facts;
    Apply(report.statuses, &checked);
    for (size_t i = 0; i < checked.records.size(); ++i) {
      if (!was_right_[i] || IsRight(checked.records[i], truth_[i])) continue;
      if (checked.records[i].status == CellStatus::kProven) ++tally.proven;
      if (i != cell) ++tally.others;
    }
    const Record& after = checked.records[cell];
    const bool right = IsRight(after, truth_[cell]);
    const bool trusted = after.status != CellStatus::kSuspect;
    tally.covered = covered ? 1 : 0;
    tally.covered_right = covered && right && trusted ? 1 : 0;
    if (right) {
      tally.right = 1;
    } else if (!trusted) {
      tally.suspect = 1;
    } else if (after.status != CellStatus::kProven) {
      ++(PointsAt(report, after) ? tally.read_named : tally.read_silent);
    }
    const bool trouble = tally.proven + tally.others + tally.read_named + tally.read_silent > 0 ||
                         tally.covered != tally.covered_right;
    if (trouble)
      out_->troubles.push_back(fmt::format(
          "{} {}: {} {} read {} -> {} {}", WitnessName(witness), MisreadingName(misreading),
          PathOf(after), truth_[cell]->ToString(), wrong, after.raw, CellStatusName(after.status)));
    Add(tally, &out_->witnesses[witness]);
    Add(tally, &out_->misreadings[misreading]);
  }

  static void Add(const ReadingTally& from, ReadingTally* to) {
    to->trials += from.trials;
    to->covered += from.covered;
    to->covered_right += from.covered_right;
    to->right += from.right;
    to->suspect += from.suspect;
    to->read_named += from.read_named;
    to->read_silent += from.read_silent;
    to->proven += from.proven;
    to->others += from.others;
  }

  const RulePacks& packs_;
  CheckInput* input_;
  ReadingBenchmark* out_;
  std::vector<std::optional<Decimal>> truth_;
  std::vector<bool> was_right_;
};

std::string Row(std::string_view name, const ReadingTally& tally) {
  return fmt::format("{:<14}{:>8}{:>9}{:>9}{:>8}{:>9}{:>8}{:>8}{:>8}{:>8}\n", name, tally.trials,
                     tally.covered, tally.covered_right, tally.right, tally.suspect,
                     tally.read_named, tally.read_silent, tally.proven, tally.others);
}

}  // namespace

const std::vector<Witness>& AllWitnesses() {
  static const std::vector<Witness> kAll = {Witness::kNone, Witness::kUnsure, Witness::kRunnerUp,
                                            Witness::kDecoys, Witness::kSecond};
  return kAll;
}

std::string_view WitnessName(Witness witness) {
  constexpr std::array<std::string_view, 5> kNames = {"sure, alone", "unsure, alone", "runner-up",
                                                      "last of four", "second reader"};
  return kNames[static_cast<size_t>(witness)];
}

void Benchmark(const RulePacks& packs, const std::vector<ScoredRecord>& truth, int every,
               CheckInput* input, ReadingBenchmark* out) {
  Trials trials(packs, truth, input, out);
  ++out->documents;
  int number = 0;
  for (size_t cell = 0; cell < input->facts.records.size(); ++cell) {
    if (!trials.Takes(cell)) continue;
    ++out->cells;
    if (number++ % every != 0) continue;
    for (const Witness witness : AllWitnesses())
      for (const Misreading misreading : AllMisreadings()) trials.Run(cell, witness, misreading);
  }
}

std::string ToText(const ReadingBenchmark& benchmark) {
  std::string out = fmt::format("{} scans, {} amounts read right and not in doubt\n",
                                benchmark.documents, benchmark.cells);
  out +=
      fmt::format("{:<14}{:>8}{:>9}{:>9}{:>8}{:>9}{:>8}{:>8}{:>8}{:>8}\n", "", "trials", "covered",
                  "repaired", "right", "suspect", "named", "SILENT", "PROVEN", "others");
  for (const auto& [witness, tally] : benchmark.witnesses) out += Row(WitnessName(witness), tally);
  for (const auto& [misreading, tally] : benchmark.misreadings)
    out += Row(MisreadingName(misreading), tally);
  return out;
}

}  // namespace juesuan
