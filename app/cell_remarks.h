// What there is to say of each cell of a document's tables: its colour and its comment.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/sheet.h"
#include "base/facts.h"
#include "base/findings.h"

namespace juesuan {

struct CellRemark {
  Fill fill = Fill::kNone;
  std::vector<std::string> lines;  // one thing said each, as they were added

  std::string Comment() const;
  void Join(const CellRemark& other);
};

class CellRemarks {
 public:
  // A finding colours and explains the cells it points at: the first as the likely cause, the
  // others as involved. Rounding within the envelope is nothing to look at, and what a reviewer
  // dismissed or corrected has no colour.
  void Add(const Finding& finding);
  // Status; why it is suspect and what was read; what it was repaired from; the identities that
  // close over it.
  void Add(const Record& record);
  // A cell, or a row's first cell, or a table's, that could not be used.
  void Add(const Reject& reject);
  void AddUnread(int table, int row, int col);

  // Of one table, by row and column.
  using Place = std::pair<int, int>;
  const std::map<Place, CellRemark>& Of(int table) const;

 private:
  CellRemark& At(int table, int row, int col) { return remarks_[table][{row, col}]; }

  std::map<int, std::map<Place, CellRemark>> remarks_;
};

}  // namespace juesuan
