// One table of a document as a sheet: the grid as printed, its amounts as numbers.
#pragma once

#include <string>
#include <vector>

#include "app/cell_remarks.h"
#include "app/sheet.h"
#include "base/facts.h"
#include "store/export_rows.h"

namespace juesuan {

// Cell (0, 0) of the grid stands here, below the table's title and head.
constexpr int kGridTop = 3;

// `records` are those of this table. `back` is where the line under the head leads.
Sheet MakeTableSheet(const std::string& name, const StoredDocument& document,
                     const TableContent& table, const std::vector<Record>& records,
                     const CellRemarks& remarks, const std::string& back);

}  // namespace juesuan
