#include "layout/column_kinds.h"

#include "layout/text_class.h"

namespace juesuan {

std::vector<ColumnKind> ColumnKinds(const std::vector<GridCell>& cells, int header_rows, int cols) {
  struct Count {
    int amounts = 0, keys = 0, words = 0, blanks = 0;
  };
  std::vector<Count> counts(static_cast<size_t>(cols));
  for (const GridCell& cell : cells) {
    if (cell.row < header_rows || cell.col_span > 1) continue;
    Count& count = counts[static_cast<size_t>(cell.col)];
    const std::string text = cell.Text();
    if (text.empty()) {
      ++count.blanks;
    } else if (IsCode(text) || SmallInteger(text)) {
      ++count.keys;
    } else if (IsNumber(text) || IsPlaceholder(text)) {
      ++count.amounts;
    } else {
      ++count.words;
    }
  }
  std::vector<ColumnKind> kinds;
  for (const Count& c : counts) {
    const int all = c.amounts + c.keys + c.words;
    if (all == 0) {
      kinds.push_back(ColumnKind::kEmpty);
    } else if (2 * c.words > all) {
      kinds.push_back(ColumnKind::kLabel);
    } else if (c.amounts == 0 && 5 * c.keys >= 4 * (all + c.blanks)) {
      kinds.push_back(ColumnKind::kKey);
    } else {
      kinds.push_back(ColumnKind::kAmount);
    }
  }
  return kinds;
}

}  // namespace juesuan
