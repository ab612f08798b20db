// Which form a grid is, if any.
#pragma once

#include <string>

#include "base/tables.h"
#include "extract/head.h"
#include "extract/pack.h"
#include "extract/title.h"

namespace juesuan {

struct Classified {
  const FormPack* form = nullptr;  // nullptr: unclaimed
  int score = 0;                   // 0…100, of the best form
  std::string why;                 // unclaimed: what was missing
  TitleMatch title;
  bool by_content = false;  // the title was misread: what the table holds tells the form
};

// Score: title up to 50, columns up to 30, rows up to 20, the printed 公开NN表 up to 5 more. A
// claim needs a form's title, half its columns, a score of 60 and a lead of 10 over the second.
// Position in the document plays no part. Where a head read from pixels is damaged, a form whose
// required columns are all there is taken by what is left of its title, by its number and rows.
Classified Classify(const TableGrid& grid, const TableHead& head, const std::string& department,
                    const FormPacks& packs);

}  // namespace juesuan
