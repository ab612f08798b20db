// Whole files: read, and written so that a name means a whole file even after a power cut.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace juesuan {

Result<std::string> ReadFile(const std::filesystem::path& path);  // kNotFound, kExternal

// For a writer that needs a name of its own: where to write what shall become `path`, and the step
// that makes it so (syncs, renames; what went wrong leaves no temporary file behind).
std::filesystem::path TemporaryFor(const std::filesystem::path& path);
Status CommitTemporary(const std::filesystem::path& path);

// Writes to a temporary name beside `path`, syncs, renames. Makes the parent folders.
Status WriteFileAtomically(const std::filesystem::path& path, std::string_view bytes);

}  // namespace juesuan
