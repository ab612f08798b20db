// SHA-256: the identity of a file and the key of an artefact. hash.cc alone knows the crypto
// library.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace juesuan {

std::string Sha256(std::string_view bytes);                        // 64 hex digits, lower case
Result<std::string> Sha256OfFile(const std::filesystem::path& p);  // kNotFound, kExternal

// One key of many parts: the hash of the parts with their lengths, so that no two lists collide.
// 16 hex digits.
std::string KeyOf(const std::vector<std::string>& parts);

}  // namespace juesuan
