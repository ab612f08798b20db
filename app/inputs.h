// What the user named: files, folders (searched recursively for *.pdf), "-" for a list on standard
// input, one path a line.
#pragma once

#include <filesystem>
#include <istream>
#include <string>
#include <vector>

#include "base/result.h"

namespace juesuan {

struct Inputs {
  std::vector<std::filesystem::path>
      files;                   // in the order named; a folder's files sorted; no doubles
  std::vector<Error> missing;  // named, but not there
};

Inputs FindInputs(const std::vector<std::string>& paths, std::istream& standard_input);

}  // namespace juesuan
