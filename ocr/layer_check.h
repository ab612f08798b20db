// Whether a document's text layers say what its pages show.
//
// A font's map may be wrong: the page shows 3 and the layer says 8, everywhere. So each character
// of a font that figures are made of is looked at once, on a page where it stands: the stretch it
// stands in is cut from the page's picture and read. A few stretches of Chinese are read for each
// font, too, since a map may be wrong as a whole. A document costs some twenty lines of reading,
// not its thousands.
#pragma once

#include <functional>
#include <set>
#include <vector>

#include "base/page.h"
#include "base/raster.h"
#include "ocr/line_reader.h"

namespace juesuan {

// The clean picture of a page, as ReadPixelWords wants it. An error: this page cannot be looked at.
using DrawPage = std::function<Result<Raster>(const Page&)>;

// The numbers of those of `pages` whose layer is called sound, and lies: they show a character that
// its picture contradicts, or of which nothing could be made out. Errors: of the engines.
Result<std::set<int>> FindLyingPages(const std::vector<Page>& pages, const DrawPage& draw,
                                     LineReader* reader);

}  // namespace juesuan
