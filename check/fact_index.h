// The records of a document by form, row and measure: what a formula's FORM[line, measure] finds.
// Built once a document.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/facts.h"

namespace juesuan {

// One row of one side of a form.
struct FormRow {
  std::string_view panel, key, line, label;  // the records' own
  int table = 0, grid_row = 0;
  std::vector<std::pair<std::string_view, int>> cells;  // measure, index of the record
  bool is_code = false;
  int parent = -1;            // of a code: the nearest prefix in the table
  std::vector<int> children;  // of a code, in printed order

  int Find(std::string_view measure) const;  // record index; -1 if the row has no such cell
};

struct FormTable {
  std::string form;
  std::vector<FormRow> rows;  // in printed order
  std::map<std::string_view, std::vector<int>> by_line;
  std::vector<std::string_view> measures;  // in order of first appearance
  int common_scale = 0;                    // decimals that most of its amounts are printed with
  // Something printed in it is in no record (a row that nobody knows, a column, a page that
  // failed), or a row stands twice: a sum over its rows may be short.
  bool lost = false;

  bool HasCodes() const;
  // The one record of a line and measure. -1: there is none; -2: there are several.
  int Find(std::string_view line, std::string_view measure) const;
};

class FactIndex {
 public:
  // REQUIRES: `facts` outlives the index.
  explicit FactIndex(const DocumentFacts& facts);

  const DocumentFacts& facts() const { return *facts_; }
  const std::vector<FormTable>& tables() const { return tables_; }  // in order of form id
  // nullptr if no table of the form has records.
  const FormTable* Find(const std::string& form) const;

 private:
  const DocumentFacts* facts_;
  std::vector<FormTable> tables_;
};

bool IsFunctionalOrEconomicCode(std::string_view line);

}  // namespace juesuan
