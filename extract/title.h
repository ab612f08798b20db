// The printed title of a table against the titles of the forms.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extract/head.h"
#include "extract/pack.h"

namespace juesuan {

enum class TitleKind {
  kNone,    // no line above reads like a title
  kForm,    // one of the forms' titles
  kOther,   // an account that is none of the forms
  kBudget,  // a budget's title
};

struct TitleMatch {
  TitleKind kind = TitleKind::kNone;
  std::string printed;                // the line
  std::map<std::string, int> scores;  // kForm: form id → 0…50
  bool is_known = false;              // kOther: the title of an account that is known to be none
};

// Looks at the head's lines from the table upwards; the first that reads like a title decides.
// `department`: the document's, which may stand before the title.
TitleMatch MatchTitle(const TableHead& head, const std::string& department, const FormPacks& packs);

// 0…1: the share of the characters of a title of `form` that stand in a line of the head, in order.
double TitleLikeness(const TableHead& head, const FormPack& form);

// True if a text speaks of a budget, beyond the names of the three budgets.
bool SpeaksOfBudget(std::string_view text, const FormWords& words);

}  // namespace juesuan
