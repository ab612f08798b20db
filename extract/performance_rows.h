// Records of single rows of a performance form.
#pragma once

#include <string>
#include <vector>

#include "base/facts.h"
#include "extract/joined_rows.h"
#include "extract/performance_columns.h"

namespace juesuan {

// One row's cells under the columns of a block, or a label's text. Cells are copies: what a page's
// end cut off is added to them.
struct HeldCell {
  const BlockColumn* column = nullptr;  // nullptr: a text
  GridCell cell;
  int table = 0;
};

// What the records of a row have in common.
struct RowNames {
  std::string form, label, panel, line;
  bool weak = false;  // the label may be another: so are the row's figures in doubt
};

class RecordMaker {
 public:
  // Cells of `row` under the header's columns; a cell of words under no column is rejected.
  std::vector<HeldCell> Hold(const JoinedRow& row, const BlockHeader& header);

  // `money`: of amounts whose column does not say it.
  void Add(const RowNames& names, const HeldCell& held, Unit money);
  void AddText(const RowNames& names, const std::string& key, const HeldCell& held);
  void Refuse(const HeldCell& held, const std::string& code, const std::string& why);

  std::vector<Record> records;
  std::vector<Reject> rejects;

 private:
  Record& Place(const RowNames& names, const HeldCell& held);
};

// Adds the lines of a cell that goes on after a page's end. A blank cell's place is that of its
// rest.
void Extend(const HeldCell& more, HeldCell* held);

}  // namespace juesuan
