// What a stage leaves on disk: JSON Lines. The first line is the header, the rest one item a line:
//
//   {"format":"juesuan.words","version":1,"key":"9f2c41d0a6e35b77","from":["input=…","text=auto"],"items":2}
//
// `from` lists, as name=value, everything the content depends on: the input's key, the options, the
// versions of engines and models. The key is their hash. Equal key: up to date. No clock, no file
// time and no absolute path takes part, so equal input gives equal bytes. `items` shows a cut file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace juesuan {

struct Recipe {
  std::string format;             // "juesuan.words"
  int version = 1;                // raise when the meaning of the content changes
  std::vector<std::string> from;  // "name=value", in a fixed order

  std::string Key() const;
};

struct Artefact {
  std::string key;
  std::vector<std::string> from;
  std::vector<Json> items;
};

Status WriteArtefact(const std::filesystem::path& path, const Recipe& recipe,
                     const std::vector<Json>& items);

// Errors: kNotFound; kMalformed (not this format or version, or cut short), naming the line.
Result<Artefact> ReadArtefact(const std::filesystem::path& path, const std::string& format,
                              int version);

// The key in the header of the artefact at `path`; nullopt if there is no readable one.
std::optional<std::string> ArtefactKey(const std::filesystem::path& path);

// Why the artefact at `path` is not what `recipe` would make ("missing", "text auto -> ocr"), or
// nullopt if it is up to date.
std::optional<std::string> WhyStale(const std::filesystem::path& path, const Recipe& recipe);

}  // namespace juesuan
