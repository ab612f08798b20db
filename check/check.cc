#include "check/check.h"

#include <algorithm>
#include <map>

#include "check/candidates.h"
#include "check/cause.h"
#include "check/describe.h"
#include "check/make_findings.h"
#include "check/overfull.h"
#include "check/proof.h"
#include "check/repair.h"
#include "check/sentinel.h"
#include "check/session.h"
#include "check/structure.h"
#include "check/verdict.h"

namespace juesuan {
namespace {

RuleInstance Reported(const Session& session, const Instance& instance) {
  RuleInstance out;
  out.rule = session.packs.rules()[static_cast<size_t>(instance.rule)].id;
  out.place = instance.place;
  out.outcome = OutcomeOf(instance, session.evaluations);
  for (const int at : instance.equations) {
    if (session.evaluations[static_cast<size_t>(at)].outcome != out.outcome) continue;
    const Sides sides = SidesOf(session, at);
    out.lhs = sides.left;
    out.rhs = sides.right;
    break;
  }
  return out;
}

// Why cells are not to be trusted after all, by record.
using Doubts = std::map<int, std::string>;

Doubts DoubtsOf(const Session& session, const std::vector<Cause>& causes,
                const std::vector<Misalignment>& misaligned) {
  Doubts doubts;
  for (const Misalignment& each : misaligned)
    for (const int at : each.equations) {
      const Equation& equation = session.rules.equations[static_cast<size_t>(at)];
      for (const auto* side : {&equation.left, &equation.right})
        for (const SignedCell& cell : *side)
          if (!session.values[static_cast<size_t>(cell.cell)].blank)
            doubts[cell.cell] = std::string(kFailedIdentity) + "，疑为列错位";
    }
  for (const int at : OverfullSums(session)) {
    const Equation& equation = session.rules.equations[static_cast<size_t>(at)];
    for (const auto* side : {&equation.left, &equation.right})
      for (const SignedCell& cell : *side)
        if (!session.values[static_cast<size_t>(cell.cell)].blank)
          doubts[cell.cell] = "分项之和已大于合计：" + NameOf(session, at);
  }
  for (const Cause& cause : causes) {
    bool source = true;
    for (const int at : cause.equations)
      source = source && VerdictOf(session, session.rules.equations[static_cast<size_t>(at)],
                                   cause) == Verdict::kSource;
    if (source) continue;
    for (const int cell : cause.cells)
      doubts[cell] = std::string(kFailedIdentity) + "：" + NameOf(session, cause.equations.front());
  }
  return doubts;
}

std::vector<bool> Blamed(const Session& session, const std::vector<Cause>& causes,
                         const Doubts& doubts) {
  std::vector<bool> blamed(session.values.size(), false);
  for (const Cause& cause : causes)
    for (const int cell : cause.cells) blamed[static_cast<size_t>(cell)] = true;
  for (const auto& [cell, why] : doubts) blamed[static_cast<size_t>(cell)] = true;
  return blamed;
}

// A rule of several equations at one place is named once.
std::vector<std::string> NamesOf(const Session& session, const std::vector<int>& equations) {
  std::vector<std::string> names;
  for (const int at : equations) {
    const std::string name = NameOf(session, at);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

void TakeRepair(const Session& session, const Settled& settled, RecordChange* change) {
  change->evidence = NamesOf(session, settled.equations);
  if (settled.is_own) return;
  Reading reading;
  reading.by = Reader::kRepair;
  reading.text = settled.chosen.text;
  change->repair = reading;
  change->kind = settled.chosen.kind;
  change->value = settled.chosen.printed;
}

std::vector<RecordChange> StatusesOf(const Session& session, const std::vector<Settled>& settled,
                                     const std::vector<bool>& proven, const Doubts& doubts) {
  std::map<int, const Settled*> settled_by_cell;
  for (const Settled& each : settled) settled_by_cell[each.cell] = &each;
  std::vector<RecordChange> out;
  for (int cell = 0; cell < session.RecordCount(); ++cell) {
    const Record& record = session.RecordOf(cell);
    if (record.status == CellStatus::kCorrected) continue;
    RecordChange change;
    change.record = cell;
    change.status = proven[static_cast<size_t>(cell)] ? CellStatus::kProven : CellStatus::kRead;
    const auto found = settled_by_cell.find(cell);
    const auto doubt = doubts.find(cell);
    if (found != settled_by_cell.end()) {
      TakeRepair(session, *found->second, &change);
    } else if (IsDoubtful(record)) {
      change.status = CellStatus::kSuspect;
      change.doubt = record.doubt.empty() ? "读数不一致或把握低，恒等式不能定夺" : record.doubt;
    }
    if (doubt != doubts.end() && change.status != CellStatus::kSuspect) {
      change.status = CellStatus::kSuspect;
      change.doubt = doubt->second;
    }
    if (OutlastsProof(record.doubt)) {
      change.status = CellStatus::kSuspect;
      change.doubt = record.doubt;
    }
    if (change.status == CellStatus::kProven && change.evidence.empty())
      change.evidence = NamesOf(session, ClosedOver(session, cell));
    const bool same = change.status == record.status && change.doubt == record.doubt;
    if (!same || change.repair || !change.evidence.empty()) out.push_back(std::move(change));
  }
  return out;
}

bool IsBornDigital(const DocumentFacts& facts) {
  return std::any_of(facts.records.begin(), facts.records.end(), [](const Record& record) {
    return !record.readings.empty() && record.readings.front().by == Reader::kLayer;
  });
}

// Records that were read by one engine alone, or in doubt.
std::vector<const Record*> Unwitnessed(const DocumentFacts& facts) {
  std::vector<const Record*> out;
  for (const Record& record : facts.records)
    if (!record.readings.empty() && !IsWitnessed(record)) out.push_back(&record);
  return out;
}

// No cell that a finding points at is one of them.
bool IsSoundlyRead(const std::vector<const Record*>& unwitnessed,
                   const std::vector<FindingCell>& cells) {
  return std::none_of(unwitnessed.begin(), unwitnessed.end(), [&](const Record* record) {
    return std::any_of(cells.begin(), cells.end(), [&](const FindingCell& cell) {
      return cell.table == record->table && cell.row == record->row && cell.col == record->col;
    });
  });
}

void AddStructure(const Session& session, const Rule& rule, const RulePart& part,
                  const std::vector<const Record*>& unwitnessed, StructureMemo* memo,
                  CheckReport* report) {
  StructureInput input;
  input.document = &session.input;
  input.texts = &session.texts;
  input.index = &session.index;
  input.narrative = &session.narrative;
  input.forms = &session.packs.forms();
  input.rule = &rule;
  input.part = &part;
  input.memo = memo;
  for (StructureResult& result : RunStructure(input)) {
    report->instances.push_back({rule.id, result.place, result.outcome, result.lhs, result.rhs});
    if (!IsOff(result.outcome)) continue;
    Finding finding;
    finding.rule = rule.id;
    finding.title = rule.title;
    finding.severity = result.outcome == Outcome::kSoft ? Severity::kInfo : rule.severity;
    const bool source = result.outcome == Outcome::kViolated && !result.from_pixels &&
                        IsBornDigital(session.input.facts) &&
                        IsSoundlyRead(unwitnessed, result.cells);
    finding.verdict = source ? Verdict::kSource : Verdict::kUndecided;
    finding.message = std::move(result.message);
    finding.formula = rule.words;
    finding.actual = std::move(result.lhs);
    finding.expected = std::move(result.rhs);
    finding.cells = std::move(result.cells);
    report->findings.push_back(std::move(finding));
  }
}

}  // namespace

CheckReport Check(const CheckInput& input, const RulePacks& packs, InstanceList instances) {
  if (input.facts.kind != kFinalAccount) return {};
  Session session(input, packs);
  const std::vector<Settled> settled = SettleDoubts(&session);
  session.Reinstantiate();
  const std::vector<Misalignment> misaligned = FindMisaligned(session);
  CheckReport report;
  for (const Misalignment& each : misaligned) report.findings.push_back(FindingOf(session, each));
  Suppress(misaligned, &session);
  const std::vector<Cause> causes = FindCauses(session);
  const Doubts doubts = DoubtsOf(session, causes, misaligned);
  const std::vector<bool> proven = ProvenCells(session, Blamed(session, causes, doubts));

  StructureMemo memo;
  const std::vector<const Record*> unwitnessed = Unwitnessed(input.facts);
  for (const Rule& rule : packs.rules())
    for (const RulePart& part : rule.parts)
      if (!part.structure.empty()) AddStructure(session, rule, part, unwitnessed, &memo, &report);
  if (instances == InstanceList::kGive)
    for (const Instance& instance : session.rules.instances)
      report.instances.push_back(Reported(session, instance));
  for (auto& findings : {FindingsOfFailures(session, causes), RoundingNotes(session)})
    report.findings.insert(report.findings.end(), findings.begin(), findings.end());
  report.statuses = StatusesOf(session, settled, proven, doubts);
  return report;
}

std::string CheckKey(const RulePacks& packs) {
  return Recipe{kFindingsFormat, kFindingsVersion, {"rules=" + packs.Fingerprint()}}.Key();
}

void Apply(const std::vector<RecordChange>& changes, DocumentFacts* facts) {
  for (const RecordChange& change : changes) {
    Record& record = facts->records[static_cast<size_t>(change.record)];
    record.status = change.status;
    record.doubt = change.doubt;
    record.evidence = change.evidence;
    if (!change.repair) continue;
    record.readings.insert(record.readings.begin(), *change.repair);
    record.kind = change.kind;
    record.value = change.value;
    record.raw = change.repair->text;
  }
}

}  // namespace juesuan
