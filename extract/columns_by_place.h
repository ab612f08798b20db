// Columns whose header a recogniser misread, told by where they stand and what stands under them.
#pragma once

#include <string_view>
#include <vector>

#include "base/tables.h"
#include "extract/columns.h"
#include "extract/header_rows.h"
#include "extract/pack.h"

namespace juesuan {

// True for up to seven digits and nothing else.
bool IsCodeText(std::string_view text);

// Gives columns without a role that of a key where their body tells it: names, 行次, and 类 款 项
// side by side. Headers of a text layer are left alone.
void KeysByContent(const TableGrid& grid, const HeaderRows& header, const FormPack& form,
                   std::vector<Column>* columns);

// Forms print their columns in one order: where a side has as many columns as the form, and those
// that are known stand in their places, the misread ones are those of their places; so is one
// between two neighbours with one measure between them, and the only one of a side beside another
// that is known. Sets Column::by_place. REQUIRES: sides.
void MeasuresByPlace(const TableGrid& grid, const HeaderRows& header, const FormPack& form,
                     ColumnMap* map);

}  // namespace juesuan
