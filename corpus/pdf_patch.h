// Edits the streams of a PDF that cairo wrote, by an incremental update: what cairo cannot draw.
#pragma once

#include <functional>
#include <string>

#include "base/result.h"

namespace juesuan {

// Edits the plain bytes of one stream; true if it changed them.
using StreamEdit = std::function<bool(std::string* bytes)>;

// Offers every deflated stream that is no XObject to `edit`, in the file's order, and appends those
// that it changed. REQUIRES: one cross-reference table, no object streams (cairo 1.16 writes so).
// Errors: kMalformed.
Result<std::string> EditStreams(std::string pdf, const StreamEdit& edit);

}  // namespace juesuan
