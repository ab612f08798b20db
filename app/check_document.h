// One stored document through check: from the database, back into it. No PDF is read.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "check/check.h"
#include "store/findings.h"

namespace juesuan {

// The packs of `rules` over the names of `forms`; an empty path: the folder that ships with the
// program. Errors: as RulePacks::Load.
Result<std::shared_ptr<const RulePacks>> LoadRules(const std::filesystem::path& rules,
                                                   const std::filesystem::path& forms);

// What check is given of a stored document. `sha256` is whole. Errors: kNotFound; the document's
// own error if it failed.
Result<CheckInput> LoadInput(Database& database, const std::string& sha256);

// What came of a document, to be stored; it is written by SaveFindings (store/findings.h).
struct CheckOfDocument {
  CheckReport report;
  CheckedDocument checked;
};

// Checks the facts as extract gave them. A document that is no disclosure has no findings. `sha256`
// is whole. Errors: kNotFound; the document's own error if it failed; kUnsupported: stored by an
// older version without what check needs.
Result<CheckOfDocument> CheckDocument(Database& database, const std::string& sha256,
                                      const RulePacks& packs, InstanceList instances);

// Checks and stores it, unless it was checked by these rules since it was stored.
Status CheckIfNew(Database& database, const std::string& sha256, const RulePacks& packs);

}  // namespace juesuan
