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
};

// Score: title up to 50, columns up to 30, rows up to 20, the printed 公开NN表 up to 5 more. A
// claim needs a form's title, half its columns, a score of 60 and a lead of 10 over the second.
// Position in the document plays no part.
Classified Classify(const TableGrid& grid, const TableHead& head, const std::string& department,
                    const FormPacks& packs);

}  // namespace juesuan
