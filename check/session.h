// Everything known of a document while it is checked: built once, passed from step to step.
#pragma once

#include <vector>

#include "check/check_input.h"
#include "check/equation.h"
#include "check/fact_index.h"
#include "check/instantiate.h"
#include "check/quotes.h"
#include "check/rule_packs.h"
#include "check/structure.h"

namespace juesuan {

struct Session {
  Session(const CheckInput& document, const RulePacks& rule_packs);

  int RecordCount() const { return static_cast<int>(input.facts.records.size()); }
  bool IsRecord(int cell) const { return cell < RecordCount(); }
  const Record& RecordOf(int cell) const { return input.facts.records[static_cast<size_t>(cell)]; }
  const Quote& QuoteOf(int cell) const { return quotes[static_cast<size_t>(cell - RecordCount())]; }
  int ScaleOf(const Record& record) const;  // its table's common scale
  const Instance& InstanceOf(int equation) const;
  const Rule& RuleOf(int equation) const;
  // Instances, `uses` and evaluations under `values`.
  void Reinstantiate();
  void Reevaluate();

  void AddFigures();  // the figures of the narrative that restate a record

  const CheckInput& input;
  const RulePacks& packs;
  std::vector<std::string> texts;  // MatchForm of each paragraph
  FactIndex index;
  std::vector<Quote> quotes;
  std::vector<NamedFact> narrative;  // the figures of sentences that a form fits
  Values believed;                   // of every cell's first choice, in doubt or not
  Values values;                     // cells in doubt are not known
  Instances rules;
  std::vector<Evaluation> evaluations;  // of rules.equations
  std::vector<std::vector<int>> uses;   // by cell: the equations it stands in
  std::vector<int> instance_of;         // by equation
};

// The worst of an instance's equations.
Outcome OutcomeOf(const Instance& instance, const std::vector<Evaluation>& evaluations);

}  // namespace juesuan
