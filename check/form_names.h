// The names rules may use: forms with their panels, measures and lines, from the form packs. A rule
// that names anything else is refused when it is read, not silent when it is run.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "base/result.h"

namespace juesuan {

struct FormNames {
  std::set<std::string> measures, lines, panels;  // halves are lines and panels
  bool has_codes = false;  // rows are 科目代码: any 3, 5 or 7 digits name a line
  std::string title;
  int number = 0;

  bool HasLine(const std::string& line) const;
};

using FormCatalogue = std::map<std::string, FormNames>;  // by form id

// Of every form pack in `forms`. Errors: kNotFound, kMalformed with file and line.
Result<FormCatalogue> LoadFormNames(const std::filesystem::path& forms);

}  // namespace juesuan
