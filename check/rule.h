// A rule as an auditor wrote it, parsed: what is compared, for which rows and columns, when, and
// how exactly. docs/rules.md explains the notation; formula_parse.h reads it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/findings.h"
#include "base/pattern.h"
#include "base/quantity.h"

namespace juesuan {

// A word of a formula: a name as in the form packs, or a variable bound by `each` or `for`.
struct NameRef {
  std::string text;
  bool is_variable = false;
};

enum class DomainKind {
  kRows,      // rows(PUB02), rows(PUB04.支出), rows(PUB02, PUB03): rows of any of them
  kCodes,     // codes(PUB07): rows of a 科目代码
  kParents,   // parents(PUB02): codes that have children in the table
  kTops,      // tops(PUB02): codes that have no parent in the table
  kChildren,  // children(PUB02, parent): codes whose nearest parent in the table it is
  kMeasures,  // measures(PUB02), measures(PUB04.支出)
  kList,      // a named list of the pack, or [a, b] and [(a, b), (c, d)]
};

struct Domain {
  DomainKind kind = DomainKind::kList;
  std::vector<std::string> forms;
  std::string panel;                            // of rows and measures; "" for all
  std::string of;                               // the variable of kChildren
  std::vector<std::vector<std::string>> items;  // of kList, each as long as the binder's names
};

// `name in domain`, or `(a, b) in list`.
struct Binder {
  std::vector<std::string> names;
  Domain domain;
};

enum class TermKind { kCell, kConstant, kSum, kQuote };

// One signed summand of a side.
struct Term {
  TermKind kind = TermKind::kCell;
  int sign = 1;
  std::string form;          // kCell
  NameRef line, measure;     // kCell
  bool may_lack = false;     // kCell with `?`: counts 0 where the row or column is not there
  Decimal constant;          // kConstant; only 0 is of use beside amounts
  std::string quote;         // kQuote: name of a [[text]] of the pack
  std::vector<Binder> over;  // kSum: one binder
  std::vector<Term> body;    // kSum
};

enum class Relation { kEqual, kAtMost, kAtLeast };

struct Comparison {
  std::vector<Term> left, right;
  Relation relation = Relation::kEqual;
};

enum class ConditionKind { kAlways, kCompare, kHasForm, kHasCell, kHasQuote, kNot, kAll, kAny };

struct Condition {
  ConditionKind kind = ConditionKind::kAlways;
  Comparison compare;             // kCompare
  std::string form;               // kHasForm
  Term cell;                      // kHasCell, kHasQuote
  std::vector<Condition> inside;  // kNot, kAll, kAny
};

enum class ToleranceKind {
  // Half a last digit of every non-zero number; exact where each side has one at most, and where
  // all are printed to the fen.
  kSum,
  kCopy,   // as kSum, and a difference of one last digit is a small matter
  kExact,  // nothing but different precision is forgiven
  kUnits,  // n last digits of the coarsest number
};

struct Tolerance {
  ToleranceKind kind = ToleranceKind::kSum;
  int units = 0;
};

// Which deviations are only worth a human's look.
enum class Softness { kHard, kSoft, kSoftIfLess, kSoftIfMore };

// Settings of a structure rule: patterns by key.
using StructureSettings = std::map<std::string, Patterns>;

// One equation of a rule, for all of its places.
struct RulePart {
  std::vector<Binder> each;
  std::vector<Comparison> all;  // `and`: one instance, its worst outcome
  // Instead of both: figures of the narrative, by "form.role subject". One instance each, the cell
  // that it restates = the figure.
  Patterns bound;
  // Or a predicate of structure.h; "" for none.
  std::string structure;
  StructureSettings settings;
  Condition when;
  Tolerance tolerance;
  Softness softness = Softness::kHard;
  bool blank_holds = false;  // all blank is HOLD: blank is what the rule asks for
  bool row_sum = false;      // a total and its parts in one row: watches for shifted columns
  std::string place;         // "{row} col {col}"
  std::string formula;       // as written
};

// A number that stands in a sentence.
struct QuoteSource {
  std::string name;
  Unit unit = Unit::kNone;  // kNone: each amount names its own
  Patterns patterns;        // groups: the number, and its unit if `unit` is kNone
  Patterns headings;        // of which one stands over it; {}: anywhere
};

struct Rule {
  std::string id, title, group, words;
  Severity severity = Severity::kMedium;
  std::vector<std::string> forms;
  std::vector<RulePart> parts;
};

}  // namespace juesuan
