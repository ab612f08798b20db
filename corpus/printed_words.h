// The amounts of a PDF as another program sees them: pdftotext, which knows words and places, but
// no tables. It judges where the grids put their numbers.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/agree.h"

namespace juesuan {

// The amounts (as ParseAmounts has them) of `html`, what `pdftotext -bbox` prints, that stand in
// one of the tables of `json_lines`, an export of tables. Errors: kMalformed.
Result<std::vector<PlacedAmount>> ParsePrintedAmounts(const std::string& html,
                                                      const std::string& json_lines);

}  // namespace juesuan
