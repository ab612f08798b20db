#include "check/make_findings.h"

#include <algorithm>
#include <map>
#include <set>

#include "check/describe.h"
#include "check/verdict.h"

namespace juesuan {
namespace {

// Cells with a number, and the lone cell of a blank side; the cause first.
std::vector<FindingCell> CellsOf(const Session& session, const Equation& equation,
                                 const Cause& cause) {
  std::vector<int> cells;
  const auto add = [&](int cell) {
    if (std::find(cells.begin(), cells.end(), cell) == cells.end()) cells.push_back(cell);
  };
  for (const auto* side : {&equation.left, &equation.right})
    for (const SignedCell& each : *side)
      if (cause.IsSingle() && each.cell == cause.cells.front()) add(each.cell);
  for (const auto* side : {&equation.left, &equation.right})
    for (const SignedCell& each : *side)
      if (side->size() == 1 || !session.values[static_cast<size_t>(each.cell)].blank)
        add(each.cell);
  std::vector<FindingCell> out;
  for (const int cell : cells) out.push_back(ToFindingCell(session, cell));
  return out;
}

// Two printings of one amount that differ by one in the last digit.
bool IsSmallMatter(const Equation& equation, const Evaluation& evaluation) {
  return equation.tolerance.kind == ToleranceKind::kCopy && evaluation.parts <= 2 &&
         Magnitude(evaluation.difference) <= std::max(evaluation.left_ulps, evaluation.right_ulps);
}

std::string CauseName(const Session& session, const Cause& cause) {
  if (cause.cells.empty() || !session.IsRecord(cause.cells.front())) return "";
  if (!cause.IsSingle() && cause.equations.size() < 2) return "";
  return PathOf(session.RecordOf(cause.cells.front()));
}

std::string FormOf(const Session& session, int at) {
  const Equation& equation = session.rules.equations[static_cast<size_t>(at)];
  for (const auto* side : {&equation.left, &equation.right})
    for (const SignedCell& cell : *side)
      if (session.IsRecord(cell.cell)) return session.RecordOf(cell.cell).form;
  return "";
}

Finding FailureAt(const Session& session, int at, const Cause& cause) {
  const Equation& equation = session.rules.equations[static_cast<size_t>(at)];
  const Evaluation& evaluation = session.evaluations[static_cast<size_t>(at)];
  const Rule& rule = session.RuleOf(at);
  const Sides sides = SidesOf(session, at);
  Finding finding;
  finding.rule = rule.id;
  finding.title = rule.title;
  finding.severity = IsSmallMatter(equation, evaluation) ? Severity::kLow : rule.severity;
  // A soft rule accuses nobody.
  finding.verdict = evaluation.outcome == Outcome::kSoft ? Verdict::kUndecided
                                                         : VerdictOf(session, equation, cause);
  finding.message = MessageOf(session, at, cause);
  finding.formula = FilledIn(session, at);
  finding.expected = sides.right;
  finding.actual = sides.left;
  finding.difference = sides.difference;
  finding.envelope = sides.envelope;
  finding.cells = CellsOf(session, equation, cause);
  finding.cause = CauseName(session, cause);
  return finding;
}

}  // namespace

std::vector<Finding> FindingsOfFailures(const Session& session, const std::vector<Cause>& causes) {
  std::map<int, const Cause*> cause_of;
  for (const Cause& cause : causes)
    for (const int at : cause.equations) cause_of[at] = &cause;
  const Cause none;
  std::vector<Finding> out;
  for (size_t i = 0; i < session.evaluations.size(); ++i) {
    if (!IsOff(session.evaluations[i].outcome)) continue;
    const int at = static_cast<int>(i);
    const auto found = cause_of.find(at);
    out.push_back(FailureAt(session, at, found == cause_of.end() ? none : *found->second));
  }
  return out;
}

std::vector<Finding> RoundingNotes(const Session& session) {
  struct Note {
    std::set<int> rules;
    std::vector<int> equations;
    Int128 largest = 0;
  };
  std::map<std::string, Note> notes;
  for (size_t i = 0; i < session.evaluations.size(); ++i) {
    if (session.evaluations[i].outcome != Outcome::kRound) continue;
    const int at = static_cast<int>(i);
    Note& note = notes[FormOf(session, at)];
    note.rules.insert(session.InstanceOf(at).rule);
    note.equations.push_back(at);
    note.largest = std::max(note.largest, Magnitude(session.evaluations[i].difference));
  }
  std::vector<Finding> out;
  for (const auto& [form, note] : notes) {
    const int first = note.equations.front();
    const Sides sides = SidesOf(session, first);
    const Unit unit = session.evaluations[static_cast<size_t>(first)].unit;
    Finding finding;
    finding.rule = session.RuleOf(first).id;
    finding.title = "尾数误差";
    finding.severity = Severity::kInfo;
    finding.verdict = Verdict::kRounding;
    std::string rules;
    for (const int rule : note.rules)
      rules += (rules.empty() ? "" : "、") + session.packs.rules()[static_cast<size_t>(rule)].id;
    const auto names = session.packs.forms().find(form);
    finding.message = "《" + (names == session.packs.forms().end() ? form : names->second.title) +
                      "》有" + std::to_string(note.equations.size()) + "处尾数误差，最大" +
                      ToText(note.largest, unit, 0) + sides.unit + "，均在四舍五入范围内（" +
                      rules + "）。";
    finding.formula = FilledIn(session, first);
    finding.expected = sides.right;
    finding.actual = sides.left;
    finding.difference = sides.difference;
    finding.envelope = sides.envelope;
    for (const int at : note.equations) {
      const Equation& equation = session.rules.equations[static_cast<size_t>(at)];
      if (!equation.left.empty())
        finding.cells.push_back(ToFindingCell(session, equation.left.front().cell));
    }
    out.push_back(std::move(finding));
  }
  return out;
}

Finding FindingOf(const Session& session, const Misalignment& misaligned) {
  const int first = misaligned.equations.front();
  Finding finding;
  finding.rule = session.RuleOf(first).id;
  finding.title = "列可能错位";
  finding.severity = Severity::kHigh;
  finding.verdict = Verdict::kExtraction;
  const auto names = session.packs.forms().find(misaligned.form);
  finding.message =
      "《" + (names == session.packs.forms().end() ? misaligned.form : names->second.title) + "》" +
      std::to_string(misaligned.rows) + "行中有" + std::to_string(misaligned.failed) +
      "行合计不等于各列之和，疑为列错位，此表不再参与其他校验。";
  finding.cause = misaligned.form;
  for (const int at : misaligned.equations)
    finding.cells.push_back(
        ToFindingCell(session, session.rules.equations[static_cast<size_t>(at)].left.front().cell));
  return finding;
}

}  // namespace juesuan
