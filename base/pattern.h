// Regular expressions of rule packs and sentence forms, compiled once. pattern.cc is the only file
// that knows RE2.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace juesuan {

class Pattern {
 public:
  static Result<Pattern> Compile(const std::string& text);  // kMalformed with the reason

  const std::string& Text() const;  // as compiled
  int GroupCount() const;
  // Begin and end of the first match in bytes; nullopt if there is none.
  std::optional<std::pair<size_t, size_t>> Where(std::string_view text) const;
  bool FindsIn(std::string_view text) const;
  bool Matches(std::string_view text) const;  // the whole text
  // The groups of the first match; {} if there is none, or the pattern has no group.
  std::vector<std::string> GroupsIn(std::string_view text) const;
  std::vector<std::string> GroupsOfWhole(std::string_view text) const;
  // Named groups of the first match; {} if there is none.
  std::map<std::string, std::string> NamedGroupsIn(std::string_view text) const;
  // Without the first match.
  std::string RemovedFrom(std::string_view text) const;

 private:
  struct Rep;
  explicit Pattern(std::shared_ptr<const Rep> rep) : rep_(std::move(rep)) {}
  std::vector<std::string> Groups(std::string_view text, bool whole) const;
  std::shared_ptr<const Rep> rep_;
};

using Patterns = std::vector<Pattern>;

bool AnyFindsIn(const Patterns& patterns, std::string_view text);
bool AnyMatches(const Patterns& patterns, std::string_view text);

// A pattern of our own, known to be sound. REQUIRES: it compiles.
Pattern MustCompile(const std::string& text);

}  // namespace juesuan
