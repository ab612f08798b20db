#include "base/pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

namespace juesuan {

struct Pattern::Rep {
  explicit Rep(const std::string& text) : re(text, RE2::Quiet) {}
  RE2 re;
};

Result<Pattern> Pattern::Compile(const std::string& text) {
  auto rep = std::make_shared<const Rep>(text);
  if (!rep->re.ok())
    return MakeError(ErrorCode::kMalformed, "bad pattern \"" + text + "\": " + rep->re.error());
  return Pattern(std::move(rep));
}

const std::string& Pattern::Text() const { return rep_->re.pattern(); }

int Pattern::GroupCount() const { return rep_->re.NumberOfCapturingGroups(); }

std::optional<std::pair<size_t, size_t>> Pattern::Where(std::string_view text) const {
  const re2::StringPiece piece(text.data(), text.size());
  re2::StringPiece found;
  if (!rep_->re.Match(piece, 0, piece.size(), RE2::UNANCHORED, &found, 1)) return std::nullopt;
  const auto begin = static_cast<size_t>(found.data() - piece.data());
  return std::pair(begin, begin + found.size());
}

bool Pattern::FindsIn(std::string_view text) const {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), rep_->re);
}

bool Pattern::Matches(std::string_view text) const {
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), rep_->re);
}

std::vector<std::string> Pattern::Groups(std::string_view text, bool whole) const {
  const re2::StringPiece piece(text.data(), text.size());
  std::vector<re2::StringPiece> found(static_cast<size_t>(GroupCount()) + 1);
  const RE2::Anchor anchor = whole ? RE2::ANCHOR_BOTH : RE2::UNANCHORED;
  if (!rep_->re.Match(piece, 0, piece.size(), anchor, found.data(), static_cast<int>(found.size())))
    return {};
  std::vector<std::string> groups;
  for (size_t i = 1; i < found.size(); ++i) groups.emplace_back(found[i].data(), found[i].size());
  return groups;
}

std::vector<std::string> Pattern::GroupsIn(std::string_view text) const {
  return Groups(text, false);
}

std::vector<std::string> Pattern::GroupsOfWhole(std::string_view text) const {
  return Groups(text, true);
}

std::map<std::string, std::string> Pattern::NamedGroupsIn(std::string_view text) const {
  std::map<std::string, std::string> out;
  const std::vector<std::string> groups = Groups(text, false);
  if (groups.empty()) return out;
  for (const auto& [name, at] : rep_->re.NamedCapturingGroups())
    out[name] = groups[static_cast<size_t>(at) - 1];
  return out;
}

std::string Pattern::RemovedFrom(std::string_view text) const {
  std::string out(text);
  RE2::Replace(&out, rep_->re, "");
  return out;
}

bool AnyFindsIn(const Patterns& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const Pattern& pattern) { return pattern.FindsIn(text); });
}

bool AnyMatches(const Patterns& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const Pattern& pattern) { return pattern.Matches(text); });
}

Pattern MustCompile(const std::string& text) {
  Result<Pattern> pattern = Pattern::Compile(text);
  return std::move(*pattern);
}

}  // namespace juesuan
