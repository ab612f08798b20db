// Whole files: read, and written so that a name means a whole file even after a power cut.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace juesuan {

Result<std::string> ReadFile(const std::filesystem::path& path);  // kNotFound, kExternal

// Writes to a temporary name beside `path`, syncs, renames. Makes the parent folders.
Status WriteFileAtomically(const std::filesystem::path& path, std::string_view bytes);

}  // namespace juesuan
