// The seed disclosure from its transcription: tables are tab-separated lines, a blank line inside a
// table is the end of a page, a line that repeats again and again is the watermark.
#pragma once

#include <string>

#include "base/result.h"
#include "corpus/disclosure.h"

namespace juesuan {

// `gold`: the value cells by line and column of `text` (ReadGold). The rows of a 公开 table above
// its first value cell are its header. Errors: kMalformed when there is no contents list or no
// table.
Result<Disclosure> ReadSeed(const std::string& text, const SeedGold& gold);

}  // namespace juesuan
