// Rule packs: the rules as data, one TOML file a group. docs/rules.md explains the keys.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "check/form_names.h"
#include "check/rule.h"

namespace juesuan {

class RulePacks {
 public:
  // Reads every *.toml of `rules`, in order of name; `forms` is the folder of the form packs, whose
  // names the rules use. Errors: kNotFound; kMalformed with file, line and reason: no TOML, unknown
  // or missing key, unknown form, line, measure, list or operator, a rule id twice.
  static Result<RulePacks> Load(const std::filesystem::path& rules,
                                const std::filesystem::path& forms);

  const std::vector<Rule>& rules() const { return rules_; }  // by number of id
  const std::vector<QuoteSource>& quotes() const { return quotes_; }
  const FormCatalogue& forms() const { return forms_; }

  // Hash of the packs' bytes, for artefact recipes.
  std::string Fingerprint() const { return fingerprint_; }

 private:
  std::vector<Rule> rules_;
  std::vector<QuoteSource> quotes_;
  FormCatalogue forms_;
  std::string fingerprint_;
};

}  // namespace juesuan
