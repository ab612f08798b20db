// Pages that something else printed, as pictures to scan: what a published document looks like on
// paper.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "corpus/drawing.h"

namespace juesuan {

constexpr double kPaperDpi = 300;  // of the pictures

// A drawing of the PNG pictures in `folder`, a page each, by name (`pdftoppm -r 300 -png` makes
// them). The drawing refers to the files. Errors: kNotFound if there is none; kDamaged if one is no
// PNG.
Result<Drawing> ReadPaper(const std::filesystem::path& folder);

}  // namespace juesuan
