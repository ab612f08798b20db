// What a file's first and last bytes say it is.
#pragma once

#include <string>
#include <string_view>

namespace juesuan {

// A PDF header stands within the first kilobyte (PDF 32000-1, annex H.3.4.1).
bool LooksLikePdf(std::string_view bytes);

// The end marker %%EOF stands near the end: without it, the file was cut.
bool HasPdfEnd(std::string_view bytes);

// "an HTML page", "a ZIP or office file", …; "bytes of no known kind" if nothing matches.
std::string DescribeBytes(std::string_view bytes);

}  // namespace juesuan
