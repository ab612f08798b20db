#include "check/session.h"

#include <array>
#include <map>

#include "base/text.h"
#include "check/candidates.h"

namespace juesuan {
namespace {

int Weight(Outcome outcome) {
  constexpr std::array<Outcome, 6> kRising = {Outcome::kVacuous, Outcome::kHold,
                                              Outcome::kRound,   Outcome::kSkipped,
                                              Outcome::kSoft,    Outcome::kViolated};
  for (size_t i = 0; i < kRising.size(); ++i)
    if (kRising[i] == outcome) return static_cast<int>(i);
  return 0;
}

}  // namespace

Session::Session(const CheckInput& document, const RulePacks& rule_packs)
    : input(document), packs(rule_packs), index(document.facts) {
  for (const CheckParagraph& paragraph : input.paragraphs)
    texts.push_back(MatchForm(paragraph.Text()));
  for (const Record& record : input.facts.records) {
    CellValue value = ValueOf(record, ScaleOf(record));
    believed.push_back(value);
    if (IsDoubtful(record)) value.known = false;
    values.push_back(value);
  }
  for (FoundQuote& found : FindQuotes(packs.quotes(), PassagesOf(input.paragraphs, texts))) {
    quotes.push_back(std::move(found.quote));
    believed.push_back(found.value);
    values.push_back(found.value);
  }
  AddFigures();
}

void Session::AddFigures() {
  constexpr int kNone = -1, kTwice = -2;
  std::map<std::string_view, int> wanted;  // record by key
  for (const NarrativeFact& fact : input.facts.narrative)
    if (!fact.bound_to.empty()) wanted.emplace(fact.bound_to, kNone);
  std::string key;  // one for all: most records are not wanted
  for (int i = 0; i < RecordCount() && !wanted.empty(); ++i) {
    const Record& r = RecordOf(i);
    if (!r.project.empty()) continue;
    for (const bool with_panel : {false, true}) {
      if (with_panel && r.panel.empty()) continue;
      key.assign(r.form).append("/");
      if (with_panel) key.append(r.panel).append("/");
      key.append(r.row_key).append("/").append(r.col_key);
      if (const auto found = wanted.find(key); found != wanted.end())
        found->second = found->second == kNone || found->second == i ? i : kTwice;
    }
  }
  for (const NarrativeFact& fact : input.facts.narrative) {
    if (fact.form.empty()) continue;
    narrative.push_back({fact.form + "." + fact.role + " " + fact.subject, &fact});
    const auto found = wanted.find(fact.bound_to);
    if (found == wanted.end() || found->second < 0 || !fact.value) continue;
    // A count is of the things that its cell counts.
    const Unit cell = RecordOf(found->second).unit;
    const Unit unit =
        fact.measure == FactMeasure::kCount ? cell : ParseUnit(fact.unit).value_or(Unit::kNone);
    const std::optional<Number> number = ToNumber(*fact.value, unit);
    if (!number) continue;
    quotes.push_back({narrative.back().selector, fact.raw, fact.subject, fact.page, fact.box,
                      found->second, fact.by});
    CellValue value;
    value.known = true;
    value.number = *number;
    believed.push_back(value);
    values.push_back(value);
  }
}

int Session::ScaleOf(const Record& record) const {
  const FormTable* table = record.project.empty() ? index.Find(record.form) : nullptr;
  return table == nullptr ? 0 : table->common_scale;
}

void Session::Reinstantiate() {
  rules = Instantiate(packs.rules(), index, quotes, values);
  uses.assign(values.size(), {});
  for (size_t i = 0; i < rules.equations.size(); ++i)
    for (const auto* side : {&rules.equations[i].left, &rules.equations[i].right})
      for (const SignedCell& cell : *side)
        uses[static_cast<size_t>(cell.cell)].push_back(static_cast<int>(i));
  instance_of.assign(rules.equations.size(), 0);
  for (size_t i = 0; i < rules.instances.size(); ++i)
    for (const int at : rules.instances[i].equations)
      instance_of[static_cast<size_t>(at)] = static_cast<int>(i);
  Reevaluate();
}

const Instance& Session::InstanceOf(int equation) const {
  return rules.instances[static_cast<size_t>(instance_of[static_cast<size_t>(equation)])];
}

const Rule& Session::RuleOf(int equation) const {
  return packs.rules()[static_cast<size_t>(InstanceOf(equation).rule)];
}

void Session::Reevaluate() {
  evaluations.clear();
  for (const Equation& equation : rules.equations)
    evaluations.push_back(Evaluate(equation, values));
}

Outcome OutcomeOf(const Instance& instance, const std::vector<Evaluation>& evaluations) {
  if (instance.equations.empty()) return Outcome::kSkipped;
  Outcome worst = Outcome::kVacuous;
  for (const int at : instance.equations) {
    const Outcome here = evaluations[static_cast<size_t>(at)].outcome;
    if (Weight(here) > Weight(worst)) worst = here;
  }
  return worst;
}

}  // namespace juesuan
