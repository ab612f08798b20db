// Grids that belong together: a table's continuation that layout left apart, and a table printed
// twice.
#pragma once

#include <vector>

#include "base/tables.h"
#include "extract/classify.h"
#include "extract/map_table.h"

namespace juesuan {

struct ClaimedTable {
  const TableGrid* grid = nullptr;
  TableHead head;
  Classified classified;
  MappedTable mapped;  // of a claimed grid
};

// Maps every claimed grid, then:
//   a grid without a title right after a claimed one is claimed for the same form if all its
//   columns and rows fit (its header may be missing if it has as many columns); of two grids of one
//   form, the later is a continuation if it has rows of its own: rows that only repeat an earlier
//   one (合计 again) are dropped, rows that contradict one are suspect; otherwise the form was
//   printed twice: the better score keeps it, the other is unclaimed.
void SettleClaims(const FormPacks& packs, std::vector<ClaimedTable>* tables);

}  // namespace juesuan
