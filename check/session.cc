#include "check/session.h"

#include <array>

namespace juesuan {
namespace {

// A suspect cell is no witness until a repair or a reviewer has settled it.
bool IsTrusted(const Record& record) { return record.status != CellStatus::kSuspect; }

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
  for (const Record& record : input.facts.records) {
    CellValue value = ValueOf(record, ScaleOf(record));
    if (!IsTrusted(record)) value.known = false;
    values.push_back(value);
  }
  for (FoundQuote& found : FindQuotes(packs.quotes(), input.paragraphs)) {
    quotes.push_back(std::move(found.quote));
    values.push_back(found.value);
  }
}

int Session::ScaleOf(const Record& record) const {
  const FormTable* table = record.project.empty() ? index.Find(record.form) : nullptr;
  return table == nullptr ? 0 : table->common_scale;
}

void Session::Reinstantiate() {
  rules = Instantiate(packs.rules(), index, quotes, values);
  Reevaluate();
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
