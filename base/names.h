// Enums by name: the stable spellings that stand in artefacts, in the database and on the command
// line. A table lists them in the order of the enum, whose values count from 0 without gaps.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace juesuan {

template <size_t kSize>
using NameTable = std::array<std::string_view, kSize>;

// REQUIRES: the table has a name for every value.
template <typename Enum, size_t kSize>
constexpr std::string_view EnumName(const NameTable<kSize>& names, Enum value) {
  return names[static_cast<size_t>(value)];
}

// nullopt: no value of that name.
template <typename Enum, size_t kSize>
constexpr std::optional<Enum> ParseEnum(const NameTable<kSize>& names, std::string_view name) {
  for (size_t i = 0; i < kSize; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace juesuan
