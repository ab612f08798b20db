// One stored document through check: from the database, back into it. No PDF is read.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "store/database.h"

namespace juesuan {

class RulePacks;     // check/rule_packs.h
struct CheckReport;  // base/findings.h

// The packs of `rules` over the names of `forms`; an empty path: the folder that ships with the
// program. Errors: as RulePacks::Load.
Result<std::shared_ptr<const RulePacks>> LoadRules(const std::filesystem::path& rules,
                                                   const std::filesystem::path& forms);

// Checks the facts as extract gave them and stores what came of it. A document that is no
// disclosure has no findings. `sha256` is whole. Errors: kNotFound; the document's own error if it
// failed; kUnsupported: stored by an older version without what check needs.
Result<CheckReport> CheckDocument(Database& database, const std::string& sha256,
                                  const RulePacks& packs);

// The same, unless it was checked by these rules since it was stored.
Status CheckIfNew(Database& database, const std::string& sha256, const RulePacks& packs);

}  // namespace juesuan
