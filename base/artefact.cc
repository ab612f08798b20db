#include "base/artefact.h"

#include <fstream>
#include <map>

#include "base/files.h"
#include "base/hash.h"

namespace juesuan {
namespace {

// The header line alone; nullopt if the file is missing or its first line is no header.
std::optional<Json> ReadHeader(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::string line;
  if (!in || !std::getline(in, line)) return std::nullopt;
  Result<Json> header = Json::Parse(line);
  if (!header.ok() || !header->Has("key")) return std::nullopt;
  return std::move(header).value();
}

std::map<std::string, std::string> NameValues(const std::vector<std::string>& from) {
  std::map<std::string, std::string> out;
  for (const std::string& part : from) {
    const size_t equals = part.find('=');
    out[part.substr(0, equals)] = equals == std::string::npos ? "" : part.substr(equals + 1);
  }
  return out;
}

// The first thing that differs, in words.
std::string Difference(const Json& header, const Recipe& recipe) {
  const auto before = NameValues(header.Strings("from")), now = NameValues(recipe.from);
  for (const auto& [name, value] : now) {
    const auto it = before.find(name);
    if (it == before.end()) return name + " is new";
    if (it->second != value) return name + " " + it->second + " -> " + value;
  }
  for (const auto& [name, value] : before)
    if (now.count(name) == 0) return name + " is gone";
  return "made otherwise";
}

}  // namespace

std::string Recipe::Key() const {
  std::vector<std::string> parts = from;
  parts.push_back(format + "/" + std::to_string(version));
  return KeyOf(parts);
}

Status WriteArtefact(const std::filesystem::path& path, const Recipe& recipe,
                     const std::vector<Json>& items) {
  Json header = Json::Object();
  header.Set("format", recipe.format).Set("version", recipe.version).Set("key", recipe.Key());
  header.Set("from", recipe.from).Set("items", static_cast<int64_t>(items.size()));
  std::string bytes = header.Dump() + "\n";
  for (const Json& item : items) bytes += item.Dump() + "\n";
  return WriteFileAtomically(path, bytes);
}

Result<Artefact> ReadArtefact(const std::filesystem::path& path, const std::string& format,
                              int version) {
  std::ifstream in(path);
  if (!in) return MakeError(ErrorCode::kNotFound, "no '" + path.string() + "'");
  const std::optional<Json> header = ReadHeader(path);
  if (!header) return MakeError(ErrorCode::kMalformed, "no header in '" + path.string() + "'");
  if (header->Str("format") != format || header->Int("version") != version)
    return MakeError(ErrorCode::kMalformed, "'" + path.string() + "' is not " + format +
                                                " version " + std::to_string(version));
  Artefact artefact;
  artefact.key = header->Str("key");
  artefact.from = header->Strings("from");
  std::string line;
  std::getline(in, line);
  for (int number = 2; std::getline(in, line); ++number) {
    Result<Json> item = Json::Parse(line);
    if (!item.ok())
      return MakeError(ErrorCode::kMalformed,
                       "'" + path.string() + "' line " + std::to_string(number) + " is not JSON");
    artefact.items.push_back(std::move(item).value());
  }
  if (static_cast<int64_t>(artefact.items.size()) != header->Int("items", -1))
    return MakeError(ErrorCode::kMalformed, "'" + path.string() + "' is cut short");
  return artefact;
}

std::optional<std::string> ArtefactKey(const std::filesystem::path& path) {
  const std::optional<Json> header = ReadHeader(path);
  if (!header) return std::nullopt;
  return header->Str("key");
}

std::optional<std::string> WhyStale(const std::filesystem::path& path, const Recipe& recipe) {
  if (!std::filesystem::exists(path)) return "missing";
  const std::optional<Json> header = ReadHeader(path);
  if (!header) return "unreadable";
  if (header->Str("format") != recipe.format || header->Int("version") != recipe.version)
    return "format " + header->Str("format") + "/" + std::to_string(header->Int("version")) +
           " -> " + recipe.format + "/" + std::to_string(recipe.version);
  if (header->Str("key") == recipe.Key()) return std::nullopt;
  return Difference(*header, recipe);
}

}  // namespace juesuan
