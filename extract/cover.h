// What a document says of itself before its first table.
#pragma once

#include <string>

#include "base/tables.h"
#include "extract/pack.h"

namespace juesuan {

struct Cover {
  std::string department, year;  // "" if the cover does not say
  bool is_account = false;       // it calls itself 决算
};

// Looks at the paragraphs of the pages before the first table, at most the first two pages.
Cover ReadCover(const DocumentLayout& layout, const FormWords& words);

}  // namespace juesuan
